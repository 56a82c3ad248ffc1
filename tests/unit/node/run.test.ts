import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../../src/node/console.ts';
import { run } from '../../../src/node/run.ts';

const STORY = join(import.meta.dirname, '../../../data/stories/iran-us-2026-02.geojson');
const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileIn = (name: string): string => join(folder, name);

async function runLine(...args: readonly string[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await run(args, { say: (text) => said.push(text), complain: (text) => complaints.push(text), progress: () => undefined });
  return { code, said: said.join('\n'), complaints: complaints.join('\n') };
}

/** How many dark pixels a headline makes; above the map there is nothing else. */
async function inkOf(name: string, title: string): Promise<number> {
  await runLine('render', STORY, '-o', fileIn(name), '--what', 'map', '--scale', '1', '--deck', '', '--title', title);
  const { width, data } = PNG.sync.read(readFileSync(fileIn(name)));
  return data.subarray(0, width * 56 * 4).filter((value, i) => i % 4 === 0 && value < 100).length;
}

const titlesOf = (file: string): readonly string[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as { readonly features: readonly { readonly properties: { readonly title: string } }[] }).features.map(
    ({ properties }) => properties.title,
  );

describe('the command line', () => {
  it('renders an SVG with all titles, the credits and the fonts inside', async () => {
    const file = fileIn('figure.svg');
    expect(await runLine('render', STORY, '-o', file)).toEqual({ code: EXIT.done, said: `${file}: 1,200 × 675 pixels.`, complaints: '' });
    const svg = readFileSync(file, 'utf8');
    for (const title of titlesOf(STORY)) expect(svg).toContain(title);
    expect(svg).toContain('Map: Natural Earth.');
    for (const family of ['Inter', 'Source Serif 4']) expect(svg).toContain(`@font-face{font-family:'${family}'`);
    const addresses = [...svg.matchAll(/(?:https?:)?\/\/[^"')\s]+/g)].map(([address]) => address);
    expect(addresses.filter((address) => address !== 'http://www.w3.org/2000/svg' && address.includes('.'))).toEqual([]);
  });

  it('renders a PNG at the scale asked for, in the colours of the theme', async () => {
    const file = fileIn('figure.png');
    const { code, said } = await runLine('render', STORY, '-o', file, '--what', 'timeline', '--width', '400', '--height', '700', '--scale', '3', '--theme', 'dark');
    expect(code).toBe(EXIT.done);
    expect(said).toContain('1,200 × 2,100 pixels');
    const { width, height, data } = PNG.sync.read(readFileSync(file));
    expect([width, height]).toEqual([1200, 2100]);
    // The dark theme's paper, #14181C, and something on it.
    expect([...data.subarray(0, 4)]).toEqual([0x14, 0x18, 0x1c, 0xff]);
    expect(new Set(new Uint32Array(data.buffer, data.byteOffset, width * height)).size).toBeGreaterThan(100);
  });

  it('puts all events of the story inside a picture that shows some of them, where it is asked to, and opens it again', async () => {
    for (const name of ['held.png', 'held.svg']) {
      const rendered = await runLine('render', STORY, '-o', fileIn(name), '--what', 'map', '--scale', '1', '--view', '#v=1&q=Muscat', '--with-story');
      expect(rendered.code).toBe(EXIT.done);
      const { code, said } = await runLine('info', fileIn(name), '--json');
      expect(code).toBe(EXIT.done);
      expect(JSON.parse(said)).toMatchObject({ format: 'dateline', events: titlesOf(STORY).length, refused: [] });
    }
  });

  it('sets letters in the fonts that ship with the program', async () => {
    const [none, latin, arabic] = [await inkOf('none.png', ''), await inkOf('latin.png', 'A headline'), await inkOf('arabic.png', 'گفت‌وگو در عمان')];
    expect(none).toBe(0);
    expect(latin).toBeGreaterThan(300);
    expect(arabic).toBeGreaterThan(300);
  });

  it('draws the view of a link', async () => {
    const file = fileIn('view.svg');
    await runLine('render', STORY, '-o', file, '--view', 'https://example.org/page#v=1&hide=military,inside-iran');
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('Witkoff plans talks');
    expect(svg).not.toContain('Fast boats try to stop');
  });

  it('finds nothing wrong with the story that ships', async () => {
    expect(await runLine('check', STORY)).toEqual({ code: EXIT.done, said: '12 events. Nothing is wrong.', complaints: '' });
  });

  it('says what is wrong with a file, and fails when something had to be set aside', async () => {
    const broken = fileIn('broken.geojson');
    const good = { type: 'Feature', id: 'a', geometry: null, properties: { title: 'A', when: '2026-02-03', status: 'confirmed', categories: [] } };
    writeFileSync(broken, JSON.stringify({ type: 'FeatureCollection', dateline: { version: 1, title: 'T', language: 'en' }, features: [good, 7] }));
    const { code, said } = await runLine('check', broken);
    expect(code).toBe(EXIT.failed);
    expect(said).toMatch(/^\S*broken\.geojson:1:\d+: error: Feature 2: /);
    expect(said).toContain('1 event. Errors: 1.');
  });

  it('answers a file that it cannot open or write with a sentence and a code', async () => {
    const noStory = fileIn('no-story.txt');
    writeFileSync(noStory, 'nothing');
    expect(await runLine('check', noStory)).toMatchObject({ code: EXIT.failed, complaints: expect.stringContaining('No format that this program reads') });
    expect(await runLine('check', fileIn('absent'))).toMatchObject({ code: EXIT.failed, complaints: expect.stringContaining('could not be read') });
    const { code, complaints } = await runLine('render', STORY, '-o', fileIn('no/such/folder.svg'));
    expect([code, complaints]).toEqual([EXIT.failed, expect.stringContaining('could not be written')]);
  });

  it('lists what is wrong as compilers do, by the line and the cell', async () => {
    const table = fileIn('wrong.csv');
    writeFileSync(table, 'title,date\nA,2019-07-04\nB,someday\nC,2019-13-45\n');
    const { said } = await runLine('check', table);
    const first = said.split('\n').find((line) => line.startsWith(table));
    expect(first).toMatch(/wrong\.csv:3:2: (?:error|warning): date: /);
    const { issues } = JSON.parse((await runLine('check', table, '--json')).said) as { readonly issues: readonly object[] };
    expect(issues[0]).toMatchObject({ line: 3, column: 2, severity: expect.stringMatching(/error|warning/), message: expect.stringContaining('someday') });
  });

  it('works on many files one after the other, and goes on after one that cannot be read', async () => {
    const [one, two] = [fileIn('one.csv'), fileIn('two.csv')];
    for (const file of [one, two]) writeFileSync(file, 'title,date\nA,1914\n');
    const folder = `${fileIn('many')}/`;
    const { code, complaints } = await runLine('convert', one, fileIn('absent.csv'), two, '-o', folder, '--to', 'dateline');
    expect(code).toBe(EXIT.failed);
    expect(complaints).toContain('1 of 3 files could not be worked on as asked.');
    expect([`${folder}one.geojson`, `${folder}two.geojson`].map(titlesOf)).toEqual([['A'], ['A']]);
    const { said } = await runLine('info', one, two, '--json');
    expect(said.split('\n').map((line) => JSON.parse(line) as unknown)).toMatchObject([{ file: one, events: 1 }, { file: two, events: 1 }]);
  });

  it('reports to programs what it has written', async () => {
    const file = fileIn('reported.svg');
    expect(JSON.parse((await runLine('render', STORY, '-o', file, '--json')).said)).toMatchObject({ output: file, format: 'svg', width: 1200, height: 675, unnamed: 0 });
    expect(JSON.parse((await runLine('info', fileIn('absent'), '--json')).said)).toEqual({ error: expect.stringContaining('could not be read') });
  });

  it('says what a table holds, for programs and for people', async () => {
    const table = fileIn('events.csv');
    writeFileSync(table, 'title,date,lat,lon\nA,2019-07-04,1,2\n\nB,05/06/2019,,\n');
    const { said } = await runLine('info', table, '--json', '--day-first');
    expect(JSON.parse(said)).toMatchObject({
      format: 'csv', encoding: 'utf-8', delimiter: ',', records: 3, events: 2, refused: [], notEvents: [{ line: 3, kind: 'blank' }],
      dated: 2, undated: 0, withCoordinates: 1, unplaced: 1, first: { edtf: '2019-06-05' }, last: { edtf: '2019-07-04' }, warnings: [],
      mapping: { title: 'title', date: 'start', lat: 'latitude', lon: 'longitude' },
    });
    expect((await runLine('info', table)).said).toContain('Records: 3 = 2 events + 0 refused + 1 that are no events');
  });

  it('writes any file as a native one, which opens as the same events', async () => {
    const [table, story] = [fileIn('events.tsv'), fileIn('events.geojson')];
    writeFileSync(table, 'title\tdate\tcolour\nA\t1914\tred\nB\t2019-07\t\n');
    expect(await runLine('convert', table, '-o', story)).toMatchObject({ code: EXIT.done, said: expect.stringContaining('2 events') });
    expect(titlesOf(story)).toEqual(['A', 'B']);
    expect(readFileSync(story, 'utf8')).toContain('"when":"1914"');
    expect(readFileSync(story, 'utf8')).toContain('"colour":"red"');
    expect(await runLine('check', story)).toMatchObject({ code: EXIT.done, said: expect.stringContaining('Nothing is wrong') });
  });

  it('writes other formats, and says on the standard error what they cannot hold', async () => {
    const [table, calendar] = [fileIn('some.csv'), fileIn('some.ics')];
    writeFileSync(table, 'title,date,actors\nA,1914,Crew\nB,,\n');
    const converted = await runLine('convert', table, '-o', calendar);
    expect(converted).toMatchObject({ code: EXIT.done, complaints: expect.stringContaining('Actors: 1 event: “A”') });
    expect(readFileSync(calendar, 'utf8')).toContain('DTSTART;VALUE=DATE:19140101\r\nDTEND;VALUE=DATE:19150101\r\n');
    expect(JSON.parse((await runLine('info', calendar, '--json')).said)).toMatchObject({ format: 'ics', events: 2, first: { edtf: '1914' }, undated: 1 });
    expect((await runLine('convert', table, '-o', fileIn('some.json'))).said).toContain('1 events');
  });

  it('looks names of places up only when that is allowed, and says how many it would find', async () => {
    const table = fileIn('places.csv');
    writeFileSync(table, 'title,date,place\nA,2019,Tehran\nB,2020,Nowhereville\n');
    const info = async (...more: readonly string[]) => JSON.parse((await runLine('info', table, '--json', ...more)).said) as unknown;
    expect(await info()).toMatchObject({ withCoordinates: 0, unplaced: 2, questions: [{ kind: 'places', names: ['Tehran', 'Nowhereville'], found: 1 }] });
    expect(await info('--look-up')).toMatchObject({ withCoordinates: 1, unplaced: 1, questions: [] });
  });

  it('explains itself', async () => {
    expect(await runLine('--help')).toMatchObject({ code: EXIT.done, said: expect.stringContaining('dateline render') });
    expect(await runLine('render')).toMatchObject({ code: EXIT.misused, complaints: 'Name the file to read.\ndateline --help shows how.' });
  });
});
