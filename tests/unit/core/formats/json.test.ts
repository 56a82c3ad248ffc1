import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import type { ImportFormat, Parsed } from '../../../../src/core/formats/format.ts';
import { json } from '../../../../src/core/formats/json.ts';
import { jsonLines } from '../../../../src/core/formats/json-lines.ts';
import { sampleOf } from '../../../../src/core/formats/sample.ts';
import { readTable } from '../../../../src/core/validate/table/read-table.ts';
import { JSON_PIECES } from '../../../support/json-pieces.ts';
import { mutated } from '../../../support/mutated.ts';
import { readEntries } from '../../../support/read-entries.ts';

async function parse(format: ImportFormat, text: string): Promise<Parsed> {
  const bytes = encodeUtf8(text);
  const reader = await format.load();
  const parsed = finished(reader({ bytes, encoding: 'utf-8', sample: sampleOf(bytes, () => []) }, {}));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

/** The table that a text is read as: its header, and of each row its line and its cells, or why it cannot be read. */
async function table(format: ImportFormat, text: string) {
  const parsed = await parse(format, text);
  if (parsed.kind !== 'table') throw new Error('the reader gives entries');
  const { header } = parsed.table;
  const rows = [...parsed.table.blocks()].flatMap((block) =>
    Array.from({ length: block.count }, (_, row) => [
      block.line(row),
      block.fault?.(row)?.code ?? Array.from({ length: block.width(row) }, (__, column) => block.text(row, column)),
    ]));
  return { header, rows, layout: parsed.layout?.id, story: parsed.story, issues: parsed.issues };
}

/** The events of a text that is read as a table, by the meaning that is guessed of its columns. */
async function events(format: ImportFormat, text: string) {
  const parsed = await parse(format, text);
  if (parsed.kind !== 'table') throw new Error('the reader gives entries');
  const reading = finished(readTable(parsed.table, parsed.layout, {}));
  return [...reading.entries].flatMap((entry) => (entry.kind === 'event' ? [entry.draft] : []));
}

const certainty = (format: ImportFormat, text: string): number => format.looksLike(sampleOf(encodeUtf8(text), () => []));

describe('reading a list of records in JSON', () => {
  it('makes columns of all members that any record has, in order', async () => {
    expect(await table(json, '[{"name":"A","start":1565},\n{"name":"B","flag":true,"start":null},\n\n{"end":1.5}]')).toMatchObject({
      header: ['name', 'start', 'flag', 'end'],
      rows: [[1, ['A', '1565', '', '']], [2, ['B', '', 'true', '']], [4, ['', '', '', '1.5']]],
    });
  });

  it('makes columns of members of members, and leaves geometries whole', async () => {
    expect(await table(json, '[{"a":{"b":{"c":{"d":1}}},"tags":["x","y"],"mixed":["a;b",1],"parts":[{"x":1}],"geo":{"type":"Point","coordinates":[1,2]}}]')).toMatchObject({
      header: ['a.b.c', 'tags', 'mixed', 'parts', 'geo'],
      rows: [[1, ['{"d":1}', 'x; y', '["a;b",1]', '[{"x":1}]', '{"type":"Point","coordinates":[1,2]}']]],
    });
  });

  it.each([
    ['{"data":[{"date":"2020","title":"A"}]}', 'data'],
    ['{"title":"T","result":{"events":[{"date":"2020","title":"A"}]}}', 'events within another member'],
    ['{"meta":[{"a":1,"b":2},{"a":1,"b":2}],"events":[{"date":"2020","title":"A"}]}', 'events beside a longer list'],
  ])('finds the list in %s', async (text) => {
    expect((await table(json, text)).header).toEqual(['date', 'title']);
  });

  it('makes no column of a null where other records have members of their own', async () => {
    const text = '[{"title":"A","when":{"start":"2024-05-01"},"note":null},{"title":"B","when":null,"note":null}]';
    expect((await table(json, text)).header).toEqual(['title', 'when.start', 'note']);
    expect((await events(json, text)).map(({ when }) => when?.edtf?.text)).toEqual(['2024-05-01', undefined]);
  });

  it('finds records that have all they say within one member', async () => {
    const text = '{"objects":[{"visit":{"name":"Home","location":{"latitudeE7":410082376,"longitudeE7":289783589},"duration":{"startTimestamp":"2024-05-01T10:00:00Z","endTimestamp":"2024-05-01T12:00:00Z"}}}]}';
    const [visit] = await events(json, text);
    expect(visit).toMatchObject({ title: 'Home', when: { edtf: { text: '2024-05-01T10:00:00Z/2024-05-01T12:00:00Z' } }, places: [{ at: [28.9783589, 41.0082376] }] });
  });

  it('reads the members of an object as records, each with its name', async () => {
    expect(await table(json, '{"a":{"date":"2020","title":"A"},\n"b":{"id":"c","title":"B"}}')).toMatchObject({ header: ['id', 'date', 'title'], rows: [[1, ['a', '2020', 'A']], [2, ['c', '', 'B']]] });
  });

  it('reads values that databases mark with their type, and points of ArcGIS', async () => {
    expect(await table(json, '[{"_id":{"$oid":"5f"},"date":{"$date":{"$numberLong":"7"}},"geometry":{"x":1.5,"y":2}},{"geometry":{"x":500000,"y":2}}]')).toMatchObject({
      header: ['_id', 'date', 'geometry', 'geometry.x', 'geometry.y'],
      rows: [[1, ['5f', '7', '{"type":"Point","coordinates":[1.5,2]}', '', '']], [1, ['', '', '', '500000', '2']]],
    });
  });

  it('reads lists under a first one that names the columns', async () => {
    expect(await table(json, '[["date","title"],["2020","A"],\n["2021","B","more"]]')).toMatchObject({
      header: ['date', 'title', '3'],
      rows: [[1, ['2020', 'A', '']], [2, ['2021', 'B', 'more']]],
    });
    expect((await table(json, '[[2020,"A"]]')).header).toEqual(['1', '2']);
  });

  it('refuses records that are of another kind, or damaged, by themselves', async () => {
    expect((await table(json, '[{"a":1},\n"text",\n{"a" 2},\n{"a":3}]')).rows).toEqual([[1, ['1']], [2, 'entry-wrong-kind'], [3, 'entry-damaged'], [4, ['3']]]);
  });

  it('finds no event in a list of texts', async () => {
    const { refused, entries } = await readEntries(json, '["a",\n"b",\n3]');
    expect(entries).toHaveLength(3);
    expect(refused).toMatchObject([{ line: 1, finding: { code: 'entry-wrong-kind', value: 'a' } }, { line: 2 }, { line: 3, finding: { value: '3' } }]);
  });

  it('reads the rows of a map of kepler.gl under the fields of their dataset', async () => {
    const dataset = (names: readonly string[], ...rows: readonly (readonly unknown[])[]) => ({ version: 'v1', data: { id: 'x', fields: names.map((name) => ({ name, type: 'string' })), allData: rows } });
    expect(await table(json, JSON.stringify({ datasets: [dataset(['time', 'lat'], ['2020-01-01', 1.5]), dataset(['lat', 'name'], [2, 'B'])], config: {}, info: {} }))).toMatchObject({
      header: ['time', 'lat', 'name'],
      rows: [[1, ['2020-01-01', '1.5', '']], [1, ['', '2', 'B']]],
    });
  });

  it('takes the title beside the list for that of the story', async () => {
    expect((await table(json, '{"title":"T","events":[{"date":"2020","name":"A"}]}')).story).toEqual({ title: 'T' });
  });

  it('says where a file without events holds none', async () => {
    await expect(parse(json, '{"a":1}')).rejects.toThrow('file-unknown');
  });

  it('is less sure than any format that is known by more', () => {
    expect(certainty(json, '[{"start":"2011","name":"x"}]')).toBe(0.4);
    expect(certainty(json, '{"a":1}')).toBe(0.1);
    expect(certainty(json, '<kml/>')).toBe(0);
  });

  it('has as many rows as records, whatever has become of the file', async () => {
    const whole = '{"events":[{"name":"a","when":{"start":"1565","tags":["x"]}},\n{"name":"b","end":7},\n{"c":[{"d":1}]}]}';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES), async (text) => {
        const parsed = await parse(json, text).catch((error: Error) => void expect(error.message).toMatch(/^file-/));
        if (parsed?.kind !== 'table') return;
        const reading = finished(readTable(parsed.table, parsed.layout, {}));
        const count = [...parsed.table.blocks()].reduce((sum, block) => sum + block.count, 0);
        expect([...reading.entries]).toHaveLength(count);
      }),
    );
  });
});

describe('reading results of Wikidata', () => {
  const term = (value: string, type = 'literal') => ({ type, value });
  const entity = (id: string) => term(`http://www.wikidata.org/entity/${id}`, 'uri');
  const results = (...bindings: readonly object[]) => JSON.stringify({ head: { vars: ['item', 'itemLabel', 'coord', 'date', 'precision'] }, results: { bindings } });

  it('reads items, positions, and dates as exactly as their precision says', async () => {
    const binding = (date: string, precision: string) => ({ item: entity('Q1'), itemLabel: term('A'), coord: term('Point(4.4 50.6)'), date: term(date), precision: term(precision) });
    const drafts = await events(json, results(binding('1815-06-18T00:00:00Z', '11'), binding('1815-06-01T00:00:00Z', '10'), binding('-0489-01-01T00:00:00Z', '9'), binding('1853-01-01T00:00:00Z', '8'), binding('1600-01-01T00:00:00Z', '7')));
    expect(drafts.map(({ when }) => when?.edtf?.text)).toEqual(['1815-06-18', '1815-06', '-0489', '185X', '15XX']);
    expect(drafts[0]).toMatchObject({ id: 'Q1', title: 'A', places: [{ kind: 'exact', at: [4.4, 50.6] }], sources: [{ publisher: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q1' }] });
  });

  it('keeps a solution without a position or a date', async () => {
    const drafts = await events(json, results({ item: entity('Q1'), itemLabel: term('A'), date: term('t1', 'bnode') }));
    expect(drafts.map(({ title, when, places }) => [title, when?.edtf, places])).toEqual([['A', undefined, []]]);
  });

  it('reads the simple form, and tells it by the addresses of its items', async () => {
    const text = JSON.stringify([{ event: 'http://www.wikidata.org/entity/Q2487', date: '1618-05-23T00:00:00Z', eventLabel: "Thirty Years' War", article_en: 'https://en.wikipedia.org/wiki/Thirty_Years%27_War' }]);
    const drafts = await events(json, text);
    expect(drafts).toMatchObject([{ id: 'Q2487', title: "Thirty Years' War", when: { edtf: { text: '1618-05-23' } } }]);
    expect(drafts[0]?.sources?.map(({ url }) => url)).toEqual(['https://en.wikipedia.org/wiki/Thirty_Years%27_War', 'https://www.wikidata.org/wiki/Q2487']);
  });
});

describe('reading lines of JSON', () => {
  it('reads a value a line, and refuses a broken one by itself', async () => {
    expect(await table(jsonLines, '{"message":"a","datetime":"2020-01-01T00:00:00"}\n\n{"message":"b",\n{"message":"c"},\n7\n')).toMatchObject({
      header: ['message', 'datetime'],
      rows: [[1, ['a', '2020-01-01T00:00:00']], [3, 'entry-damaged'], [4, ['c', '']], [5, 'entry-wrong-kind']],
    });
  });

  it('reads values that go over several lines', async () => {
    expect((await table(jsonLines, '{\n"a": 1\n}\n{\n"a": 2\n}')).rows).toEqual([[1, ['1']], [4, ['2']]]);
  });

  it('reads a sequence of features as a collection of them', async () => {
    const { events: read } = await readEntries(jsonLines, '\u001e{"type":"Feature","properties":{"title":"A","date":"2020"},"geometry":null}\n\u001e{"type":"Feature","properties":{"title":"B"},"geometry":{"type":"Point","coordinates":[1,2]}}\n');
    expect(read.map(({ line, draft }) => [line, draft.title, draft.when?.edtf?.text])).toEqual([[1, 'A', '2020'], [2, 'B', undefined]]);
  });

  it('reads what Timesketch exports', async () => {
    const drafts = await events(jsonLines, '{"message":"logon","datetime":"2020-01-01T10:00:00.123456+00:00","timestamp_desc":"Event Logged","timestamp":1577872800123456}\n{"message":"logoff","datetime":"2020-01-01T11:00:00+00:00","timestamp_desc":"Event Logged"}');
    expect(drafts.map(({ title, when }) => [title, when?.edtf?.text.slice(0, 19)])).toEqual([['logon', '2020-01-01T10:00:00'], ['logoff', '2020-01-01T11:00:00']]);
  });

  it.each([
    ['{"a":1}\n{"a":2}\n', true],
    ['\u001e{"a":1}\n', true],
    ['{"a":1}\nbroken\n{"a":2}\n{"a":3}\n', true],
    ['{\n"a":1\n}\n{\n"a":2\n}', true],
    ['{"a":1}', false],
    ['[{"a":1},\n{"a":2}]', false],
    ['{\n"events": [\n{"a":1},\n{"a":2}\n]}', false],
    ['a,b\n1,2', false],
  ])('is told by its lines: %j', (text, isIt) => {
    expect(certainty(jsonLines, text) > 0.4).toBe(isIt);
  });

  it('has as many rows as lines that are not blank', async () => {
    const whole = '{"a":1,"b":"x"}\n{"a":2}\n\n{"a":3,"c":[1]}\n';
    await fc.assert(
      fc.asyncProperty(mutated(whole, JSON_PIECES.filter((piece) => piece !== '\u0000')), async (text) => {
        const parsed = await parse(jsonLines, text);
        if (parsed.kind !== 'table') return;
        const rows = [...parsed.table.blocks()].reduce((sum, block) => sum + block.count, 0);
        expect(rows).toBeLessThanOrEqual(text.split('\n').length + text.length);
        expect([...finished(readTable(parsed.table, parsed.layout, {})).entries]).toHaveLength(rows);
      }),
    );
  });
});
