import { describe as suite, expect, it } from 'vitest';
import type { Finding } from '../../../../../src/core/formats/entry.ts';
import { describe } from '../../../../../src/core/formats/xml/words.ts';

const described = (html: string) => {
  const findings: Finding[] = [];
  return { ...describe(html, 'description', (finding) => findings.push(finding)), findings };
};

suite('words that may be HTML', () => {
  it('gives words, links and pictures, each once', () => {
    expect(described('<a href=https://example.org/1>one</a> <A class="x" HREF = "https://example.org/2?a=1&amp;b">two</A> <a href="https://example.org/1">again</a><img alt="" src=\'https://example.org/p.png\'>')).toMatchObject({
      text: 'one two again',
      sources: [{ url: 'https://example.org/1' }, { url: 'https://example.org/2?a=1&b' }],
      media: [{ url: 'https://example.org/p.png' }],
      findings: [],
    });
  });

  it('follows no link but to the web, and tells of what could run', () => {
    const { sources, media, findings, html } = described('<a href="javascript:alert(1)">x</a><img src="data:image/png;base64,AA" onerror="alert(1)"><script>alert(1)</script>');
    expect([sources, media]).toEqual([[], []]);
    expect(findings.map(({ code }) => code)).toEqual(['markup-removed', 'markup-removed', 'markup-removed']);
    expect(html).toContain('<a href="javascript:alert(1)">');
  });

  it.each(['', ' \n', '<br>'])('gives nothing for %j', (html) => {
    expect(described(html)).toMatchObject({ text: undefined, sources: [], media: [], findings: [] });
  });

  it('takes no longer than in proportion', () => {
    const start = process.cpuUsage();
    described('<a '.repeat(200_000) + '<img src='.repeat(100_000));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});
