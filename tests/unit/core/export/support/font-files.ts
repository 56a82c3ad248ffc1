import { readFileSync } from 'node:fs';
import type { FontFile } from '../../../../../src/core/export/fonts/font-file.ts';
import { fontFacesUsed, type FontFace } from '../../../../../src/core/scene/font-faces.ts';
import type { Scene } from '../../../../../src/core/scene/scene.ts';

/** The WOFF2 file of a face. */
export const fontBytes = ({ file }: Pick<FontFace, 'file'>): Uint8Array => readFileSync(`node_modules/@fontsource-variable/${file}`);

/** The font files that a scene is set in. */
export const fontsOf = (scene: Scene): readonly FontFile[] => fontFacesUsed(scene).map((face) => ({ face, bytes: fontBytes(face) }));
