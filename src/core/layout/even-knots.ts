import type { Columns } from '../model/dataset.ts';

/** The most knots of a line whose events are equally far apart: more than there are pixels across. */
export const MOST_KNOTS = 4096;

/**
 * The instants that equal spacing draws equally far apart: the bounded starts of events, each instant once, and `end`, where the last of
 * them ends. Of very many starts every so many-th; time between those runs at one scale.
 */
export function evenKnots({ earliestStart }: Columns, end: number): Float64Array {
  let distinct = 0;
  eachStart(earliestStart, () => {
    distinct += 1;
  });
  const every = Math.ceil(distinct / MOST_KNOTS);
  const knots: number[] = [];
  let last = NaN;
  let position = 0;
  eachStart(earliestStart, (start) => {
    if (position % every === 0) knots.push(start);
    last = start;
    position += 1;
  });
  for (const closing of [last, end]) if (closing > (knots.at(-1) ?? Infinity)) knots.push(closing);
  return Float64Array.from(knots);
}

/** Calls `visit` for each bounded start, each once, in order. */
function eachStart(starts: Float64Array, visit: (start: number) => void): void {
  let before = NaN;
  for (let i = 0; i < starts.length; i += 1) {
    const start = starts[i] ?? NaN;
    if (start === before || !Number.isFinite(start)) continue;
    before = start;
    visit(start);
  }
}
