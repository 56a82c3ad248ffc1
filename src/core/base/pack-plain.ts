import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/**
 * Plain data as bytes: what JSON holds, and besides it `undefined`, numbers that are not finite, Maps and typed arrays.
 * The bytes are a length (32 bits, little-endian), JSON of that length, and the typed arrays one after the other, each from a multiple of eight on.
 */

const ARRAYS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type ArrayName = keyof typeof ARRAYS;

/** The one key of an object that stands for what JSON has no word for. */
const MARK = '$';

/** What JSON has no word for: a typed array by where it begins and how many elements it has, the entries of a Map or of an object that has the mark itself. */
type Marked =
  | readonly ['undefined']
  | readonly ['number', text: string]
  | readonly ['map' | 'object', entries: readonly (readonly [unknown, unknown])[]]
  | readonly [name: ArrayName, start: number, length: number];

const aligned = (length: number): number => Math.ceil(length / 8) * 8;

/** Packs a value. Throws on what is not plain: functions, symbols, other classes than those above. */
export function packPlain(value: unknown): Uint8Array<ArrayBuffer> {
  const arrays: Uint8Array[] = [];
  let end = 0;
  const marked = (mark: Marked): unknown => ({ [MARK]: mark });
  const entriesOf = (entries: Iterable<readonly [unknown, unknown]>): readonly (readonly [unknown, unknown])[] =>
    Array.from(entries, ([key, member]) => [written(key), written(member)] as const);
  const written = (part: unknown): unknown => {
    if (part === undefined) return marked(['undefined']);
    if (typeof part === 'number') return Number.isFinite(part) && !Object.is(part, -0) ? part : marked(['number', Object.is(part, -0) ? '-0' : String(part)]);
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return part;
    if (Array.isArray(part)) return part.map(written);
    if (part instanceof Map) return marked(['map', entriesOf(part)]);
    const name = (Object.keys(ARRAYS) as ArrayName[]).find((known) => part instanceof ARRAYS[known]);
    if (name !== undefined && ArrayBuffer.isView(part)) {
      const { buffer, byteOffset, byteLength } = part;
      const start = end;
      arrays.push(new Uint8Array(buffer, byteOffset, byteLength));
      end = aligned(start + byteLength);
      return marked([name, start, byteLength / ARRAYS[name].BYTES_PER_ELEMENT]);
    }
    if (typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype) throw new TypeError(`${String(part)} is no plain data`);
    if (MARK in part) return marked(['object', entriesOf(Object.entries(part))]);
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, written(member)]));
  };
  const text = encodeUtf8(JSON.stringify(written(value)));
  const first = aligned(4 + text.length);
  const bytes = new Uint8Array(first + end);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = first;
  for (const array of arrays) {
    bytes.set(array, at);
    at = aligned(at + array.length);
  }
  return bytes;
}

/** The value of bytes that `packPlain` gave, its typed arrays being views of them. */
export function unpackPlain(packed: ArrayBuffer): unknown {
  const length = new DataView(packed).getUint32(0, true);
  const first = aligned(4 + length);
  const entriesOf = (entries: readonly (readonly [unknown, unknown])[]): readonly (readonly [unknown, unknown])[] =>
    entries.map(([key, member]) => [read(key), read(member)] as const);
  const readMarked = (mark: Marked): unknown => {
    switch (mark[0]) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(mark[1]);
      case 'map':
        return new Map(entriesOf(mark[1]));
      case 'object':
        return Object.fromEntries(entriesOf(mark[1]) as readonly (readonly [string, unknown])[]);
      default:
        return new ARRAYS[mark[0]](packed, first + mark[1], mark[2]);
    }
  };
  const read = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(read);
    if (MARK in part) return readMarked(part[MARK] as Marked);
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, read(member)]));
  };
  return read(JSON.parse(decodeUtf8(new Uint8Array(packed, 4, length))));
}
