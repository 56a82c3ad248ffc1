import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../../src/web/platform/files.ts';

describe('a file name from a title', () => {
  it.each([
    ['Iran and the U.S.: a drone, a strait and talks', 'iran-and-the-u-s-a-drone-a-strait-and-talks.geojson'],
    ['  Türkiye — 2026  ', 'türkiye-2026.geojson'],
    ['مذاکرات', 'مذاکرات.geojson'],
    ['…', 'story.geojson'],
    ['../../etc/passwd', 'etc-passwd.geojson'],
  ])('%s becomes %s', (title, name) => {
    expect(fileNameOf(title, 'geojson', 'story')).toBe(name);
  });

  it('holds nothing that a file system takes for more than a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(fileNameOf(title, 'svg', 'story')).toMatch(/^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.svg$/u);
      }),
    );
  });
});
