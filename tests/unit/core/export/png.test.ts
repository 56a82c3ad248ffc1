import * as fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Box, Size } from '../../../../src/core/base/geometry.ts';
import { canPaint, pngSize, writePng, type PngPainting } from '../../../../src/core/export/png.ts';
import type { Scene } from '../../../../src/core/scene/scene.ts';

describe('pngSize', () => {
  it('multiplies both sides and rounds to whole pixels', () => {
    expect(pngSize({ width: 1200, height: 675 }, 2)).toEqual({ width: 2400, height: 1350 });
    expect(pngSize({ width: 333.4, height: 100.5 }, 1)).toEqual({ width: 333, height: 101 });
  });
});

describe('canPaint', () => {
  it('allows what other programs open and no more', () => {
    expect(canPaint({ width: 16_384, height: 16_384 })).toBe(true);
    expect(canPaint({ width: 32_768, height: 100 })).toBe(false);
    expect(canPaint({ width: 0, height: 100 })).toBe(false);
  });
});

const sceneOf = (size: Size): Scene => ({ size, background: '#ffffff', marks: [], title: 'Talks – “plans”', description: 'گفتگو', language: 'en' });

/** A picture in which every pixel says where it lies. */
const colourAt = (x: number, y: number): readonly number[] => [x & 0xff, y & 0xff, (x * 7 + y * 13) & 0xff, 255];

function paintTile({ x, y, width, height }: Box): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) pixels.set(colourAt(x + column, y + row), (row * width + column) * 4);
  return pixels;
}

async function fileOf(size: Size, scale: number, painting: Partial<PngPainting> = {}): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  const isWhole = await writePng(sceneOf(size), scale, { paintTile, emit: (bytes) => void pieces.push(bytes), goOn: () => true, ...painting });
  return isWhole ? Buffer.concat(pieces) : undefined;
}

/** The data of the chunks of one kind, in their order. */
function chunksOf(file: Buffer, kind: string): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === kind) found.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return found;
}

describe('a PNG file', () => {
  it('has every pixel where it belongs, whatever tiles it was painted in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1200 }), async (width, height) => {
        const { data } = PNG.sync.read((await fileOf({ width, height }, 1)) ?? Buffer.alloc(0));
        for (const [x, y] of [[0, 0], [width - 1, 0], [0, height - 1], [width - 1, height - 1], [width >> 1, height >> 1]] as const) {
          expect([...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]).toEqual(colourAt(x, y));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is cut across and down where it is larger than a canvas should be', async () => {
    const tiles: Box[] = [];
    const file = await fileOf({ width: 4100, height: 520 }, 1, {
      paintTile: (tile) => {
        tiles.push(tile);
        return paintTile(tile);
      },
    });
    expect(tiles.map(({ x, y }) => [x, y])).toEqual([[0, 0], [4092, 0], [0, 516], [4092, 516]]);
    const { data } = PNG.sync.read(file ?? Buffer.alloc(0));
    expect([...data.subarray((517 * 4100 + 4095) * 4, (517 * 4100 + 4095) * 4 + 3)]).toEqual(colourAt(4095, 517).slice(0, 3));
  });

  it('prints in the size of the figure: 96 of its pixels to the inch, and at twice the scale twice as many', async () => {
    for (const scale of [1, 2, 3, 4]) {
      const [density = Buffer.alloc(9)] = chunksOf((await fileOf({ width: 10, height: 10 }, scale)) ?? Buffer.alloc(0), 'pHYs');
      expect(density.readUInt32BE(0)).toBe(Math.round((96 * scale) / 0.0254));
      expect([density.readUInt32BE(4), density[8]]).toEqual([density.readUInt32BE(0), 1]);
    }
  });

  it('says its title and what it shows, in any script, and no date', async () => {
    const file = (await fileOf({ width: 4, height: 4 }, 1)) ?? Buffer.alloc(0);
    expect(chunksOf(file, 'iTXt').map((chunk) => chunk.toString('utf8').split('\0').filter(Boolean))).toEqual([['Title', 'Talks – “plans”'], ['Description', 'گفتگو']]);
    expect(chunksOf(file, 'tIME')).toEqual([]);
  });

  it('is given up between two strips when that is wished', async () => {
    const seen: number[] = [];
    const file = await fileOf({ width: 4, height: 2064 }, 1, {
      goOn: (done) => {
        seen.push(done);
        return done < 0.5;
      },
    });
    expect(file).toBeUndefined();
    expect(seen).toEqual([0, 0.25, 0.5]);
  });

  it('is not written where a tile stays blank or cannot be painted', async () => {
    expect(await fileOf({ width: 4, height: 4 }, 1, { paintTile: () => new Uint8ClampedArray(64) })).toBeUndefined();
    expect(await fileOf({ width: 4, height: 4 }, 1, { paintTile: () => undefined })).toBeUndefined();
  });
});
