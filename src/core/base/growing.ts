import { encodeUtf8Into } from './utf8.ts';

type TypedArray = Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A typed array that grows at its end. */
export interface Growing<A extends TypedArray> {
  readonly length: number;
  readonly push: (value: number) => void;
  /** A value that was pushed, by its position. Takes longer than reading an array. */
  readonly at: (position: number) => number;
  /** What was pushed, in an array of exactly that length. Called once, at the end. */
  readonly finish: () => A;
}

const FIRST_LENGTH = 1024;

/** Longest piece: what is put together at the end is never held twice but for one piece. */
const LONGEST = 2 ** 20;

/** Makes a growing array of the kind that `make` gives. */
export function growing<A extends TypedArray>(make: (length: number) => A): Growing<A> {
  const pieces: A[] = [];
  let before = 0;
  let piece = make(FIRST_LENGTH);
  let used = 0;
  return {
    get length() {
      return before + used;
    },
    push: (value) => {
      if (used === piece.length) {
        pieces.push(piece);
        before += used;
        piece = make(Math.min(2 * used, LONGEST));
        used = 0;
      }
      piece[used] = value;
      used += 1;
    },
    at: (position) => {
      if (!(position >= 0 && position < before + used)) throw new RangeError(`position ${position} of ${before + used}`);
      let offset = position;
      for (const full of pieces) {
        if (offset < full.length) return full[offset] as number;
        offset -= full.length;
      }
      return piece[offset] as number;
    },
    finish: () => joined(make, [...pieces.splice(0), piece.subarray(0, used) as A]),
  };
}

/** Texts one after the other as UTF-8 bytes. */
export interface GrowingUtf8 {
  /** Number of bytes. */
  readonly length: number;
  readonly append: (text: string) => void;
  /** The bytes of a text that was appended at once. */
  readonly slice: (start: number, end: number) => Uint8Array<ArrayBuffer>;
  /** The bytes of all texts. Called once, at the end. */
  readonly finish: () => Uint8Array<ArrayBuffer>;
}

/** Most bytes that UTF-8 takes for one UTF-16 unit. */
const BYTES_PER_UNIT = 3;

/**
 * Makes an empty text that grows at its end. So many bytes as are `expected` are kept free for it with the first text, which takes no memory before
 * they are written, and need not be put together at the end.
 */
export function growingUtf8(expected = 0): GrowingUtf8 {
  const make = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let before = 0;
  let piece = make(0);
  let used = 0;
  const reserve = (most: number): Uint8Array<ArrayBuffer> => {
    if (piece.length === 0) {
      piece = make(Math.max(most, expected, FIRST_LENGTH));
    } else if (used + most > piece.length) {
      pieces.push(piece.subarray(0, used));
      before += used;
      piece = make(Math.max(most, Math.min(2 * piece.length, LONGEST)));
      used = 0;
    }
    return piece;
  };
  return {
    get length() {
      return before + used;
    },
    append: (text) => {
      const room = reserve(text.length * BYTES_PER_UNIT);
      used += encodeUtf8Into(text, room.subarray(used));
    },
    slice: (start, end) => {
      let offset = start;
      for (const full of pieces) {
        if (offset < full.length) return full.subarray(offset, offset + end - start);
        offset -= full.length;
      }
      return piece.subarray(offset, offset + end - start);
    },
    finish: () => (expected > 0 && pieces.length === 0 ? piece.subarray(0, used) : joined(make, [...pieces.splice(0), piece.subarray(0, used)])),
  };
}

/** The pieces in one array; each is let go as soon as it is copied. */
function joined<A extends TypedArray>(make: (length: number) => A, pieces: A[]): A {
  const whole = make(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
