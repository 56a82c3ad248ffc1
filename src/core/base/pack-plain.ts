import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/**
 * Plain data as bytes: what JSON holds, and besides it `undefined`, numbers that are not finite, Maps and typed arrays.
 * The bytes are frames, each a length (32 bits, little-endian) and, from the next multiple of eight on, so many bytes. The first one is JSON of the
 * value; those after it are what was taken out of that, in its order: the bytes of a typed array, or JSON of a part of a long list.
 */

const ARRAYS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type ArrayName = keyof typeof ARRAYS;
const ARRAY_NAMES = Object.keys(ARRAYS) as readonly ArrayName[];

/** The one key of an object that stands for what JSON has no word for. */
const MARK = '$';

/** What JSON has no word for, and what is taken out of it: a typed array; a long list by its number of elements; the entries of a Map or of an object that has the mark itself. */
type Marked =
  | readonly ['undefined']
  | readonly ['number', text: string]
  | readonly ['map' | 'object', entries: readonly (readonly [unknown, unknown])[]]
  | readonly ['list', length: number]
  | readonly [name: ArrayName];

/** A list with more elements is taken out in parts of so many, so that no part takes long to write. */
const LIST_PART = 4096;

const UNIT = 8;
const aligned = (length: number): number => Math.ceil(length / UNIT) * UNIT;

/** Packs a value. Throws on what is not plain: functions, symbols, other classes than those above. */
export function packPlain(value: unknown): Uint8Array<ArrayBuffer> {
  const pieces = [...packedPieces(value)];
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/**
 * The bytes of `packPlain` one piece after the other, each made when it is asked for: to be packed between other things. Pieces with the bytes of
 * typed arrays are views of these. Throws as `packPlain` does, and on a long list that holds another one, or typed arrays.
 */
export function* packedPieces(value: unknown): Generator<Uint8Array, void, void> {
  const outside: (Uint8Array | readonly unknown[])[] = [];
  yield* frame(encodeUtf8(JSON.stringify(written(value, outside))));
  for (const part of outside) {
    if (part instanceof Uint8Array) yield* frame(part);
    else {
      for (let at = 0; at < part.length; at += LIST_PART) {
        const within: (Uint8Array | readonly unknown[])[] = [];
        yield* frame(encodeUtf8(JSON.stringify(part.slice(at, at + LIST_PART).map((element) => written(element, within)))));
        if (within.length > 0) throw new TypeError(`a list of ${part.length} elements holds long lists or typed arrays`);
      }
    }
  }
}

function* frame(bytes: Uint8Array): Generator<Uint8Array, void, void> {
  const head = new Uint8Array(UNIT);
  new DataView(head.buffer).setUint32(0, bytes.length, true);
  yield head;
  if (bytes.length > 0) yield bytes;
  const rest = aligned(bytes.length) - bytes.length;
  if (rest > 0) yield new Uint8Array(rest);
}

/** A value as JSON; what is taken out of it is added to `outside`. */
function written(part: unknown, outside: (Uint8Array | readonly unknown[])[]): unknown {
  const marked = (mark: Marked): unknown => ({ [MARK]: mark });
  const within = (member: unknown): unknown => written(member, outside);
  const entriesOf = (entries: Iterable<readonly [unknown, unknown]>): readonly (readonly [unknown, unknown])[] =>
    Array.from(entries, ([key, member]) => [within(key), within(member)] as const);
  if (part === undefined) return marked(['undefined']);
  if (typeof part === 'number') return Number.isFinite(part) && !Object.is(part, -0) ? part : marked(['number', Object.is(part, -0) ? '-0' : String(part)]);
  if (part === null || typeof part === 'string' || typeof part === 'boolean') return part;
  if (Array.isArray(part)) {
    if (part.length <= LIST_PART) return part.map(within);
    outside.push(part);
    return marked(['list', part.length]);
  }
  if (part instanceof Map) return marked(['map', entriesOf(part)]);
  const name = ARRAY_NAMES.find((known) => part instanceof ARRAYS[known]);
  if (name !== undefined && ArrayBuffer.isView(part)) {
    outside.push(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    return marked([name]);
  }
  if (typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype) throw new TypeError(`${String(part)} is no plain data`);
  if (MARK in part) return marked(['object', entriesOf(Object.entries(part))]);
  return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, within(member)]));
}

/** The value of bytes that `packPlain` gave, its typed arrays being views of them. */
export function unpackPlain(packed: ArrayBuffer): unknown {
  const lengths = new DataView(packed);
  let at = 0;
  /** Steps over a frame: where it begins, and how long it is. */
  const step = (): readonly [start: number, length: number] => {
    const length = lengths.getUint32(at, true);
    const start = at + UNIT;
    at = start + aligned(length);
    return [start, length];
  };
  const json = (): unknown => JSON.parse(decodeUtf8(new Uint8Array(packed, ...step())));
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
      case 'list': {
        const list: unknown[] = [];
        while (list.length < mark[1]) for (const element of json() as readonly unknown[]) list.push(read(element));
        return list;
      }
      default: {
        const [start, length] = step();
        const from = ARRAYS[mark[0]];
        return new from(packed, start, length / from.BYTES_PER_ELEMENT);
      }
    }
  };
  const read = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(read);
    if (MARK in part) return readMarked(part[MARK] as Marked);
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, read(member)]));
  };
  return read(json());
}
