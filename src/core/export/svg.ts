import { toBase64 } from '../base/base64.ts';
import { svgStory } from '../formats/picture-story.ts';
import { paintSvg } from '../paint/svg.ts';
import { charactersOfFaces } from '../scene/font-faces.ts';
import type { Scene } from '../scene/scene.ts';
import { fileOf, type FontFile } from './fonts/font-file.ts';
import { writeWoff } from './fonts/sfnt.ts';
import { subsetFace } from './fonts/subset-face.ts';
import { readWoff2 } from './fonts/woff2.ts';

/**
 * The scene as the text of an SVG file. Inside are the fonts that it is set in, with the glyphs that it uses and no others, so that it looks the
 * same on every machine. The same scene and fonts give the same bytes.
 * @param fonts those of `fontFacesUsed`.
 * @param story the text of a native file to put inside; left out, nothing of the story is in the file but what is seen.
 */
export function toSvg(scene: Scene, fonts: readonly FontFile[], story?: string): string {
  const embedded = [...charactersOfFaces(scene)].map(([face, characters]) => ({
    face,
    format: 'woff' as const,
    base64: toBase64(writeWoff(subsetFace(readWoff2(fileOf(face, fonts).bytes), characters))),
  }));
  return paintSvg(scene, { idPrefix: 'figure', fonts: embedded, namesMarks: false, ...(story !== undefined && { metadata: svgStory(story) }) });
}
