import makeBidi from 'bidi-js';
import { covers, facesFor, type FontFace } from '../../scene/font-faces.ts';
import type { Font } from '../../scene/scene.ts';
import { CARRIER, CARRIER_WIDTH, type ShapedGlyph, type Typeface } from './typeface.ts';

/** A piece of a line in one typeface, from left to right; without one where no bundled font has the characters. */
export interface ShapedRun {
  readonly text: string;
  readonly typeface: Typeface | undefined;
  readonly glyphs: readonly ShapedGlyph[];
  /** The typeface has no italic: its letters are to be slanted. */
  readonly isSlanted: boolean;
}

interface Piece {
  readonly text: string;
  readonly level: number;
  readonly face: FontFace | undefined;
}

/** Characters that steer the order of words and are never drawn (Unicode, Bidi_Control). */
const STEERING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const MARK = /\p{M}/u;
/** What takes the font of the text around it. */
const JOINING = /[\u200C\u200D]/u;

const bidi = makeBidi();

/** Cuts a line where its direction or its font file changes; pieces in the order of reading. */
function piecesOf(text: string, font: Font): readonly Piece[] {
  const faces = facesFor({ text, font });
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr');
  const pieces: Piece[] = [];
  let at = 0;
  for (const character of text) {
    const level = levels[at] ?? 0;
    at += character.length;
    if (STEERING.test(character)) continue;
    const before = pieces.at(-1);
    const code = character.codePointAt(0) ?? 0;
    const staysWith = before?.face !== undefined && (JOINING.test(character) || (MARK.test(character) && covers(before.face, code)));
    const face = staysWith ? before.face : faces.find((candidate) => covers(candidate, code));
    if (before !== undefined && before.level === level && before.face === face) pieces[pieces.length - 1] = { ...before, text: before.text + character };
    else pieces.push({ text: character, level, face });
  }
  return pieces;
}

/** Pieces in the order in which they stand: from the highest level down, neighbours of at least that level change places (UAX #9, rule L2). */
function inVisualOrder(pieces: readonly Piece[]): readonly Piece[] {
  const ordered = [...pieces];
  const highest = Math.max(0, ...pieces.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    let from = 0;
    while (from < ordered.length) {
      let to = from;
      while ((ordered[to]?.level ?? -1) >= level) to++;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed());
      from = to + 1;
    }
  }
  return ordered;
}

const isRightToLeft = (level: number): boolean => (level & 1) === 1;

/** Brackets that open to the other side where a text runs from right to left (UAX #9, rule L4). */
const mirrored = (text: string): string => Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join('');

/**
 * Programs that read a PDF file turn a word from right to left around glyph by glyph, and not all of them turn the letters of one glyph: a glyph
 * that stands for several keeps the last, and the others follow it unseen.
 */
function splitText(glyph: ShapedGlyph, width: number): readonly ShapedGlyph[] {
  const [last = '', ...others] = Array.from(glyph.text).toReversed();
  return [{ ...glyph, text: last }, ...others.map((text) => ({ id: CARRIER, text, advance: 0, dx: -width, dy: 0 }))];
}

/**
 * Sets a line of text as browsers do: each character in the first font that has it, words in the order of their directions, letters joined,
 * kerned and put together as the font says. Runs from left to right.
 */
export function shapeLine(text: string, font: Font, typefaceOf: (face: FontFace, weight: number) => Typeface): readonly ShapedRun[] {
  const isSpaced = (font.spacing ?? 0) !== 0;
  return inVisualOrder(piecesOf(text, font)).map((piece): ShapedRun => {
    if (piece.face === undefined) return { text: piece.text, typeface: undefined, glyphs: [], isSlanted: false };
    const typeface = typefaceOf(piece.face, font.weight);
    const turned = isRightToLeft(piece.level);
    const glyphs = typeface.shape(turned ? mirrored(piece.text) : piece.text, turned, isSpaced);
    return {
      text: piece.text,
      typeface,
      glyphs: turned ? glyphs.flatMap((glyph) => splitText(glyph, CARRIER_WIDTH * typeface.unitsPerEm)) : glyphs,
      isSlanted: font.italic === true && piece.face.style === 'normal',
    };
  });
}
