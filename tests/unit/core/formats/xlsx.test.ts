import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { unpack } from '../../../../src/core/formats/unpack.ts';
import { xlsx } from '../../../../src/core/formats/xlsx.ts';
import { shownBy } from '../../../../src/core/formats/xlsx/date-format.ts';
import { readXlsx } from '../../../../src/core/formats/xlsx/reader.ts';
import { valueOf } from '../../../support/result.ts';
import { linesIn, parsedBy, rowsIn, tableBy } from '../../../support/tables.ts';

interface BookParts {
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly texts?: string;
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
}

/** A workbook of sheets, each given by its rows as XML. Style 0 has no format; style n the nth of `formats`, a code or the number of a built-in one. */
function workbook({ sheets, hidden = [], texts = '', formats = [], date1904 = false }: BookParts): Uint8Array {
  const names = Object.keys(sheets);
  const codes = formats.map((code, index) => (/^\d+$/.test(code) ? '' : `<numFmt numFmtId="${170 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)).join('');
  const styles = formats.map((code, index) => `<xf numFmtId="${/^\d+$/.test(code) ? code : 170 + index}"/>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><workbookPr date1904="${date1904}"/><sheets>`
      + names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`).join('')
      + '</sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="x/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}`
      + '<Relationship Id="rIdS" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${texts}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`),
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(`<worksheet><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`)])),
  }, { level: 0 });
}

const text = (reference: string, value: string): string => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (reference: string, value: number | string, style = 0): string => `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const row = (line: number, ...cells: readonly string[]): string => `<row r="${line}">${cells.join('')}</row>`;
const HEADER = row(1, text('A1', 'date'), text('B1', 'title'));

describe('the cells of a workbook', () => {
  it('are texts of their own, shared, rich, or what a formula came to', () => {
    const book = workbook({
      texts: '<si><t>shared</t></si><si><r><t>rich </t></r><r><rPr/><t xml:space="preserve">text</t></r><rPh><t>phonetic</t></rPh></si>',
      sheets: {
        A: HEADER
          + row(2, '<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="s"><v>1</v></c>')
          + row(3, '<c r="A3" t="str"><f>A2&amp;"x"</f><v>sharedx</v></c>', text('B3', 'a_x000D_\nb &lt; c')),
      },
    });
    expect(rowsIn(tableBy(readXlsx, book))).toEqual([['shared', 'rich text'], ['sharedx', 'a\nb < c']]);
  });

  it('are numbers as a person sees them, truth values, and nothing for errors', () => {
    const book = workbook({
      sheets: { A: HEADER + row(2, number('A2', '31.348478299999998'), number('B2', '0.1')) + row(3, number('A3', 42), '<c r="B3" t="b"><v>1</v></c>') + row(4, text('A4', 'x'), '<c r="B4" t="e"><v>#N/A</v></c>') },
    });
    expect(rowsIn(tableBy(readXlsx, book))).toEqual([['31.3484783', '0.1'], ['42', 'TRUE'], ['x']]);
  });

  it('have the text of the one above that they are merged with, but not of one beside them', () => {
    const rows = row(2, text('A2', '2021'), text('B2', 'one')) + row(3, text('B3', 'two')) + row(4, text('A4', 'wide')) + row(5, text('A5', '2022'), text('B5', 'three'));
    const merged = '</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:B4"/><mergeCell ref="A5:A99999999"/><mergeCell ref="x"/></mergeCells><sheetData>';
    expect(rowsIn(tableBy(readXlsx, workbook({ sheets: { A: HEADER + rows + merged } })))).toEqual([['2021', 'one'], ['2021', 'two'], ['wide'], ['2022', 'three']]);
  });

  it('are dates as exactly as their format shows them', () => {
    const formats = ['yyyy-mm-dd', 'mmm yyyy', 'yyyy', 'd/m/yyyy h:mm', 'yyyy-mm-dd hh:mm:ss', '[$-409]d\\ mmmm\\ yyyy;@', '14', '17', '22', 'h:mm AM/PM', '0.00', '#,##0', 'General', '"day" 0', '[h]:mm'];
    const cells = formats.map((_, index) => row(index + 2, number(`A${index + 2}`, 44_197.520_833_333_3, index + 1), text(`B${index + 2}`, 'x')));
    const table = tableBy(readXlsx, workbook({ formats, sheets: { A: HEADER + cells.join('') } }));
    expect(rowsIn(table).map(([first]) => first)).toEqual([
      '2021-01-01', '2021-01', '2021', '2021-01-01T12:30', '2021-01-01T12:30', '2021-01-01', '2021-01-01', '2021-01', '2021-01-01T12:30', '2021-01-01T12:30',
      '44197.5208333333', '44197.5208333333', '44197.5208333333', '44197.5208333333', '2021-01-01T12:30',
    ]);
  });

  it('are times of day where they have no day, and days where they have no time', () => {
    const sheets = { A: HEADER + row(2, number('A2', 44_197, 1), number('B2', 0.680_555_555_6, 2)) + row(3, number('A3', 60, 3), number('B3', 0.25, 2)) };
    expect(rowsIn(tableBy(readXlsx, workbook({ formats: ['yyyy-mm-dd hh:mm', 'h:mm', '14'], sheets })))).toEqual([['2021-01-01', '16:20'], ['1900-02-29', '06:00']]);
  });

  it('are lengths of time where their format counts hours beyond a day', () => {
    const sheets = { A: HEADER + row(2, number('A2', 1.25, 1), number('B2', 0.0625, 1)) + row(3, number('A3', 44_197.5, 1), text('B3', 'x')) };
    expect(rowsIn(tableBy(readXlsx, workbook({ formats: ['[h]:mm'], sheets })))).toEqual([['30:00:00', '01:30'], ['2021-01-01T12:00', 'x']]);
  });

  it('count their days from 1904, where the workbook says so', () => {
    const sheets = { A: HEADER + row(2, number('A2', 42_735, 1), text('B2', 'x')) };
    expect(rowsIn(tableBy(readXlsx, workbook({ formats: ['14'], date1904: true, sheets })))[0]).toEqual(['2021-01-01', 'x']);
  });

  it('stand where their references say, or else one after the other', () => {
    const sheets = { A: HEADER + row(2, text('A2', '2020'), text('D2', 'far')) + '<row><c t="inlineStr"><is><t>2021</t></is></c><c t="inlineStr"><is><t>next</t></is></c></row>' };
    expect(rowsIn(tableBy(readXlsx, workbook({ sheets })))).toEqual([['2020', '', '', 'far'], ['2021', 'next']]);
  });
});

describe('what a number format shows', () => {
  it('is no date where its letters are quoted, escaped or a colour', () => {
    for (const code of ['"day" 0', '0\\d', '[Red]0', '0.00E+00', '# ?/?', '@', '_-* #,##0_-', '[$€-407]#,##0']) expect(shownBy(200, code)).toBeUndefined();
  });

  it('is told by its own letters', () => {
    const shown = { 'dd.mm.yy': 'day', 'mmmm': 'month', 'yyyy"年"m"月"d"日"': 'day', 'mm:ss.0': 'time', 'h:mm:ss': 'time', 'ggge': 'year', 'dddd, mmmm dd, yyyy': 'day', 'm/d/yy h:mm AM/PM': 'minute', 'd/m': 'day', '[ss]': 'elapsed', '[h]:mm': 'elapsed' } as const;
    for (const [code, kind] of Object.entries(shown)) expect([code, shownBy(200, code)]).toEqual([code, kind]);
  });
});

describe('the rows of a sheet', () => {
  it('begin with the header, wherever it stands, and have the numbers of the sheet', () => {
    const sheets = {
      A: row(2, text('C2', 'Incidents of 2020')) + row(4, text('C4', 'date'), text('D4', 'title'), text('E4', 'lat')) + row(5, text('C5', '2020-01-01'), text('D5', 'a'), number('E5', 1)) + row(6, '<c r="C6" s="0"/>')
        + row(9, text('C9', '2020-01-02'), text('D9', 'b'), number('E9', 2)),
    };
    const table = tableBy(readXlsx, workbook({ sheets }));
    expect([table.header, table.headerLine, linesIn(table)]).toEqual([['date', 'title', 'lat'], 4, [5, 9]]);
    expect(table.before).toEqual([{ kind: 'not-event', line: 2, what: 'comment' }]);
    expect(rowsIn(table)[0]).toEqual(['2020-01-01', 'a', '1']);
  });
});

describe('the sheets of a workbook', () => {
  const events = HEADER + row(2, text('A2', '2020-01-01'), text('B2', 'a')) + row(3, text('A3', '2020-01-02'), text('B3', 'b'));
  const notes = row(1, text('A1', 'About this file')) + row(2, text('A2', 'made by hand'));

  it('are told by what looks like events', () => {
    const table = tableBy(readXlsx, workbook({ sheets: { Notes: notes, Events: events, Empty: '' } }));
    expect([table.sheet, table.sheets]).toEqual(['Events', ['Notes']]);
  });

  it('may be chosen by a person', () => {
    expect(tableBy(readXlsx, workbook({ sheets: { Notes: notes, Events: events } }), { sheet: 'Notes' }).sheet).toBe('Notes');
  });

  it('that are hidden come after those that are seen', () => {
    expect(tableBy(readXlsx, workbook({ sheets: { Old: events, Other: notes }, hidden: ['Old'] })).sheet).toBe('Other');
    expect(tableBy(readXlsx, workbook({ sheets: { Old: events }, hidden: ['Old'] })).sheet).toBe('Old');
  });

  it('of TimeMap say what associations and sources are, in place of their ids', () => {
    const header = row(1, ...['description', 'date', 'location', 'latitude', 'longitude', 'association1', 'source1'].map((name, index) => text(`${'ABCDEFG'[index]}1`, name)));
    const table = tableBy(readXlsx, workbook({
      sheets: {
        EXPORT_EVENTS: header + row(2, text('A2', 'x'), text('B2', '10/21/2015'), text('F2', 'gas'), text('G2', 'src1')),
        EXPORT_ASSOCIATIONS: row(1, text('A1', 'id'), text('B1', 'title'), text('C1', 'filter_path0'), text('D1', 'filter_path1')) + row(2, text('A2', 'gas'), text('B2', 'gas'), text('C2', 'Weapons'), text('D2', 'Tear gas')),
        EXPORT_SOURCES: row(1, text('A1', 'id'), text('B1', 'path1')) + row(2, text('A2', 'src1'), text('B2', 'https://example.org/a')),
      },
    }));
    expect([table.sheet, rowsIn(table)[0]]).toEqual(['EXPORT_EVENTS', ['x', '10/21/2015', '', '', '', 'Tear gas', 'https://example.org/a']]);
  });
});

describe('a workbook', () => {
  const whole = workbook({ formats: ['14'], texts: '<si><t>word</t></si>', sheets: { A: HEADER + row(2, number('A2', 44_197, 1), '<c r="B2" t="s"><v>0</v></c>'), B: HEADER } });

  it('is told by how its archive begins', () => {
    expect(xlsx.looksLike({ text: 'PK\u0003\u0004…', json: undefined, rootElement: undefined, rows: [] })).toBe(1);
    expect(xlsx.looksLike({ text: 'PK,x', json: undefined, rootElement: undefined, rows: [] })).toBe(0);
    expect(valueOf(unpack(whole)).bytes).toBe(whole);
  });

  it('without a sheet that holds anything is an empty file, and an archive of something else no workbook', () => {
    expect(() => tableBy(readXlsx, workbook({ sheets: { A: '' } }))).toThrow(/file-empty/);
    expect(() => tableBy(readXlsx, zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }))).toThrow(/file-unknown/);
  });

  it('whose end is missing is read as far as it goes', () => {
    const parsed = parsedBy(readXlsx, whole.subarray(0, whole.length - 60));
    expect(parsed.issues.map(({ code }) => code)).toEqual(['archive-damaged']);
  });

  it('never makes its reader throw, whatever its parts hold', () => {
    const parts = fc.array(
      fc.oneof(fc.constantFrom('<row r="2">', '</row>', '<c r="A2" t="s">', '<c r="XFD9" s="7">', '<c t="d">', '</c>', '<v>', '</v>', '<is><t>', '</t></is>', '1e400', '-5', '99999999', '2020-01-01T00:00:00', '&#x41;', '<rPh>', ']]>'), fc.string({ maxLength: 6 })),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(parts, parts, (sheet, texts) => {
        const book = workbook({ formats: ['14', 'h:mm'], texts: texts.join(''), sheets: { A: HEADER + sheet.join('') } });
        const result = finished(readXlsx({ bytes: book, encoding: undefined, sample: { text: '', json: undefined, rootElement: undefined, rows: [] } }, {}));
        if (result.ok && result.value.kind === 'table') for (const line of linesIn(result.value.table)) expect(line).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 10 }), fc.nat(whole.length), (changes, length) => {
        const bytes = whole.slice(0, Math.max(4, length));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const result = finished(readXlsx({ bytes, encoding: undefined, sample: { text: '', json: undefined, rootElement: undefined, rows: [] } }, {}));
        if (result.ok && result.value.kind === 'table') rowsIn(result.value.table);
      }),
      { numRuns: 200 },
    );
  });
});
