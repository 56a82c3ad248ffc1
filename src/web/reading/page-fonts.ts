import type { PageFont } from '../../core/export/page.ts';

/** Bytes from Base64 text. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** Makes fonts known to the page, and waits until they can be painted with. */
export async function loadPageFonts(fonts: readonly PageFont[]): Promise<void> {
  const faces = fonts.map(({ face, base64 }) => {
    const [lightest, boldest] = face.weights;
    return new FontFace(face.family, bytesOf(base64), { style: face.style, weight: `${lightest} ${boldest}`, unicodeRange: face.unicodeRange });
  });
  for (const face of faces) document.fonts.add(face);
  await Promise.allSettled(faces.map((face) => face.load()));
}
