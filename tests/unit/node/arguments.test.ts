import { describe, expect, it } from 'vitest';
import { en } from '../../../src/core/i18n/en.ts';
import { formatsOf } from '../../../src/core/i18n/formats.ts';
import { FIRST_FIGURE } from '../../../src/core/layout/figure-request.ts';
import { parseArguments } from '../../../src/node/arguments.ts';

const words = { messages: en, formats: formatsOf('en') };
const asked = (line: string) => parseArguments(line.split(' ').filter((part) => part !== ''), words);

/** The one order of a line, or what it is instead. */
function parse(line: string) {
  const parsed = asked(line);
  if (!parsed.ok || parsed.value.kind === 'help' || parsed.value.orders.length !== 1) return parsed;
  return { ok: true, value: parsed.value.orders[0] };
}
const complaintOf = (line: string): string => {
  const parsed = asked(line);
  if (parsed.ok) throw new Error(`${line} was accepted`);
  return parsed.error;
};

function answered(line: string) {
  const parsed = asked(line);
  const order = parsed.ok && parsed.value.kind === 'work' ? parsed.value.orders[0] : undefined;
  if (order?.kind !== 'info') throw new Error(`${line} is no order for information`);
  return order;
}

describe('parseArguments', () => {
  it('takes a file to read and a file to write, and fills in the rest', () => {
    expect(parse('render story.geojson -o figure.png')).toEqual({
      ok: true,
      value: {
        kind: 'render',
        input: 'story.geojson',
        answers: {},
        output: 'figure.png',
        format: expect.objectContaining({ id: 'png' }),
        figure: FIRST_FIGURE,
        scale: 2,
        withStory: false,
        view: undefined,
      },
    });
  });

  it('takes every option', () => {
    const line = 'render a.geojson -o b.SVG --what map --width 800 --height 600 --scale 4 --theme dark --legend off --sources list --title T --deck D --as-of 2026 --credit C --alt A --view #v=1&hide=x';
    expect(parse(line)).toMatchObject({
      ok: true,
      value: {
        format: { id: 'svg' },
        figure: { parts: 'map', scope: 'view', size: { width: 800, height: 600 }, theme: 'dark', legend: false, sources: 'list', title: 'T', deck: 'D', asOf: '2026', credit: 'C', alt: 'A' },
        scale: 4,
        view: '#v=1&hide=x',
      },
    });
    expect(parse('render a.geojson -o b.svg --width 800')).toMatchObject({ value: { figure: { size: { width: 800, height: undefined } } } });
    expect(parse('render - -o - --preset column')).toMatchObject({ value: { input: '-', output: '-', format: { id: 'svg' }, figure: { size: { width: 640 } } } });
  });

  it('puts the story into pictures that can hold it, if asked', () => {
    for (const name of ['a.png', 'a.svg']) expect(parse(`render a.csv -o ${name} --with-story`)).toMatchObject({ value: { withStory: true } });
    expect(parse('render a.csv -o a.pdf --with-story')).toEqual({ ok: false, error: '--with-story is for PNG and SVG; a PDF has no room for the story.' });
    expect(parse('render a.csv -o a.html --with-story')).toEqual({ ok: false, error: '--with-story is for figures; a page has --theme and --view.' });
  });

  it('takes a page to write by its ending', () => {
    const page = { kind: 'page', input: 'a.csv', answers: {}, output: 'a.HTML' };
    expect(parse('render a.csv -o a.HTML')).toEqual({ ok: true, value: { ...page, theme: 'auto', view: undefined } });
    expect(parse('render a.csv -o a.HTML --theme dark --view #v=1&event=x')).toEqual({ ok: true, value: { ...page, theme: 'dark', view: '#v=1&event=x' } });
  });

  it('takes links to the first view', () => {
    for (const link of ['https://a.example/', 'https://a.example/#', '#', 'v=1']) expect(parse(`render a.csv -o b.svg --view ${link}`)).toMatchObject({ value: { view: link } });
  });

  it('knows the other commands', () => {
    expect(parse('check a.geojson')).toEqual({ ok: true, value: { kind: 'check', input: 'a.geojson', answers: {} } });
    expect(asked('info a.csv --json')).toEqual({ ok: true, value: { kind: 'work', orders: [{ kind: 'info', input: 'a.csv', answers: {} }], json: true } });
    expect(parse('convert a.csv -o a.geojson')).toMatchObject({ ok: true, value: { kind: 'convert', input: 'a.csv', answers: {}, output: 'a.geojson', format: { id: 'dateline' } } });
    expect(parse('convert a.csv -o -')).toMatchObject({ value: { output: '-', format: { id: 'dateline' } } });
    expect(parse('convert a.csv -o a.KML')).toMatchObject({ value: { format: { id: 'kml' } } });
    expect(parse('convert a.csv -o a.txt --to timelinejs-sheet')).toMatchObject({ value: { format: { id: 'timelinejs-sheet' } } });
    for (const line of ['--help', '-h', 'help', 'render --help']) expect(parse(line)).toEqual({ ok: true, value: { kind: 'help' } });
  });

  it('takes several files, and writes them to a folder under names of their own', () => {
    const outputs = (line: string) => {
      const parsed = asked(line);
      if (!parsed.ok || parsed.value.kind === 'help') throw new Error(line);
      return parsed.value.orders.map((order) => ('output' in order ? [order.input, order.output] : [order.input]));
    };
    expect(outputs('check a.csv b.csv')).toEqual([['a.csv'], ['b.csv']]);
    expect(outputs('render x/a.csv y/A.kml -o out/ --to pdf')).toEqual([['x/a.csv', 'out/a.pdf'], ['y/A.kml', 'out/A-2.pdf']]);
    expect(outputs('convert a.csv -o out/ --to dateline')).toEqual([['a.csv', 'out/a.geojson']]);
    expect(outputs('render a.csv -o out --to html')).toEqual([['a.csv', 'out']]);
    expect(outputs('render a b c -o pages --to html').map(([, output]) => output)).toEqual(['pages/a.html', 'pages/b.html', 'pages/c.html']);
  });

  it('takes what a file cannot settle by itself', () => {
    const { answers } = answered('info a.csv --day-first --encoding windows-1254 --delimiter tab --zone Asia/Tehran --years historical --look-up --map title=Name,start=Date');
    expect(answers).toEqual({
      order: 'day-first', encoding: 'windows-1254', delimiter: '\t', zone: 'Asia/Tehran', years: 'historical', lookUp: true, mapping: new Map([['Name', 'title'], ['Date', 'start']]),
    });
  });

  it('takes columns whose names have commas and equals signs, and those that mean nothing', () => {
    const parsed = parseArguments(['info', 'a.csv', '--map', 'title=Name, full,start=a=b', '--map', 'none=Remarks'], words);
    expect(parsed).toMatchObject({ value: { orders: [{ answers: { mapping: new Map([['Name, full', 'title'], ['a=b', 'start'], ['Remarks', null]]) } }] } });
  });

  it.each([
    ['', 'Say what to do: render, convert, check or info.'],
    ['paint a.geojson', 'There is no command “paint”; there are render, convert, check or info.'],
    ['convert a.csv', 'Name the file to write with -o, ending in .geojson, .csv, .json, .ics, .kml or .mw.'],
    ['convert a.csv -o a.docx', '“a.docx” ends in none of .geojson, .csv, .json, .ics, .kml, .mw. Say the format with --to.'],
    ['convert a.csv -o b.csv --to pdf', '--to is dateline, csv, timelinejs, timelinejs-sheet, ics, kml or markwhen, not “pdf”.'],
    ['info a --day-first --month-first', 'Give either --day-first or --month-first, not both.'],
    ['info a --years before', '--years is historical or astronomical, not “before”.'],
    ['check', 'Name the file to read.'],
    ['render a -o b.svg --view x', '--view is the link to a view, or its part after #; nothing of “x” is understood.'],
    ['render a -o b.html --view https://a.example/#window=99..1', '--view is the link to a view, or its part after #; nothing of “https://a.example/#window=99..1” is understood.'],
    ['info a.csv -o a.json', '--output means nothing to dateline info.'],
    ['check a.csv --theme dark', '--theme means nothing to dateline check.'],
    ['convert a.csv -o a.ics --width 500', '--width means nothing to dateline convert.'],
    ['render a b -o figures/', 'Several files go to a folder: name the format that they are written in with --to.'],
    ['render a b -o - --to svg', 'The standard output takes one file. Name a folder with -o, such as -o figures/.'],
    ['render a -o - --json', 'With --json the standard output takes the report. Name a file with -o.'],
    ['render a b -o figures/ --to gif', '--to is png, svg, pdf or html, not “gif”.'],
    ['convert a.geojson b.csv -o ./ --to dateline', '“a.geojson” would be written over. Name another file or folder with -o.'],
    ['convert a.csv -o ./a.csv', '“a.csv” would be written over. Name another file or folder with -o.'],
    ['render below/../a.svg -o a.svg', '“below/../a.svg” would be written over. Name another file or folder with -o.'],
    ['convert below/a.csv a.geojson -o ./ --to dateline', '“a.geojson” would be written over. Name another file or folder with -o.'],
    ['render a.geojson', 'Name the file to write with -o, ending in .svg, .png, .pdf or .html.'],
    ['render a.geojson -o a.gif', '“a.gif” ends in none of .svg, .png, .pdf and .html.'],
    ['render a -o a.svg --what list', '--what is both, timeline, map, table or storyboard, not “list”.'],
    ['render a -o a.svg --theme blue', '--theme is light or dark, not “blue”.'],
    ['render a -o a.svg --scale 5', '--scale is a whole number from 1 to 4, not “5”.'],
    ['render a -o a.svg --width 12.5', '--width is a whole number from 320 to 4,096, not “12.5”.'],
    ['render a -o a.svg --width 800 --height 1e9', '--height is a whole number from 320 to 4,096, not “1e9”.'],
    ['render a -o a.svg --height 600', '--height needs --width beside it.'],
    ['render a -o a.svg --preset social --width 600', 'Give either --preset or --width, not both.'],
    ['render a -o a.html --scale 2', '--scale is for figures; a page has --theme and --view.'],
    ['render a -o a.html --theme pink', '--theme is auto, light or dark, not “pink”.'],
    ['render a -o a.svg --colour red', 'Unknown option \'--colour\'.'],
  ])('answers “%s” with a sentence', (line, sentence) => {
    expect(complaintOf(line)).toBe(sentence);
  });

  it('names every preset when one is not known', () => {
    const complaint = complaintOf('render a -o a.svg --preset billboard');
    for (const id of ['social', 'square', 'story', 'column', 'slide', 'a4-portrait', 'a3-landscape', 'poster']) expect(complaint).toContain(id);
  });
});
