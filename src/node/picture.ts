import { Resvg } from '@resvg/resvg-js';
import { unreachable } from '../core/base/result.ts';
import type { ExportFormatId } from '../core/export/index.ts';
import { toPdf } from '../core/export/pdf.ts';
import { pngSize, writePng } from '../core/export/png.ts';
import { toSvg } from '../core/export/svg.ts';
import { paintSvg } from '../core/paint/svg.ts';
import type { Scene } from '../core/scene/scene.ts';
import { toSettable } from '../core/scene/settable.ts';
import { readFonts } from './embedded-fonts.ts';
import { fontPaths } from './resources.ts';

/** A picture as the content of a file, and the characters in whose place a sign stands because no bundled font has them. */
export interface Picture {
  readonly content: string | Uint8Array;
  readonly missing: readonly string[];
}

/** The scene as a file of a format. A PNG has `scale` pixels for each of the scene's; PNG and SVG hold `story`, the text of a native file, if there is one. */
export async function drawPicture(scene: Scene, format: ExportFormatId, scale: number, story?: string): Promise<Picture> {
  switch (format) {
    case 'png': {
      const settable = toSettable(scene);
      return { content: await toPng(settable.scene, scale, story), missing: settable.missing };
    }
    case 'svg':
      return { content: toSvg(scene, await readFonts(scene), story), missing: [] };
    case 'pdf': {
      const { bytes, missing } = toPdf(scene, await readFonts(scene));
      return { content: bytes, missing };
    }
    default:
      return unreachable(format);
  }
}

/** Paints the scene by way of SVG, in the static fonts that ship with the program and no others. */
async function toPng(scene: Scene, scale: number, story: string | undefined): Promise<Uint8Array> {
  const font = { loadSystemFonts: false, fontFiles: [...(await fontPaths())], defaultFontFamily: 'Inter', sansSerifFamily: 'Inter', serifFamily: 'Source Serif 4' };
  const { pixels, width: across } = new Resvg(paintSvg(scene), { fitTo: { mode: 'width', value: pngSize(scene.size, scale).width }, font }).render();
  const pieces: Uint8Array[] = [];
  const isWhole = await writePng(scene, scale, {
    story,
    emit: (bytes) => void pieces.push(bytes),
    goOn: () => true,
    paintTile: ({ x, y, width, height }) => {
      const tile = new Uint8ClampedArray(width * height * 4);
      for (let row = 0; row < height; row++) {
        const from = ((y + row) * across + x) * 4;
        tile.set(pixels.subarray(from, from + width * 4), row * width * 4);
      }
      return tile;
    },
  });
  if (!isWhole) throw new Error(`the picture was painted ${across} pixels wide and is not whole`);
  return Buffer.concat(pieces);
}
