import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { finished } from '../../../../src/core/base/steps.ts';
import { writeCsv } from '../../../../src/core/formats/csv/write-csv.ts';
import { wholeOf } from '../../../../src/core/formats/story-part.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { beginImport } from '../../../../src/core/validate/import.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { datasetOf, PLACES } from '../../../support/dataset.ts';

const csvOf = (dataset: Dataset): string => [...writeCsv(wholeOf(dataset))].join('');

async function read(text: string) {
  const begun = await beginImport(encodeUtf8(text));
  if (!begun.ok) throw new Error(begun.error.code);
  const opened = finished(begun.value.steps());
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

const eventsOf = (dataset: Dataset) => [...eventsInFileOrder(dataset)];

/** The cells of a column, without quotation marks that no test here needs. */
const cell = (text: string, column: string, row = 1): string => {
  const lines = text.replace(/^\uFEFF/, '').split('\r\n');
  return lines[row]?.split(',')[lines[0]?.split(',').indexOf(column) ?? -1] ?? '';
};

describe('writing CSV', () => {
  it('begins with a byte order mark and the names of the columns', () => {
    expect(csvOf(datasetOf([{}]))).toMatch(/^\uFEFFid,title,shortTitle,description,when,/);
  });

  it('writes dates as EDTF and positions as numbers of their own', () => {
    const text = csvOf(datasetOf([{ when: '1850~', place: 'Tehran' }]));
    expect(['when', 'place', 'latitude', 'longitude', 'geometry'].map((column) => cell(text, column))).toEqual(['1850~', 'Tehran', '35.694', '51.4215', '']);
  });

  it('writes several places as well-known text', () => {
    const [line = ''] = /"GEOMETRYCOLLECTION.*?"/.exec(csvOf(datasetOf([{ places: [PLACES.Tehran, PLACES['Muscat to Qeshm']] }]))) ?? [];
    expect(line).toBe('"GEOMETRYCOLLECTION (POINT (51.4215 35.694), LINESTRING (58.4 23.6, 57.3 25.3, 56.3 26.9))"');
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', "'=1"])('puts an apostrophe before the formula %j', async (title) => {
    const text = csvOf(datasetOf([{ title, attribution: title, extra: new Map([['own', title]]) }]));
    for (const column of ['title', 'attribution', 'own']) expect(cell(text, column)).toBe(`'${title}`);
    const [event] = eventsOf((await read(text)).dataset);
    expect([event?.title, event?.attribution, event?.extra.get('own')]).toEqual([title, title, title]);
  });

  it.each(['\t=1', '\r=1', '\n=1', '\0=1'])('lets no cell begin with %j', async (title) => {
    const text = csvOf(datasetOf([{ title }]));
    expect(cell(text.replaceAll('"', ''), 'title')).toMatch(/^['\\]/);
    expect(eventsOf((await read(text)).dataset).map((event) => event.title)).toEqual([title]);
  });

  it.each(["'", "'tis", "''", 'it’s'])('leaves %j alone, which is no formula', (title) => {
    expect(cell(csvOf(datasetOf([{ title }])), 'title')).toBe(title);
  });

  it('does not guard numbers in columns of numbers, and guards years below zero, which are text', () => {
    const place = { ...PLACES.Tehran, at: [-3.5, -54] } as const;
    const text = csvOf(datasetOf([{ when: '-0043', place, extra: new Map([['depth', -3]]) }]));
    expect(['when', 'latitude', 'longitude', 'depth (JSON)'].map((column) => cell(text, column))).toEqual(["'-0043", '-54', '-3.5', '-3']);
  });

  it('keeps what the story says of itself, its categories and its eras', async () => {
    const story = buildStory({
      title: 'Sieges',
      deck: 'What fell when',
      language: 'tr',
      reportDate: { edtf: '2026-02', at: datasetOf([{ when: '2026-02' }]).columns.earliestStart[0] as never },
      sources: [{ publisher: 'Gazette', title: undefined, url: 'https://example.org/1', date: '1901', locator: 'p. 3' }],
      credit: 'A. Reader',
      licence: 'CC BY 4.0',
      categories: [{ id: 'war', name: 'War and siege' }, { id: 'none', name: 'Not used' }],
      eras: [{ name: 'Reign', when: '1520/1566' }],
      walk: [{ title: 'First', text: 'What came before', view: 'v=1&event=a' }, { title: '', text: 'And then', view: '' }],
      extra: new Map([['theme', { dark: true }]]),
      collectionExtra: new Map([['bbox', [1, 2, 3, 4]]]),
    });
    const opened = await read(csvOf(datasetOf([{ categories: ['war'], when: '1529' }], story)));
    expect(opened.dataset.story).toEqual(story);
    expect(opened.account).toMatchObject({ events: 1, refused: [] });
  });

  it('asks nothing and warns of nothing when it reads what it wrote', async () => {
    const opened = await read(csvOf(datasetOf([{ when: '-0043-03', place: 'Tehran', title: 'A' }, { when: '[1901..1903]', place: 'Iran' }])));
    expect([opened.about.format, opened.issues, opened.about.questions]).toEqual(['dateline-sheet', [], []]);
  });

  it('loses nothing of any events', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, async (events) => {
        const written = events.filter(({ title }) => title.trim() !== '');
        const dataset = buildDataset(buildStory({ title: 'S' }), written);
        const opened = await read(csvOf(dataset));
        expect(eventsOf(opened.dataset)).toEqual(eventsOf(dataset));
        expect(opened.account.refused).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
