import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/core/formats/index.ts';
import type { Dataset } from '../../../src/core/model/dataset.ts';
import type { TimelineEvent } from '../../../src/core/model/event.ts';
import { placeKey } from '../../../src/core/model/place.ts';
import { eventAt, eventsInFileOrder, placeAt, placesOfRow, rowOf, rowsOfPlace } from '../../../src/core/model/rows.ts';
import { openText } from '../../../src/core/validate/open.ts';

const DATA = join(import.meta.dirname, '../../../data');
const read = (path: string): string => readFileSync(join(DATA, path), 'utf8');
const stories = JSON.parse(read('stories/index.json')) as readonly { readonly id: string; readonly file: string; readonly title: string }[];

function datasetOfStory(file: string): Dataset {
  const opened = openText(read(`stories/${file}`));
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.issues).toEqual([]);
  return opened.value.dataset;
}

describe.each(stories)('the story $id', ({ file, title }) => {
  it('opens without an issue, under the title of the index', () => {
    expect(datasetOfStory(file).story.title).toBe(title);
  });

  it('is the same JSON after opening and saving', () => {
    expect(JSON.parse(FORMATS[0].serialize(datasetOfStory(file)))).toEqual(JSON.parse(read(`stories/${file}`)));
  });

  it('has short titles fit for labels', () => {
    const tooLong = [...eventsInFileOrder(datasetOfStory(file))].filter((event) => event.title.length > 60 || (event.shortTitle ?? '').length > 28);
    expect(tooLong.map((event) => event.title)).toEqual([]);
  });
});

describe('the story of February 2026', () => {
  const dataset = datasetOfStory('iran-us-2026-02.geojson');
  const events = [...eventsInFileOrder(dataset)];
  const eventOf = (id: string): TimelineEvent => eventAt(dataset, rowOf(dataset, id) ?? expect.fail(`no event ${id}`));

  it('has twelve events: eleven dated, and two without a place', () => {
    expect(events).toHaveLength(12);
    expect(events.filter(({ when }) => when.edtf === undefined).map(({ id }) => id)).toEqual(['earlier-rounds']);
    expect(events.filter(({ places }) => places.length === 0).map(({ id }) => id)).toEqual(['drone-shot-down', 'visit-footage']);
  });

  it('dates each event as the report does', () => {
    expect(events.map(({ when }) => [when.edtf?.text, when.wording])).toEqual([
      ['2025-06', 'in June'],
      ['2026-01', 'last month'],
      ['2026-02-03', 'early on Tuesday morning'],
      ['2026-02-03?', undefined],
      ['2026-02-03', 'On Tuesday'],
      ['2026-02-04', 'on Wednesday'],
      ['2026-02-04', 'Also on Wednesday'],
      ['2026-02-04', 'Also on Wednesday'],
      ['2026-02-04', 'Wednesday evening'],
      ['[2026-02-05..2026-02-08]', 'later this week'],
      ['2026-02-06', 'Friday'],
      [undefined, 'in the past'],
    ]);
  });

  it('gathers events at five places, Tehran inferred from the dateline', () => {
    const places = Array.from({ length: dataset.places.size }, (_, p) => ({ place: placeAt(dataset, p), there: rowsOfPlace(dataset, p) }));
    expect(places.map(({ place, there }) => [placeKey(place).split(':')[0], place.name, there.length])).toEqual([
      ['country', 'Iran', 4],
      ['area', 'Strait of Hormuz', 1],
      ['exact', 'Tehran', 2],
      ['country', 'Türkiye', 1],
      ['country', 'Oman', 2],
    ]);
    expect(eventOf('pezeshkian-statement').places[0]?.basis).toEqual({ kind: 'inferred', from: 'the dateline' });
  });

  it('says how sure each event is', () => {
    expect(events.map(({ status }) => status)).toEqual([
      'confirmed', 'reported', 'reported', 'reported', 'confirmed', 'reported', 'reported', 'reported', 'planned', 'planned', 'planned', 'confirmed',
    ]);
  });

  it('sets the two rival plans against each other', () => {
    expect(eventOf('talks-turkiye').relations).toEqual([{ kind: 'conflicts-with', to: 'talks-oman' }]);
    expect(eventOf('talks-oman').relations).toEqual([{ kind: 'conflicts-with', to: 'talks-turkiye' }]);
  });
});

describe('the story of nuclear explosions', () => {
  const dataset = datasetOfStory('nuclear-tests.geojson');
  const events = Array.from({ length: dataset.size }, (_, i) => eventAt(dataset, i));

  it('has 2,051 events by seven countries, 24 of them without a position', () => {
    expect(dataset.size).toBe(2051);
    expect(dataset.story.categories).toHaveLength(7);
    expect(events.filter((_, i) => placesOfRow(dataset, i).length === 0)).toHaveLength(24);
  });

  it('knows days whose hour is not known from hours', () => {
    const precisions = new Set(events.map(({ when }) => when.edtf?.precision));
    expect([...precisions].sort()).toEqual(['day', 'minute', 'second']);
    expect(events.filter(({ when }) => when.edtf?.precision === 'day')).toHaveLength(454);
  });

  it('runs from Trinity on', () => {
    const [first, second, third] = events.map(({ title }) => title);
    expect([first, second, third]).toEqual(['Trinity', 'Atomic bombing of Hiroshima', 'Atomic bombing of Nagasaki']);
  });

  it('is small enough to ship', () => {
    expect(Buffer.byteLength(read('stories/nuclear-tests.geojson'))).toBeLessThan(1.5e6);
  });
});
