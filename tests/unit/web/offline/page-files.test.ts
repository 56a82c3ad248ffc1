import { describe, expect, it } from 'vitest';
import { pageFilesOf } from '../../../../src/web/offline/service-worker-plugin.ts';

const FILES = [['index.html', '<p>'], ['assets/b.js', 'b'], ['assets/a.css', new Uint8Array([1, 2])]] as const;

describe('the files of a page', () => {
  it('are the page under its own address, then everything else, by name', () => {
    expect(pageFilesOf(FILES).files).toEqual(['./', 'assets/a.css', 'assets/b.js']);
  });

  it('are apart from what pages of stories are made of, which belongs to the version', () => {
    const files = [...FILES, ['embed.js', 'e'], ['assets/page-template-x.html', 't']] as const;
    expect(pageFilesOf(FILES).rest).toEqual([]);
    expect(pageFilesOf(files)).toMatchObject({ files: pageFilesOf(FILES).files, rest: ['assets/page-template-x.html', 'embed.js'] });
    expect(pageFilesOf(files).version).not.toBe(pageFilesOf(FILES).version);
  });

  it('are of one version whatever their order', () => {
    expect(pageFilesOf(FILES.toReversed())).toEqual(pageFilesOf(FILES));
  });

  it.each([
    ['the page', [['index.html', '<b>'], FILES[1], FILES[2]]],
    ['a file', [FILES[0], ['assets/b.js', 'c'], FILES[2]]],
    ['a name', [FILES[0], ['assets/d.js', 'b'], FILES[2]]],
    ['where one file ends and the next begins', [['index.html', '<p>assets/a.css'], FILES[1], FILES[2]]],
  ] as const)('are of another version when %s has changed', (_what, files) => {
    expect(pageFilesOf(files).version).not.toBe(pageFilesOf(FILES).version);
  });
});
