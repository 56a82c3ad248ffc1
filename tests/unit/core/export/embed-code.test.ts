import { describe, expect, it } from 'vitest';
import { embedCode } from '../../../../src/core/export/embed-code.ts';

const ORDER = { page: 'story.html', script: 'embed.js', title: 'A story', height: undefined };

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

  it('takes no markup from a title or a file name', () => {
    const code = embedCode({ ...ORDER, page: 'a"b.html', title: '"><script>alert(1)</script>' });
    expect(code).toContain('src="a&quot;b.html" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });
});
