import * as fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../../../src/core/export/svg.ts';
import type { Font, Scene } from '../../../../src/core/scene/scene.ts';
import { fontBytes, fontsOf } from './support/font-files.ts';

const sceneOf = (text: string, font: Partial<Font> = {}): Scene => ({
  size: { width: 100, height: 50 },
  title: 'A scene',
  language: 'en',
  marks: [{ kind: 'text', x: 10, y: 20, text, font: { family: 'serif', size: 12, weight: 600, ...font }, fill: '#000000', anchor: 'start' }],
});
const draw = (scene: Scene): string => toSvg(scene, fontsOf(scene));
const embedded = (svg: string): readonly Buffer[] => [...svg.matchAll(/url\(data:font\/woff;base64,([^)]+)\)/g)].map(([, base64 = '']) => Buffer.from(base64, 'base64'));

describe('an SVG file with its fonts', () => {
  it('carries the faces that it is set in and no others', () => {
    const svg = draw(sceneOf('Words'));
    expect(svg.match(/font-family:'([^']+)'/g)).toEqual(["font-family:'Source Serif 4'"]);
    expect(svg).toContain('>Words<');
  });

  it('knows the characters that it uses and no others', () => {
    const [font = Buffer.alloc(0)] = embedded(draw(sceneOf('Oman 2026')));
    const { characterSet } = create(font) as unknown as { readonly characterSet: readonly number[] };
    expect(String.fromCodePoint(...characterSet)).toBe(' 026Oamn');
  });

  it('takes a fraction of the whole font', () => {
    const scene = sceneOf('Oman hosts talks');
    const [{ face } = { face: undefined }] = fontsOf(scene);
    const whole = face === undefined ? 0 : fontBytes(face).length;
    expect(embedded(draw(scene))[0]?.length).toBeLessThan(whole / 3);
  });

  it('is the same byte for byte from the same scene, and holds no script and no outside address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const scene = sceneOf(text);
        const svg = draw(scene);
        expect(draw(scene)).toBe(svg);
        expect(svg).not.toMatch(/<(?:script|foreignObject)|(?:href|src)="|url\((?!data:|#)/);
      }),
      { numRuns: 10 },
    );
  });
});
