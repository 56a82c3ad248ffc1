import { create, type Font as FontkitFont } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { writeSfnt } from '../../../../src/core/export/fonts/sfnt.ts';
import { subsetFace } from '../../../../src/core/export/fonts/subset-face.ts';
import { readWoff2 } from '../../../../src/core/export/fonts/woff2.ts';
import { FONT_FACES } from '../../../../src/core/scene/font-face-table.ts';
import { fontBytes } from './support/font-files.ts';

const TEXTS = [
  ['inter/files/inter-latin-wght-normal.woff2', 'AVATAR – Kfz. “To”, 12:30 3x4 f(x)'],
  ['inter/files/inter-latin-wght-italic.woff2', 'Tehran, Yazd & V. W.'],
  ['source-serif-4/files/source-serif-4-latin-wght-normal.woff2', 'office affluent fjord, To Wave'],
  ['source-serif-4/files/source-serif-4-latin-ext-wght-italic.woff2', 'žłąęİşğ'],
  ['vazirmatn/files/vazirmatn-arabic-wght-normal.woff2', 'گفت‌وگوها لا العلاقات عُمان'],
] as const;

/** How a font sets a text: each glyph with its outline and where the next begins. */
const setIn = (font: FontkitFont, text: string) => {
  const { glyphs, positions } = font.layout(text);
  return glyphs.map(({ id, path }, k) => ({ id, outline: path.commands, ...positions[k] }));
};

describe('readWoff2', () => {
  it('unpacks every font that ships as another reader does', () => {
    for (const face of FONT_FACES) {
      const [ours, theirs] = [create(writeSfnt(readWoff2(fontBytes(face)))), create(fontBytes(face))];
      for (let glyph = 0; glyph < 80; glyph++) {
        expect(ours.getGlyph(glyph).path.commands).toEqual(theirs.getGlyph(glyph).path.commands);
        expect(ours.getGlyph(glyph).advanceWidth).toBe(theirs.getGlyph(glyph).advanceWidth);
      }
    }
  });

  it('refuses what is no WOFF2 file', () => {
    expect(() => readWoff2(new Uint8Array(64))).toThrow('not WOFF2');
  });
});

describe('subsetFace', () => {
  it.each(TEXTS)('sets a text in %s as the whole font does, in any weight', (file, text) => {
    const tables = readWoff2(fontBytes({ file }));
    const part = subsetFace(tables, Array.from(text, (character) => character.codePointAt(0) ?? 0));
    for (const wght of [400, 620]) {
      const [ours, theirs] = [part, tables].map((each) => setIn(create(writeSfnt(each)).getVariation({ wght }), text));
      expect(ours).toEqual(theirs);
    }
  });

  it('keeps no outline, width or variation of a letter that is not asked for', () => {
    const tables = readWoff2(fontBytes({ file: 'inter/files/inter-latin-wght-normal.woff2' }));
    const [whole, part] = [create(writeSfnt(tables)), create(writeSfnt(subsetFace(tables, [0x6f])))];
    const [{ id } = { id: 0 }] = whole.layout('Q').glyphs;
    expect(whole.getGlyph(id).path.commands.length).toBeGreaterThan(0);
    expect(part.getGlyph(id).path.commands).toEqual([]);
    expect(part.layout('Q').glyphs.map((glyph) => glyph.id)).toEqual([0]);
    expect(subsetFace(tables, [0x6f]).get('gvar')?.length).toBeLessThan((tables.get('gvar')?.length ?? 0) / 10);
  });
});
