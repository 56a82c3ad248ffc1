import type { FontFace } from '../scene/font-faces.ts';

/** A font file to be put into a picture. */
export interface EmbeddedFont {
  /** What the font is for: an entry of `fontFacesUsed`. */
  readonly face: FontFace;
  readonly format: 'woff' | 'woff2';
  /** The bytes of the file. */
  readonly base64: string;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The CSS rule that makes a font known to the file it stands in.
 * @throws RangeError when the bytes are not base64: anything else could end the rule.
 */
export function fontFaceRule({ face, format, base64 }: EmbeddedFont): string {
  if (!BASE64.test(base64)) throw new RangeError(`the bytes of ${face.file} are not base64`);
  const [lightest, boldest] = face.weights;
  return [
    `@font-face{font-family:'${face.family}';font-style:${face.style};font-weight:${lightest} ${boldest};`,
    `src:url(data:font/${format};base64,${base64}) format('${format}');unicode-range:${face.unicodeRange}}\n`,
  ].join('');
}
