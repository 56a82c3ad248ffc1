import type { FontFace } from '../../scene/font-faces.ts';

/** The WOFF2 file of a face that a scene is set in. */
export interface FontFile {
  readonly face: FontFace;
  readonly bytes: Uint8Array;
}

/** The file of a face; throws when it is not among those that were to be handed over. */
export function fileOf(face: FontFace, files: readonly FontFile[]): FontFile {
  const file = files.find((candidate) => candidate.face === face);
  if (file === undefined) throw new Error(`the font ${face.file} was not handed over`);
  return file;
}
