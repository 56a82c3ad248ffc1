import { err, ok, unreachable, type Result } from '../../../core/base/result.ts';
import { exportFormat, type ExportFormatId } from '../../../core/export/index.ts';
import { canPaint, pngSize } from '../../../core/export/png.ts';
import { toSvg } from '../../../core/export/svg.ts';
import { paintCanvas } from '../../../core/paint/canvas.ts';
import type { Scene } from '../../../core/scene/scene.ts';
import { embedFonts, loadFonts } from './fonts.ts';

/** Why a picture could not be made, where a person can do something about it. */
export type PictureProblem = 'too-large' | 'fonts-missing' | 'clipboard-refused';

/** The scene as a file. A PNG has `scale` pixels for each of the scene's; an SVG has its fonts inside. */
export async function makePicture(scene: Scene, format: ExportFormatId, scale: number): Promise<Result<Blob, PictureProblem>> {
  switch (format) {
    case 'png':
      return makePng(scene, scale);
    case 'svg': {
      const fonts = await embedFonts(scene);
      return fonts === undefined ? err('fonts-missing') : ok(new Blob([toSvg(scene, fonts)], { type: exportFormat('svg').mime }));
    }
    default:
      return unreachable(format);
  }
}

async function makePng(scene: Scene, scale: number): Promise<Result<Blob, PictureProblem>> {
  const { width, height } = pngSize(scene.size, scale);
  if (!canPaint({ width, height })) return err('too-large');
  await loadFonts(scene);
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) return err('too-large');
  paintCanvas(scene, context, { scale });
  return ok(await context.canvas.convertToBlob({ type: exportFormat('png').mime }));
}

/** Puts the scene on the clipboard as PNG. */
export async function copyPicture(scene: Scene, scale: number): Promise<Result<undefined, PictureProblem>> {
  const picture = await makePng(scene, scale);
  if (!picture.ok) return picture;
  try {
    await navigator.clipboard.write([new ClipboardItem({ [exportFormat('png').mime]: picture.value })]);
    return ok(undefined);
  } catch (error) {
    if (error instanceof DOMException) return err('clipboard-refused');
    throw error;
  }
}
