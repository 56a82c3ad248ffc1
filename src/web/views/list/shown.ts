import type { EventNumber } from '../../../core/model/event.ts';
import type { ListOrder, Piece } from './order.ts';
import { holds, offsetOf, type Extent, type Slice } from './virtual.ts';

/** What of a list stands on the page. */
export interface Shown extends Slice {
  /** Number of entries of the whole list. */
  readonly length: number;
  /** The entries of the slice under their headings, and before or after them those that are kept apart. */
  readonly pieces: readonly Piece[];
  /** Where an entry would stand that is not of the slice, but kept because the keyboard focus is in it or beside it; in pixels. */
  readonly apart: ReadonlyMap<EventNumber, number>;
}

/** What stands on the page of a list: a slice, and the entry that has the focus with its neighbours. */
export function shownOf(list: ListOrder, slice: Slice, focused: EventNumber | undefined, extent: Extent): Shown {
  const { length } = list;
  const position = focused === undefined || !list.holds(focused) ? undefined : list.positionOf(focused);
  if (position === undefined || holds(slice, position)) return { ...slice, length, pieces: list.pieces(slice.first, slice.last), apart: new Map() };
  const [from, until] = [Math.max(position - 1, 0), Math.min(position + 2, length)];
  const aside = position < slice.first ? { first: from, last: Math.min(until, slice.first) } : { first: Math.max(from, slice.last), last: until };
  const kept = list.pieces(aside.first, aside.last);
  const pieces = position < slice.first ? [...kept, ...list.pieces(slice.first, slice.last)] : [...list.pieces(slice.first, slice.last), ...kept];
  const apart = new Map(kept.flatMap((piece) => piece.rows.map((row, k) => [row, offsetOf(extent, piece.positions[k] ?? 0)] as const)));
  return { ...slice, length, pieces: joined(pieces), apart };
}

/** Pieces of one group as one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.group.key === piece.group.key) found.splice(-1, 1, joinedPiece(last, piece));
    else found.push(piece);
  }
  return found;
}

const joinedPiece = (a: Piece, b: Piece): Piece => ({ group: a.group, rows: [...a.rows, ...b.rows], positions: [...a.positions, ...b.positions] });
