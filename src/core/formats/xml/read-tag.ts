import { decodeEntities } from '../html-entities.ts';
import { textIn } from './text-in.ts';

/** The rest of a start tag, after its name. */
export interface XmlTag {
  /** By their names as written; of several with one name the first. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether the element ends with its tag. */
  readonly closes: boolean;
  /** False where another tag begins, or the file ends, before the tag does. */
  readonly isWhole: boolean;
  /** The position after the tag. */
  readonly end: number;
}

/** Most attributes of one element; more count as a broken tag. */
const MOST_ATTRIBUTES = 1000;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const [SPACE, QUOTE, APOSTROPHE, SLASH, LESS, EQUALS, MORE] = [0x20, 0x22, 0x27, 0x2f, 0x3c, 0x3d, 0x3e];

/**
 * Reads the attributes of a start tag from UTF-8 bytes, from the end of the element's name on. Values without quotes and names without
 * values are taken as they are. A `<` that may begin a tag ends a broken one, even in quotes, so that no quotation mark that is
 * never closed swallows the tags behind it.
 */
export function readTag(bytes: Uint8Array, from: number): XmlTag {
  let attributes: Map<string, string> | undefined;
  let at = from;
  const ended = (end: number, isWhole: boolean, closes = false): XmlTag => ({ attributes: attributes ?? NO_ATTRIBUTES, closes, isWhole, end });
  for (;;) {
    at = skipBlanks(bytes, at);
    const byte = bytes[at];
    if (byte === undefined || byte === LESS) return ended(at, false);
    if (byte === MORE) return ended(at + 1, true);
    if (byte === SLASH) {
      if (bytes[at + 1] === MORE) return ended(at + 2, true, true);
      at += 1;
      continue;
    }
    const nameEnd = endOfWord(bytes, at + 1);
    const name = textIn(bytes, at, nameEnd);
    at = skipBlanks(bytes, nameEnd);
    attributes ??= new Map();
    if (attributes.size >= MOST_ATTRIBUTES) return ended(at, false);
    if (bytes[at] !== EQUALS) {
      if (!attributes.has(name)) attributes.set(name, '');
      continue;
    }
    at = skipBlanks(bytes, at + 1);
    const quote = bytes[at];
    const isQuoted = quote === QUOTE || quote === APOSTROPHE;
    const start = isQuoted ? at + 1 : at;
    const end = isQuoted ? endOfQuoted(bytes, start, quote) : endOfBare(bytes, start);
    if (!attributes.has(name)) attributes.set(name, end === undefined ? '' : valueOf(bytes, start, end));
    if (end === undefined) return ended(nextTag(bytes, start), false);
    at = isQuoted ? end + 1 : end;
  }
}

const valueOf = (bytes: Uint8Array, start: number, end: number): string =>
  decodeEntities(textIn(bytes, start, end).replaceAll(/\r\n|[\t\n\r]/g, ' '));

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] ?? 0) <= SPACE) at += 1;
  return at;
}

function endOfWord(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? SPACE;
    if (byte <= SPACE || byte === EQUALS || byte === SLASH || byte === MORE || byte === LESS) break;
  }
  return at;
}

function endOfBare(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? SPACE;
    if (byte <= SPACE || byte === MORE || byte === LESS) break;
  }
  return at;
}

/** The position of the closing quotation mark; `undefined` where a tag or the end of the file comes first. */
function endOfQuoted(bytes: Uint8Array, from: number, quote: number): number | undefined {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === quote) return at;
    if (bytes[at] === LESS && beginsTag(bytes, at)) return undefined;
  }
  return undefined;
}

function nextTag(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !(bytes[at] === LESS && beginsTag(bytes, at))) at += 1;
  return at;
}

/** Whether a `<` is followed by what may begin or end a tag. */
function beginsTag(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1] ?? SPACE;
  return (next >= 0x41 && next <= 0x5a) || (next >= 0x61 && next <= 0x7a) || next === SLASH || next === 0x21 || next === 0x3f;
}
