import type { Json } from '../model/event.ts';
import { isObject } from './dateline-file.ts';

/** Something that is wrong with a JSON text. */
export interface JsonFault {
  /** `mended`: nothing is lost by it; `damaged`: an entry is; `cut`: the text ends there; `broken`: nothing behind it could be read. */
  readonly kind: 'mended' | 'damaged' | 'cut' | 'broken';
  /** Position of the first character that cannot be there. */
  readonly at: number;
}

/** JSON made of what is nearly JSON. */
export interface MendedJson {
  /** Valid JSON. What it holds stands on the same lines as in the text it was made of. */
  readonly text: string;
  /** The first of what was only mended, and all others. */
  readonly faults: readonly JsonFault[];
}

/** Deeper nesting than this is taken for damage: no real file has it. */
export const DEEPEST = 200;

/** Most entries that may be damaged before the rest of the file counts as unreadable. */
const MOST_DAMAGED = 10_000;

const MARK = '\u0000damaged\u0000';

/** Most characters of a damaged entry that are kept. */
const KEPT = 2000;

/** What stands for an entry that could not be read. */
export const damageMark = (text: string): string => MARK + text.slice(0, KEPT).trimEnd();

/** What is left of an entry that could not be read: its text; `undefined` for an entry that is whole. */
export const damagedText = (json: Json): string | undefined => (typeof json === 'string' && json.startsWith(MARK) ? json.slice(MARK.length) : undefined);

/** The same for anything within a value. */
export function damageWithin(json: Json): string | undefined {
  const own = damagedText(json);
  if (own !== undefined) return own;
  const parts: readonly Json[] = Array.isArray(json) ? json : isObject(json) ? Object.values(json) : [];
  for (const part of parts) {
    const text = damageWithin(part);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A list or object that is open, and what of it was read. */
interface Open {
  readonly kind: '[' | '{';
  /** What comes next; after a comma an end may also come, as in files written by hand. */
  next: 'entry' | 'colon' | 'value' | 'comma';
  count: number;
  /** Where its present entry begins, in the text and among the pieces written. */
  from: number;
  piece: number;
  /** First keys of the objects in a list: what an entry begins with. */
  readonly firstKeys: Set<string>;
}

const [SPACE_CODE, SLASH, FIRST_ODD_SPACE] = [0x20, 0x2f, 0xa0] as const;
/** A string with nothing in it that needs a closer look. */
const PLAIN_STRING = /"[^"\\\p{Cc}]*"/uy;
const SPACE = /[\s\uFEFF]*/y;
const LINE_COMMENT = /\/\/[^\n\r]*/y;
const NUMBER = /[+-]?(?:0[xX][\da-fA-F]+|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|Infinity|NaN)/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const JS_DATE = /new\s+Date\s*\(([^()]{0,100})\)|Date\.UTC\s*\(([^()]{0,100})\)/y;
const STRICT_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ENTRY_START = /\{\s*["']?([^"'{}[\]:,\n]{1,80})["']?\s*:/g;
const LIST_END = /\n[\t ]*\](?=\s*(?:[,}\]]|$))/g;
const PREFIX = /(?:export\s+default\s+|(?:(?:var|let|const)\s+)?[\w$.[\]'"]{1,120}\s*=\s*)?(?:(?:new\s+)?[\w$.]{1,120}\s*\(\s*)?(?=[[{])/y;

/**
 * Makes valid JSON of a text that is JSON as scripts write it (comments, commas too many or too few, single quotes, names without quotes, dates that are made,
 * a variable or a call around it), or that is damaged: an entry of a list of objects that cannot be read becomes a mark, after which reading goes on
 * where the next entry begins. Where the text ends too early, what is open is closed, and the entry that is cut off becomes a mark unless `keepCut`.
 */
export function mendJson(source: string, keepCut = false): MendedJson {
  const mender = makeMender(source, keepCut);
  mender.run();
  return { text: mender.pieces.join(''), faults: mender.faults };
}

function makeMender(source: string, keepCut: boolean): { readonly pieces: string[]; readonly faults: JsonFault[]; readonly run: () => void } {
  const pieces: string[] = [];
  const faults: JsonFault[] = [];
  const stack: Open[] = [];
  let at = 0;
  let heldBack = 0;
  let searched = 0;
  let damaged = 0;
  let isMended = false;
  let hasLongComments = true;

  const mended = (): void => {
    if (!isMended) faults.push({ kind: 'mended', at });
    isMended = true;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  const writeLines = (count: number): void => {
    if (count > 0) pieces.push('\n'.repeat(count));
  };
  const commentLength = (): number => {
    if (source[at] !== '/') return 0;
    if (source[at + 1] !== '*' || !hasLongComments) return match(LINE_COMMENT)?.[0].length ?? 0;
    const end = source.indexOf('*/', at + 2);
    hasLongComments = end !== -1;
    return hasLongComments ? end + 2 - at : 0;
  };
  /** Passes blanks and comments, keeping their line ends. */
  const skipBlank = (): void => {
    const code = source.charCodeAt(at);
    if (code > SPACE_CODE && code < FIRST_ODD_SPACE && code !== SLASH) return;
    for (;;) {
      const from = at;
      at += match(SPACE)?.[0].length ?? 0;
      const length = commentLength();
      if (length > 0) mended();
      at += length;
      if (at === from) return;
      writeLines(countLines(source, from, at) + heldBack);
      heldBack = 0;
      if (length === 0) return;
    }
  };

  /** Writes a string, however it is quoted; false when nothing closes it. */
  const string = (): string | undefined => {
    const plain = match(PLAIN_STRING)?.[0];
    if (plain !== undefined) {
      at += plain.length;
      return plain;
    }
    const quote = source[at];
    const parts: string[] = [];
    let from = at + 1;
    let next = from;
    for (; next < source.length; next += 1) {
      const code = source.charCodeAt(next);
      if (code === 0x5c) {
        const escape = source[next + 1] ?? '';
        const isPlain = '"\\/bfnrt'.includes(escape) && escape !== '';
        const isCode = escape === 'u' && /^[\da-fA-F]{4}$/.test(source.slice(next + 2, next + 6));
        if (!isPlain && !isCode) {
          if (escape === '') return undefined;
          mended();
          parts.push(source.slice(from, next), escape === '\n' ? '' : `${JSON.stringify(escape).slice(1, -1)}`);
          from = next + 2;
        }
        next += 1;
      } else if (source[next] === quote) {
        parts.push(source.slice(from, next));
        if (quote !== '"') mended();
        at = next + 1;
        return `"${parts.join('')}"`;
      } else if (code < 0x20 || code === 0x22) {
        // A line end within a string is taken as a part of it only where no key or end follows: else the quotation mark is missing.
        if (code === 0x0a && /^\s*(?:["'][^"'\n]{0,80}["']\s*:|[}\]]\s*[,}\]\n]?)/.test(source.slice(next, next + 200))) return undefined;
        mended();
        parts.push(source.slice(from, next), JSON.stringify(source[next]).slice(1, -1));
        if (code === 0x0a) heldBack += 1;
        from = next + 1;
      }
    }
    return undefined;
  };

  const scalar = (): string | undefined => {
    const date = source[at] === 'n' || source[at] === 'D' ? match(JS_DATE) : null;
    if (date !== null) {
      mended();
      at += date[0].length;
      return dateOf(date[1] ?? date[2] ?? '');
    }
    const number = match(NUMBER)?.[0];
    if (number !== undefined) {
      at += number.length;
      if (STRICT_NUMBER.test(number)) return number;
      mended();
      const value = Number(number.replaceAll('_', '').replace(/^\+/, ''));
      return Number.isFinite(value) ? String(value) : 'null';
    }
    const word = match(WORD)?.[0] ?? '';
    const value = WORDS.get(word);
    if (value === undefined) return undefined;
    if (word !== value) mended();
    at += word.length;
    return value;
  };

  const key = (): string | undefined => {
    if (source[at] === '"' || source[at] === "'") return string();
    const word = match(WORD)?.[0] ?? match(NUMBER)?.[0];
    if (word === undefined) return undefined;
    mended();
    at += word.length;
    return JSON.stringify(word);
  };

  const open = (kind: Open['kind']): void => {
    pieces.push(kind);
    at += 1;
    stack.push({ kind, next: 'entry', count: 0, from: at, piece: pieces.length, firstKeys: new Set() });
  };

  /** Takes one token; false where none can be taken. */
  const step = (top: Open): boolean => {
    const character = source[at];
    const isEnd = character === (top.kind === '[' ? ']' : '}');
    switch (top.next) {
      case 'comma':
        if (isEnd) return close(top);
        if (character === ',') {
          at += 1;
        } else {
          if (isStray(top)) {
            mended();
            at += 1;
            return true;
          }
          const isNext = top.kind === '[' ? character === '{' || character === '[' : /^["'][^"'\n]{0,80}["']\s*:/.test(source.slice(at, at + 100));
          if (!isNext) return false;
          mended();
        }
        top.next = 'entry';
        return true;
      case 'entry': {
        if (isEnd || character === ',') {
          if (character === ',' || top.count > 0) mended();
          if (isEnd) return close(top);
          at += 1;
          return true;
        }
        top.from = at;
        top.piece = pieces.length;
        if (top.kind === '[') {
          top.next = 'value';
          return true;
        }
        const text = key();
        if (text === undefined) return false;
        const parent = stack.at(-2);
        if (top.count === 0 && parent?.kind === '[') parent.firstKeys.add(text.slice(1, -1));
        pieces.push(top.count > 0 ? ',' : '', text);
        top.next = 'colon';
        return true;
      }
      case 'colon':
        if (character !== ':') return false;
        at += 1;
        pieces.push(':');
        top.next = 'value';
        return true;
      default: {
        if (top.kind === '[' && top.count > 0) pieces.push(',');
        if (character === '{' || character === '[') {
          if (stack.length >= DEEPEST) return false;
          open(character);
          return true;
        }
        const text = character === '"' || character === "'" ? string() : scalar();
        if (text === undefined) return false;
        pieces.push(text);
        top.next = 'comma';
        top.count += 1;
        return true;
      }
    }
  };

  /** Whether a bracket closes nothing that is open, and what follows goes on as if it were not there. */
  const isStray = (top: Open): boolean => {
    const bracket = source[at];
    if ((bracket !== '}' && bracket !== ']') || stack.some(({ kind }) => kind === (bracket === '}' ? '{' : '['))) return false;
    return (top.kind === '[' ? /^.\s*[,\]]/ : /^.\s*[,}]/).test(source.slice(at, at + 200));
  };

  const close = (top: Open): boolean => {
    at += 1;
    pieces.push(top.kind === '[' ? ']' : '}');
    stack.pop();
    const parent = stack.at(-1);
    if (parent !== undefined) {
      parent.next = 'comma';
      parent.count += 1;
    }
    return true;
  };

  /** Writes a mark in place of the present entry of a list, and leaves what is open within it. */
  const mark = (level: number, until: number): void => {
    const list = stack[level];
    if (list === undefined) return;
    stack.length = level + 1;
    pieces.length = list.piece;
    heldBack = 0;
    pieces.push(list.count > 0 ? ',' : '', JSON.stringify(damageMark(source.slice(list.from, until))));
    writeLines(countLines(source, list.from, until));
    list.next = 'comma';
    list.count += 1;
    at = until;
  };

  const isEntryList = (frame: Open, level: number): boolean => frame.kind === '[' && frame.firstKeys.size > 0 && level < stack.length - 1;

  /** Goes on where the next entry begins of a list that is open; false where none does. */
  const resume = (): boolean => {
    const broken = at;
    damaged += 1;
    const outermost = stack.findIndex(isEntryList);
    if (outermost === -1 || damaged > MOST_DAMAGED || searched > 4 * source.length) return false;
    ENTRY_START.lastIndex = broken;
    for (let entry = ENTRY_START.exec(source); entry !== null; entry = ENTRY_START.exec(source)) {
      const name = entry[1] ?? '';
      const level = stack.findIndex((frame, f) => isEntryList(frame, f) && frame.firstKeys.has(name));
      ENTRY_START.lastIndex = entry.index + 1;
      if (level === -1 || !/[,}\]]\s*$/.test(source.slice(Math.max(entry.index - 200, 0), entry.index))) continue;
      searched += entry.index - broken;
      mark(level, entry.index);
      (stack.at(-1) as Open).next = 'entry';
      return true;
    }
    searched += source.length - broken;
    LIST_END.lastIndex = broken;
    const end = LIST_END.exec(source);
    if (end === null) return false;
    mark(outermost, LIST_END.lastIndex - 1);
    return true;
  };

  /** Closes all that is open. */
  const closeAll = (): void => {
    const entryLists = stack.map((frame, f) => (isEntryList(frame, f) ? f : -1)).filter((level) => level !== -1);
    const level = entryLists.at(-1);
    if (level !== undefined && !keepCut) mark(level, source.length);
    const innermost = stack.at(-1);
    if (innermost?.next === 'colon') pieces.push(':null');
    if (innermost?.next === 'value' && (innermost.kind === '{' || pieces.at(-1) === ',')) pieces.push('null');
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) pieces.push(top.kind === '[' ? ']' : '}');
  };

  const run = (): void => {
    skipBlank();
    const prefix = match(PREFIX)?.[0] ?? '';
    if (prefix !== '') mended();
    writeLines(countLines(source, at, at + prefix.length));
    at += prefix.length;
    const first = source[at];
    if (first !== '{' && first !== '[') {
      pieces.push('null');
      faults.push({ kind: 'broken', at });
      return;
    }
    open(first);
    while (stack.length > 0) {
      skipBlank();
      const top = stack.at(-1) as Open;
      if (at >= source.length) {
        faults.push({ kind: 'cut', at });
        closeAll();
        return;
      }
      const before = at;
      if (step(top)) continue;
      const isCut = endsWithin(source, before);
      if (isCut) {
        faults.push({ kind: 'cut', at: source.length });
        closeAll();
        return;
      }
      if (resume()) {
        faults.push({ kind: 'damaged', at: before });
      } else {
        faults.push({ kind: 'broken', at: before });
        closeAll();
        return;
      }
    }
  };
  return { pieces, faults, run };
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'], ['false', 'false'], ['null', 'null'], ['True', 'true'], ['False', 'false'], ['None', 'null'], ['undefined', 'null'], ['nil', 'null'],
]);

/** What a date that a script makes is in JSON: its text, its number, or the day that its numbers give; months are counted from 0 there. */
function dateOf(call: string): string {
  const text = /^\s*(["'])([^"']*)\1\s*$/.exec(call)?.[2];
  if (text !== undefined) return JSON.stringify(text);
  const numbers = call.split(',').map((part) => Number(part.trim()));
  const [year, month = 0, day = 1, hour, minute = 0, second = 0] = numbers;
  if (call.trim() === '' || year === undefined || !numbers.every(Number.isInteger)) return 'null';
  if (numbers.length === 1) return String(year);
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = [String(year).padStart(4, '0'), two(month + 1), ...(numbers.length > 2 ? [two(day)] : [])].join('-');
  return JSON.stringify(hour === undefined ? date : `${date}T${two(hour)}:${two(minute)}:${two(second)}`);
}

/** Whether what begins at a position is a string, word or number that the end of the text cut off. */
function endsWithin(source: string, at: number): boolean {
  const quote = source[at];
  if (quote !== '"' && quote !== "'") return source.length - at < 12 && /^[\w.+-]*$/.test(source.slice(at));
  for (let next = at + 1; next < source.length; next += 1) {
    if (source[next] === '\\') next += 1;
    else if (source[next] === quote || source[next] === '\n') return false;
  }
  return true;
}

function countLines(text: string, from: number, to: number): number {
  // The stretch alone: a text without line ends must not be searched to its end again and again.
  const stretch = text.slice(from, to);
  let lines = 0;
  for (let feed = stretch.indexOf('\n'); feed !== -1; feed = stretch.indexOf('\n', feed + 1)) lines += 1;
  return lines;
}
