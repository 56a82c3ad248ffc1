import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { ics } from '../../../../src/core/formats/ics.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const calendar = (...lines: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const vevent = (...lines: readonly string[]): string => calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:S', ...lines, 'END:VEVENT');

/** The only event of a file with one record. */
async function eventIn(...lines: readonly string[]) {
  const { events, entries } = await readEntries(ics, vevent(...lines));
  expect(entries).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
}

const dates = async (...lines: readonly string[]): Promise<readonly (string | undefined)[]> =>
  (await readEntries(ics, vevent(...lines))).events.map(({ draft }) => draft.when?.edtf?.text);

describe('reading calendars', () => {
  it('is told by the beginning', () => {
    const looks = (text: string): number => ics.looksLike(sampleOf(encodeUtf8(text), () => []));
    expect(looks(vevent())).toBe(1);
    expect(looks('\ufeffbegin:vcalendar\nversion:2.0')).toBe(1);
    expect(looks('Title,Date\nBEGIN:VCALENDAR of events,2019')).toBe(0);
  });

  it.each<readonly [string, readonly string[], string | undefined, string]>([
    ['a day', ['DTSTART;VALUE=DATE:20260203'], '2026-02-03', 'local'],
    ['a day to the next, which is not its own', ['DTSTART;VALUE=DATE:20260203', 'DTEND;VALUE=DATE:20260204'], '2026-02-03', 'local'],
    ['days', ['DTSTART;VALUE=DATE:20260203', 'DTEND;VALUE=DATE:20260206'], '2026-02-03/2026-02-05', 'local'],
    ['days by their number', ['DTSTART;VALUE=DATE:20260203', 'DURATION:P1W'], '2026-02-03/2026-02-09', 'local'],
    ['a day that ends on itself', ['DTSTART;VALUE=DATE:20260203', 'DTEND;VALUE=DATE:20260203'], '2026-02-03', 'local'],
    ['a time of the place', ['DTSTART:20260203T101500'], '2026-02-03T10:15:00', 'local'],
    ['a time in UTC', ['DTSTART:20260203T101500Z', 'DTEND:20260203T111500Z'], '2026-02-03T10:15:00Z/2026-02-03T11:15:00Z', 'local'],
    ['a time in a zone', ['DTSTART;TZID=Asia/Tehran:20260203T101500', 'DURATION:PT1H30M'], '2026-02-03T10:15:00/2026-02-03T11:45:00', 'Asia/Tehran'],
    ['an end in another zone', ['DTSTART;TZID=Europe/Berlin:20260203T100000', 'DTEND;TZID=Europe/London:20260203T100000'], '2026-02-03T10:00:00/2026-02-03T11:00:00', 'Europe/Berlin'],
    ['an end in another zone, hours after its clocks changed', ['DTSTART;TZID=America/New_York:20240309T220000', 'DTEND;TZID=America/Los_Angeles:20240310T040000'], '2024-03-09T22:00:00/2024-03-10T07:00:00', 'America/New_York'],
    ['a zone behind the path of a program', ['DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Berlin:20260203T100000'], '2026-02-03T10:00:00', 'Europe/Berlin'],
    ['a zone as Windows names it', ['DTSTART;TZID=Iran Standard Time:20260203T100000'], '2026-02-03T10:00:00', 'Asia/Tehran'],
    ['a zone in quotes', ['DTSTART;TZID="Europe/Berlin":20260203T100000'], '2026-02-03T10:00:00', 'Europe/Berlin'],
    ['dates with hyphens', ['DTSTART:2026-02-03T10:15:00Z'], '2026-02-03T10:15:00Z', 'local'],
    ['no date', ['LOCATION:Oslo'], undefined, 'local'],
  ])('reads %s', async (_, lines, edtf, zone) => {
    const { draft, findings } = await eventIn(...lines);
    expect([draft.when?.edtf?.text, draft.when?.zone, findings]).toEqual([edtf, zone, []]);
  });

  it('puts a time with a zone at its instant', async () => {
    const { draft } = await eventIn('DTSTART;TZID=Asia/Tehran:20260203T101500');
    expect(draft.when?.edtf).toMatchObject({ zoned: true, span: { earliestStart: Date.UTC(2026, 1, 3, 6, 45) } });
  });

  it('asks for the zone of floating times, and takes the one answered', async () => {
    const { events } = await readEntries(ics, vevent('DTSTART:20260203T101500'), { zone: 'Asia/Tehran' });
    expect(events[0]?.draft.when).toMatchObject({ zone: 'Asia/Tehran', edtf: { span: { earliestStart: Date.UTC(2026, 1, 3, 6, 45) } } });
  });

  it('reads a zone that the file describes itself, before and after the clocks are changed', async () => {
    const zone = [
      'BEGIN:VTIMEZONE', 'TZID:Our Zone', 'BEGIN:STANDARD', 'DTSTART:19701025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD',
      'BEGIN:DAYLIGHT', 'DTSTART:19700329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT', 'END:VTIMEZONE',
    ];
    const at = (time: string): readonly string[] => ['BEGIN:VEVENT', `DTSTART;TZID=Our Zone:${time}`, 'SUMMARY:S', 'END:VEVENT'];
    const { events } = await readEntries(ics, calendar(...zone, ...at('20260203T100000'), ...at('20260703T100000')));
    expect(events.map(({ draft }) => draft.when?.edtf?.text)).toEqual(['2026-02-03T10:00:00+01:00', '2026-07-03T10:00:00+02:00']);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['a zone that nobody knows', ['DTSTART;TZID=Nowhere:20260203T100000'], ['zone-unknown']],
    ['a day that does not exist', ['DTSTART:20260230'], ['date-unreadable']],
    ['an end before the start', ['DTSTART:20260203', 'DTEND:20260201'], ['end-before-start']],
    ['an end that cannot be read', ['DTSTART:20260203', 'DTEND:soon'], ['date-unreadable']],
    ['a duration that cannot be read', ['DTSTART:20260203', 'DURATION:1 hour'], ['date-unreadable']],
    ['a rule that cannot be read', ['DTSTART:20260203', 'RRULE:FREQ=SOMETIMES'], ['recurrence-unread']],
    ['a link that could run something', ['URL:javascript:alert(1)'], ['url-refused']],
    ['an attachment within the file', ['ATTACH;VALUE=BINARY;ENCODING=BASE64:AAAA'], ['not-shown']],
    ['the null island', ['GEO:0;0'], ['null-island']],
    ['half a position', ['GEO:52.5'], ['coordinates-incomplete']],
    ['a script in a description', ['DESCRIPTION:a<script>alert(1)</script><br>b'], ['markup-removed']],
  ])('tells of %s, and keeps the event', async (_, lines, codes) => {
    const { findings } = await eventIn(...lines);
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  it('reads texts, lists, links and places', async () => {
    const { draft } = await eventIn(
      'DTSTART:20260203', 'DESCRIPTION:One\\, two\\nthree\\; four \\\\ five', 'LOCATION:Café\\, Oslo', 'GEO:59.91;10.75', 'CATEGORIES:War,Trade\\, foreign', 'CATEGORIES:War',
      'URL:https://example.org/a', 'ATTACH;FMTTYPE=image/png:https://example.org/b', 'ATTACH:https://example.org/c.pdf', 'IMAGE;VALUE=URI:https://example.org/d',
      'STATUS:TENTATIVE', 'RELATED-TO:parent', 'ATTENDEE;CN="A, B";ROLE=CHAIR:mailto:a@example.org', 'X-OTHER:x',
    );
    expect(draft).toMatchObject({
      id: '1',
      title: 'S',
      description: 'One, two\nthree; four \\ five',
      places: [{ kind: 'exact', at: [10.75, 59.91], name: 'Café, Oslo' }],
      categories: ['War', 'Trade, foreign'],
      status: 'planned',
      sources: [{ url: 'https://example.org/a' }, { url: 'https://example.org/c.pdf' }],
      media: [{ url: 'https://example.org/b' }, { url: 'https://example.org/d' }],
      relations: [{ kind: 'part-of', to: 'parent' }],
    });
    expect(draft.extra).toEqual(new Map([['ATTENDEE', 'CN=A, B;ROLE=CHAIR:mailto:a@example.org'], ['X-OTHER', 'x'], ['STATUS', 'TENTATIVE']]));
  });

  it('leaves angle brackets that are no markup', async () => {
    expect((await eventIn('DESCRIPTION:a < b\\, c > d <x@example.org>')).draft.description).toBe('a < b, c > d <x@example.org>');
    expect((await eventIn('DESCRIPTION:<p>a</p><p>b &amp\\; c</p>')).draft.description).toBe('a\n\nb & c');
  });

  it('unfolds lines, takes names in small letters, and lines that a program forgot to fold', async () => {
    const text = 'begin:vcalendar\nbegin:vevent\nsummary:A long\n  title\nitem1.description:first\nsecond line without a colon\ndtstart:20260203\nend:vevent\nend:vcalendar';
    const { events } = await readEntries(ics, text);
    expect(events).toMatchObject([{ line: 2, draft: { title: 'A long title', description: 'first\nsecond line without a colon', when: { edtf: { text: '2026-02-03' } } } }]);
  });

  it('reads the older form with its quoted-printable texts', async () => {
    const text = 'BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9 und =\r\nmehr=0D=0Adazu\r\nDTSTART:20260203T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR';
    expect((await readEntries(ics, text)).events[0]?.draft.title).toBe('Café und mehr dazu');
  });

  it('makes a record of each time of an event that repeats', async () => {
    expect(await dates('DTSTART;VALUE=DATE:20260203', 'RRULE:FREQ=WEEKLY;COUNT=3')).toEqual(['2026-02-03', '2026-02-10', '2026-02-17']);
    expect(await dates('DTSTART:20260203T100000Z', 'DTEND:20260203T110000Z', 'RRULE:FREQ=DAILY;UNTIL=20260204T100000Z')).toEqual([
      '2026-02-03T10:00:00Z/2026-02-03T11:00:00Z', '2026-02-04T10:00:00Z/2026-02-04T11:00:00Z',
    ]);
    expect(await dates('DTSTART;VALUE=DATE:20260203', 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE;VALUE=DATE:20260204,20260205', 'RDATE;VALUE=DATE:20260301')).toEqual(['2026-02-03', '2026-02-06', '2026-03-01']);
    const { events } = await readEntries(ics, vevent('DTSTART;VALUE=DATE:20260203', 'RRULE:FREQ=DAILY;COUNT=2'));
    expect(events.map(({ draft }) => draft.id)).toEqual(['1', '1 2026-02-04']);
  });

  it('takes the end of a rule in UTC as an instant of the zone', async () => {
    expect(await dates('DTSTART;TZID=America/New_York:20260203T200000', 'RRULE:FREQ=DAILY;UNTIL=20260205T010000Z')).toEqual(['2026-02-03T20:00:00', '2026-02-04T20:00:00']);
  });

  it('cuts short what repeats without end, and says so', async () => {
    const { events } = await readEntries(ics, vevent('DTSTART:20260203T100000', 'RRULE:FREQ=DAILY'));
    expect(events).toHaveLength(1000);
    expect(events[0]?.findings).toMatchObject([{ code: 'recurrence-capped', parameters: { shown: 1000 } }]);
    expect(events.slice(1).every(({ findings }) => findings.length === 0)).toBe(true);
    expect(await dates('DTSTART;VALUE=DATE:19800203', 'RRULE:FREQ=YEARLY')).toHaveLength(100);
  });

  it('tells how many of a very long list of days it shows, the earliest ones', async () => {
    const days = Array.from({ length: 1500 }, (_, day) => new Date(Date.UTC(2026, 1, 4 + day)).toISOString().slice(0, 10).replaceAll('-', '')).reverse();
    const events = (await readEntries(ics, vevent('DTSTART;VALUE=DATE:20260203', `RDATE;VALUE=DATE:${days.join(',')}`))).events;
    expect(events).toHaveLength(1001);
    expect(events.at(-1)?.draft.when?.edtf?.text).toBe('2028-10-30');
    expect(events[0]?.findings).toEqual([{ code: 'recurrence-capped', column: 'RDATE', value: '2028-10-31', parameters: { shown: 1001 } }]);
    const all = (await readEntries(ics, vevent('DTSTART;VALUE=DATE:20260203', `RDATE;VALUE=DATE:${days.slice(-1000).join(',')}`))).events;
    expect([all.length, all[0]?.findings]).toEqual([1001, []]);
  });

  it('tells of a listed day that cannot be read', async () => {
    const events = (await readEntries(ics, vevent('DTSTART;VALUE=DATE:20260203', 'RDATE;VALUE=DATE:20260299,20260210', 'EXDATE;VALUE=DATE:soon'))).events;
    expect(events.map(({ draft }) => draft.when?.edtf?.text)).toEqual(['2026-02-03', '2026-02-10']);
    expect(events[0]?.findings).toEqual([{ code: 'recurrence-day-unread', column: 'RDATE', value: '20260299' }, { code: 'recurrence-day-unread', column: 'EXDATE', value: 'soon' }]);
  });

  it('puts a single time that was changed in the place of the one of the rule', async () => {
    const { events, notEvents } = await readEntries(
      ics,
      calendar(
        'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Usual', 'DTSTART;TZID=Europe/Berlin:20260203T100000', 'RRULE:FREQ=DAILY;COUNT=4', 'END:VEVENT',
        'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Moved', 'RECURRENCE-ID:20260204T090000Z', 'DTSTART;TZID=Europe/Berlin:20260204T150000', 'END:VEVENT',
        'BEGIN:VEVENT', 'UID:1', 'RECURRENCE-ID;TZID=Europe/Berlin:20260205T100000', 'DTSTART;TZID=Europe/Berlin:20260205T100000', 'STATUS:CANCELLED', 'END:VEVENT',
      ),
    );
    expect(events.map(({ draft }) => [draft.title, draft.when?.edtf?.text])).toEqual([
      ['Usual', '2026-02-03T10:00:00'], ['Usual', '2026-02-06T10:00:00'], ['Moved', '2026-02-04T15:00:00'],
    ]);
    expect(notEvents).toEqual([{ kind: 'not-event', line: 15, what: 'cancelled' }]);
  });

  it('reads tasks and journal entries, and counts what is no event', async () => {
    const { events, notEvents, refused } = await readEntries(
      ics,
      calendar(
        'BEGIN:VTODO', 'SUMMARY:Task', 'DUE;VALUE=DATE:20260203', 'END:VTODO',
        'BEGIN:VTODO', 'SUMMARY:Done', 'DTSTART;VALUE=DATE:20260201', 'DUE;VALUE=DATE:20260203', 'STATUS:COMPLETED', 'END:VTODO',
        'BEGIN:VJOURNAL', 'SUMMARY:Note', 'DTSTART;VALUE=DATE:20260203', 'END:VJOURNAL',
        'BEGIN:VFREEBUSY', 'DTSTART:20260203T100000Z', 'END:VFREEBUSY',
        'BEGIN:VEVENT', 'UID:empty', 'DTSTAMP:20260203T100000Z', 'END:VEVENT',
      ),
    );
    expect(events.map(({ draft }) => [draft.title, draft.when?.edtf?.text, draft.status])).toEqual([
      ['Task', '2026-02-03', 'planned'], ['Done', '2026-02-01/2026-02-03', 'confirmed'], ['Note', '2026-02-03', 'confirmed'],
    ]);
    expect(notEvents.map(({ what }) => what)).toEqual(['setting']);
    expect(refused).toMatchObject([{ finding: { code: 'entry-empty' }, cells: new Map([['UID', 'empty'], ['DTSTAMP', '20260203T100000Z']]) }]);
  });

  it('takes the name of the calendar for the title', async () => {
    expect(await readEntries(ics, calendar('X-WR-CALNAME:Holidays\\, all', 'X-WR-CALDESC:Of a year'))).toMatchObject({ story: { title: 'Holidays, all', deck: 'Of a year' }, entries: [] });
  });

  it('reads what stands before the damage', async () => {
    const whole = vevent('DTSTART:20260203', 'LOCATION:Oslo');
    const { events, issues } = await readEntries(ics, whole.slice(0, whole.indexOf('Oslo')));
    expect(events).toMatchObject([{ draft: { title: 'S', when: { edtf: { text: '2026-02-03' } } } }]);
    expect(issues.map(({ code }) => code)).toEqual(['file-damaged']);
  });

  const rich = calendar(
    'BEGIN:VTIMEZONE', 'TZID:Z', 'BEGIN:STANDARD', 'DTSTART:19701025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE',
    'BEGIN:VEVENT', 'UID:1', 'SUMMARY:S', 'DTSTART;TZID=Z:20260203T100000', 'DTEND:20260203T110000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20260204T090000Z', 'DESCRIPTION:<b>x</b>', 'GEO:1;2',
    'BEGIN:VALARM', 'TRIGGER:-PT5M', 'END:VALARM', 'END:VEVENT', 'BEGIN:VTODO', 'UID:2', 'DUE:20260203', 'END:VTODO',
  );
  const PIECES = ['BEGIN:VEVENT\r\n', 'END:VEVENT\r\n', ':', ';', '"', '\\', '\r\n ', '\n', '=', 'TZID=', '99999999', 'FREQ=SECONDLY', '^n', 'COUNT=999999', '-', '\u0000'];

  it('never throws, and makes one entry of every component', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(rich, PIECES), fc.string({ unit: 'binary' })), async (text) => {
        const { entries } = await readEntries(ics, text);
        for (const { line } of entries) expect(line).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['BEGIN:VEVENT\n', 'X;', 'A:\n ', 'DESCRIPTION:<p', '\\,', 'CATEGORIES:a\\'])('takes no longer than in proportion for 1 MB of %j', async (piece) => {
    const started = performance.now();
    await readEntries(ics, `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${piece.repeat(1_000_000 / piece.length)}`);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
