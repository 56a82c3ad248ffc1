import { err, ok, unreachable, type Result } from '../../../core/base/result.ts';
import { exportFormat, type ExportFormatId } from '../../../core/export/index.ts';
import { canPaint, pngSize } from '../../../core/export/png.ts';
import type { Scene } from '../../../core/scene/scene.ts';
import { paintPicture } from '../../worker/paint-picture.ts';
import type { PictureOrder } from '../../worker/picture-entry.ts';
import { startPictureWorker } from '../../worker/start-picture-worker.ts';
import { fontFiles, loadFonts } from './fonts.ts';

/** Why a picture could not be made, where a person can do something about it. */
export type PictureProblem = 'too-large' | 'fonts-missing' | 'clipboard-refused';

/** The file that a picture becomes. */
export interface PictureFile {
  readonly format: ExportFormatId;
  /** How many pixels of a PNG each of the scene's becomes, each way. */
  readonly scale: number;
  /** The text of a native file, for PNG and SVG to hold. */
  readonly story?: string | undefined;
}

/** What is told of a picture while it is made, and how it is given up. */
export interface PictureWork {
  /** The part that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
  /** The characters that no bundled font has, where the file has only frames for them. */
  readonly onMissing?: (characters: readonly string[]) => void;
}

/**
 * The scene as a file; an SVG or PDF has its fonts inside.
 * @throws the signal's reason once it is given up.
 */
export async function makePicture(scene: Scene, { format, scale, story }: PictureFile, work: PictureWork = {}): Promise<Result<Blob, PictureProblem>> {
  const fonts = await fontFiles(scene);
  if (fonts === undefined) return err('fonts-missing');
  const blobOf = (content: BlobPart): Blob => new Blob([content], { type: exportFormat(format).mime });
  switch (format) {
    case 'png':
      return makePng({ scene, scale, fonts, story }, work);
    case 'svg': {
      const { toSvg } = await import('../../../core/export/svg.ts');
      return ok(blobOf(toSvg(scene, fonts, story)));
    }
    case 'pdf': {
      const { toPdf } = await import('../../../core/export/pdf.ts');
      const { bytes, missing } = toPdf(scene, fonts);
      if (missing.length > 0) work.onMissing?.(missing);
      return ok(blobOf(bytes));
    }
    default:
      return unreachable(format);
  }
}

async function makePng(order: PictureOrder, work: PictureWork): Promise<Result<Blob, PictureProblem>> {
  if (!canPaint(pngSize(order.scene.size, order.scale))) return err('too-large');
  const picture = (await paintBeside(order, work)) ?? (await paintHere(order, work));
  work.signal?.throwIfAborted();
  return picture === undefined ? err('too-large') : ok(picture);
}

/** Paints in a worker, so that the page goes on; `undefined` where it cannot. */
async function paintBeside(order: PictureOrder, { onProgress, signal }: PictureWork): Promise<Blob | undefined> {
  const worker = await startPictureWorker();
  if (worker === undefined) return undefined;
  try {
    return await new Promise<Blob | undefined>((resolve) => {
      signal?.addEventListener('abort', () => resolve(undefined), { once: true });
      if (signal?.aborted === true) resolve(undefined);
      worker.onReport((report) => {
        if (report?.kind === 'progress') onProgress?.(report.done);
        else if (report?.kind !== 'ready') resolve(report?.picture);
      });
      worker.order(order, []);
    });
  } finally {
    worker.end();
  }
}

/** Paints on the page, which gets its turn between two strips. */
async function paintHere({ scene, scale, story }: PictureOrder, { onProgress, signal }: PictureWork): Promise<Blob | undefined> {
  if (signal?.aborted === true) return undefined;
  await loadFonts(scene);
  const goOn = async (done: number): Promise<boolean> => {
    onProgress?.(done);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    return signal?.aborted !== true;
  };
  const pieces = await paintPicture(scene, scale, goOn, story);
  return pieces && new Blob([...pieces], { type: exportFormat('png').mime });
}

/** Puts the scene on the clipboard as PNG. */
export async function copyPicture(scene: Scene, scale: number, work: PictureWork = {}): Promise<Result<undefined, PictureProblem>> {
  const picture = await makePicture(scene, { format: 'png', scale }, work);
  if (!picture.ok) return picture;
  try {
    await navigator.clipboard.write([new ClipboardItem({ [exportFormat('png').mime]: picture.value })]);
    return ok(undefined);
  } catch (error) {
    if (error instanceof DOMException) return err('clipboard-refused');
    throw error;
  }
}
