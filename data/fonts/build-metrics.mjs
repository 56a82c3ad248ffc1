// Writes src/core/scene/font-metrics.ts: `node data/fonts/build-metrics.mjs`, or `--check` to compare without writing.
import { advanceOf, ARABIC_FACES, ARABIC_RANGES, codePointsOf, FACES, fontsOf, RANGES } from './faces.mjs';
import { writeOrCheck } from './write-or-check.mjs';

const TARGET = new URL('../../src/core/scene/font-metrics.ts', import.meta.url);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ZWJ = '\u200d';

/** Lam followed by one of these is a single letter-shape. */
const ALEFS = ['آ', 'أ', 'إ', 'ا'];

/** Stands for a character that the font lacks. */
const MISSING = '.';
/** Stands before two digits for a difference of more than `MOST`. */
const FAR = '_';
const MOST = 31;

/** Advances are kept in thousandths of the em; NaN where the font lacks the character. */
function inThousandths(advance, unitsPerEm) {
  const value = Math.round((advance * 1000) / unitsPerEm);
  if (value < 0 || value > 2047) throw new Error(`advance ${value} does not fit`);
  return value;
}

const twoDigits = (value) => `${DIGITS[value >> 6]}${DIGITS[value & 63]}`;

/** A table by itself: two base-64 digits for each width. */
const whole = (widths) => widths.map((width) => (Number.isNaN(width) ? MISSING + MISSING : twoDigits(width))).join('');

/** What a table says beside what is guessed: a digit for each width. */
const differences = (widths, guesses) =>
  widths
    .map((width, k) => {
      if (Number.isNaN(width)) return MISSING;
      const difference = width - (guesses[k] || 0);
      return Math.abs(difference) <= MOST ? DIGITS[difference + MOST] : FAR + twoDigits(difference + 2048);
    })
    .join('');

const mixed = (from, to, share) => from.map((width, k) => Math.round(width + share * (to[k] - width)));

/** How far between two weights a third one lies, so that fewest widths differ from the mix. */
function bestShare(widths, from, to) {
  const wrongAt = (share) => mixed(from, to, share).filter((width, k) => width !== widths[k]).length;
  return Array.from({ length: 1001 }, (_, k) => k / 1000).reduce((best, share) => (wrongAt(share) < wrongAt(best) ? share : best), 0);
}

/** The tables of a family by weight and style: the regular one whole, the others as what differs from it, or from the way to the bold one. */
function family(name, tables) {
  const [regular, bold] = [tables.get('400'), tables.get('700')];
  return [...tables].map(([face, widths]) => {
    if (face === '400') return `  '${name}400': { whole: '${whole(widths)}' },\n`;
    const isBetween = face === '500' || face === '600';
    const share = isBetween ? bestShare(widths, regular, bold) : 0;
    const towards = isBetween ? `towards: '${name}700', share: ${share}, ` : '';
    return `  '${name}${face}': { from: '${name}400', ${towards}differences: '${differences(widths, isBetween ? mixed(regular, bold, share) : regular)}' },\n`;
  });
}

async function latinTable(face) {
  const fonts = await fontsOf(face);
  return codePointsOf(RANGES)
    .flat()
    .map((code) => {
      const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(code));
      return font === undefined ? NaN : inThousandths(advanceOf(font, font.glyphForCodePoint(code).id), font.unitsPerEm);
    });
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
  const letters = codePointsOf(ARABIC_RANGES)
    .flat()
    .flatMap((code) =>
      SHAPES.map((shape) => (font.hasGlyphForCodePoint(code) ? inThousandths(advance(shape(String.fromCodePoint(code))), font.unitsPerEm) : NaN)),
    );
  const lamAlefs = ALEFS.flatMap((alef) => [`ل${alef}`, `${ZWJ}ل${alef}`].map((text) => inThousandths(advance(text), font.unitsPerEm)));
  return [...letters, ...lamAlefs];
}

const pairs = (ranges) => `[${ranges.map(([first, last]) => `[0x${first.toString(16)}, 0x${last.toString(16)}]`).join(', ')}]`;

async function tablesOf(faces, tableOf) {
  return new Map(await Promise.all(faces.map(async (face) => [`${face.weight}${face.style === 'italic' ? ' italic' : ''}`, await tableOf(face)])));
}

async function build() {
  const latin = await Promise.all(
    ['sans', 'serif'].map(async (name) => family(`${name} `, await tablesOf(FACES.filter((face) => face.family === name), latinTable))),
  );
  const arabic = family('', await tablesOf(ARABIC_FACES, arabicTable));
  return `// Made by data/fonts/build-metrics.mjs from Inter, Source Serif 4 and Vazirmatn; do not edit.

/** First and last code point of each run of a face's table. */
export const RANGES = ${pairs(RANGES)} as const;

/** Advance widths by face, one after the other for the code points of \`RANGES\`; see \`font-table.ts\`. */
export const ADVANCES = {
${latin.flat().join('')}} as const;

/** First and last code point of each run of an Arabic table. */
export const ARABIC_RANGES = ${pairs(ARABIC_RANGES)} as const;

/** What follows lam at the end of an Arabic table. */
export const LAM_ALEFS = '${ALEFS.join('')}';

/**
 * Advance widths of Vazirmatn by weight: four for each code point of \`ARABIC_RANGES\` (alone, first, middle and last in a word); at the end two
 * (alone, last) for lam joined with each of \`LAM_ALEFS\`.
 */
export const ARABIC_ADVANCES = {
${arabic.join('')}} as const;
`;
}

writeOrCheck(TARGET, await build());
