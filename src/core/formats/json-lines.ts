import { isObject } from './dateline-file.ts';
import type { ImportFormat, Sample } from './format.ts';
import { parsedJson } from './json-cut.ts';

/** JSON values one after the other, mostly one a line (https://jsonlines.org/), or each behind a record separator (RFC 7464): a table of their members, or a sequence of features. */
export const jsonLines: ImportFormat = {
  id: 'json-lines',
  name: 'JSON Lines',
  looksLike,
  load: async () => (await import('./json/read-json-lines.ts')).readJsonLines,
};

const RECORD_SEPARATOR = '\u001e';

/** How many lines are looked at. */
const LINES = 20;

function looksLike({ text }: Sample): number {
  const isSequence = text.startsWith(RECORD_SEPARATOR);
  if (!isSequence && !/^\s*[[{]/.test(text)) return 0;
  const lines = text.split('\n', LINES + 1).map((line) => line.replace(RECORD_SEPARATOR, '').trim()).filter((line) => line !== '');
  // The last line may be cut off by the end of the sample.
  const whole = lines.length > 1 ? lines.slice(0, LINES).slice(0, Math.max(lines.length - 1, 2)) : lines;
  if (isSequence) return 0.96;
  const objects = whole.filter((line) => isObject(parsedJson(line)) || Array.isArray(parsedJson(line))).length;
  if (whole.length > 1 && objects * 2 > whole.length) return 0.96;
  return /\}\s*\n\s*\{/.test(text) && startsWithWholeObject(text) ? 0.5 : 0;
}

/** Whether a text begins with an object, perhaps over several lines, behind which another one begins. */
function startsWithWholeObject(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') {
      isQuoted = true;
    } else if (character === '{' || character === '[') {
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return text.slice(at + 1).trimStart().startsWith('{') && isObject(parsedJson(text.slice(0, at + 1)));
    }
  }
  return false;
}
