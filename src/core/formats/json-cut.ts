import { err, ok, type Result } from '../base/result.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import type { Json } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import { skipSpaceBytes, stringEnd, valueEnd } from './byte-scan.ts';
import { isObject, quoted } from './dateline-file.ts';
import type { Finding } from './entry.ts';
import { damagedText, damageMark, damageWithin, DEEPEST, mendJson, type JsonFault } from './json-mend.ts';
import { lineAndColumn } from './json-scan.ts';
import { withLongNumbersAsText } from './long-numbers.ts';

const [LINE_FEED, COMMA, COLON, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x0a, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d];

/** Fewest bytes that are parsed at a time: enough for one call of `JSON.parse` to be worth it. */
const BLOCK_BYTES = 2 ** 16;

/** The most bytes that are sure to fit into one text: V8, the tightest of the engines, stops at 2²⁹ − 24 characters. */
const LONGEST_TEXT = 2 ** 29 - 24;

/** One record of a JSON file. */
export interface JsonRecord {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** Its name, where the records are members of an object. */
  readonly key: string | undefined;
  readonly json: Json;
  /** What is wrong with it, where it could not be read; `json` is then its text. */
  readonly fault: Finding | undefined;
  /** How far into the file it reaches, from 0 to 1. */
  readonly share: number;
}

/**
 * Where the records of a file stand: paths such as `events`, `results.bindings` or `*.options.items`, where `*` is any entry of a list or object.
 * Entries of a list are records there; with `{}` behind a path the members of an object are, and with `!` an object itself is one. The empty path is the file as a whole.
 */
export type RecordPaths = readonly string[];

/** The records at one place of a file. */
export interface RecordList {
  /** The path of `RecordPaths` that led here, and the steps that were taken. */
  readonly path: string;
  readonly steps: readonly string[];
  /** How many there are. */
  readonly count: number;
  /** Whether they are members of an object, each under its name. */
  readonly areMembers: boolean;
  /** Parses them, anew at each call. */
  readonly records: () => Iterable<JsonRecord>;
}

/** A JSON file, taken apart. */
export interface JsonCut {
  /** All but the records: their lists and objects are empty here. */
  readonly frame: Json;
  /** In the order of the file. */
  readonly lists: readonly RecordList[];
  /** What was wrong with the file as a whole. */
  readonly issues: readonly Issue[];
}

/**
 * Takes the UTF-8 bytes of a JSON file apart, without holding more of its records than some at a time. A file that is not quite JSON is mended first, and what of it is
 * damaged becomes a record with a fault. The error says that the file holds no JSON, or is too large to be mended.
 */
export function cutJson(bytes: Uint8Array, paths: RecordPaths): Result<JsonCut, Issue> {
  const strict = cutStrictly(bytes, paths);
  if (strict !== undefined) return ok({ ...strict, issues: [] });
  if (bytes.length > LONGEST_TEXT) return err({ code: 'file-too-large', severity: 'error', place: {}, parameters: { limit: '512 MB' } });
  const source = decodeUtf8(bytes);
  const { text, faults } = mendJson(source);
  const cut = cutStrictly(encodeUtf8(text), paths);
  if (cut === undefined || (faults[0]?.kind === 'broken' && cut.frame === null)) return err(faultIssue('file-not-json', source, faults[0]?.at ?? 0));
  return ok({ ...cut, issues: issuesOf(faults, source, cut.lists) });
}

function faultIssue(code: Issue['code'], source: string, at: number, severity: Issue['severity'] = 'error'): Issue {
  const value = source.slice(at, at + 24).split('\n')[0]?.trim() ?? '';
  return { code, severity, place: lineAndColumn(source, at), ...(value === '' ? {} : { value: quoted(value) }) };
}

const FAULT_CODES = { mended: 'file-mended', damaged: undefined, cut: 'file-truncated', broken: 'file-broken' } as const;

function issuesOf(faults: readonly JsonFault[], source: string, lists: readonly RecordList[]): readonly Issue[] {
  const lost = faults.filter(({ kind }) => kind !== 'mended').length;
  const events = Math.max(lists.reduce((sum, { count }) => sum + count, 0) - lost, 0);
  return faults.flatMap(({ kind, at }) => {
    const code = FAULT_CODES[kind];
    return code === undefined ? [] : [{ ...faultIssue(code, source, at, 'warning'), parameters: { events } }];
  });
}

/** Some entries one after the other: with brackets around them they are JSON. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** Lists are cut in memory by these alone; everything else of the file is in the frame. */
function cutStrictly(bytes: Uint8Array, paths: RecordPaths): Pick<JsonCut, 'frame' | 'lists'> | undefined {
  const patterns = paths.map((path) => ({ path, opening: /(?:!|\{\})$/.test(path) ? OPEN_BRACE : OPEN_BRACKET, isWhole: path.endsWith('!'), steps: path.replace(/!$|\{\}$/, '').split('.').filter((step) => step !== '') }));
  const lists: RecordList[] = [];
  const frame: string[] = [];
  let copied = 0;
  const leaveOut = (from: number, to: number): void => {
    frame.push(decodeUtf8(bytes.subarray(copied, from)));
    copied = to;
  };

  const value = (at: number, steps: readonly string[]): number | undefined => {
    const fitting = patterns.filter(({ steps: wanted }) => wanted.length >= steps.length && steps.every((step, s) => wanted[s] === '*' || wanted[s] === step));
    const first = bytes[at];
    const exact = fitting.find(({ steps: wanted, opening }) => wanted.length === steps.length && opening === first);
    const isContainer = first === OPEN_BRACE || first === OPEN_BRACKET;
    if (exact !== undefined) return records(at, exact, steps);
    if (!isContainer || !fitting.some(({ steps: wanted }) => wanted.length > steps.length)) return valueEnd(bytes, at);
    return container(at, (entry, key, index) => value(entry, [...steps, key ?? String(index)]));
  };

  /** Passes the entries of a list or object, each by `pass`. */
  const container = (at: number, pass: (entry: number, key: string | undefined, index: number) => number | undefined): number | undefined => {
    const isObjectHere = bytes[at] === OPEN_BRACE;
    const closing = isObjectHere ? CLOSE_BRACE : CLOSE_BRACKET;
    let next = skipSpaceBytes(bytes, at + 1);
    if (bytes[next] === closing) return next + 1;
    for (let index = 0; ; index += 1) {
      let key: string | undefined;
      if (isObjectHere) {
        if (bytes[next] !== 0x22) return undefined;
        const keyEnd = stringEnd(bytes, next);
        if (keyEnd === undefined) return undefined;
        const parsed = parsedJson(decodeUtf8(bytes.subarray(next, keyEnd)));
        if (typeof parsed !== 'string') return undefined;
        key = parsed;
        next = skipSpaceBytes(bytes, keyEnd);
        if (bytes[next] !== COLON) return undefined;
        next = skipSpaceBytes(bytes, next + 1);
      }
      const end = pass(next, key, index);
      if (end === undefined) return undefined;
      next = skipSpaceBytes(bytes, end);
      if (bytes[next] === closing) return next + 1;
      if (bytes[next] !== COMMA) return undefined;
      next = skipSpaceBytes(bytes, next + 1);
    }
  };

  const records = (at: number, { path, isWhole }: (typeof patterns)[number], steps: readonly string[]): number | undefined => {
    const blocks: Block[] = [];
    let [start, count, total] = [-1, 0, 0];
    let last = at;
    const flush = (): void => {
      if (count > 0) blocks.push({ start, end: last, count });
      [start, count] = [-1, 0];
    };
    const keys: string[] = [];
    const end = isWhole
      ? valueEnd(bytes, at)
      : container(at, (entry, key) => {
          const entryEnd = valueEnd(bytes, entry);
          if (entryEnd === undefined) return undefined;
          if (start === -1) start = entry;
          if (key !== undefined) keys.push(key);
          count += 1;
          total += 1;
          last = entryEnd;
          if (key !== undefined || entryEnd - start >= BLOCK_BYTES) flush();
          return entryEnd;
        });
    if (end === undefined) return undefined;
    if (isWhole) {
      [start, last, count, total] = [at, end, 1, 1];
    }
    flush();
    if (isWhole) leaveOut(at, end);
    else leaveOut(at + 1, end - 1);
    if (isWhole) frame.push('null');
    lists.push({ path, steps, count: total, areMembers: !isWhole && bytes[at] === OPEN_BRACE, records: () => readBlocks(bytes, blocks, keys) });
    return end;
  };

  const from = skipSpaceBytes(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  const end = value(from, []);
  if (end === undefined || skipSpaceBytes(bytes, end) < bytes.length) return undefined;
  leaveOut(end, end);
  const parsed = parsedJson(frame.join(''));
  return parsed === undefined || isTooDeep(parsed) ? undefined : { frame: parsed, lists };
}

function* readBlocks(bytes: Uint8Array, blocks: readonly Block[], keys: readonly string[]): Iterable<JsonRecord> {
  const lineAt = lineCounter(bytes);
  for (const [b, { start, end, count }] of blocks.entries()) {
    const json = parsedJson(`[${decodeUtf8(bytes.subarray(start, end))}]`);
    const isWhole = Array.isArray(json) && json.length === count;
    let at = start;
    for (let entry = 0; entry < count; entry += 1) {
      const entryEnd = valueEnd(bytes, at) ?? end;
      const line = lineAt(at);
      const rest = { line, key: keys[b], share: entryEnd / bytes.length };
      const entryJson = isWhole ? (json[entry] as Json) : mendedEntry(decodeUtf8(bytes.subarray(at, entryEnd)));
      yield { ...rest, ...judged(entryJson) };
      at = skipSpaceBytes(bytes, skipSpaceBytes(bytes, entryEnd) + 1);
    }
  }
}

/** An entry that is not quite JSON: mended, or a mark of its damage. */
function mendedEntry(text: string): Json {
  const { text: mended, faults } = mendJson(`[${text}]`);
  const json = faults.every(({ kind }) => kind === 'mended') ? parsedJson(mended) : undefined;
  return Array.isArray(json) && json.length === 1 ? (json[0] as Json) : damageMark(text);
}

function judged(json: Json): Pick<JsonRecord, 'json' | 'fault'> {
  if (isTooDeep(json)) return { json: '', fault: { code: 'entry-too-deep', parameters: { limit: DEEPEST } } };
  const damage = damageWithin(json);
  if (damage === undefined) return { json, fault: undefined };
  return { json: damagedText(json) ?? damage, fault: { code: 'entry-damaged', value: damage } };
}

/** A record of a text that should be JSON by itself. */
export const jsonRecord = (text: string, line: number, share: number): JsonRecord => ({ line, key: undefined, share, ...judged(parsedJson(text) ?? mendedEntry(text)) });

/** Tells on which line positions lie, asked for in ascending order. */
function lineCounter(bytes: Uint8Array): (at: number) => number {
  let [line, counted, feed] = [1, 0, bytes.indexOf(LINE_FEED)];
  return (at) => {
    while (feed !== -1 && feed < at) {
      line += 1;
      counted = feed + 1;
      feed = bytes.indexOf(LINE_FEED, counted);
    }
    return line;
  };
}

/** Whether a value is nested deeper than `DEEPEST`. */
function isTooDeep(json: Json, left = DEEPEST): boolean {
  if (typeof json !== 'object' || json === null) return false;
  if (left === 0) return true;
  return Object.values(json).some((part: Json) => isTooDeep(part, left - 1));
}

/** A JSON text parsed, whole numbers that would be rounded as texts; `undefined` when it is none. */
export function parsedJson(text: string): Json | undefined {
  try {
    return JSON.parse(withLongNumbersAsText(text)) as Json;
  } catch {
    return undefined;
  }
}

/** What a file begins with, as far as it can be read: for telling its format. */
export function beginningOf(text: string): Json | undefined {
  const { text: mended, faults } = mendJson(text, true);
  return faults[0]?.kind === 'broken' && mended.trim() === 'null' ? undefined : parsedJson(mended);
}

/** The members of a value that is an object; none of any other. */
export const membersOf = (json: Json | undefined): Readonly<Record<string, Json>> => (isObject(json) ? json : {});
