import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { DATA_FORMATS, type DataFormatId } from '../../../../src/core/formats/data-formats.ts';
import { lossesOf } from '../../../../src/core/formats/losses.ts';
import { wholeOf } from '../../../../src/core/formats/story-part.ts';
import { describeLosses } from '../../../../src/core/i18n/describe-losses.ts';
import { en } from '../../../../src/core/i18n/en.ts';
import { formatsOf } from '../../../../src/core/i18n/formats.ts';
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
    ['markwhen', { when: '2026-02', place: 'Tehran' }, ['positions']],
    ['markwhen', { when: '2026-02', extra: new Map([['own', 'x']]) }, ['extra']],
  ] as const)('for %s, of %j, is %j', (format, sketch, wanted) => {
    expect(kinds(format, sketch)).toEqual(wanted);
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
