/*
 * A list that stands on the page in part. Its positions are the entries from 0; what is not on the page is given the height that entries
 * have on average, so that the scrollbar stands for the whole.
 */

/** The part of a list that stands on the page: positions from `first` to before `last`. */
export interface Slice {
  readonly first: number;
  readonly last: number;
}

/** What the part on the page is worked out from. Heights are in pixels. */
export interface Extent {
  /** Number of entries. */
  readonly length: number;
  /** Height of an entry on average. */
  readonly entry: number;
  /** Height of what is seen of the list at a time. */
  readonly viewport: number;
}

/**
 * The tallest list that is laid out at its own height; a taller one is scrolled through faster. Browsers lay out nothing beyond some
 * 16 to 33 million pixels.
 */
export const TALLEST = 8_000_000;

/** Lists of up to this many entries stand on the page as a whole. */
export const WHOLE = 24;

/** Entries on the page beyond what is seen, at either end. */
export const BEYOND = 3;

/** How many entries are seen at a time. */
const seen = ({ entry, viewport }: Extent): number => Math.ceil(viewport / entry);

/** Height of the whole list. */
export const heightOf = ({ length, entry }: Extent): number => Math.min(length * entry, TALLEST);

/** Entries, and pixels, that can be scrolled past: at the end of both, the last entry stands at the foot. */
const reach = (extent: Extent): readonly [entries: number, pixels: number] => [
  Math.max(extent.length - extent.viewport / extent.entry, 0),
  Math.max(heightOf(extent) - extent.viewport, 0),
];

/** How far from the head of the list an entry stands. */
export function offsetOf(extent: Extent, position: number): number {
  const [entries, pixels] = reach(extent);
  return entries === 0 ? position * extent.entry : Math.min((position / entries) * pixels, heightOf(extent));
}

/** The entry that stands at a distance from the head of the list. */
export function positionAt(extent: Extent, offset: number): number {
  const [entries, pixels] = reach(extent);
  const position = pixels === 0 ? offset / extent.entry : (offset / pixels) * entries;
  return Math.min(Math.max(Math.floor(position), 0), Math.max(extent.length - 1, 0));
}

/** The part to put on the page so that an entry and what is seen after it are there. */
export function sliceAt(extent: Extent, position: number): Slice {
  const { length } = extent;
  if (length <= WHOLE) return { first: 0, last: length };
  const size = Math.min(seen(extent) + 2 * BEYOND, length);
  const first = Math.min(Math.max(position - BEYOND, 0), length - size);
  return { first, last: first + size };
}

/** Whether a part has all that is seen from an entry on, and something to spare unless it is at an end. */
export function suffices({ first, last }: Slice, extent: Extent, position: number): boolean {
  const { length } = extent;
  return (first === 0 || first < position) && last <= length && (last === length || last > position + seen(extent));
}

/** Heights of what is not on the page before and after a part. */
export interface Space {
  readonly before: number;
  readonly after: number;
}

/** The space around a part of a list. */
export function spaceAround(extent: Extent, { first, last }: Slice): Space {
  const before = first === 0 ? 0 : offsetOf(extent, first);
  return { before, after: last >= extent.length ? 0 : Math.max(heightOf(extent) - offsetOf(extent, last), 0) };
}

/** Whether a position is in the part. */
export const holds = ({ first, last }: Slice, position: number): boolean => position >= first && position < last;
