import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../../src/core/base/utf8.ts';
import { declaredEncoding } from '../../../../../src/core/formats/xml/declared-encoding.ts';
import { readXml, type XmlEnd, type XmlOptions } from '../../../../../src/core/formats/xml/read-xml.ts';

/** What is told of an XML text: elements as tags, words joined, `!` behind an element without an end, and what is broken. */
function told(text: string, options: XmlOptions = {}): { readonly parts: string; readonly broken: readonly string[]; readonly end: XmlEnd } {
  let parts = '';
  const broken: string[] = [];
  const end = finished(
    readXml(
      encodeUtf8(text),
      {
        open: (name, attributes) => (parts += `<${[name, ...Array.from(attributes, ([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' ')}>`),
        text: (words) => (parts += words),
        close: (name, whole) => (parts += `</${name}${whole ? '' : '!'}>`),
        broken: (name, line) => broken.push(`${name}:${line}`),
      },
      options,
    ),
  );
  return { parts, broken, end };
}

describe('reading XML', () => {
  it.each([
    ['elements and words', '<a><b>one</b> two</a>', '<a><b>one</b> two</a>'],
    ['attributes in either quotes', `<a b="1" c='2 "3"'/>`, '<a b="1" c="2 \\"3\\""></a>'],
    ['attributes without quotes or value', '<a b=1 c d = "2">x</a>', '<a b="1" c="" d="2">x</a>'],
    ['the first of two attributes of one name', '<a b="1" b="2"/>', '<a b="1"></a>'],
    ['line breaks in attributes as blanks', '<a b="1\r\n2\t3"/>', '<a b="1 2 3"></a>'],
    ['character references', '<a b="&quot;&#x41;">&lt;&amp;&gt;&#233;&eacute;&nbsp;</a>', '<a b="\\"A"><&>éé\u00a0</a>'],
    ['what is no reference as it stands', '<a>AT&T &unknown; &</a>', '<a>AT&T &unknown; &</a>'],
    ['character data as it stands', '<a>x<![CDATA[<b>&amp;</b>]]]>y</a>', '<a>x<b>&amp;</b>]y</a>'],
    ['nothing of comments and instructions', '<?xml version="1.0"?><!-- <b> --><a><!-- > -- --><?php <b> ?>x</a>', '<a>x</a>'],
    ['nothing of a document type', '<!DOCTYPE a [<!ELEMENT a (b)><!ATTLIST a b CDATA "1">]><a>x</a>', '<a>x</a>'],
    ['names with prefixes that were not declared', '<gx:a xlink:b="1"/>', '<gx:a xlink:b="1"></gx:a>'],
    ['names in other scripts', '<éa ü="1">ş</éa>', '<éa ü="1">ş</éa>'],
    ['every line break as one', '<a>1\r\n2\r3</a>', '<a>1\n2\n3</a>'],
    ['a sign that begins no tag as words', '<a>1 < 2 <3 <</a>', '<a>1 < 2 <3 <</a>'],
    ['a sign within quotes', '<a b="1 < 2 > 0"/>', '<a b="1 < 2 > 0"></a>'],
  ])('tells %s', (_, text, parts) => {
    expect(told(text)).toMatchObject({ parts, broken: [], end: { kind: 'end', open: undefined } });
  });

  it.each([
    ['an end tag that is missing', '<r><n>x</r>', '<r><n>x</n!></r>', []],
    ['an end tag that ends nothing', '<r>x</m>y</r>', '<r>xy</r>', ['m:1']],
    ['a tag that breaks off', '<r><n c="1" <d/></r>', '<r><n c="1" <d></d></r>', ['n:1']],
    ['a value whose quotes are never closed', '<r><n c="1><d/></r>', '<r><n c="1><d></d></r>', ['n:1']],
    ['character data without an end', '<r>x<![CDATA[<n/></r>', '<r>x<n></n></r>', ['r:1']],
    ['a comment without an end', '<r>x<!-- <n/></r>', '<r>x<!-- <n></n></r>', []],
    ['markup of HTML that is left open', '<a>x<br>y<P>z</a>', '<a>x<br>y<P>z</P></br></a>', []],
    ['the end of markup of HTML that nothing began', '<a>x</b></p></a>', '<a>x</a>', []],
  ])('goes on after %s', (_, text, parts, broken) => {
    expect(told(text)).toMatchObject({ parts, broken });
  });

  it('ends an unfinished record where the next one begins', () => {
    const options = { records: new Set(['item']), holders: new Set(['list']) };
    expect(told('<x><item><n>1<item>2</item></x>', options).parts).toBe('<x><item><n>1</n!></item!><item>2</item></x>');
    expect(told('<x><item>1<list><item>2</item></list></x>', options).parts).toBe('<x><item>1</item!><list><item>2</item></list></x>');
    expect(told('<x><item <item>2</item></x>', options).parts).toBe('<x><item></item!><item>2</item></x>');
  });

  it('says what was open where the file ends', () => {
    expect(told('<r>\n<n>x').end).toEqual({ kind: 'end', open: 'r', line: 2 });
    expect(told('').end).toEqual({ kind: 'end', open: undefined, line: 1 });
  });

  it('stops at entities that the file defines for itself', () => {
    const laughs = '<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><lolz>&lol2;</lolz>';
    expect(told(laughs).end).toEqual({ kind: 'entities', line: 3 });
  });

  it('stops at elements within elements beyond the limit', () => {
    expect(told('<r>'.repeat(200)).end).toEqual({ kind: 'end', open: 'r', line: 1 });
    expect(told('<r>\n'.repeat(100_000)).end).toEqual({ kind: 'too-deep', line: 201 });
  });

  it('takes a part of an element with very many attributes', () => {
    const text = `<a ${Array.from({ length: 5000 }, (_, n) => `b${n}="1"`).join(' ')}/>`;
    expect(told(text).broken).toEqual(['a:1']);
  });

  it('knows the line of every element, whatever ends the lines', () => {
    const lines: string[] = [];
    const text = '<a>\n<b/>\r\n<c\nd="\n"/>\r<e/>\n\n<f/></a>';
    finished(readXml(encodeUtf8(text), { open: (name, _, line) => lines.push(`${name}${line}`), text: () => undefined, close: () => undefined }));
    expect(lines).toEqual(['a1', 'b2', 'c3', 'e6', 'f8']);
  });

  it.each([
    ['many comments without an end', '<a>' + '<!--'.repeat(200_000)],
    ['many sections of character data without an end', '<a>' + '<![CDATA['.repeat(100_000)],
    ['many tags without an end', '<a b="'.repeat(150_000)],
    ['many end tags that end nothing', '</a'.repeat(250_000)],
    ['many references that are none', `<a>${'&#'.repeat(400_000)}</a>`],
    ['many blanks', `<a ${' '.repeat(1_000_000)}`],
  ])('takes no longer than in proportion for %s', (_, text) => {
    const start = process.cpuUsage();
    told(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  const words = fc.string({ unit: fc.constantFrom('a', 'é', '漢', ' ', '\n', '&amp;', '&lt;', '&#233;', ']'), maxLength: 8 });
  const element = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(fc.constantFrom('item', 'x:y', 'n'), fc.dictionary(fc.constantFrom('k', 'l', 'x:m'), words), fc.array(fc.oneof({ maxDepth: 4 }, words, fc.constant('<!-- c -->'), fc.constant('<![CDATA[<&>]]>'), tie('element')), { maxLength: 5 }))
      .map(([name, attributes, content]) => `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`).join('')}>${content.join('')}</${name}>`),
  })).element;

  it('tells of whole files what a strict reader tells', () => {
    fc.assert(
      fc.property(element, (text) => {
        let parts = '';
        const parser = new SaxesParser();
        parser.on('error', (error) => expect.fail(error.message));
        parser.on('opentag', ({ name, attributes }) => (parts += `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' ')}>`));
        parser.on('text', (part) => (parts += part));
        parser.on('cdata', (part) => (parts += part));
        parser.on('closetag', ({ name }) => (parts += `</${name}>`));
        parser.write(text).close();
        expect(told(text)).toEqual({ parts, broken: [], end: { kind: 'end', open: undefined, line: text.split('\n').length } });
      }),
    );
  });

  it('closes everything that it opens, whatever the bytes', () => {
    const pieces = fc.array(fc.constantFrom('<', '>', '/', '"', "'", '=', '!', '--', '[CDATA[', ']]>', '?', 'a', 'b', ' ', '\n', '&', ';', '<a>', '</a>', '<b c="d">', '</b>'), { maxLength: 60 });
    fc.assert(
      fc.property(pieces.map((parts) => parts.join('')), (text) => {
        const open: string[] = [];
        finished(
          readXml(
            encodeUtf8(text),
            {
              open: (name) => open.push(name),
              text: () => expect(open.length).toBeGreaterThan(0),
              close: (name) => expect(open.pop()).toBe(name),
            },
            { records: new Set(['b']) },
          ),
        );
        expect(open).toEqual([]);
      }),
    );
  });
});

describe('the encoding that an XML file declares', () => {
  it.each([
    ['<?xml version="1.0" encoding="Windows-1254"?><a/>', 'windows-1254'],
    ["\n<?xml version='1.0' encoding = 'UTF-8' standalone='yes' ?>", 'utf-8'],
    ['<?xml version="1.0"?><a encoding="latin1"/>', undefined],
    ['<a encoding="latin1"/>', undefined],
    ['', undefined],
  ])('%s: %s', (text, encoding) => {
    expect(declaredEncoding(encodeUtf8(text))).toBe(encoding);
  });
});
