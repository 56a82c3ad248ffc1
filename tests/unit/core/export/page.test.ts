import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPage, PAGE_SLOTS, slotOf, type PageContent } from '../../../../src/core/export/page.ts';
import { pageFaces } from '../../../../src/core/export/page-faces.ts';

const TEMPLATE = PAGE_SLOTS.map((slot) => `<script id="${slot}" type="application/json">${slotOf(slot)}</script>`).join('\n');

const content = (given: Partial<PageContent> = {}): PageContent => ({
  title: 'A story',
  description: '',
  story: '{"type":"FeatureCollection","features":[]}',
  settings: { view: '', theme: 'auto', locale: 'en' },
  fonts: [],
  ...given,
});

/** What a browser reads as the text of a script element: everything up to the first end tag of its name. */
const blockIn = (page: string, id: string): string => new RegExp(`<script id="${id}"[^>]*>([\\s\\S]*?)</script>`, 'i').exec(page)?.[1] ?? '';

describe('a story put into the template of pages', () => {
  it('stands in it unchanged, whatever its texts hold', () => {
    const hostile = fc.string({ unit: fc.constantFrom('</script>', '<!--', '-->', '<script>', '\u2028', '\u2029', '"', '\\', '$&', '<!--dateline:title-->', 'a', '&', 'ن') });
    fc.assert(
      fc.property(hostile, (text) => {
        const page = fillPage(TEMPLATE, content({ story: JSON.stringify({ text }) }));
        expect(JSON.parse(blockIn(page, 'story'))).toEqual({ text });
        expect(blockIn(page, 'story')).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.parse(blockIn(page, 'settings'))).toEqual({ view: '', theme: 'auto', locale: 'en' });
      }),
    );
  });

  it('has a title that is text and nothing else', () => {
    const page = fillPage(TEMPLATE, content({ title: '</title><script>alert(1)</script> & "more"' }));
    expect(blockIn(page, 'title')).toBe('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
  });

  it('keeps a hostile view inside its block', () => {
    const view = 'v=1&q=</script><script>alert(1)</script>';
    const page = fillPage(TEMPLATE, content({ settings: { view, theme: 'dark', locale: 'en' } }));
    expect(JSON.parse(blockIn(page, 'settings'))).toEqual({ view, theme: 'dark', locale: 'en' });
  });

  it('is refused by a template that lacks a slot or has one twice', () => {
    expect(() => fillPage(TEMPLATE.replace(slotOf('story'), ''), content())).toThrow(/slots/);
    expect(() => fillPage(TEMPLATE + slotOf('title'), content())).toThrow(/slots/);
  });
});

describe('the font files of a page', () => {
  const files = (text: string): readonly string[] => pageFaces(text).map(({ file }) => file.replace(/^.*\//, ''));

  it('are none beside its own for Latin text', () => {
    expect(files('Tehran – “a drone”, Ömer, garçon')).toEqual([]);
  });

  it('are upright ones of both families for other letters', () => {
    expect(files('Київ')).toEqual(['inter-cyrillic-wght-normal.woff2', 'source-serif-4-cyrillic-wght-normal.woff2']);
  });

  it('are those of Arabic script where there is any', () => {
    expect(files('خرمشهر')).toEqual(['vazirmatn-arabic-wght-normal.woff2']);
  });
});
