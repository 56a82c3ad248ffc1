import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { finished } from '../../src/core/base/steps.ts';
import { describeIssue } from '../../src/core/i18n/describe-issue.ts';
import { en } from '../../src/core/i18n/en.ts';
import { beginImport } from '../../src/core/validate/import.ts';

/** What became of a file: how many events it has, and what is said of it first. */
async function outcomeOf(file: string | Uint8Array): Promise<{ readonly events: number; readonly says: string }> {
  const begun = await beginImport(typeof file === 'string' ? strToU8(file) : file);
  const read = begun.ok ? finished(begun.value.steps()) : begun;
  if (!read.ok) return { events: 0, says: describeIssue(read.error, en) };
  const [issue] = read.value.issues;
  return { events: read.value.account.events, says: issue === undefined ? '' : describeIssue(issue, en) };
}

const MILLION = 1_000_000;
const geojson = (member: string): string => `{"type":"FeatureCollection","features":[{"type":"Feature",${member},"properties":{"date":"2020"}}]}`;
const calendar = (lines: string): string => `BEGIN:VCALENDAR\r\n${lines}END:VCALENDAR\r\n`;
/** Entities that stand for ten of the one before, to a thousand million in all. */
const LAUGHS = [...'bcdefghi'].map((name, n) => `<!ENTITY ${name} "${`&${'abcdefgh'[n] ?? ''};`.repeat(10)}">`).join('');

describe('a limit', () => {
  it.each([
    ['lists a million deep in a record', geojson(`"geometry":{"type":"Polygon","coordinates":${'['.repeat(MILLION)}${']'.repeat(MILLION)}}`), /lists within lists, deeper than this program follows/],
    ['objects a million deep in a record', `{"events":[{"start_date":{"year":"1"},"text":${'{"a":'.repeat(MILLION)}1${'}'.repeat(MILLION)}}]}`, /deeper than this program follows/],
    ['elements a million deep', `<kml>${'<Folder>'.repeat(MILLION)}`, /More than 200 elements lie within one another/],
    ['entities that grow a thousand million times', `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">${LAUGHS}]><kml><Placemark><name>&i;</name></Placemark></kml>`, /entities/i],
    ['entities that stand for files of the machine', '<!DOCTYPE kml [<!ENTITY e SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&e;</name></Placemark></kml>', /entities/i],
    ['a packed file of nothing but zeros', gzipSync(new Uint8Array(60 * MILLION), { level: 9 }), /1,000 times/],
    ['an archive of nothing but zeros', zipSync({ 'events.csv': [new Uint8Array(60 * MILLION), { level: 9 }] }), /1,000 times/],
    ['archives in archives', Array.from({ length: 8 }).reduce<Uint8Array>((inner) => zipSync({ 'inner.zip': inner }), strToU8('date,title\n2020,x')), /archive/i],
  ])('is told in a sentence: %s', async (_what, file, sentence) => {
    expect(await outcomeOf(file)).toEqual({ events: 0, says: expect.stringMatching(sentence) });
  });

  it('cuts what repeats without end, and says so', async () => {
    const endless = 'BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20200101T000000\r\nRRULE:FREQ=MINUTELY\r\nEND:VEVENT\r\n';
    expect(await outcomeOf(calendar(endless))).toEqual({ events: 1000, says: expect.stringContaining('the first 1,000 times are shown') });
  });

  it('cuts what all events of a file repeat together', async () => {
    const endless = 'BEGIN:VEVENT\r\nDTSTART:20200101T000000\r\nRRULE:FREQ=HOURLY\r\nEND:VEVENT\r\n'.repeat(150);
    expect((await outcomeOf(calendar(endless))).events).toBeLessThanOrEqual(100_000 + 150);
  });
});

describe('a file that is built to be slow', () => {
  it.each([
    ['a bracket a million times', '['.repeat(MILLION)],
    ['an object a million times', '{"a":'.repeat(MILLION)],
    ['a story that never begins', `{"type":"FeatureCollection","dateline":{"version":1},"features":${'['.repeat(MILLION)}`],
    ['a declaration a hundred thousand times', `<!DOCTYPE a [${'<!ENTITY '.repeat(100_000)}`],
    ['beginnings without an end', `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(100_000)}`],
    ['a rule that never comes true', calendar('BEGIN:VEVENT\r\nDTSTART:20200101\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31\r\nEND:VEVENT\r\n')],
    ['nothing but quotes', `date,title\n${'"'.repeat(MILLION)}`],
    ['nothing but commas', `date,title\n${','.repeat(MILLION)}`],
    ['twenty thousand columns', `${Array.from({ length: 20_000 }, (_, n) => `column ${n}`).join(',')}\n${','.repeat(20_000)}`],
    ['one line without an end', 'x'.repeat(20 * MILLION)],
    ['one cell without an end', `date,title\n2020,${'x'.repeat(20 * MILLION)}`],
    ['a number without an end', `date,title\n${'1'.repeat(MILLION)},x`],
    ['blanks before a word', `date,title\n2020,${' '.repeat(5 * MILLION)}x`],
    ['markup that is never closed', `date,title,description\n2020,x,${'<b'.repeat(MILLION)}`],
    ['names of characters that are none', `date,title,description\n2020,x,${'&amp'.repeat(MILLION)}`],
    ['headings and nothing under them', '# a\n'.repeat(100_000)],
  ])('comes to an end: %s', async (_what, file) => {
    // What hangs is ended by the runner.
    const { events } = await outcomeOf(file);
    expect(events).toBeLessThanOrEqual(1);
  });
});
