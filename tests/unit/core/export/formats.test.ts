import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, exportFormat, formatOfName } from '../../../../src/core/export/index.ts';
import { svgFonts, toSvg } from '../../../../src/core/export/svg.ts';
import type { Scene } from '../../../../src/core/scene/scene.ts';

const SCENE: Scene = {
  size: { width: 100, height: 50 },
  title: 'A scene',
  language: 'en',
  marks: [{ kind: 'text', x: 10, y: 20, text: 'Words', font: { family: 'serif', size: 12, weight: 600 }, fill: '#000000', anchor: 'start' }],
};

describe('the export formats', () => {
  it('are found by id and by the end of a file name', () => {
    for (const format of EXPORT_FORMATS) {
      expect(exportFormat(format.id)).toBe(format);
      expect(formatOfName(`some.figure.${format.extension.toUpperCase()}`)).toBe(format);
    }
    expect(formatOfName('figure.gif')).toBeUndefined();
    expect(formatOfName('svg')).toBeUndefined();
  });

  it('throw for an id that names none', () => {
    expect(() => exportFormat('gif' as 'png')).toThrow('gif');
  });
});

describe('toSvg', () => {
  it('asks for the fonts that the scene is set in, and puts them into the file', () => {
    const faces = svgFonts(SCENE);
    expect(faces.map(({ family }) => family)).toEqual(['Source Serif 4']);
    const svg = toSvg(SCENE, faces.map((face) => ({ face, format: 'woff2', base64: 'AAAA' })));
    expect(svg).toContain("@font-face{font-family:'Source Serif 4'");
    expect(svg).toContain('base64,AAAA');
    expect(svg).toContain('>Words<');
  });
});
