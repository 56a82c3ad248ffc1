import { dsvFormat } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { csv } from '../../../../src/core/formats/csv.ts';
import { rowCutter, type Dialect } from '../../../../src/core/formats/csv/cut-rows.ts';
import { rareRows } from '../../../../src/core/formats/csv/rare-rows.ts';
import { sampleRows } from '../../../../src/core/formats/csv/delimiter.ts';
import { readCsv } from '../../../../src/core/formats/csv/reader.ts';
import { rowBlock } from '../../../../src/core/formats/csv/row-block.ts';
import type { Table } from '../../../../src/core/formats/table.ts';
import { cellsIn, linesIn, rowsIn, tableBy } from '../../../support/tables.ts';

const table = (text: string, delimiter?: string): Table => tableBy(readCsv, text, delimiter === undefined ? {} : { delimiter });
const rowsOf = (text: string): readonly (readonly string[])[] => rowsIn(table(text));
/** The sign by which old systems end a file. */
const END_OF_FILE = '\u001a';

const HEAD = 'id,date,title\n';

const kindsAbove = (text: string): readonly string[] => (table(text).before ?? []).map(({ what }) => what);

/** The findings of all rows, by their lines. */
const findingsIn = (of: Table): readonly (readonly [number, string])[] =>
  [...of.blocks()].flatMap(({ count, line, findings }) => Array.from({ length: count }, (_, row) => (findings?.(row) ?? []).map(({ code }) => [line(row), code] as const)).flat());

describe('cells', () => {
  it('stand between delimiters, blanks and all', () => {
    expect(rowsOf(`${HEAD}1,2020-01-01,  a b \n2,,\n`)).toEqual([['1', '2020-01-01', '  a b '], ['2', '', '']]);
  });

  it('in quotes may hold delimiters, line ends and quotes', () => {
    expect(rowsOf(`${HEAD}1,2020-01-01,"a, ""b""\r\nc"\n2,2020-01-02,""\n`)).toEqual([['1', '2020-01-01', 'a, "b"\r\nc'], ['2', '2020-01-02', '']]);
  });

  it('in quotes may have blanks around the quotes', () => {
    expect(rowsOf(`${HEAD}1, "2020-01-01" ,  "a, b"  \n`)).toEqual([['1', '2020-01-01', 'a, b']]);
  });

  it('keep quotes that do not stand at their beginning', () => {
    expect(rowsOf(`${HEAD}1,2020-01-01,the "Big" 5" gun\n`)).toEqual([['1', '2020-01-01', 'the "Big" 5" gun']]);
  });

  it('stay as they stand where text follows a closed quotation', () => {
    expect(rowsOf(`${HEAD}1,2020-01-01,"Bloody Sunday" marches\n2,2020-01-02,"a, b" c\n3,"d" e,"f"\n`)).toEqual([
      ['1', '2020-01-01', '"Bloody Sunday" marches'],
      ['2', '2020-01-02', '"a, b" c'],
      ['3', '"d" e', 'f'],
    ]);
  });

  it('keep quotes within that are not doubled, if one that closes follows on the line', () => {
    expect(rowsOf(`${HEAD}1,2020-01-01,"He said "stop, now" to them"\n2,2020-01-02,x\n`)[0]).toEqual(['1', '2020-01-01', 'He said "stop, now" to them']);
  });

  it('may have their quotes behind backslashes', () => {
    expect(rowsOf(`${HEAD}1,2020-01-01,"He said \\"stop\\", loudly"\n2,2020-01-02,"\\"x\\""\n`)).toEqual([
      ['1', '2020-01-01', 'He said "stop", loudly'],
      ['2', '2020-01-02', '"x"'],
    ]);
  });

  it('keep any sign, also zeros', () => {
    expect(rowsOf(`${HEAD}1,2020-01-01,a\u0000b\u200f\n`)).toEqual([['1', '2020-01-01', 'a\u0000b\u200f']]);
  });

  it('are text of any letters, of which several stand in a row', () => {
    expect(rowsOf(`${HEAD}1,2020-01-01,پیروزی انقلاب\n2,İstanbul,"ı, ""ş"" 👩‍👩‍👧"\n`)).toEqual([['1', '2020-01-01', 'پیروزی انقلاب'], ['2', 'İstanbul', 'ı, "ş" 👩‍👩‍👧']]);
  });

  it('are given as stretches of bytes, told apart where marks in them stand for others', () => {
    const [block] = [...table(`${HEAD}1,"2020","a""b"\n2,2020,c\n`).blocks()];
    const { bytes, firstCell, start, end, quoting } = block?.cells ?? { bytes: new Uint8Array(), firstCell: [], start: [], end: [], quoting: '' };
    const texts = Array.from({ length: 6 }, (_, cell) => decodeUtf8(bytes.subarray(start[cell], (end[cell] ?? 0) < 0 ? ~(end[cell] ?? 0) : end[cell])));
    expect(texts).toEqual(['1', '2020', 'a""b', '2', '2020', 'c']);
    expect([...(end ?? [])].slice(0, 6).map((stop) => stop < 0)).toEqual([false, false, true, false, false, false]);
    expect([[...firstCell].slice(0, 3), quoting]).toEqual([[0, 3, 6], 'doubled']);
  });
});

describe('a quotation mark that nothing closes', () => {
  it('is text, and swallows no row', () => {
    const of = table(`${HEAD}1,2020-01-01,"never closed\n2,2020-01-02,b\n3,2020-01-03,c\n`);
    expect(rowsIn(of)).toEqual([['1', '2020-01-01', '"never closed'], ['2', '2020-01-02', 'b'], ['3', '2020-01-03', 'c']]);
    expect(findingsIn(of)).toEqual([[2, 'row-unclosed']]);
  });

  it('is told by another cell that opens before it is closed', () => {
    const of = table(`${HEAD}1,2020-01-01,"never closed\n2,2020-01-02,"b, c"\n"3","2020-01-03",""\n`);
    expect(rowsIn(of)).toEqual([['1', '2020-01-01', '"never closed'], ['2', '2020-01-02', 'b, c'], ['3', '2020-01-03', '']]);
    expect(findingsIn(of)).toEqual([[2, 'row-unclosed']]);
  });

  it('takes time in proportion to the length of the file', () => {
    const hostile = [' "', '"""a\n', '"a""\n', 'x,"\n', '"a"b,', '"""a,', 'a"",'].map((part) => part.repeat(200_000));
    for (const text of hostile) {
      const bytes = encodeUtf8(text);
      const cut = rowCutter(bytes, { delimiter: 0x2c, backslash: false });
      let rows = 0;
      for (let block = cut(1000); block !== undefined; block = cut(1000)) rows += block.count;
      expect(rows).toBeGreaterThan(0);
    }
  }, 20_000);
});

describe('rows', () => {
  it('end with a line feed, a return or both, mixed as they come, and the last one without', () => {
    const of = table('id,date,title\r\n1,2020,a\n2,2021,b\r3,2022,"c\rd\r\ne\nf"\r\n4,2023,g');
    expect(rowsIn(of)).toEqual([['1', '2020', 'a'], ['2', '2021', 'b'], ['3', '2022', 'c\rd\r\ne\nf'], ['4', '2023', 'g']]);
    expect(linesIn(of)).toEqual([2, 3, 4, 8]);
  });

  it('are counted by the lines of the file, also behind cells of several lines', () => {
    const of = table(`${HEAD}1,2020,"a\n\nb"\n2,2021,c\n`);
    expect(linesIn(of)).toEqual([2, 5]);
  });

  it('may be blank', () => {
    expect(rowsOf(`${HEAD}1,2020,a\n\n2,2021,b\n,,\n`)).toEqual([['1', '2020', 'a'], [], ['2', '2021', 'b'], ['', '', '']]);
  });

  it('may end with a delimiter too many', () => {
    expect(rowsOf(`${HEAD}1,2020,a,\n2,2021,b,\n3,2022,c,d,,\n`)).toEqual([['1', '2020', 'a', ''], ['2', '2021', 'b', ''], ['3', '2022', 'c', 'd']].map((row) => (row[3] === '' ? row.slice(0, 3) : row)));
  });

  it('end before the sign by which old systems end a file', () => {
    expect(rowsOf(`${HEAD}1,2020,a\n\u001a`)).toEqual([['1', '2020', 'a']]);
  });

  it('may be cut off in the middle', () => {
    expect(rowsOf(`${HEAD}1,2020,a\n2,20`)).toEqual([['1', '2020', 'a'], ['2', '20']]);
  });
});

describe('the delimiter', () => {
  it('is the sign that divides all rows alike', () => {
    for (const sign of [',', ';', '\t', '|']) {
      const text = [['id', 'date', 'title', 'lat'], ['1', '2020-01-01', 'a', '1.5'], ['2', '2020-01-02', 'b', '2.5']].map((row) => row.join(sign)).join('\n');
      const of = table(text);
      expect([of.delimiter, rowsIn(of)]).toEqual([sign, [['1', '2020-01-01', 'a', '1.5'], ['2', '2020-01-02', 'b', '2.5']]]);
    }
  });

  it('is not the comma of decimal numbers, nor one within titles', () => {
    expect(table('n;date;titre;lat;lon\n1;14/07/1789;Prise;48,8532;2,3692\n2;26/08/1789;Droits;48,8049;2,1204\n').delimiter).toBe(';');
    expect(table('titre;lat\nPrise, Bastille;48,8\nDroits, Paris;48,9\n').delimiter).toBe(';');
    expect(table('time\ttitle\n12:30:10\ta, b\n12:31:11\tc, d\n').delimiter).toBe('\t');
  });

  it('is told outside quotes', () => {
    expect(table('a,b,c\n1,"x;y;z;w;v",2\n2,"x;y;z;w;v",3\n').delimiter).toBe(',');
  });

  it('may be stated by the file, or by a person, who is right', () => {
    const stated = table('sep=;\na;b,c\n1;2,3\n');
    expect([stated.delimiter, stated.header, stated.headerLine, stated.before]).toEqual([';', ['a', 'b,c'], 2, [{ kind: 'not-event', line: 1, what: 'setting' }]]);
    expect(table('a;b,c\n1;2,3\n', ',').header).toEqual(['a;b', 'c']);
  });
});

describe('the header', () => {
  it('is the first row, where it has names', () => {
    const of = table(`${HEAD}1,2020-01-01,a\n`);
    expect([of.header, of.headerLine, of.before]).toEqual([['id', 'date', 'title'], 1, []]);
  });

  it('is made up where the first row is one like the others', () => {
    const of = table('1,2020-01-01,Ferry,41.5\n2,2020-01-02,Port,42.5\n3,2020-01-03,Quay,43.5\n');
    expect([of.header, of.headerLine, rowsIn(of).length]).toEqual([['Column 1', 'Column 2', 'Column 3', 'Column 4'], undefined, 3]);
  });

  it('may have years for names', () => {
    expect(table('country,1990,1991\nIran,12.5,13\nTurkey,7,9\n').header).toEqual(['country', '1990', '1991']);
  });

  it('has made-up names where it has none, and for columns beyond it', () => {
    expect(table(',date,title\n0,2020-01-01,a,x\n1,2020-01-02,b,y\n').header).toEqual(['Column 1', 'date', 'title', 'Column 4']);
  });

  it('may stand below title lines, comments and blank lines, which are no events', () => {
    const of = table('Incidents 2020,,,\n\n# made by hand\nid,date,title,lat\n1,2020-01-01,a,5\n2,2020-01-02,b,6\n');
    expect(of.headerLine).toBe(4);
    expect(of.before?.map(({ line, what }) => [line, what])).toEqual([[1, 'comment'], [2, 'blank'], [3, 'comment']]);
    expect(rowsIn(of).length).toBe(2);
  });

  it('may stand below comments and titles that are more than half of a short file', () => {
    expect(kindsAbove('# a tool\n# version 3\nid,date,title\n1,2020,a\n# a remark\n2,2021,b\n')).toEqual(['comment', 'comment']);
    expect(kindsAbove('A ministry\nA report\nof 2024\n\nid,date,title\n1,2020,a\n2,2021,b\n')).toEqual(['comment', 'comment', 'comment', 'blank']);
  });

  it('may stand below the names of groups of columns', () => {
    expect(kindsAbove('Event,,Place,\nName,Date,Lat,Lon\na,2020-01-01,1,2\nb,2020-01-02,3,4\n')).toEqual(['header']);
  });

  it('may stand behind a number sign itself', () => {
    expect(table('#id,date,title\n1,2020-01-01,a\n').header).toEqual(['#id', 'date', 'title']);
  });

  it('alone makes a table without rows', () => {
    const of = table('id,date,title\n');
    expect([of.header, rowsIn(of)]).toEqual([['id', 'date', 'title'], []]);
  });

  it('may be of words over words', () => {
    expect(table('when,what\nearly spring,snow\nlate summer,rain\n').header).toEqual(['when', 'what']);
  });

  it('is missing in exports that are known by their columns, which lend their names', () => {
    const row = (id: number): string => [id, 20180101, 201801, 2018, '2018.0027', ...Array.from({ length: 53 }, () => '')].join('\t');
    const of = table(`${row(1)}\n${row(2)}\n`);
    expect([of.header[0], of.header.length, of.headerLine]).toEqual(['GLOBALEVENTID', 58, undefined]);
  });
});

describe('delimited text', () => {
  const sampleOf = (text: string): Parameters<typeof csv.looksLike>[0] => ({ text, json: undefined, rootElement: undefined, rows: sampleRows(text) });

  it('is what is taken for it last', () => {
    expect(csv.looksLike(sampleOf('a,b\n1,2\n3,4\n'))).toBe(0.2);
    for (const text of ['', '{"a":1,"b":2}', '<kml/>', '[1,2]', `\u0000\u0001\u0002\u0003${'\u0005,'.repeat(40)}`]) expect(csv.looksLike(sampleOf(text))).toBe(0);
    expect(csv.looksLike(sampleOf('date\n1914\n1918\n'))).toBe(0.05);
    expect(csv.looksLike(sampleOf('once\nupon\n'))).toBe(0);
    expect(csv.looksLike(sampleOf('All rights, without limitation,\nare granted.\n\nThe notice, the list, and\nthis text shall stay.\nAs is.\n'))).toBe(0);
  });

  it('without rows is an empty file', () => {
    expect(() => table('\n\n')).toThrow(/file-empty/);
  });

  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('', ' ', '"', '""', 'a,b', 'a\nb', 'a\r\nb', 'x'.repeat(90), 'ş, "ı"\n'.repeat(20)));

  it('comes back as it was written, whatever its cells hold', () => {
    const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(tables, fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom(',', ';', '\t', '|'), (rows, lineEnd, delimiter) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter)).join(lineEnd);
        expect(cutAll(text, delimiter)).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });

  it('is cut as d3 cuts it, where only what must be is in quotes', () => {
    const plain = cell.map((value) => value.trimStart().replaceAll('\r', '').replaceAll(END_OF_FILE, ''));
    const tables = fc.array(fc.array(plain, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(tables, fc.constantFrom(',', ';', '|'), (rows, delimiter) => {
        const format = dsvFormat(delimiter);
        const text = format.formatRows(rows.map((row) => [...row]));
        expect(cutAll(text, delimiter)).toEqual(format.parseRows(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes usual rows as it takes the rarest, wherever they lie in memory', () => {
    const pieces = fc.array(fc.constantFrom('"', '""', '","', '"\n', ',', ';', '\n', '\r', '\r\n', ' ', '\t', 'a', 'ş', 'word', 'a text, longer', '\u001a'), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, fc.nat(4), fc.constantFrom(',', ';', '\t'), fc.boolean(), (parts, shift, delimiter, backslash) => {
        const text = encodeUtf8(parts.join(''));
        const bytes = new Uint8Array(text.length + shift).subarray(shift);
        bytes.set(text);
        const dialect = { delimiter: delimiter.charCodeAt(0), backslash };
        const cut = rowCutter(bytes, dialect);
        const rows: unknown[] = [];
        for (let block = cut(3); block !== undefined; block = cut(3)) {
          const { firstCell, start, end, line, unclosed } = block;
          for (let row = 0; row < block.count; row += 1) {
            const [first, last] = [firstCell[row], firstCell[row + 1]];
            rows.push({ line: line[row], starts: [...start.subarray(first, last)], stops: [...end.subarray(first, last)], lost: unclosed.get(row) ?? 0 });
          }
        }
        expect(rows).toEqual(rareRowsIn(bytes, dialect));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws and loses no byte between its cells, whatever it is', () => {
    const pieces = fc.array(fc.constantFrom('"', '""', ',', ';', '\n', '\r', '\r\n', ' ', '\t', 'a', 'ş', '1', '\\', '#', '\u0000', '\u001a', 'long text '.repeat(9)), { maxLength: 60 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 4 }), fc.boolean(), (parts, most, backslash) => {
        const bytes = encodeUtf8(parts.join(''));
        const cut = rowCutter(bytes, { delimiter: 0x2c, backslash });
        let [at, line] = [0, 1];
        for (let rows = cut(most); rows !== undefined; rows = cut(most)) {
          expect(rows.count).toBeGreaterThan(0);
          for (let k = 0; k < (rows.firstCell[rows.count] as number); k += 1) {
            const start = rows.start[k] as number;
            const end = rows.end[k] as number;
            expect(start).toBeGreaterThanOrEqual(at);
            // Between cells there is nothing but delimiters, line ends, quotes and blanks.
            expect(decodeUtf8(bytes.subarray(at, start))).toMatch(/^[",\r\n \t]*$/);
            at = end < 0 ? ~end : end;
          }
          for (let row = 0; row < rows.count; row += 1) {
            expect(rows.line[row]).toBeGreaterThanOrEqual(line);
            line = rows.line[row] as number;
          }
          cellsIn(rowBlock(bytes, rows, { delimiter: 0x2c, backslash }));
        }
        expect(decodeUtf8(bytes.subarray(at)).replaceAll(END_OF_FILE, '')).toMatch(/^[",\r\n \t]*$/);
      }),
      { numRuns: 4000 },
    );
  });
});

/** All rows of a table, each read by all rules of quotation. */
function rareRowsIn(bytes: Uint8Array, dialect: Dialect): readonly unknown[] {
  const length = bytes.at(-1) === 0x1a ? bytes.length - 1 : bytes.length;
  const [feed, back] = ['\n', '\r'].map((sign) => sign.charCodeAt(0));
  const rare = rareRows(bytes, dialect, 0, length);
  const rows: unknown[] = [];
  for (let [at, line] = [0, 1]; at < length; ) {
    const isBlank = bytes[at] === feed || bytes[at] === back;
    const { starts, stops, next, crossed, lost } = isBlank ? { starts: [], stops: [], next: at, crossed: 0, lost: 0 } : rare(at);
    rows.push({ line, starts, stops, lost });
    at = next + (bytes[next] === back && next + 1 < length && bytes[next + 1] === feed ? 2 : 1);
    line += 1 + crossed;
  }
  return rows;
}

function cutAll(text: string, delimiter: string): readonly (readonly string[])[] {
  const bytes = encodeUtf8(text);
  const dialect = { delimiter: delimiter.charCodeAt(0), backslash: false };
  const cut = rowCutter(bytes, dialect);
  const rows: (readonly string[])[] = [];
  for (let block = cut(7); block !== undefined; block = cut(7)) rows.push(...cellsIn(rowBlock(bytes, block, dialect)));
  return rows;
}
