/** A stretch in pixels. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Something to be packed into rows: its mark, and where its label may stand beside it. */
export interface Packable extends Extent {
  /** Mark and label together, in order of preference; empty for a mark that needs no label. */
  readonly labels: readonly LabelExtent[];
}

export interface LabelExtent extends Extent {
  /** Taken only when no row has room for a better place. */
  readonly isPoor: boolean;
}

/** A mark in its row, or several that had to share one place. */
export interface Packed {
  /** Positions in the packed list. */
  readonly members: readonly number[];
  readonly row: number;
  /** Which of its label's places was taken; `undefined` when it has no room. Always so for shared places. */
  readonly label: number | undefined;
}

export interface Rows {
  readonly count: number;
  readonly packed: readonly Packed[];
}

interface RowState {
  /** Where the next thing in this row may begin. */
  end: number;
  last: Open | undefined;
}

/** A place whose members and label may yet change while its row has nothing after it. */
interface Open {
  members: number[];
  row: number;
  label: number | undefined;
  right: number;
}

/** Pixels left free between neighbours in a row. */
const GUTTER = 6;

/**
 * Packs marks into at most `capacity` rows, first come, first served: the highest row that has room for mark and label, then a new row,
 * then a poorer place for the label, then no label, then another's label gives way, and at last the mark shares the place of its neighbour,
 * `sharedRadius` pixels to either side of it. Items come in time order, so that adding a later one moves no earlier one between rows.
 */
export function packRows(items: readonly Packable[], capacity: number, sharedRadius: number): Rows {
  const rows: RowState[] = [];
  const packed: Open[] = [];

  const put = (row: RowState, i: number, label: number | undefined, right: number): void => {
    const place: Open = { members: [i], row: rows.indexOf(row), label, right: items[i]?.right ?? right };
    packed.push(place);
    row.last = place;
    row.end = Math.max(row.end, right + GUTTER);
  };

  const putLabelled = (i: number, item: Packable, accepts: (label: LabelExtent) => boolean): boolean => {
    for (const row of rows) {
      const label = item.labels.findIndex((candidate) => accepts(candidate) && candidate.left >= row.end && item.left >= row.end);
      if (label < 0) continue;
      put(row, i, label, Math.max(item.right, item.labels[label]?.right ?? item.right));
      return true;
    }
    return false;
  };

  const openRow = (): RowState | undefined => {
    if (rows.length >= capacity) return undefined;
    const row: RowState = { end: -Infinity, last: undefined };
    rows.push(row);
    return row;
  };

  items.forEach((item, i) => {
    const isGood = (label: LabelExtent): boolean => !label.isPoor;
    if (item.labels.some(isGood)) {
      if (putLabelled(i, item, isGood)) return;
      if (openRow() && putLabelled(i, item, isGood)) return;
    }
    if (putLabelled(i, item, () => true)) return;
    if (item.labels.length > 0 && openRow() && putLabelled(i, item, () => true)) return;
    const free = rows.find((row) => item.left >= row.end) ?? openRow();
    if (free !== undefined) {
      put(free, i, undefined, item.right);
      return;
    }
    const yielding = leastBy(rows, (row) => (row.last && item.left >= row.last.right + GUTTER ? row.end : Infinity));
    if (yielding?.last !== undefined && item.left >= yielding.last.right + GUTTER) {
      yielding.last.label = undefined;
      put(yielding, i, undefined, item.right);
      return;
    }
    share(rows, items, i, sharedRadius);
  });
  return { count: rows.length, packed };
}

/**
 * How many rows `packRows` takes to give every mark its own place and a good label, if it has one; at most `most`, where it stops counting.
 */
export function rowsNeeded(items: readonly Packable[], most: number): number {
  const ends: number[] = [];
  for (const item of items) {
    const hasGood = item.labels.some(({ isPoor }) => !isPoor);
    const places = item.labels.length === 0 ? [item] : item.labels.filter(({ isPoor }) => isPoor !== hasGood);
    let row = 0;
    let place: Extent | undefined;
    for (; row < ends.length && place === undefined; row += 1) place = places.find(({ left }) => Math.min(left, item.left) >= (ends[row] ?? 0));
    if (place === undefined) {
      if (ends.length === most) return most;
      row = ends.push(-Infinity);
      place = places[0];
    }
    ends[row - 1] = Math.max(item.right, place?.right ?? item.right) + GUTTER;
  }
  return ends.length;
}

/** Adds a mark to the last place of the row where that place ends first. */
function share(rows: readonly RowState[], items: readonly Packable[], i: number, radius: number): void {
  const row = leastBy(rows, ({ last }) => last?.right ?? Infinity);
  const place = row?.last;
  if (row === undefined || place === undefined) throw new RangeError('rows without capacity');
  place.members.push(i);
  place.label = undefined;
  place.right = sharedCentre(place.members.map((member) => items[member] as Packable)) + radius;
  row.end = place.right + GUTTER;
}

/** Where a shared place has its middle: amid its members' middles; a long mark counts by its start. */
export function sharedCentre(members: readonly Extent[]): number {
  const starts = members.map(({ left, right }) => Math.min((left + right) / 2, left + LONGEST_HALF));
  return (Math.min(...starts) + Math.max(...starts)) / 2;
}

const LONGEST_HALF = 10;

function leastBy<T>(values: readonly T[], of: (value: T) => number): T | undefined {
  let least: T | undefined;
  for (const value of values) if (least === undefined || of(value) < of(least)) least = value;
  return least;
}
