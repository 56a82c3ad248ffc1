import { readHead } from './head.ts';

/** A line that opens a section, in the present and in the former way. */
const SECTION = /^(#{1,6})[ \t]+(\S.*)$|^\s*(?:group|section)[ \t]+(\S.*)$/;

/** A line of the header: a name and its value, or what belongs to the line before. */
const SETTING = /^(?:#?[A-Za-z)][\w .-]{0,60}|#[\w-]{1,60})\s*:(?:\s|$)/;

/** How many lines a header may have before the first event. */
const LONGEST_HEADER = 200;

/** Whether a text begins as markwhen does: perhaps with a header and sections, then with a line that has a date before its colon. */
export function beginsLikeMarkwhen(text: string): boolean {
  let fenced = false;
  let settings = 0;
  for (const line of text.split('\n', LONGEST_HEADER)) {
    const words = line.trim();
    if (/^-{3,}$/.test(words)) fenced = !fenced && settings === 0;
    else if (words === '' || words.startsWith('//')) continue;
    else if (!fenced && (SECTION.test(line) || readHead(line, 'month-first') !== undefined)) {
      if (!SECTION.test(line)) return true;
    } else if (SETTING.test(line) || /^\s+\S|^- /.test(line)) settings += 1;
    else return false;
  }
  return false;
}

/** The depth and name of a section that a line opens; the former ways have no depth of their own. */
export function sectionOf(line: string): { readonly depth: number | undefined; readonly name: string } | undefined {
  const match = SECTION.exec(line);
  if (match === null) return undefined;
  return { depth: match[1]?.length, name: match[2] ?? match[3] ?? '' };
}

/** Whether a line closes a section that was opened in the former way. */
export const closesSection = (line: string): boolean => /^\s*end(?:Group|Section)\s*$/i.test(line);
