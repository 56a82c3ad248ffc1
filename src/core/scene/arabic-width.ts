import { ARABIC_ADVANCES, ARABIC_RANGES, LAM_ALEFS } from './font-metrics.ts';
import { decodeTable } from './font-table.ts';
import type { Font } from './scene.ts';

/** The blocks of Arabic script in Unicode: letters, supplements and presentation forms. */
const ARABIC = /[\u0600-\u06FF\u0750-\u077F\u0870-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]/;

/** Whether a text holds Arabic script (Arabic, Persian, Urdu, Kurdish …). */
export const isArabic = (text: string): boolean => ARABIC.test(text);

/** Letters that join only to the letter before them. Source: Unicode, ArabicShaping.txt, joining type R. */
const RIGHT_JOINING = new Set('آأؤإاةدذرزوٱٲٳٵٶٷڈډڊڋڌڍڎڏڐڑڒړڔڕږڗژڙۀۃۄۅۆۇۈۉۊۋۍۏەۮۯ');
/** Characters that join to neither side: hamza, high hamza, digits, punctuation. Joining type U. */
const NOT_JOINING = /[\u060C\u060D\u061B-\u061F\u0621\u0674\u0660-\u066D\u06D4\u06F0-\u06F9\u06FD\u06FE]/;
/** Vowel signs and the like: no width, and letters join through them. Joining type T. */
const TRANSPARENT = /\p{Mn}/u;
/** Tatweel and the zero-width joiner join to both sides. Joining type C. */
const JOINER = /[\u0640\u200D]/;
const LAM = 'ل';

const joinsBack = (c: string | undefined): boolean => c !== undefined && (JOINER.test(c) || (ARABIC.test(c) && !NOT_JOINING.test(c)));
const joinsOn = (c: string | undefined): boolean => joinsBack(c) && !RIGHT_JOINING.has(c ?? '');

/** Positions within a table: alone, first, middle, last. */
function shapeOf(before: string | undefined, letter: string, after: string | undefined): 0 | 1 | 2 | 3 {
  const back = joinsBack(letter) && joinsOn(before);
  const on = joinsOn(letter) && joinsBack(after);
  if (back) return on ? 2 : 3;
  return on ? 1 : 0;
}

const tables = new Map<Font['weight'], Float64Array>();

function tableOf(weight: Font['weight']): Float64Array {
  const table = tables.get(weight) ?? decodeTable(ARABIC_ADVANCES, `${weight}`);
  tables.set(weight, table);
  return table;
}

/** Where the letters of each range begin in a table, and where they end. */
const STARTS = [0];
for (const [first, last] of ARABIC_RANGES) STARTS.push((STARTS.at(-1) ?? 0) + last - first + 1);
const LETTERS = STARTS.at(-1) ?? 0;

function widthOf(letter: string, shape: number, weight: Font['weight']): number {
  const code = letter.codePointAt(0) ?? 0;
  const run = ARABIC_RANGES.findIndex(([first, last]) => code >= first && code <= last);
  const position = (STARTS[run] ?? Number.NaN) + code - (ARABIC_RANGES[run]?.[0] ?? 0);
  return tableOf(weight)[position * 4 + shape] ?? Number.NaN;
}

/** Width in ems of lam and the alef after it, which are written as one; `undefined` for any other pair. */
function widthOfLamAlef(letter: string, after: string | undefined, joined: boolean, weight: Font['weight']): number | undefined {
  const alef = letter === LAM && after !== undefined ? LAM_ALEFS.indexOf(after) : -1;
  return alef < 0 ? undefined : (tableOf(weight)[LETTERS * 4 + alef * 2 + (joined ? 1 : 0)] ?? Number.NaN);
}

/**
 * Measures the Arabic-script letters of a text as Vazirmatn shapes them.
 * Answers their width in ems, and the characters that belong to another font.
 */
export function widthOfArabic(
  text: string,
  weight: Font['weight'],
): { readonly ems: number; readonly rest: string } {
  const characters = [...text].filter((character) => !TRANSPARENT.test(character));
  let ems = 0;
  let rest = '';
  for (let i = 0; i < characters.length; i++) {
    const letter = characters[i] ?? '';
    const before = characters[i - 1];
    const after = characters[i + 1];
    const ligature = widthOfLamAlef(letter, after, joinsOn(before), weight);
    const width = ligature ?? (ARABIC.test(letter) ? widthOf(letter, shapeOf(before, letter, after), weight) : Number.NaN);
    if (Number.isNaN(width)) {
      rest += letter;
      continue;
    }
    ems += width;
    if (ligature !== undefined) i++;
  }
  return { ems, rest };
}
