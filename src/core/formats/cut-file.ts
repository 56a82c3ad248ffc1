import type { Steps } from '../base/steps.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import { skipSpaceBytes, stringEnd, valueEnd } from './byte-scan.ts';

const [LINE_FEED, COMMA, COLON, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x0a, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const FEATURES = encodeUtf8('"features"');

/** Fewest bytes of a block: enough for one call of `JSON.parse` to be worth it, few enough to be read between two frames. */
const BLOCK_BYTES = 2 ** 16;

/** Some features one after the other, by their positions in the file's bytes: with brackets around them they are a JSON array. */
export interface FeatureBlock {
  readonly start: number;
  readonly end: number;
  /** Number of its first feature, from 1. */
  readonly first: number;
  readonly count: number;
}

/** A collection cut into what it says about itself and its features. */
export interface FileCut {
  /** The text of the collection with an empty list of features. */
  readonly frame: string;
  readonly blocks: readonly FeatureBlock[];
}

/**
 * Cuts the UTF-8 bytes of a GeoJSON FeatureCollection by its quotes, brackets and commas, without reading what stands between them.
 * Yields how many bytes it has passed. Returns `undefined` for anything that is not cut so easily: a file without a list of features,
 * with two of them, or with damage that shows in its brackets.
 */
export function* cutFile(bytes: Uint8Array): Steps<number, FileCut | undefined> {
  let list: FeatureList | undefined;
  let at = skipSpaceBytes(bytes, BYTE_ORDER_MARK.every((byte, position) => bytes[position] === byte) ? BYTE_ORDER_MARK.length : 0);
  if (bytes[at] !== OPEN_BRACE) return undefined;
  do {
    const key = skipSpaceBytes(bytes, at + 1);
    const keyEnd = stringEnd(bytes, key) ?? bytes.length;
    const colon = skipSpaceBytes(bytes, keyEnd);
    if (bytes[colon] !== COLON) return undefined;
    const value = skipSpaceBytes(bytes, colon + 1);
    let end: number | undefined;
    if (bytes[value] === OPEN_BRACKET && isFeatures(bytes.subarray(key, keyEnd))) {
      if (list !== undefined) return undefined;
      list = yield* cutList(bytes, value);
      end = list?.end;
    } else {
      end = valueEnd(bytes, value);
    }
    if (end === undefined) return undefined;
    at = skipSpaceBytes(bytes, end);
  } while (bytes[at] === COMMA);
  if (list === undefined || bytes[at] !== CLOSE_BRACE) return undefined;
  return { frame: decodeUtf8(bytes.subarray(0, list.start + 1)) + decodeUtf8(bytes.subarray(list.end - 1)), blocks: list.blocks };
}

const isFeatures = (key: Uint8Array): boolean => key.length === FEATURES.length && FEATURES.every((byte, position) => key[position] === byte);

/** A list of features with its brackets. */
interface FeatureList {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly FeatureBlock[];
}

function* cutList(bytes: Uint8Array, start: number): Steps<number, FeatureList | undefined> {
  const blocks: FeatureBlock[] = [];
  let at = skipSpaceBytes(bytes, start + 1);
  if (bytes[at] === CLOSE_BRACKET) return { start, end: at + 1, blocks };
  let [blockStart, first] = [at, 1];
  for (let number = 1; ; number += 1) {
    const end = valueEnd(bytes, at);
    if (end === undefined) return undefined;
    const separator = skipSpaceBytes(bytes, end);
    const isLast = bytes[separator] === CLOSE_BRACKET;
    if (!isLast && bytes[separator] !== COMMA) return undefined;
    at = skipSpaceBytes(bytes, separator + 1);
    if (isLast || end - blockStart >= BLOCK_BYTES) {
      blocks.push({ start: blockStart, end, first, count: number + 1 - first });
      if (isLast) return { start, end: separator + 1, blocks };
      [blockStart, first] = [at, number + 1];
      yield end;
    }
  }
}

/** The lines on which features begin, from 1, by feature number; those of the wanted features that the blocks have. */
export function linesIn(bytes: Uint8Array, blocks: readonly FeatureBlock[], wanted: ReadonlySet<number>): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  let [line, counted] = [1, 0];
  for (const { start, first, count } of blocks) {
    const last = lastOf(wanted, first, count);
    let at = start;
    for (let number = first; number <= last; number += 1) {
      if (wanted.has(number)) {
        for (let feed = bytes.indexOf(LINE_FEED, counted); feed !== -1 && feed < at; feed = bytes.indexOf(LINE_FEED, counted)) {
          line += 1;
          counted = feed + 1;
        }
        lines.set(number, line);
      }
      at = skipSpaceBytes(bytes, skipSpaceBytes(bytes, valueEnd(bytes, at) ?? bytes.length) + 1);
    }
  }
  return lines;
}

/** The last wanted number of a block; 0 when it has none. */
function lastOf(wanted: ReadonlySet<number>, first: number, count: number): number {
  for (let number = first + count - 1; number >= first; number -= 1) if (wanted.has(number)) return number;
  return 0;
}
