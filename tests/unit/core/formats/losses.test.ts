import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { DATA_FORMATS, type DataFormatId } from '../../../../src/core/formats/data-formats.ts';
import { isLeftOut, lossesOf } from '../../../../src/core/formats/losses.ts';
import { wholeOf } from '../../../../src/core/formats/story-part.ts';
import { describeLosses } from '../../../../src/core/i18n/describe-losses.ts';
import { en } from '../../../../src/core/i18n/en.ts';
import { formatsOf } from '../../../../src/core/i18n/formats.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { beginImport } from '../../../../src/core/validate/import.ts';
import { datasetOf, PLACES, type EventSketch } from '../../../support/dataset.ts';

const lost = (format: DataFormatId, ...sketches: readonly EventSketch[]) => finished(lossesOf(wholeOf(datasetOf(sketches, { language: 'und' })), format));
const kinds = (format: DataFormatId, sketch: EventSketch) => lost(format, sketch).map(({ what }) => what);

describe('what a format cannot hold', () => {
  it.each(['dateline', 'csv'] as const)('is nothing for %s', (format) => {
    expect(lost(format, { when: '1850~', place: 'Iran', status: 'denied', extra: new Map([['a', 1]]) })).toEqual([]);
  });

  it.each(DATA_FORMATS.map(({ id }) => id))('is nothing for %s where an event has no more than a title and a day', (format) => {
    expect(kinds(format, { when: '2026-02-03' })).toEqual([]);
  });

  it.each([
    ['timelinejs', { when: null }, ['left-out']],
    ['timelinejs', { when: '1850~' }, ['date-detail']],
    ['timelinejs', { when: '1850', place: 'Tehran' }, ['places']],
    ['ics', { when: null }, ['no-day']],
    ['ics', { when: '-0043-03-15' }, ['no-day']],
    ['ics', { when: '2026-02' }, ['date-detail']],
    ['ics', { when: '2026-02-03', place: 'Tehran' }, []],
    ['ics', { when: '2026-02-03', places: [PLACES.Tehran, PLACES.Ankara] }, ['more-places']],
    ['ics', { when: '2026-02-03', place: 'Iran' }, ['place-kind']],
    ['kml', { when: '2026-02', place: 'Tehran', attribution: 'HRANA' }, []],
    ['kml', { when: '2026-02', status: 'reported' }, ['status']],
    ['kml', { when: 'Y12000' }, ['far-year']],
    ['kml', { when: '-9999' }, ['far-year']],
    ['timelinejs', { when: 'Y12000' }, []],
    ['markwhen', { when: '2026-02', place: 'Tehran' }, ['positions']],
    ['markwhen', { when: 'Y-12000', place: 'Tehran' }, ['far-left-out']],
    ['markwhen', { when: '9000/Y12000' }, ['far-left-out']],
    ['markwhen', { when: '2026-02', extra: new Map([['own', 'x']]) }, ['extra']],
  ] as const)('for %s, of %j, is %j', (format, sketch, wanted) => {
    expect(kinds(format, sketch)).toEqual(wanted);
  });

  it.each(DATA_FORMATS.map(({ id }) => id))('names every event that %s leaves out, and every date that others cannot read in it', async (format) => {
    const dates = [null, '2026-02-03', '9999', '-9999', 'Y10000', 'Y-17E7', '1950S2', '/1960', '1960/', '../1960', '1960/..', '../..', '156X', '[1667..1672]', '{1960,1961-12}', '2001-21', 'Y12000/Y13000', '2026-02-03T10:15Z'];
    for (const when of dates) {
      const part = wholeOf(datasetOf([{ when, title: 'The one' }, { when: '2026-01-01', title: 'Another' }], { language: 'und' }));
      const losses = finished(lossesOf(part, format));
      const text = [...(await (DATA_FORMATS.find(({ id }) => id === format) as (typeof DATA_FORMATS)[number]).load())(part, ({ when: { edtf } }) => edtf?.text ?? '')].join('');
      const begun = await beginImport(encodeUtf8(text));
      const read = begun.ok ? finished(begun.value.steps()) : begun;
      if (!read.ok) throw new Error(read.error.code);
      const found = [...eventsInFileOrder(read.value.dataset)].find(({ title }) => title === 'The one');
      expect([when, found === undefined]).toEqual([when, losses.some(({ what }) => isLeftOut(what))]);
      if (losses.length === 0) expect([when, found?.when.edtf?.text ?? null]).toEqual([when, when]);
    }
  });

  it('names the eras that cannot be written', () => {
    const eras = [{ name: 'Far', when: 'Y-20000/Y-10000' }, { name: 'Near', when: '1900/1950' }, { name: 'Nowhere', when: 'soon' }].map((era) => ({ ...era, extra: new Map() }));
    const lostOf = (format: DataFormatId) => finished(lossesOf(wholeOf(datasetOf([{ when: '2026' }], { language: 'und', eras })), format)).filter(({ what }) => what === 'eras');
    expect(lostOf('markwhen')).toEqual([{ what: 'eras', count: 2, examples: ['Far', 'Nowhere'] }]);
    expect(lostOf('timelinejs')).toEqual([{ what: 'eras', count: 1, examples: ['Nowhere'] }]);
    expect(lostOf('kml')).toMatchObject([{ count: 3 }]);
  });

  it('counts events and names the first of them', () => {
    const sketches = Array.from({ length: 5 }, (): EventSketch => ({ when: '2026', actors: ['A'] }));
    expect(lost('kml', ...sketches)).toEqual([{ what: 'actors', count: 5, examples: ['Event 0', 'Event 1', 'Event 2'] }]);
  });

  it('is told in sentences: first what is gone, then what only Dateline finds', () => {
    const words = { messages: en, formats: formatsOf('en') };
    const told = describeLosses(lost('timelinejs', { when: null, title: 'A' }, { when: '2026', title: 'B', actors: ['x'] }), 'timelinejs', words);
    expect(told.map(({ items }) => items)).toEqual([
      [{ what: 'Left out for want of a date: 1 event', examples: '“A”' }],
      [{ what: 'Actors: 1 event', examples: '“B”' }],
    ]);
    expect(describeLosses([], 'csv', words)).toEqual([{ sentence: 'All of the story fits into this format.', items: [] }]);
  });
});
