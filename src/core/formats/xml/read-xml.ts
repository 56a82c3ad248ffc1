import type { Steps } from '../../base/steps.ts';
import { decodeEntities } from '../html-entities.ts';
import { isWordOfHtml } from './html-names.ts';
import { readTag } from './read-tag.ts';
import { textIn } from './text-in.ts';

/** What is told of an XML file, in its order. Lines count from 1. */
export interface XmlHandlers {
  /** An element begins. Its name and those of its attributes stand as written, with their prefixes. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>, line: number) => void;
  /** Words of the innermost open element, in one piece or several, character references decoded. */
  readonly text: (text: string) => void;
  /** The innermost open element ends; `whole` is false where its own end tag is missing. */
  readonly close: (name: string, whole: boolean, line: number) => void;
  /** Something in the innermost open element does not fit: an end tag that ends nothing, or a tag that breaks off. `name` is its name. */
  readonly broken?: (name: string, line: number) => void;
}

export interface XmlOptions {
  /** Local names of elements that never lie in one another: where one begins, an unfinished one before it ends. */
  readonly records?: ReadonlySet<string>;
  /** Local names of elements that hold records, and never lie in one. */
  readonly holders?: ReadonlySet<string>;
}

/** How the reading of an XML file has ended. */
export type XmlEnd =
  /** At the end of the file; `open` is the name of the first element that is still open there, in a file that was cut off. */
  | { readonly kind: 'end'; readonly open: string | undefined; readonly line: number }
  /** At entities that the file defines for itself, which are not read: a few of them can stand for a text without end. */
  | { readonly kind: 'entities'; readonly line: number }
  /** At elements within elements beyond the limit. */
  | { readonly kind: 'too-deep'; readonly line: number };

/** Most elements within one another. */
export const DEEPEST_XML = 200;

/** After how many bytes of progress is told. */
const STRIDE = 2 ** 18;

/** Most bytes of words that are handed over in one piece. */
const LONGEST_PIECE = 2 ** 24;

const [NEWLINE, RETURN, SPACE, BANG, SLASH, COLON, LESS, MORE, QUESTION, UNDERSCORE] = [0x0a, 0x0d, 0x20, 0x21, 0x2f, 0x3a, 0x3c, 0x3e, 0x3f, 0x5f];

/**
 * Reads XML, from UTF-8 bytes, part by part, and goes on where it is broken: what cannot be markup is text, an end tag ends all that is open
 * within its element, and one that ends nothing is told. Nothing that a file names is fetched, entities are the five of XML, those of HTML
 * and numbers, and prefixes need no declaration. Takes time in proportion to the length. Yields how far it has come, from 0 to 1.
 */
export function* readXml(bytes: Uint8Array, handlers: XmlHandlers, { records, holders }: XmlOptions = {}): Steps<number, XmlEnd> {
  const { length } = bytes;
  const names: string[] = [];
  const lineAt = lineCounter(bytes);
  const endOf = endFinder(bytes);
  /** How many elements are open outside of the open record; −1 where none is open. */
  let outside = -1;
  let told = 0;

  const closeInner = (depth: number, line: number): void => {
    while (names.length > depth) {
      const name = names.pop() ?? '';
      handlers.close(name, isWordOfHtml(name), line);
    }
    if (outside >= depth) outside = -1;
  };
  const say = (from: number, to: number): void => {
    if (names.length === 0) return;
    for (let start = from; start < to; ) {
      const end = to - start > LONGEST_PIECE ? characterStart(bytes, start + LONGEST_PIECE) : to;
      const text = textIn(bytes, start, end);
      handlers.text(decodeEntities(text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text));
      start = end;
    }
  };

  /** Each takes what begins at a position, and returns where it ends. */
  const takeEndTag = (at: number): number => {
    const nameEnd = endOfName(bytes, at + 2);
    const name = textIn(bytes, at + 2, nameEnd);
    const line = lineAt(at);
    const depth = names.lastIndexOf(name);
    if (depth >= 0) {
      closeInner(depth + 1, line);
      names.pop();
      if (outside === depth) outside = -1;
      handlers.close(name, true, line);
    } else if (!isWordOfHtml(name)) {
      handlers.broken?.(name, line);
    }
    return endOfEndTag(bytes, nameEnd);
  };
  const takeComment = (at: number): number => {
    const end = endOf.comment(at + 4);
    if (end === undefined) say(at, at + 4);
    return end ?? at + 4;
  };
  const takeVerbatim = (at: number): number => {
    const end = endOf.verbatim(at + 9);
    if (end === undefined) handlers.broken?.(names.at(-1) ?? '', lineAt(at));
    else if (names.length > 0 && end > at + 12) handlers.text(textIn(bytes, at + 9, end - 3).replaceAll(/\r\n?/g, '\n'));
    return end ?? at + 9;
  };
  const takeStartTag = (at: number): number | XmlEnd => {
    const nameEnd = endOfName(bytes, at + 1);
    const name = textIn(bytes, at + 1, nameEnd);
    const local = localNameOf(name);
    const tag = readTag(bytes, nameEnd);
    const line = lineAt(at);
    const isRecord = records?.has(local) === true;
    if (outside >= 0 && (isRecord || holders?.has(local) === true)) closeInner(outside, line);
    if (!tag.isWhole && !isRecord) {
      if (tag.attributes.size > 0) handlers.broken?.(name, line);
      say(at, tag.end);
      return tag.end;
    }
    if (names.length >= DEEPEST_XML) return { kind: 'too-deep', line };
    handlers.open(name, tag.attributes, line);
    if (tag.isWhole && tag.closes) {
      handlers.close(name, true, line);
      return tag.end;
    }
    if (isRecord) outside = names.length;
    names.push(name);
    if (!tag.isWhole) handlers.broken?.(name, line);
    return tag.end;
  };
  const take = (at: number): number | XmlEnd => {
    const mark = bytes[at + 1] ?? SPACE;
    if (mark === SLASH) return takeEndTag(at);
    if (mark === QUESTION) return endOf.instruction(at + 2) ?? at + 2;
    if (isNameStart(mark)) return takeStartTag(at);
    if (mark === BANG) {
      if (startsWith(bytes, at, '<!--')) return takeComment(at);
      if (startsWith(bytes, at, '<![CDATA[')) return takeVerbatim(at);
      return startsWith(bytes, at, '<!ENTITY') ? { kind: 'entities', line: lineAt(at) } : endOfDeclaration(bytes, at + 2);
    }
    say(at, at + 1);
    return at + 1;
  };

  for (let at = 0; at < length; ) {
    if (at - told >= STRIDE) {
      told = at;
      yield at / length;
    }
    if (bytes[at] === LESS) {
      const next = take(at);
      if (typeof next !== 'number') return next;
      at = next;
    } else {
      const next = bytes.indexOf(LESS, at);
      const end = next < 0 ? length : next;
      say(at, end);
      at = end;
    }
  }
  const line = lineAt(length);
  const open = names.find((name) => !isWordOfHtml(name));
  closeInner(0, line);
  return { kind: 'end', open, line };
}

/** A name without its prefix. */
export const localNameOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Tells the line of positions that are asked for in ascending order. */
function lineCounter(bytes: Uint8Array): (position: number) => number {
  let line = 1;
  let counted = 0;
  return (position) => {
    for (; counted < position; counted += 1) {
      const byte = bytes[counted];
      if (byte === NEWLINE || (byte === RETURN && bytes[counted + 1] !== NEWLINE)) line += 1;
    }
    return line;
  };
}

/** Finds the ends of what runs to an end mark: each mark is looked for in vain at most once. */
function endFinder(bytes: Uint8Array): Readonly<Record<'comment' | 'verbatim' | 'instruction', (from: number) => number | undefined>> {
  const finder = (before: string): ((from: number) => number | undefined) => {
    let hasMore = true;
    return (from) => {
      for (let more = hasMore ? bytes.indexOf(MORE, from) : -1; more >= 0; more = bytes.indexOf(MORE, more + 1)) {
        if (more - before.length >= from && startsWith(bytes, more - before.length, before)) return more + 1;
      }
      hasMore = false;
      return undefined;
    };
  };
  return { comment: finder('--'), verbatim: finder(']]'), instruction: finder('?') };
}

function startsWith(bytes: Uint8Array, at: number, ascii: string): boolean {
  for (let k = 0; k < ascii.length; k += 1) if (bytes[at + k] !== ascii.charCodeAt(k)) return false;
  return true;
}

const isNameStart = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === UNDERSCORE || byte === COLON || byte >= 0x80;

/** The end of the name of an element: at white space or at a mark of the tag. */
function endOfName(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? SPACE;
    if (byte <= SPACE || byte === SLASH || byte === MORE || byte === LESS) break;
  }
  return at;
}

/** The end of an end tag: after its `>`, or before the next tag. */
function endOfEndTag(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== MORE && bytes[at] !== LESS) at += 1;
  return bytes[at] === MORE ? at + 1 : at;
}

/** The end of a declaration: after its `>`, or before the declarations that it holds. */
function endOfDeclaration(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === MORE) return at + 1;
    if (byte === LESS) return at;
  }
  return bytes.length;
}

/** The beginning of the character that a position lies in. */
function characterStart(bytes: Uint8Array, position: number): number {
  let at = position;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
