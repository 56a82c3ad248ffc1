// Writes src/core/scene/font-metrics.ts: `node data/fonts/build-metrics.mjs`, or `--check` to compare without writing.
import { advanceOf, ARABIC_FACES, ARABIC_RANGES, codePointsOf, FACES, fontsOf, RANGES } from './faces.mjs';
import { writeOrCheck } from './write-or-check.mjs';

const TARGET = new URL('../../src/core/scene/font-metrics.ts', import.meta.url);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ZWJ = '\u200d';

/** Lam followed by one of these is a single letter-shape. */
const ALEFS = ['آ', 'أ', 'إ', 'ا'];

/** Stands for a character that the font lacks. */
const MISSING = '..';

/** Advances are kept in thousandths of the em, as two base-64 digits. */
function encode(advance, unitsPerEm) {
  const value = Math.round((advance * 1000) / unitsPerEm);
  if (value < 0 || value > 4095) throw new Error(`advance ${value} does not fit in two digits`);
  return `${DIGITS[value >> 6]}${DIGITS[value & 63]}`;
}

async function latinTable(face) {
  const fonts = await fontsOf(face);
  return codePointsOf(RANGES).map((run) =>
    run
      .map((code) => {
        const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(code));
        return font === undefined ? MISSING : encode(advanceOf(font, font.glyphForCodePoint(code).id), font.unitsPerEm);
      })
      .join(''),
  );
}

/** The four shapes of a letter in a word: alone, first, middle, last. */
const SHAPES = [(c) => c, (c) => c + ZWJ, (c) => ZWJ + c + ZWJ, (c) => ZWJ + c];

async function arabicTable(face) {
  const [font] = await fontsOf(face);
  const space = font.glyphForCodePoint(0x20).id; // what the shaper leaves in place of a joiner
  const advance = (text) =>
    font.layout(text, undefined, 'arab', undefined, 'rtl').glyphs
      .filter((glyph) => glyph.id !== space)
      .reduce((sum, glyph) => sum + advanceOf(font, glyph.id), 0);
  const letters = codePointsOf(ARABIC_RANGES).map((run) =>
    run
      .map((code) =>
        SHAPES.map((shape) =>
          font.hasGlyphForCodePoint(code) ? encode(advance(shape(String.fromCodePoint(code))), font.unitsPerEm) : MISSING,
        ).join(''),
      )
      .join(''),
  );
  const lamAlef = ALEFS.map((alef) => encode(advance(`ل${alef}`), font.unitsPerEm) + encode(advance(`${ZWJ}ل${alef}`), font.unitsPerEm));
  return [...letters, lamAlef.join('')];
}

const pairs = (ranges) => `[${ranges.map(([first, last]) => `[0x${first.toString(16)}, 0x${last.toString(16)}]`).join(', ')}]`;
const table = (name, runs) => `  '${name}': [\n${runs.map((run) => `    '${run}',\n`).join('')}  ],\n`;

async function build() {
  const latin = await Promise.all(
    FACES.map(async (face) => table(`${face.family} ${face.weight}${face.style === 'italic' ? ' italic' : ''}`, await latinTable(face))),
  );
  const arabic = await Promise.all(ARABIC_FACES.map(async (face) => table(`${face.weight}`, await arabicTable(face))));
  return `// Made by data/fonts/build-metrics.mjs from Inter, Source Serif 4 and Vazirmatn; do not edit.

/** First and last code point of each run of a face's table. */
export const RANGES = ${pairs(RANGES)} as const;

/**
 * Advance widths by face, one string per range: two base-64 digits (A–Z a–z 0–9 - _) for each code point,
 * in thousandths of the font size; \`..\` where the font has no such character.
 */
export const ADVANCES = {
${latin.join('')}} as const;

/** First and last code point of each run of an Arabic table. */
export const ARABIC_RANGES = ${pairs(ARABIC_RANGES)} as const;

/** What follows lam in the last string of an Arabic table. */
export const LAM_ALEFS = '${ALEFS.join('')}';

/**
 * Advance widths of Vazirmatn by weight: as above, but four widths for each code point (alone, first, middle and last in a word);
 * the last string has two widths (alone, last) for lam joined with each of \`LAM_ALEFS\`.
 */
export const ARABIC_ADVANCES = {
${arabic.join('')}} as const;
`;
}

writeOrCheck(TARGET, await build());
