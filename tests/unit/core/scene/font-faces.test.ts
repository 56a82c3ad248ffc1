import { describe, expect, it } from 'vitest';
import { fontFacesUsed } from '../../../../src/core/scene/font-faces.ts';
import type { Font, Scene } from '../../../../src/core/scene/scene.ts';

const SANS: Font = { family: 'sans', size: 12, weight: 600 };

const filesFor = (text: string, font: Font = SANS): readonly string[] => {
  const scene: Scene = {
    size: { width: 100, height: 100 },
    title: '',
    language: 'en',
    marks: [{ kind: 'group', marks: [{ kind: 'text', x: 0, y: 0, text, font, fill: '#000000', anchor: 'start' }] }],
  };
  return fontFacesUsed(scene).map((face) => face.file.replace(/^.*\//, '').replace('-wght', '').replace('.woff2', ''));
};

describe('the font files that a scene needs', () => {
  it('are those of its scripts', () => {
    expect(filesFor('Strait of Hormuz')).toEqual(['inter-latin-normal']);
    expect(filesFor('İstanbul')).toEqual(['inter-latin-normal', 'inter-latin-ext-normal']);
    expect(filesFor('Київ', { ...SANS, family: 'serif' })).toEqual(['source-serif-4-cyrillic-normal']);
  });

  it('follow family and style', () => {
    expect(filesFor('Arabian Sea', { ...SANS, family: 'serif', italic: true })).toEqual(['source-serif-4-latin-italic']);
  });

  it('hold Vazirmatn for Arabic script and the other family for the rest of the line', () => {
    expect(filesFor('تهران (Tehran)')).toEqual(['inter-latin-normal', 'vazirmatn-arabic-normal']);
  });

  it('are none for a scene without text, or in a script that no font has', () => {
    expect(filesFor('')).toEqual([]);
    expect(filesFor('漢')).toEqual([]);
  });
});
