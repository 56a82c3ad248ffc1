import type { EmbeddedFont } from '../paint/font-face-rule.ts';
import { paintSvg } from '../paint/svg.ts';
import { fontFacesUsed, type FontFace } from '../scene/font-faces.ts';
import type { Scene } from '../scene/scene.ts';

/** The fonts that an SVG of the scene carries inside, so that it looks the same on every machine. */
export const svgFonts = (scene: Scene): readonly FontFace[] => fontFacesUsed(scene);

/** The scene as the text of an SVG file with its fonts inside. */
export const toSvg = (scene: Scene, fonts: readonly EmbeddedFont[]): string => paintSvg(scene, { idPrefix: 'figure', fonts });
