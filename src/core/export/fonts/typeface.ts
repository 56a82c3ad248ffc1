import { create, type Font as FontkitFont } from 'fontkit';
import type { FontFace } from '../../scene/font-faces.ts';
import { fileOf, type FontFile } from './font-file.ts';
import type { Contour, OutlinePoint } from './glyph-data.ts';
import { writeSfnt } from './sfnt.ts';
import { readWoff2 } from './woff2.ts';

/** A letter as a typeface draws it, from the end of the one before; lengths in the units of the typeface. */
export interface ShapedGlyph {
  readonly id: number;
  /** The characters that it stands for. */
  readonly text: string;
  /** How far the next one begins. */
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** The number of a glyph without outline, which only carries a character. */
export const CARRIER = -1;
/** Its width in ems: what is narrower is taken by some programs for a letter that was printed twice. */
export const CARRIER_WIDTH = 0.15;

/** A font file in one weight. */
export interface Typeface {
  readonly face: FontFace;
  readonly weight: number;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** The glyphs of a text of one script and direction, from left to right as they stand. Spaced letters are not joined to ligatures. */
  readonly shape: (text: string, isRightToLeft: boolean, isSpaced: boolean) => readonly ShapedGlyph[];
  /** The width of a glyph when nothing moves it. */
  readonly widthOf: (glyph: number) => number;
  /** The outline of a glyph, its points at whole units. */
  readonly outlineOf: (glyph: number) => readonly Contour[];
}

const ARABIC = /\p{Script=Arabic}/u;

/** Opens the typefaces that are asked for, each file and each weight of it once. */
export function typefaces(files: readonly FontFile[]): (face: FontFace, weight: number) => Typeface {
  const fonts = new Map<FontFace, FontkitFont>();
  const opened = new Map<string, Typeface>();
  return (face, weight) => {
    const key = `${weight} ${face.file}`;
    const known = opened.get(key);
    if (known !== undefined) return known;
    const font = fonts.get(face) ?? create(writeSfnt(readWoff2(fileOf(face, files).bytes)));
    fonts.set(face, font);
    const typeface = makeTypeface(face, weight, () => font.getVariation({ wght: weight }));
    opened.set(key, typeface);
    return typeface;
  };
}

function makeTypeface(face: FontFace, weight: number, open: () => FontkitFont): Typeface {
  const font = open();
  return {
    face,
    weight,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    shape: (text, isRightToLeft, isSpaced) => {
      const features = isSpaced ? { liga: false, clig: false } : {};
      // A font that was used gives every glyph the characters that it stood for the first time; opening one anew takes a moment only.
      const { glyphs, positions } = open().layout(text, features, ARABIC.test(text) ? 'arab' : undefined, undefined, isRightToLeft ? 'rtl' : 'ltr');
      return glyphs.map(({ id, codePoints }, k) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[k] ?? {};
        return { id, text: String.fromCodePoint(...codePoints), advance: xAdvance, dx: xOffset, dy: yOffset };
      });
    },
    widthOf: (glyph) => (glyph === CARRIER ? CARRIER_WIDTH * font.unitsPerEm : font.getGlyph(glyph).advanceWidth),
    outlineOf: (glyph) => (glyph === CARRIER ? [] : contoursOf(font.getGlyph(glyph).path.commands)),
  };
}

/** Drawing commands as the points of TrueType outlines; a contour ends where it began, which its points do not repeat. */
function contoursOf(commands: FontkitPath): readonly Contour[] {
  const contours: OutlinePoint[][] = [];
  const add = (x = 0, y = 0, isOn = true): void => {
    contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), isOn });
  };
  for (const { command, args } of commands) {
    switch (command) {
      case 'moveTo':
        contours.push([]);
        add(args[0], args[1]);
        break;
      case 'lineTo':
        add(args[0], args[1]);
        break;
      case 'quadraticCurveTo':
        add(args[0], args[1], false);
        add(args[2], args[3]);
        break;
      case 'closePath': {
        const contour = contours.at(-1) ?? [];
        const [first, last] = [contour[0], contour.at(-1)];
        if (contour.length > 1 && last?.isOn === true && last.x === first?.x && last.y === first.y) contour.pop();
        break;
      }
      default:
        throw new Error(`an outline of a TrueType font has a ${command}`);
    }
  }
  return contours.filter((contour) => contour.length > 1);
}

type FontkitPath = ReturnType<FontkitFont['getGlyph']>['path']['commands'];
