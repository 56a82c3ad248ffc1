/**
 * A table of advance widths as text, in base-64 digits (A–Z a–z 0–9 - _) and thousandths of the font size. Either it stands by itself, two
 * digits a width. Or it says what differs from another table, or from the way from that one to a second, as the weights of a variable
 * font lie between each other: a digit is a difference from −31 to 31, and `_` comes before two digits of one that is larger by 2,048 than it is.
 * `.` in place of a digit stands for a character that the font lacks.
 */
export type FontTable =
  | { readonly whole: string }
  | { readonly from: string; readonly towards?: string; readonly share?: number; readonly differences: string };

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const FAR = '_';
const MOST = 31;
const OFFSET = 2048;

const digitAt = (text: string, at: number): number => {
  const digit = DIGITS.indexOf(text.charAt(at));
  return digit < 0 ? Number.NaN : digit;
};
const twoDigitsAt = (text: string, at: number): number => digitAt(text, at) * 64 + digitAt(text, at + 1);

/** The widths of a table by its name, in ems; NaN where the font lacks the character. Throws when the tables have none of that name. */
export const decodeTable = (tables: Readonly<Record<string, FontTable>>, name: string): Float64Array => thousandthsOf(tables, name).map((width) => width / 1000);

function thousandthsOf(tables: Readonly<Record<string, FontTable>>, name: string): Float64Array {
  const table = tables[name];
  if (table === undefined) throw new Error(`there is no table of the face ${JSON.stringify(name)}`);
  if ('whole' in table) return Float64Array.from({ length: table.whole.length / 2 }, (_, k) => twoDigitsAt(table.whole, 2 * k));
  const from = thousandthsOf(tables, table.from);
  const to = table.towards === undefined ? from : thousandthsOf(tables, table.towards);
  const { share = 0, differences } = table;
  let at = 0;
  return from.map((width, k) => {
    const guess = Math.round(width + share * ((to[k] as number) - width)) || 0;
    const isFar = differences.charAt(at) === FAR;
    const difference = isFar ? twoDigitsAt(differences, at + 1) - OFFSET : digitAt(differences, at) - MOST;
    at += isFar ? 3 : 1;
    return guess + difference;
  });
}
