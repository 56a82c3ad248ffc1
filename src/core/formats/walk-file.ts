import { skipBalanced, skipSpace, skipString, skipValue } from './json-scan.ts';

/** What `walkFile` passes, by position in the text: `start` is the first character, `end` the one after the last. */
export interface FileVisitor {
  /** A whole member of the collection other than its list of features. */
  readonly onMember: (key: string, start: number, end: number) => void;
  /** A whole entry of the list of features; numbers count from 1 and include the damaged ones. */
  readonly onFeature: (number: number, start: number, end: number) => void;
  /** An entry that is no JSON from `brokenAt` on, after which the walk could go on. */
  readonly onDamaged: (number: number, start: number, brokenAt: number) => void;
}

/** Where a part of the file ends, or where the walk had to stop. */
type Progress = { readonly end: number } | { readonly brokenAt: number };

/**
 * Walks the text of a GeoJSON file, valid or not, member by member and feature by feature.
 * Returns where it had to stop, `undefined` when it came to the end of the collection.
 */
export function walkFile(text: string, visitor: FileVisitor): number | undefined {
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return at;
  at += 1;
  for (;;) {
    at = skipSeparators(text, at);
    if (text[at] === '}') return undefined;
    const key = skipString(text, at);
    if (!key.ok) return key.error;
    const colon = skipSpace(text, key.value);
    if (text[colon] !== ':') return colon;
    const progress = walkMember(text, text.slice(at, key.value), skipSpace(text, colon + 1), visitor);
    if ('brokenAt' in progress) return progress.brokenAt;
    at = progress.end;
  }
}

function walkMember(text: string, key: string, start: number, visitor: FileVisitor): Progress {
  if (key === '"features"' && text[start] === '[') return walkFeatures(text, start + 1, visitor);
  const end = skipValue(text, start);
  if (!end.ok) return { brokenAt: end.error };
  visitor.onMember(JSON.parse(key) as string, start, end.value);
  return { end: end.value };
}

function walkFeatures(text: string, start: number, visitor: FileVisitor): Progress {
  let at = start;
  for (let number = 1; ; number += 1) {
    at = skipSeparators(text, at);
    if (text[at] === ']') return { end: at + 1 };
    const end = skipValue(text, at);
    if (end.ok) {
      visitor.onFeature(number, at, end.value);
      at = end.value;
      continue;
    }
    const next = end.error >= text.length ? undefined : resumeAfter(text, at, end.error);
    if (next === undefined) return { brokenAt: end.error };
    visitor.onDamaged(number, at, end.error);
    at = next;
  }
}

/** Where a feature most likely begins. */
const FEATURE_START = /\{\s*"(?:type"\s*:\s*"Feature"|id"\s*:)/g;

/** Where the list of features most likely ends, when no more of them begin: a closing bracket that begins a line. */
const LIST_END = /\n[\t ]*\](?=\s*[,}])/g;

/** Where to go on after a feature that began at `start` and broke at `brokenAt`; `undefined` when nothing more makes sense. */
function resumeAfter(text: string, start: number, brokenAt: number): number | undefined {
  const closed = text[start] === '{' ? skipBalanced(text, start) : undefined;
  if (closed !== undefined && closed > brokenAt && /[,\]]/.test(text[skipSpace(text, closed)] ?? '')) return closed;
  FEATURE_START.lastIndex = brokenAt;
  LIST_END.lastIndex = brokenAt;
  return FEATURE_START.exec(text)?.index ?? (LIST_END.test(text) ? LIST_END.lastIndex - 1 : undefined);
}

/** The position after white space and commas, however many: too many or too few of them lose nothing. */
function skipSeparators(text: string, at: number): number {
  let next = skipSpace(text, at);
  while (text[next] === ',') next = skipSpace(text, next + 1);
  return next;
}

/** The lines on which features begin, from 1, by feature number; those of the wanted ones that there are. */
export function linesInText(text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  let line = 1;
  let counted = 0;
  const note = (number: number, start: number): void => {
    if (!wanted.has(number)) return;
    for (let feed = text.indexOf('\n', counted); feed !== -1 && feed < start; feed = text.indexOf('\n', counted)) {
      line += 1;
      counted = feed + 1;
    }
    lines.set(number, line);
  };
  walkFile(text, { onMember: () => undefined, onFeature: note, onDamaged: note });
  return lines;
}
