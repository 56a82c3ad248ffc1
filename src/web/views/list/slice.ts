/** The part of a long list that stands on the page: positions from `first` up to and without `last`. */
export interface Slice {
  readonly first: number;
  readonly last: number;
}

/** How many entries stand on the page at first, and how many come with each step towards an end. */
export const SLICE_STEP = 120;

/** The first slice of a list of `length` entries, around a position if one must be in it. */
export function sliceAround(length: number, position: number | undefined): Slice {
  const first = position === undefined || position < SLICE_STEP ? 0 : position - SLICE_STEP / 2;
  return { first, last: Math.min(first + SLICE_STEP, length) };
}

/** One step more towards the start. */
export const widenedBack = ({ first, last }: Slice): Slice => ({ first: Math.max(first - SLICE_STEP, 0), last });

/** One step more towards the end. */
export const widenedOn = ({ first, last }: Slice, length: number): Slice => ({ first, last: Math.min(last + SLICE_STEP, length) });

/** Whether a position stands on the page. */
export const holds = ({ first, last }: Slice, position: number): boolean => position >= first && position < last;
