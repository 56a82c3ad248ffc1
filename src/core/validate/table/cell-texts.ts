export { unguarded } from '../../formats/csv/formula-guard.ts';

/** What programs and people write into a cell that holds nothing. */
const ABSENT: ReadonlySet<string> = new Set([
  '', 'na', 'n/a', 'null', '(null)', '\\n', 'nan', 'none', 'nil', 'unknown', 'n.d.', 's.d.', '#n/a', '#value!', '#ref!', '#name?',
  'not known', 'not available', 'not stated', 'no location',
  '-', '–', '—', '--', '?', '*', '**', '***', '****', '*****',
]);

const LONGEST_ABSENT = 13;

/** Whether a cell says that there is nothing, as in “NA” and “—”. */
export function isAbsent(text: string): boolean {
  if (text === '') return true;
  if (text.length > LONGEST_ABSENT + 8) return false;
  const trimmed = text.trim();
  return trimmed.length <= LONGEST_ABSENT && ABSENT.has(trimmed.toLowerCase());
}

/** A whole number of ten-millionths of a degree in degrees; anything else as it stands. */
export const degreesOfE7 = (text: string): string => (/^\s*-?\d{1,10}\s*$/.test(text) ? String(Number(text) / 1e7) : text);

/** Whether a text is an address that may become a link. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/\\]\S*$/i.test(text);

/** A list as programs write it: `['one', "two"]`. */
const QUOTED_LIST = /^\s*\[\s*(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*\s*\]\s*$/;

/** The parts of a cell that lists several, set apart by semicolons, bars or line breaks; by commas where all parts are a word or two. */
export function listed(text: string): readonly string[] {
  if (text.startsWith('[') && QUOTED_LIST.test(text)) {
    return [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => (single ?? double ?? '').trim()).filter((part) => !isAbsent(part));
  }
  const parts = text.split(/[;|\n]/);
  const [only = ''] = parts;
  const words = parts.length === 1 && only.includes(',') ? only.split(',') : parts;
  const areShort = words.every((word) => word.trim().length <= 24 && word.trim().split(/\s+/).length <= 2);
  return (words === parts || areShort ? words : parts).map((part) => part.trim()).filter((part) => !isAbsent(part));
}
