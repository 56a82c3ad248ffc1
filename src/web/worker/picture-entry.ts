import type { FontFile } from '../../core/export/fonts/font-file.ts';
import type { Scene } from '../../core/scene/scene.ts';
import { paintPicture } from './paint-picture.ts';

/*
 * A worker that paints one picture and does nothing else. The page ends it when the picture is there or given up.
 */

/** What the page asks for: a scene as a PNG file, so many pixels for each of its own, the fonts that it is set in, and a native file to put inside. */
export interface PictureOrder {
  readonly scene: Scene;
  readonly scale: number;
  readonly fonts: readonly FontFile[];
  readonly story: string | undefined;
}

/** What the worker tells: that it has started, how far it is from 0 to 1, and the file; without one when it could not be painted. */
export type PictureReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'picture'; readonly picture: Blob | undefined };

/** What a worker sees of itself, as far as it is used here; the compiler knows the page's own side only. */
interface WorkerScope {
  readonly addEventListener: (kind: 'message', listener: (message: MessageEvent<PictureOrder>) => void) => void;
  readonly postMessage: (report: PictureReport, transfer: readonly Transferable[]) => void;
  readonly fonts: { readonly add: (font: FontFace) => void };
}

const scope = globalThis as unknown as WorkerScope;
const post = (report: PictureReport): void => scope.postMessage(report, []);

/** A worker knows no style sheets: the faces are given to it as they stand there. */
const loadFont = async ({ face, bytes }: FontFile): Promise<void> => {
  const { family, style, weights, unicodeRange } = face;
  const font = new FontFace(family, bytes.slice(), { style, weight: weights.join(' '), unicodeRange });
  scope.fonts.add(font);
  await font.load();
};

async function serve({ scene, scale, fonts, story }: PictureOrder): Promise<void> {
  await Promise.all(fonts.map(loadFont));
  const goOn = (done: number): boolean => {
    post({ kind: 'progress', done });
    return true;
  };
  const pieces = await paintPicture(scene, scale, goOn, story);
  post({ kind: 'picture', picture: pieces && new Blob([...pieces], { type: 'image/png' }) });
}

scope.addEventListener('message', ({ data }) => {
  void serve(data).catch((error: unknown) => {
    // Out of the promise, so that the page hears of it.
    queueMicrotask(() => {
      throw error;
    });
  });
});
post({ kind: 'ready' });
