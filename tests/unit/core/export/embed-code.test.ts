import { describe, expect, it } from 'vitest';
import { embedCode } from '../../../../src/core/export/embed-code.ts';

const ORDER = { page: 'story.html', script: 'embed.js', title: 'A story', height: undefined, options: {} };

describe('the code that shows a story in another page', () => {
  it('is a frame without an origin, and a script', () => {
    expect(embedCode(ORDER)).toBe(
      [
        '<iframe data-dateline src="story.html" title="A story" sandbox="allow-scripts allow-popups" loading="lazy" style="inline-size: 100%; block-size: 720px; border: 0"></iframe>',
        '<script src="embed.js" defer></script>',
      ].join('\n'),
    );
  });

  it('has a height of its own where one is asked for', () => {
    expect(embedCode({ ...ORDER, height: 500 })).toMatch(/data-height="500".*block-size: 500px/);
  });

  it('says how the story is shown, where that is not as its own page has it', () => {
    const options = { view: 'v=1&event=a"b', start: '2026-02-04', theme: 'dark', language: '' };
    expect(embedCode({ ...ORDER, options })).toContain('<iframe data-dateline data-view="v=1&amp;event=a&quot;b" data-start="2026-02-04" data-theme="dark" src=');
  });

  it('takes no markup from a title or a file name', () => {
    const code = embedCode({ ...ORDER, page: 'a"b.html', title: '"><script>alert(1)</script>' });
    expect(code).toContain('src="a&quot;b.html" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });
});
