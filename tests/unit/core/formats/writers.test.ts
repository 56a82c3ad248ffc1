import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { folded } from '../../../../src/core/formats/ics/fold.ts';
import { writeIcs } from '../../../../src/core/formats/ics/write-ics.ts';
import { writeKml } from '../../../../src/core/formats/kml/write-kml.ts';
import { writeMarkwhen } from '../../../../src/core/formats/markwhen/write-markwhen.ts';
import { ics } from '../../../../src/core/formats/ics.ts';
import { kml } from '../../../../src/core/formats/kml.ts';
import { wholeOf } from '../../../../src/core/formats/story-part.ts';
import { writeTimelinejs } from '../../../../src/core/formats/timelinejs/write-timelinejs.ts';
import { writeTimelinejsSheet } from '../../../../src/core/formats/timelinejs/write-timelinejs-sheet.ts';
import { datasetOf, PLACES, type EventSketch } from '../../../support/dataset.ts';
import { readEntries } from '../../../support/read-entries.ts';

const partOf = (...sketches: readonly EventSketch[]) => wholeOf(datasetOf(sketches));
const say = (): string => 'about then';
const icsOf = (...sketches: readonly EventSketch[]): string => [...writeIcs(partOf(...sketches))].join('');
const kmlOf = (...sketches: readonly EventSketch[]): string => [...writeKml(partOf(...sketches))].join('');
const markwhenOf = (...sketches: readonly EventSketch[]): string => [...writeMarkwhen(partOf(...sketches))].join('');
const slides = (...sketches: readonly EventSketch[]) =>
  (JSON.parse([...writeTimelinejs(partOf(...sketches), say)].join('')) as { readonly events: readonly Record<string, unknown>[] }).events;

describe('calendars', () => {
  it.each([
    ['2026-02-03', 'DTSTART;VALUE=DATE:20260203\r\nDTEND;VALUE=DATE:20260204'],
    ['2026-02', 'DTSTART;VALUE=DATE:20260201\r\nDTEND;VALUE=DATE:20260301'],
    ['2026-02-05/2026-02-08', 'DTSTART;VALUE=DATE:20260205\r\nDTEND;VALUE=DATE:20260209'],
    ['[2026-02-05..2026-02-08]', 'DTSTART;VALUE=DATE:20260205\r\nDTEND;VALUE=DATE:20260209'],
    ['2026-02-03T17:54:59Z', 'DTSTART:20260203T175459Z\r\nSUMMARY'],
    ['2026-02-03T17:54', 'DTSTART:20260203T175400\r\nSUMMARY'],
    ['2026-02-03T10:00Z/2026-02-03T12:30Z', 'DTSTART:20260203T100000Z\r\nDTEND:20260203T123000Z'],
    ['2026-02-05/..', 'DTSTART;VALUE=DATE:20260205\r\nDTEND;VALUE=DATE:20260206'],
  ])('have %s over all the days that it may be', (when, lines) => {
    expect(icsOf({ when })).toContain(lines);
  });

  it.each([null, '-0043-03-15', 'Y-10000'])('have %j as a note without a date', (when) => {
    expect(icsOf({ when })).toMatch(/BEGIN:VJOURNAL\r\nUID:e0\r\nDTSTAMP:\d{8}T\d{6}Z\r\nSUMMARY/);
  });

  it('escape what parts lists and lines', () => {
    expect(icsOf({ when: '2026', title: 'A; b, c\\d', description: 'one\ntwo' })).toContain('SUMMARY:A\\; b\\, c\\\\d\r\nDESCRIPTION:one\\ntwo\r\n');
  });

  it('have no line of more than 75 bytes, and no character cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !/[\r\n]/.test(text)), (text) => {
        const lines = folded(text);
        for (const line of lines.split('\r\n')) expect(encodeUtf8(line).length).toBeLessThanOrEqual(75);
        expect(lines.replaceAll('\r\n ', '').slice(0, -2)).toBe(text);
      }),
    );
  });

  it('that another program has changed keep the new date, and what is beside it', async () => {
    const text = icsOf({ when: '1850~', actors: ['Crew'] }).replace(/DTSTART.*\r\nDTEND.*\r\n/, 'DTSTART;VALUE=DATE:18500704\r\n');
    const { events } = await readEntries(ics, text);
    expect([events[0]?.draft.when?.edtf?.text, events[0]?.draft.actors]).toEqual(['1850-07-04', ['Crew']]);
  });
});

describe('KML', () => {
  it.each([
    ['1914', '<TimeStamp><when>1914</when></TimeStamp>'],
    ['2026-02', '<TimeStamp><when>2026-02</when></TimeStamp>'],
    ['-0043-03-15', '<TimeStamp><when>-0044-03-15</when></TimeStamp>'],
    ['0000', '<TimeStamp><when>-0001</when></TimeStamp>'],
    ['2026-02-03T17:54Z', '<TimeStamp><when>2026-02-03T17:54:00Z</when></TimeStamp>'],
    ['1914/1918', '<TimeSpan><begin>1914</begin><end>1918</end></TimeSpan>'],
    ['2026-02-05/..', '<TimeSpan><begin>2026-02-05</begin></TimeSpan>'],
    ['196', '<TimeSpan><begin>1960</begin><end>1969</end></TimeSpan>'],
  ])('has %s as XML Schema has it', (when, xml) => {
    expect(kmlOf({ when })).toContain(xml);
  });

  it('has all places, and lets no text become markup', async () => {
    const text = kmlOf({ when: '2026', title: '<b>&"', description: '<script>alert(1)</script>', places: [PLACES.Tehran, PLACES['Strait of Hormuz']] });
    expect(text).toContain('<name>&lt;b&gt;&amp;&quot;</name>');
    expect(text).not.toContain('<script');
    expect(text).toMatch(/<MultiGeometry>\n<Point>.*\n<Polygon>.*\n<\/MultiGeometry>/);
    const { events } = await readEntries(kml, text);
    expect(events.map(({ draft }) => [draft.title, draft.description, draft.places?.length])).toEqual([['<b>&"', '<script>alert(1)</script>', 2]]);
  });
});

describe('TimelineJS', () => {
  it('has 44 BCE as the year −44, and a decade from its first to its last year', () => {
    expect(slides({ when: '-0043-03-15' })[0]).toMatchObject({ start_date: { year: -44, month: 3, day: 15 } });
    expect(slides({ when: '196' })[0]).toMatchObject({ start_date: { year: 1960 }, end_date: { year: 1969 } });
  });

  it('shows words for a date that its numbers do not hold, and only then', () => {
    expect(slides({ when: '1850~' }, { when: '1850' }).map((slide) => slide['display_date'])).toEqual(['about then', undefined]);
  });

  it('writes texts as HTML that shows them', () => {
    expect(slides({ when: '1850', title: 'a < b', description: 'one\ntwo' })[0]).toMatchObject({ text: { headline: 'a &lt; b', text: 'one<br>two' } });
  });

  it('has a sheet whose first row is the title and whose cells are no formulas', () => {
    const rows = [...writeTimelinejsSheet(partOf({ when: '-0043', title: '=1+1' }), say)].join('').split('\r\n');
    expect(rows[1]).toBe(',,,,,,,,,A story,,,,,,title,,,');
    expect(rows[2]).toBe("-44,,,,,,,,,'=1+1,,,,,,,,,");
  });
});

describe('markwhen', () => {
  it('has dates before a colon, categories and estimates as tags', () => {
    expect(markwhenOf({ when: '1850~', title: 'Founding', category: 'Town life' })).toContain('\n1850: Founding #Town-life #approximate\nid: e0\n');
    expect(markwhenOf({ when: '2026-02-03/2026-03' })).toContain('\n2026-02-03 / 2026-03: Event 0\n');
  });

  it('puts a bar before a line that could be taken for an entry or a heading', () => {
    const text = markwhenOf({ when: '2026', description: 'First\n2025: no entry\n# no heading' });
    expect(text).toContain('First\n| 2025: no entry\n| # no heading\n');
  });

  it('leaves out what has no date', () => {
    expect(markwhenOf({ when: null })).toBe('---\ntitle: A story\n---\n');
  });
});
