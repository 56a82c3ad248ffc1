import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { fillPage, PAGE_SLOTS, slotOf } from '../../../../src/core/export/page.ts';
import { dateline } from '../../../../src/core/formats/dateline.ts';
import { PAGE_STORY_TAG, storyInPage } from '../../../../src/core/formats/page-story.ts';
import { beginImport, type Imported } from '../../../../src/core/validate/import.ts';
import { openText } from '../../../../src/core/validate/open.ts';

const TEMPLATE = `<!doctype html>\n<title>${slotOf('title')}</title>\n${PAGE_STORY_TAG}${slotOf('story')}</script>\n${PAGE_SLOTS.filter((slot) => slot !== 'story' && slot !== 'title').map(slotOf).join('\n')}`;

const pageOf = (story: string, title = 'A story'): string =>
  fillPage(TEMPLATE, { title, description: '', story, settings: { view: '', theme: 'auto', locale: 'en' }, fonts: [] });

const event = (id: string, title: string): string =>
  JSON.stringify({ type: 'Feature', id, geometry: null, properties: { title, when: '2026-02' } });

const storyOf = (...features: readonly string[]): string =>
  `{\n  "type": "FeatureCollection",\n  "dateline": {"version": 1, "title": "A story"},\n  "features": [\n${features.join(',\n')}\n]}\n`;

async function opened(page: string | Uint8Array): Promise<Imported> {
  const begun = await beginImport(typeof page === 'string' ? encodeUtf8(page) : page);
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  const read = finished(begun.value.steps());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

async function refusalOf(page: string): Promise<unknown> {
  const begun = await beginImport(encodeUtf8(page));
  return begun.ok ? 'opened' : begun.error;
}

const WEB_PAGE = { code: 'file-other-kind', parameters: { kind: 'web-page' } };

describe('a page that was made of a story', () => {
  it('opens as the story that it was made of, whatever its words hold', async () => {
    const words = fc.string({ unit: fc.constantFrom('</script>', '<!--', '-->', PAGE_STORY_TAG, '\u2028', '"', '\\', '\\u003c', '&lt;', '\n', 'a', 'ن', '🙂'), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(words, words, async (title, storyTitle) => {
        const before = openText(storyOf(event('a', title), event('b', `x ${title}`)));
        if (!before.ok) throw new Error(JSON.stringify(before.error));
        const text = dateline.serialize(before.value.dataset);
        const after = await opened(pageOf(text, storyTitle));
        expect(dateline.serialize(after.dataset)).toBe(text);
        expect(after.issues).toEqual(before.value.issues);
      }),
    );
  });

  it('is told by what is in it: the native format, in a page', async () => {
    const { about, account } = await opened(pageOf(storyOf(event('a', 'One'))));
    expect(about).toMatchObject({ format: 'dateline', formatName: 'Dateline', layoutName: 'Dateline page', encoding: 'utf-8' });
    expect(account).toMatchObject({ records: 1, events: 1 });
  });

  it('opens as a browser saves it, with a byte order mark and a note of where it came from', async () => {
    const saved = pageOf(storyOf(event('a', 'One'))).replace('<!doctype html>', '\uFEFF<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet -->');
    expect((await opened(saved)).dataset.size).toBe(1);
  });

  it('says of a fault the line that it has in the page', async () => {
    const page = pageOf(storyOf(event('a', 'One'), '7'));
    const { issues } = await opened(page);
    const line = page.split('\n').indexOf('7') + 1;
    expect(issues).toEqual([expect.objectContaining({ code: 'feature-not-object', place: expect.objectContaining({ line }) as unknown })]);
  });

  it('opens as far as it goes where it breaks off', async () => {
    const page = pageOf(storyOf(event('a', 'One'), event('b', 'Two')));
    const { dataset, issues } = await opened(page.slice(0, page.indexOf('Two')));
    expect(dataset.size).toBe(1);
    expect(issues.map(({ code }) => code)).toContain('file-truncated');
  });
});

describe('any other page', () => {
  it.each([
    ['has no story', '<!doctype html><title>A page</title>'],
    ['has room for a story, and none in it', pageOf('')],
    ['has some other data there', pageOf('{"type":"FeatureCollection","features":[]}')],
    ['has what is no data there', pageOf('alert(1)')],
    ['names the element and does not have it', '<!doctype html><p id="dateline-story">{"type":"FeatureCollection","dateline":{"version":1},"features":[]}</p>'],
  ])('is refused for what it is where it %s', async (_what, page) => {
    expect(await refusalOf(page)).toMatchObject(WEB_PAGE);
  });

  it('is refused where the element stands in what is no page', async () => {
    expect(await refusalOf(`<root>${PAGE_STORY_TAG}${storyOf(event('a', 'One'))}</script></root>`)).toMatchObject({ code: 'file-unknown' });
  });

  it('is looked through once, however often it begins like one with a story', () => {
    const almost = PAGE_STORY_TAG.slice(0, -1);
    expect(storyInPage(encodeUtf8(`<!doctype html>${almost.repeat(100_000)}`))).toBeUndefined();
  });

  it('gives only what stands between the tags, behind as many lines', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', 'a', '\n', 'é', ' ') });
    fc.assert(
      fc.property(text, text, text, (before, story, after) => {
        const found = storyInPage(encodeUtf8(`${before}${PAGE_STORY_TAG}${story}</script>${after}${PAGE_STORY_TAG}x</script>`));
        expect(found && decodeUtf8(found)).toBe('\n'.repeat(before.split('\n').length - 1) + story);
      }),
    );
  });
});
