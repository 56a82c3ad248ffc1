import { encodeUtf8Into } from './utf8.ts';

type TypedArray = Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A typed array that grows at its end. */
export interface Growing<A extends TypedArray> {
  readonly length: number;
  readonly push: (value: number) => void;
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
    finish: () => joined(make, [...pieces.splice(0), piece.subarray(0, used) as A]),
  };
}

/** Texts one after the other as UTF-8 bytes. */
export interface GrowingUtf8 {
  /** Number of bytes. */
  readonly length: number;
  readonly append: (text: string) => void;
  /** The bytes of all texts. Called once, at the end. */
  readonly finish: () => Uint8Array<ArrayBuffer>;
}

/** Most bytes that UTF-8 takes for one UTF-16 unit. */
const BYTES_PER_UNIT = 3;

/** Makes an empty text that grows at its end. */
export function growingUtf8(): GrowingUtf8 {
  const make = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let before = 0;
  let piece = make(FIRST_LENGTH);
  let used = 0;
  return {
    get length() {
      return before + used;
    },
    append: (text) => {
      const most = text.length * BYTES_PER_UNIT;
      if (used + most > piece.length) {
        pieces.push(piece.subarray(0, used));
        before += used;
        piece = make(Math.max(most, Math.min(2 * piece.length, LONGEST)));
        used = 0;
      }
      used += encodeUtf8Into(text, piece.subarray(used));
    },
    finish: () => joined(make, [...pieces.splice(0), piece.subarray(0, used)]),
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
