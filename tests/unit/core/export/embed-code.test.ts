import { describe, expect, it } from 'vitest';
import { elementCode, frameCode } from '../../../../src/core/export/embed-code.ts';

const ORDER = { page: 'story.html', script: 'embed.js', title: 'A story', height: undefined, options: {} };

describe('the code of a frame with a story', () => {
  it('is a frame without an origin, and a script', () => {
    expect(frameCode(ORDER)).toBe(
      [
        '<iframe data-dateline src="story.html" title="A story" sandbox="allow-scripts allow-popups" loading="lazy" style="inline-size: 100%; block-size: 720px; border: 0"></iframe>',
        '<script src="embed.js" defer></script>',
      ].join('\n'),
    );
  });

  it('has a height of its own where one is asked for', () => {
    expect(frameCode({ ...ORDER, height: 500 })).toMatch(/data-height="500".*block-size: 500px/);
  });

  it('says how the story is shown, where that is not as its own page has it', () => {
    const options = { view: 'v=1&event=a"b', start: '2026-02-04', theme: 'dark', language: '' };
    expect(frameCode({ ...ORDER, options })).toContain('<iframe data-dateline data-view="v=1&amp;event=a&quot;b" data-start="2026-02-04" data-theme="dark" src=');
  });

  it('takes no markup from a title or a file name', () => {
    const code = frameCode({ ...ORDER, page: 'a"b.html', title: '"><script>alert(1)</script>' });
    expect(code).toContain('src="a&quot;b.html" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });
});

describe('the code of an element with a story', () => {
  const ELEMENT = { story: 'story.geojson', script: 'element/date-line.js', height: undefined, options: {} };

  it('is its script, and the element, whose view stands in the address of the page', () => {
    expect(elementCode(ELEMENT)).toBe('<script type="module" src="element/date-line.js"></script>\n<date-line src="story.geojson" link></date-line>');
  });

  it('says how the story is shown, where that is not as it is by itself', () => {
    const options = { view: 'v=1&event=a', start: '2026-02', theme: 'light', language: 'de' };
    expect(elementCode({ ...ELEMENT, height: 500, options })).toContain(
      '<date-line src="story.geojson" view="v=1&amp;event=a" start="2026-02" theme="light" language="de" height="500" link>',
    );
  });

  it('takes no markup from a file name', () => {
    expect(elementCode({ ...ELEMENT, story: '"><b>.geojson' })).toContain('src="&quot;&gt;&lt;b&gt;.geojson"');
  });
});
