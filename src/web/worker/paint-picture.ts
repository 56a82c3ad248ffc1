import { pngSize, writePng } from '../../core/export/png.ts';
import { stripsOf } from '../../core/export/png/tiles.ts';
import { paintCanvas } from '../../core/paint/canvas.ts';
import type { Scene } from '../../core/scene/scene.ts';

/** A PNG file in pieces, with the text of a native file inside if there is one; `undefined` when the browser could not paint it or it was given up. */
export async function paintPicture(
  scene: Scene,
  scale: number,
  goOn: (done: number) => boolean | Promise<boolean>,
  story?: string,
): Promise<readonly Uint8Array<ArrayBuffer>[] | undefined> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const context = tileContext(scene, scale);
  if (context === undefined) return undefined;
  const isWhole = await writePng(scene, scale, {
    story,
    emit: (bytes) => void pieces.push(bytes),
    goOn,
    paintTile: ({ x, y, width, height }) => {
      context.save();
      context.translate(-x, -y);
      paintCanvas(scene, context, { scale });
      context.restore();
      try {
        return context.getImageData(0, 0, width, height).data;
      } catch (error) {
        // So browsers say that there is no memory for the pixels.
        if (error instanceof RangeError || error instanceof DOMException) return undefined;
        throw error;
      }
    },
  });
  return isWhole ? pieces : undefined;
}

/** A canvas of the size of the largest tile: one serves for all, since each is painted over the whole of it. */
function tileContext(scene: Scene, scale: number): OffscreenCanvasRenderingContext2D | undefined {
  const [first] = stripsOf(pngSize(scene.size, scale))[0]?.tiles ?? [];
  if (first === undefined) return undefined;
  return new OffscreenCanvas(first.width, first.height).getContext('2d', { willReadFrequently: true }) ?? undefined;
}
