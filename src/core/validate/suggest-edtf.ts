import { parseEdtf } from '../time/edtf.ts';

const two = (digits: string): string => digits.padStart(2, '0');

/** The first three letters of the months in English, the language of most tables. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "00" for a word that is no month: the date that comes of it is then refused. */
const monthOf = (word: string): string => two(String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1));

/** Makes EDTF of what the groups of a pattern matched, empty for one that matched nothing. */
type Rewrite = (a: string, b: string, c: string) => string;

/** Usual ways to write a date that are not EDTF, and what they are in EDTF. Only those that can mean one thing. */
const REWRITES: readonly (readonly [pattern: RegExp, rewrite: Rewrite])[] = [
  // 2026/2/3, 2026.2.3, 2026-2-3
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (year, month, day) => `${year}-${two(month)}-${two(day)}`],
  // 2026/2, 2026-2
  [/^(\d{4})[-/.](\d{1,2})$/, (year, month) => `${year}-${two(month)}`],
  // 3.2.2026: dots put the day first wherever they are used
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, (day, month, year) => `${year}-${two(month)}-${two(day)}`],
  // 3 February 2026, 3 Feb. 2026, February 3, 2026, February 2026
  [/^(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})$/, (day, month, year) => `${year}-${monthOf(month)}-${two(day)}`],
  [/^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/, (month, day, year) => `${year}-${monthOf(month)}-${two(day)}`],
  [/^([A-Za-z]{3,9})\.?,? (\d{4})$/, (month, year) => `${year}-${monthOf(month)}`],
  // 20260203
  [/^(\d{4})(\d{2})(\d{2})$/, (year, month, day) => `${year}-${month}-${day}`],
  // 2026-02-03 17:54, 2026-02-03 17:54:59
  [/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)( ?Z| UTC)?$/i, (day, time, zone) => `${day}T${time}${zone === '' ? '' : 'Z'}`],
  // c. 1850, ca 1850, about 1850
  [/^(?:c\.?|ca\.?|circa|about)\s*(\d{4})$/i, (year) => `${year}~`],
  // 1850s
  [/^(\d{3})0s$/i, (decade) => `${decade}X`],
  // 1914-1918, 1914 – 1918
  [/^(\d{4})\s*[-–—]\s*(\d{4})$/, (start, end) => `${start}/${end}`],
  // 850
  [/^(\d{1,3})$/, (year) => year.padStart(4, '0')],
];

/** What the writer of an unreadable date most likely meant, in EDTF; `undefined` when that would be a guess. */
export function suggestEdtf(text: string): string | undefined {
  const trimmed = text.trim();
  for (const [pattern, rewrite] of REWRITES) {
    const groups = pattern.exec(trimmed);
    if (groups === null) continue;
    const [, a = '', b = '', c = ''] = groups;
    const suggestion = rewrite(a, b, c);
    if (parseEdtf(suggestion).ok) return suggestion;
  }
  return undefined;
}
