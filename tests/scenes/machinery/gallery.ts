import { fontFaceRule } from '../../../src/core/paint/font-face-rule.ts';
import { paintSvg } from '../../../src/core/paint/svg.ts';
import { fontFacesUsed } from '../../../src/core/scene/font-faces.ts';
import { escapeXml } from '../../../src/core/scene/xml.ts';
import { CASES } from './pictures.ts';

const STYLE = `
body { margin: 1rem; display: flex; flex-wrap: wrap; gap: 1rem; font: 12px Inter, sans-serif }
figure { margin: 0; padding: 1rem } figcaption { margin-block-end: 0.5rem }
.light { background: #ffffff; color: #000000 } .dark { background: #000000; color: #ffffff }
`;

/** One page with all pictures, light and dark, to look at. `readFont` gives the bytes of a font file of `FONT_FACES` as base64. */
export function galleryPage(readFont: (file: string) => string): string {
  const scenes = CASES.map((entry) => ({ name: entry.name, theme: entry.theme, drawn: entry.scene() }));
  const faces = new Set(scenes.flatMap(({ drawn }) => fontFacesUsed(drawn)));
  const rules = [...faces].map((face) => fontFaceRule({ face, format: 'woff2', base64: readFont(face.file) }));
  const figures = scenes.map(
    ({ name, theme, drawn }) => `<figure class="${theme}"><figcaption>${escapeXml(name)}</figcaption>\n${paintSvg(drawn, { idPrefix: name })}</figure>\n`,
  );
  return [
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Pictures</title>\n',
    `<style>${STYLE}${rules.join('')}</style>\n`,
    ...figures,
    '</html>\n',
  ].join('');
}
