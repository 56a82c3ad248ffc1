type TypedArray = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A stretch of a new list: entries `start` to `end` − 1 of the old one, or of what is added to it. */
export interface Piece {
  readonly of: 'old' | 'added';
  readonly start: number;
  readonly end: number;
}

/** Puts the pieces of a list together, one after the other. */
export interface PieceList {
  readonly pieces: readonly Piece[];
  /** Number of entries so far. */
  readonly length: number;
  readonly add: (of: Piece['of'], start: number, end: number) => void;
}

/** Starts a list without entries; what continues the last piece lengthens it. */
export function pieceList(): PieceList {
  const pieces: { of: Piece['of']; start: number; end: number }[] = [];
  let length = 0;
  return {
    pieces,
    get length() {
      return length;
    },
    add: (of, start, end) => {
      if (start === end) return;
      length += end - start;
      const last = pieces.at(-1);
      if (last?.of === of && last.end === start) last.end = end;
      else pieces.push({ of, start, end });
    },
  };
}

/** Shorter pieces than this are copied one entry at a time. */
const LONG_PIECE = 24;

/** Writes pieces of two arrays one after the other into a third. */
export function splice<A extends TypedArray>(pieces: readonly Piece[], old: A, added: A, target: A): A {
  let at = 0;
  for (const { of, start, end } of pieces) {
    const source = of === 'old' ? old : added;
    if (end - start >= LONG_PIECE) target.set(source.subarray(start, end), at);
    else for (let k = start; k < end; k += 1) target[at + k - start] = source[k] as number;
    at += end - start;
  }
  return target;
}

/** Where the entries of one source stand in the new list, by their old positions; `gone` for those that do not. */
export function positionsNow(pieces: readonly Piece[], of: Piece['of'], length: number, gone: number): Uint32Array<ArrayBuffer> {
  const now = new Uint32Array(length).fill(gone);
  let at = 0;
  for (const piece of pieces) {
    const { start, end } = piece;
    if (piece.of === of) for (let k = start; k < end; k += 1) now[k] = at + k - start;
    at += end - start;
  }
  return now;
}
