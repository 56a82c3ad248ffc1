import { plainEastAsian } from './east-asian.ts';

/** First digits of the numerals that dates are written with: Arabic-Indic, Persian, Devanagari, full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10] as const;

const NOT_ASCII = /[^\x20-\x7e]/;
/** Marks that steer the direction or the joining of letters and show nothing themselves; the soft hyphen. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;

/** Other forms of the signs that dates are written with. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['\u2010', '-'], ['\u2011', '-'], ['\u2212', '-'], ['\uff0d', '-'],
  ['\u2012', '–'], ['\u2014', '–'], ['\u2015', '–'], ['\u301c', '–'], ['\uff5e', '–'],
  ['\uff0f', '/'], ['\u2044', '/'], ['\uff1a', ':'], ['\uff0e', '.'], ['\u066b', '.'],
  ['\uff0c', ','], ['\u060c', ','], ['\u3001', ','], ['\u066c', ','], ['\u061f', '?'], ['\uff1f', '?'],
  ['\u2018', '\''], ['\u2019', '\''], ['\u02bc', '\''], ['\u2032', '\''],
  ['\u201c', ''], ['\u201d', ''], ['\u201e', ''], ['\u00ab', ''], ['\u00bb', ''],
  // Chinese, Japanese and Korean name the units after the numbers.
  ['年', '-'], ['月', '-'], ['日', ' '], ['년', '-'], ['월', '-'], ['일', ' '],
]);

const CJK = /[年月日년월일]/;

/** A date with its digits in ASCII, its signs in their plainest form, and single spaces; nothing is changed in case. */
export function cleanDate(text: string): string {
  const plain = NOT_ASCII.test(text) ? Array.from(plainEastAsian(text.replace(INVISIBLE, '')), plainOf).join('') : text;
  // Where units are named after their numbers, the last of them parts nothing.
  const parted = CJK.test(text) ? plain.replace(/-(?= *$)/, '').replace(/- (?=\d)/g, '-') : plain;
  return parted.replace(SPACES, ' ').trim();
}

/** A cleaned date without the mark of a footnote behind it, and without what makes a spreadsheet program take it for a text. */
export const withoutMarks = (clean: string): string =>
  clean.replace(/^'(?=\d{3}|\d{1,2}[/.-]\d)/, '').replace(/^="(.*)"$/, '$1').replace(/(?<=[\p{L}\d])\s?(?:\[\d{1,3}\]|[*†‡]{1,3})$/u, '');

function plainOf(character: string): string {
  const code = character.charCodeAt(0);
  for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero);
  return SIGNS.get(character) ?? character;
}

/** Letters of Arabic script that are written one for the other. */
const SAME_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ي', 'ی'], ['ى', 'ی'], ['ك', 'ک'], ['ة', 'ه'], ['أ', 'ا'], ['إ', 'ا'], ['آ', 'ا'], ['ٱ', 'ا'], ['ؤ', 'و'], ['ئ', 'ی'], ['ۀ', 'ه'],
  ['ـ', ''],
]);

/** A text as words are looked up: small letters without accents, and one form of each letter of the Arabic script. */
export function foldDate(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  const letters = Array.from(text.replace(INVISIBLE, ''), (letter) => SAME_LETTERS.get(letter) ?? letter).join('');
  return letters.replaceAll('İ', 'i').toLowerCase().replaceAll('ı', 'i').normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
