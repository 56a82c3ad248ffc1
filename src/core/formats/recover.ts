import type { Json } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import { quoted, type DatelineFile, type FeatureBunch } from './dateline-file.ts';
import { lineAndColumn, skipSpace, skipValue } from './json-scan.ts';
import { linesInText, walkFile } from './walk-file.ts';

/**
 * Reads what can be read of a GeoJSON file that is not valid JSON: every member of the collection and every feature that is whole.
 * Where text is missing at the end, or a feature is damaged, an issue says so with line and column.
 */
export function recoverFile(text: string): DatelineFile {
  const collection = new Map<string, Json>();
  const bunches: FeatureBunch[] = [];
  const issues: Issue[] = [];
  const parse = (start: number, end: number): Json => JSON.parse(text.slice(start, end)) as Json;
  const brokenAt = walkFile(text, {
    onMember: (key, start, end) => collection.set(key, parse(start, end)),
    onFeature: (number, start, end) => bunches.push({ read: () => [{ number, json: parse(start, end) }], end }),
    onDamaged: (feature, _start, at) => {
      issues.push({ code: 'feature-not-json', severity: 'error', place: { feature, ...lineAndColumn(text, at) }, ...found(text, at) });
    },
  });
  const events = bunches.length;
  if (brokenAt !== undefined) {
    const code = skipSpace(text, brokenAt) >= text.length ? 'file-truncated' : 'file-broken';
    issues.unshift({ code, severity: 'warning', place: lineAndColumn(text, brokenAt), ...found(text, brokenAt), parameters: { events } });
  } else if (issues.length === 0) {
    const at = firstFault(text);
    issues.push({ code: 'file-mended', severity: 'warning', place: lineAndColumn(text, at), ...found(text, at), parameters: { events } });
  }
  return { collection: Object.fromEntries(collection), bunches, issues, linesOf: (wanted) => linesInText(text, wanted) };
}

/** Position of the first character that makes a text no JSON; its length when it ends too early. */
export function firstFault(text: string): number {
  const whole = skipValue(text, skipSpace(text, 0));
  return whole.ok ? skipSpace(text, whole.value) : whole.error;
}

/** What stands at a position, for an issue: the rest of the line, shortened. */
export function found(text: string, at: number): Pick<Issue, 'value'> {
  const value = /^[^\n]{0,24}/.exec(text.slice(at, at + 24))?.[0].trim() ?? '';
  return value === '' ? {} : { value: quoted(value) };
}
