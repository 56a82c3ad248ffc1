import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipped } from '../../../../src/web/platform/zip.ts';

const unpacked = async (blob: Blob): Promise<Map<string, Uint8Array>> => new Map(Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer()))));

describe('files packed into one', () => {
  it('come out as they went in, whatever they are called and however large they are', async () => {
    const files = new Map([
      ['story.geojson', new TextEncoder().encode('{}')],
      ['folder/گفت‌وگو.geojson', Uint8Array.from({ length: 300_001 }, (_, k) => (k * 7919) % 251)],
      ['nothing.txt', new Uint8Array()],
    ]);
    expect(await unpacked(await zipped(files))).toEqual(files);
  });

  it('are a file even when there are none', async () => {
    expect(await unpacked(await zipped(new Map()))).toEqual(new Map());
  });
});
