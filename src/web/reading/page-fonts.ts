import { pageFaces } from '../../core/export/page-faces.ts';
import { decodeUtf8 } from '../../core/base/utf8.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { FontFace as Face } from '../../core/scene/font-faces.ts';

/** A font file at hand. */
export interface LoadedFont {
  readonly face: Face;
  /** The bytes of the WOFF2 file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes from Base64 text. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** The faces that the texts of a story need beside those that every page has. */
export const storyFaces = ({ story, records }: Dataset): readonly Face[] => pageFaces(JSON.stringify(story) + decodeUtf8(records.bytes));

/** Makes fonts known to the page, and waits until they can be painted with. */
export async function loadFonts(fonts: readonly LoadedFont[]): Promise<void> {
  const faces = fonts.map(({ face, bytes }) => {
    const [lightest, boldest] = face.weights;
    return new FontFace(face.family, bytes, { style: face.style, weight: `${lightest} ${boldest}`, unicodeRange: face.unicodeRange });
  });
  for (const face of faces) document.fonts.add(face);
  await Promise.allSettled(faces.map((face) => face.load()));
}
