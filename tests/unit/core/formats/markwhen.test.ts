import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { markwhen } from '../../../../src/core/formats/markwhen.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

const looks = (text: string): number => markwhen.looksLike(sampleOf(encodeUtf8(text), () => []));

const dates = async (text: string): Promise<readonly (string | undefined)[]> => (await readEntries(markwhen, text)).events.map(({ draft }) => draft.when?.edtf?.text);

describe('telling markwhen', () => {
  it.each([
    '2025: A', 'title: T\n\n2025-01: A', 'title: T\n---\n2025-01: A', '---\ntitle: T\ntags:\n  - a\n---\n2025/2026: A', '// x\n# Section\n\nDec 7 1941: A', '#a: red\n\ngroup G: #a\n\n1927: A', 'now - 5 days: A\n', '2025-01-01 10:30: A',
  ])('in %j', (text) => {
    expect(looks(text)).toBeGreaterThan(0.5);
  });

  it.each([
    '', 'id,date,title\n1,2019-07-04,x', 'Title: x\nsome words\n2025: A', '{"2025": 1}', 'BEGIN:VCALENDAR\nVERSION:2.0', 'date\n2019-07-04T10:20:30', 'just words', 'a: b\nc: d', 'Name\tDate\nA\t2025: x',
    '<html>', '# A heading\n\nSome text about 1999: a year.',
    '2026-01-01 10:00:00,ERROR,disk full\n2026-01-01 10:00:05,WARN,low memory', '2026-01-01T10:00,ERROR', '2026-01-01 10:00:00.250 ERROR disk full',
  ])('not in %j', (text) => {
    expect(looks(text)).toBe(0);
  });
});

describe('reading markwhen', () => {
  // As the parser of its makers reads them (@markwhen/parser 0.15), but for `now`, which is open here.
  it.each<readonly [string, string]>([
    ['2025', '2025'], ['2025-06', '2025-06'], ['2025-06-01', '2025-06-01'], ['5/6/2025', '2025-05-06'], ['5/2025', '2025-05'], ['850', '0850'],
    ['2025-06-01 18:30', '2025-06-01T18:30'], ['2025-06-01T10:20:30Z', '2025-06-01T10:20:30Z'], ['2025-06-01T10:20:30Z - 2025-06-02T10:20:30Z', '2025-06-01T10:20:30Z/2025-06-02T10:20:30Z'],
    ['5/6/2025 9:45am - 5pm', '2025-05-06T09:45/2025-05-06T17'], ['2025-W10', '2025-03-03/2025-03-09'], ['2025-W10-2', '2025-03-04'],
    ['44 BCE - 14 CE', '-0043/0014'], ['300 BC', '-0299'], ['18 March 2026', '2026-03-18'], ['March 18, 2026', '2026-03-18'], ['Mar 2026', '2026-03'], ['March 2 2028', '2028-03-02'],
    ['2025 - 2026', '2025/2026'], ['2026 / 2027', '2026/2027'], ['2025-06/2025-07', '2025-06/2025-07'], ['2025 to 2026', '2025/2026'], ['1969-January 1983', '1969/1983-01'],
    ['10 September 1990-1999', '1990-09-10/1999'], ['October 1993-June 1997', '1993-10/1997-06'], ['January 1994-December 31, 2014', '1994-01/2014-12-31'],
    ['2020 - now', '2020/..'], ['November 1973-now', '1973-11/..'], ['July 13 2021-now', '2021-07-13/..'], ['2020/now', '2020/..'],
    ['2025-06 / 2 months', '2025-06/2025-07'], ['2025 / 18 months', '2025-01/2026-06'], ['2025-06-01 / 3 hours', '2025-06-01T00:00/2025-06-01T03:00'], ['2025-01-01 / 5 days', '2025-01-01/2025-01-05'],
    ['2025-06-13 / 5 months', '2025-06-13/2025-11-12'], ['2025-01-01 - 1 day', '2025-01-01'], ['2025-01-03 / 5 work days', '2025-01-03/2025-01-09'],
  ])('reads %s as %s', async (head, edtf) => {
    expect(await dates(`${head}: A`)).toEqual([edtf]);
  });

  it('counts dates from other events, and from the one before', async () => {
    const events = [
      ['2025-01-01 / 5 days', '2025-01-01/2025-01-05'],
      ['5 days', '2025-01-06/2025-01-10'],
      ['1 week / 3 days', '2025-01-18/2025-01-20'],
      ['after !a', '2025-01-06'],
      ['after !a 2 days', '2025-01-06/2025-01-07'],
      ['after !a 2 days / 1 week', '2025-01-08/2025-01-14'],
      ['by !a', '2025-01-01'],
      ['by !a 2 days', '2024-12-30/2024-12-31'],
      ['before !a / 3 days', '2024-12-29/2024-12-31'],
      ['before !a 2 days / 3 days', '2024-12-27/2024-12-29'],
      ['!a / 2 days', '2025-01-06/2025-01-07'],
      ['!a.start / 2 days', '2025-01-01/2025-01-02'],
      ['!a.end - 2025-03-01', '2025-01-06/2025-03-01'],
      ['after !last 1 year', '2031/2031'],
      ['2030', '2030'],
    ] as const;
    const text = events.map(([head], k) => `${head}: ${k}${k === 0 ? '\nid: a' : k === events.length - 1 ? '\nid: last' : ''}`).join('\n\n');
    expect(await dates(text)).toEqual(events.map(([, edtf]) => (edtf === '2031/2031' ? '2031' : edtf)));
  });

  it('tells of ids that nothing has, and of times that are counted in a circle', async () => {
    const { events } = await readEntries(markwhen, 'after !nobody: A\n\nafter !c: B\nid: b\n\nafter !b 2 days: C\nid: c\n\n2025: D');
    expect(events.map(({ draft, findings }) => [draft.when?.edtf?.text, draft.when?.wording, findings.map(({ code }) => code)])).toEqual([
      [undefined, 'after !nobody', ['reference-unknown']],
      [undefined, 'after !c', ['date-unreadable']],
      [undefined, 'after !b 2 days', ['reference-cycle']],
      ['2025', undefined, []],
    ]);
  });

  it('follows chains as long as the file', async () => {
    const count = 20_000;
    const chain = Array.from({ length: count }, (_, k) => `after !e${k + 1} 0 days: A\nid: e${k}`).join('\n\n');
    const all = await dates(`${chain}\n\n2025-01-01: last\nid: e${count}`);
    expect(new Set(all.slice(0, -1))).toEqual(new Set(['2025-01-02']));
  });

  it.each<readonly [string, readonly string[]]>([
    ['2025-01-01 every week x3', ['2025-01-01', '2025-01-08', '2025-01-15']],
    ['2025-01-01 every 2 weeks for 3 times', ['2025-01-01', '2025-01-15', '2025-01-29']],
    ['2025-01-31 every month x 3', ['2025-01-31', '2025-02-28', '2025-03-31']],
    ['2025-01-01 every other month until 2025-05-01', ['2025-01-01', '2025-03-01', '2025-05-01']],
    ['2025-01-01 every day for 3 days', ['2025-01-01', '2025-01-02', '2025-01-03']],
    ['2025-01-01/2025-01-03 every year x2', ['2025-01-01/2025-01-03', '2026-01-01/2026-01-03']],
    ['Jan 2025 every month x 3', ['2025-01', '2025-02', '2025-03']],
    ['2025 every year x2', ['2025', '2026']],
    ['2025-01-01 9am every week day x4', ['2025-01-01T09:00', '2025-01-02T09:00', '2025-01-03T09:00', '2025-01-06T09:00']],
    ['2025-01-01T10:00:00Z every day x2', ['2025-01-01T10:00:00Z', '2025-01-02T10:00:00Z']],
  ])('repeats %s', async (head, expected) => {
    expect((await dates(`${head}: A`)).map((text) => text?.replace(/T(\d\d)$/, 'T$1:00'))).toEqual(expected);
  });

  it('cuts short what repeats without end, and says so', async () => {
    const { events } = await readEntries(markwhen, '2025-01-01 every day: A\n\n2025 every year: B\n\n2025-01-01 every so often: C');
    const ofTitle = (title: string) => events.filter(({ draft }) => draft.title === title);
    expect([ofTitle('A').length, ofTitle('B').length, ofTitle('C').length]).toEqual([1000, 100, 1]);
    expect([...ofTitle('A'), ...ofTitle('B'), ...ofTitle('C')].flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(['recurrence-capped', 'recurrence-capped', 'recurrence-unread']);
  });

  it.each<readonly [string, string, string | undefined]>([
    ['Dec 25', 'date-unreadable', undefined],
    ['18:30 - 19:30', 'date-unreadable', undefined],
    ['2025-02-30', 'date-impossible', undefined],
    ['2025-05 - 2025-03', 'end-before-start', '2025-05'],
  ])('keeps an event whose date is %s', async (head, code, edtf) => {
    const { events } = await readEntries(markwhen, `2020: before\n\n${head}: A`);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ draft: { title: 'A' }, findings: [{ code, value: head }] });
    expect([events[1]?.draft.when?.edtf?.text, events[1]?.draft.when?.wording]).toEqual([edtf, head]);
  });

  it('shows an event that begins and ends on two clocks by those of its start', async () => {
    const { events } = await readEntries(markwhen, '2024-03-01 18:00: A\ntimezone: { from: "Asia/Kolkata", to: UTC }\n2024-03-02 18:00: B\ntz: {from: Nowhere/Land}');
    expect(events.map(({ draft }) => draft.when?.zone)).toEqual(['Asia/Kolkata', 'local']);
    expect(events[1]?.findings).toMatchObject([{ code: 'zone-unknown', value: 'Nowhere/Land' }]);
  });

  it('reads the header, and by it which of day and month comes first', async () => {
    const { story, events } = await readEntries(markwhen, '---\ntitle: "A title"\ndescription: About it\n#war: red\ndateFormat: d/M/y\n---\n\n5/6/2025: A');
    expect(story).toEqual({ title: 'A title', deck: 'About it', extra: new Map([['markwhenHeader', ['#war: red', 'dateFormat: d/M/y']]]) });
    expect(events[0]?.draft.when?.edtf?.text).toBe('2025-06-05');
  });

  it('reads what stands on the first line and under it', async () => {
    const { events } = await readEntries(
      markwhen,
      [
        '2025: [x] A *fine* #war thing in [Oslo](location) #trade #3', 'id: first', 'location: Paris', 'locations: [Rome, "Milan", 59.91, 10.75]', 'myKey: some: value', '',
        'Words, a [link](https://example.org/a_(b)), a ![picture](https://example.org/p.png) and [bad](javascript:alert(1)).', '- [ ] to do', '[Bergen](map)', 'See 12 monkeys: a film. #later', '',
      ].join('\n'),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      line: 1,
      findings: [{ code: 'url-refused', value: 'javascript:alert(1)' }],
      draft: {
        id: 'first',
        title: 'A *fine* war thing in Oslo trade #3',
        description: 'Words, a link, a  and bad.\n- [ ] to do\nSee 12 monkeys: a film. #later',
        categories: ['war', 'trade', 'later'],
        status: 'confirmed',
        sources: [{ url: 'https://example.org/a_(b)', title: 'link' }],
        media: [{ url: 'https://example.org/p.png', caption: 'picture' }],
        extra: new Map([['myKey', 'some: value']]),
      },
    });
    expect(events[0]?.draft.places?.map(({ name }) => name)).toEqual(['Paris', 'Rome', 'Milan', '59.91', '10.75', 'Oslo', 'Bergen']);
  });

  it('takes a pair of numbers for a position', async () => {
    expect((await readEntries(markwhen, '2025: A\nlocation: 59.91, 10.75')).events[0]?.draft.places).toMatchObject([{ kind: 'exact', at: [10.75, 59.91] }]);
  });

  it('makes categories of sections, in the present and in the former way', async () => {
    const { events, notEvents } = await readEntries(
      markwhen,
      '# One\n2020: A\n## Two #tag\nstyle: group\n2021: B\n# Three\n2022: C\n\n2023: D\n// comment\ngroup "Old": #old\n2024: E\nsection Inner\n2025: F\nendSection\nendGroup\n2026: G',
    );
    expect(events.map(({ draft }) => [draft.title, draft.categories])).toEqual([
      ['A', ['One']], ['B', ['One', 'Two']], ['C', ['Three']], ['D', ['Three']], ['E', ['Three', 'Old']], ['F', ['Three', 'Old', 'Inner']], ['G', ['Three']],
    ]);
    expect(notEvents.map(({ line, what }) => [line, what])).toEqual([[1, 'group'], [3, 'group'], [6, 'group'], [10, 'comment'], [11, 'group'], [13, 'group']]);
  });

  it('puts times on the clocks of the event, of its section or of the document', async () => {
    const { events } = await readEntries(
      markwhen,
      'tz: Asia/Tehran\n\n2025-01-01 10:00: A\n2025-01-01: B\n# S\ntimezone: -5\n2025-01-01 10:00: C\n2025-01-01 10:00 - 11:30: D\ntz: Europe/Berlin\n2025-01-01 10:00: E\ntz: America/Seattle\n2025-01-01T10:00:00Z: F',
    );
    expect(events.map(({ draft, findings }) => [draft.when?.edtf?.text, draft.when?.zone, findings.map(({ code }) => code)])).toEqual([
      ['2025-01-01T10:00', 'Asia/Tehran', []],
      ['2025-01-01', 'local', []],
      ['2025-01-01T10:00-05:00', 'local', []],
      ['2025-01-01T10:00/2025-01-01T11:30', 'Europe/Berlin', []],
      ['2025-01-01T10:00', 'local', ['zone-unknown']],
      ['2025-01-01T10:00:00Z', 'local', []],
    ]);
    expect(events[0]?.draft.when?.edtf?.span.earliestStart).toBe(Date.UTC(2025, 0, 1, 6, 30));
  });

  it('takes what is tagged as an era for one', async () => {
    expect((await readEntries(markwhen, '1914 - 1918: The war #era\n\n1916: A #milestone')).entries).toMatchObject([
      { kind: 'not-event', line: 1, what: 'era', story: { eras: [{ name: 'The war', when: '1914/1918' }] } },
      { kind: 'event', draft: { title: 'A', extra: new Map([['milestone', true]]) } },
    ]);
  });

  const rich = 'title: T\n#a: red\n\n# S\ntz: +6\n2025-01-01 / 5 days every week x3: A #b [x](https://example.org)\nid: a\nlocation: Oslo\n\nbody\n\nafter !a 2 days: B\n\n5 days: C\n\n10/12/2012 - now: D\ngroup G\n2020: E\nendGroup\n';
  const PIECES = [':', '\n', '!', 'every ', ' - ', '/', '#', '[', '](', 'after !a', '99999999 years', 'x999999', '---\n', '-', ' ', 'now', '\u0000', 'id: a\n'];

  it('never throws, and gives each entry its line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(rich, PIECES), fc.string({ unit: 'binary' })), async (text) => {
        const lines = text.split(/\r?\n|\r/).length;
        for (const { line } of (await readEntries(markwhen, text)).entries) expect(line >= 1 && line <= lines).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['2025 - ', 'after !a ', '1 day ', '[', '![a](', '#a ', '2025: ', 'a: b\n', '# x\n', 'group x\n', '-'])('takes no longer than in proportion for 1 MB of %j', async (piece) => {
    const started = performance.now();
    await readEntries(markwhen, `2025: ${piece.repeat(1_000_000 / piece.length)}`);
    await readEntries(markwhen, piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
