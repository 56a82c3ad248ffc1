import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/core/formats/plain-text.ts';

const textOf = (html: string): string => plainText(html).text;

describe('plainText', () => {
  it.each([
    ['Nothing to do', 'Nothing to do'],
    ['a < b and c > d', 'a < b and c > d'],
    ['1<2, x <3 and <john@example.org>', '1<2, x <3 and <john@example.org>'],
    ['a <b', 'a <b'],
    ['Tom &amp; Jerry &lt;3 caf&eacute; &#8211; &#x201C;x&#x201D; &#150;', 'Tom & Jerry <3 café – “x” –'],
    ['AT&T, &unknown; and &amp;lt;b&amp;gt;', 'AT&T, &unknown; and &lt;b&gt;'],
    ['&#0; &#xD800; &#99999999;', '\ufffd \ufffd \ufffd'],
    ['<b>Bold</b> and <i class="x">slanted</i>', 'Bold and slanted'],
    ['one<br>two<br/>three<BR />four', 'one\ntwo\nthree\nfour'],
    ['<p>One.</p>\n<p>Two,\n  going on.</p>', 'One.\n\nTwo, going on.'],
    ['<ul><li>first</li><li>second</li></ul>', '• first\n• second'],
    ['two\nlines of <b>plain</b> text', 'two\nlines of plain text'],
    ['before<script>alert("</b>")</script>after', 'beforeafter'],
    ['before<SCRIPT type=x>alert(1)', 'before'],
    ['<style>p{color:red}</style>words', 'words'],
    ['<iframe src="https://example.org">no frames</iframe>words', 'words'],
    ['<svg onload=alert(1)>words', 'words'],
    ['a<!-- hidden <b> -->b', 'ab'],
    ['a <!-- never closed', 'a <!-- never closed'],
    ['<a href="x>y">link</a>', 'link'],
    ['<a title="never closed>link</a>', 'link'],
    ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n3'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['<blockquote>Said <cite>who</cite></blockquote>', 'Said who'],
  ])('makes %j into %j', (html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it('tells of what could run or load something', () => {
    expect(plainText('<b>x</b>').removed).toEqual([]);
    expect(plainText('<b onclick="go()">x</b>').removed).toEqual(['<b onclick="go()">']);
    expect(plainText('<img src=x onerror=alert(1)>').removed).toEqual(['<img src=x onerror=alert(1)>']);
    expect(plainText('<a href="java&#115;cript:alert(1)">x</a>').removed).toEqual(['<a href="java&#115;cript:alert(1)">']);
    expect(plainText('<a href="https://example.org">x</a>').removed).toEqual([]);
  });

  it('tells whether markup held links or pictures', () => {
    expect(plainText('<p>x<br>y</p>').rich).toBe(false);
    expect(plainText('<a href="https://example.org">x</a>').rich).toBe(true);
    expect(plainText('<img src="x.png">').rich).toBe(true);
  });

  it('leaves a text without markup as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => !/[<&]/.test(text)), (text) => textOf(text) === text));
  });

  it('leaves no tag behind that a browser would know', () => {
    const piece = fc.constantFrom('<', '>', '"', "'", '=', '/', 'a', 'script', ' ', 'b', '<!--', '-->', '</', 'onload', '&lt;', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')), (html) => {
        expect(textOf(html.replaceAll('&lt;', ''))).not.toMatch(/<script[\s/>][^<]*>/i);
      }),
    );
  });

  it.each(['<', '<a ', '<a ="', '<a =\'>"', '<!--', '<svg>', '</svg ', '<script>', '<p', '&#', '<a =">"<a =\'', '<object>'])(
    'comes to an end in good time for %j said very often',
    (piece) => {
      expect(plainText(piece.repeat(100_000)).text.length).toBeLessThanOrEqual(100_000 * piece.length);
    },
  );
});
