import { err, ok, type Result } from '../base/result.ts';

/** Deeper nesting than this is taken for damage: no real file has it, and a scan must not exhaust the stack. */
const MAX_DEPTH = 1000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
/** The beginning of a word or number that the end of the text cut off, and what of a number may be left over then. */
const UNFINISHED = /(?:-|t|tr|tru|f|fa|fal|fals|n|nu|nul)?$/y;
const UNFINISHED_DIGITS = /(?:\.|[eE][+-]?)$/y;
const SPACE = /[\t\n\r ]*/y;

/** The position after a match of a sticky pattern, or `undefined`. */
function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The position after white space. */
export const skipSpace = (text: string, at: number): number => after(SPACE, text, at) ?? at;

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The position after a string in double quotes; the error is the position of the first character that cannot be there. */
export function skipString(text: string, at: number): Result<number, number> {
  if (text[at] !== '"') return err(at);
  let c = at + 1;
  while (c < text.length) {
    const code = text.charCodeAt(c);
    if (code === QUOTE) return ok(c + 1);
    if (code < FIRST_PRINTABLE) return err(c);
    if (code !== BACKSLASH) {
      c += 1;
    } else {
      const end = after(ESCAPE, text, c);
      // An escape may be cut off by the end of the text: then the text is what is wrong, not the escape.
      if (end === undefined) return err(/^\\(?:u[\da-fA-F]{0,3})?$/.test(text.slice(c)) ? text.length : c);
      c = end;
    }
  }
  return err(text.length);
}

/**
 * Passes over one JSON value (RFC 8259) that begins at a position: the result is the position after it,
 * the error is the position of the first character that cannot be there, `text.length` when the text ends too early.
 */
export function skipValue(text: string, at: number, depth = 0): Result<number, number> {
  if (depth > MAX_DEPTH) return err(at);
  switch (text[at]) {
    case '{':
      return skipList(text, at, '}', (entry) => skipMember(text, entry, depth));
    case '[':
      return skipList(text, at, ']', (entry) => skipValue(text, entry, depth + 1));
    case '"':
      return skipString(text, at);
    default: {
      const end = after(NUMBER, text, at) ?? after(WORD, text, at);
      const cut = end === undefined ? after(UNFINISHED, text, at) : after(UNFINISHED_DIGITS, text, end);
      if (cut !== undefined) return err(cut);
      return end === undefined ? err(at) : ok(end);
    }
  }
}

function skipMember(text: string, at: number, depth: number): Result<number, number> {
  const key = skipString(text, at);
  if (!key.ok) return key;
  const colon = skipSpace(text, key.value);
  return text[colon] === ':' ? skipValue(text, skipSpace(text, colon + 1), depth + 1) : err(colon);
}

function skipList(text: string, open: number, close: string, skipEntry: (at: number) => Result<number, number>): Result<number, number> {
  let at = skipSpace(text, open + 1);
  if (text[at] === close) return ok(at + 1);
  for (;;) {
    const entry = skipEntry(at);
    if (!entry.ok) return entry;
    at = skipSpace(text, entry.value);
    if (text[at] === close) return ok(at + 1);
    if (text[at] !== ',') return err(at);
    at = skipSpace(text, at + 1);
  }
}

/**
 * The position after the bracket that closes the one at `at`, by counting brackets outside strings, whatever else stands between;
 * `undefined` when none closes it.
 */
export function skipBalanced(text: string, at: number): number | undefined {
  const token = /["{}[\]]/g;
  token.lastIndex = at;
  let open = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '"') {
      const end = skipString(text, match.index);
      if (!end.ok) return undefined;
      token.lastIndex = end.value;
    } else {
      open += match[0] === '{' || match[0] === '[' ? 1 : -1;
      if (open === 0) return match.index + 1;
    }
  }
  return undefined;
}

/** Line and column of a position, from 1; a line ends with a line feed. */
export function lineAndColumn(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let feed = text.indexOf('\n'); feed !== -1 && feed < at; feed = text.indexOf('\n', start)) {
    line += 1;
    start = feed + 1;
  }
  return { line, column: at - start + 1 };
}
