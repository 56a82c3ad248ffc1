import type { Columns } from '../model/dataset.ts';

/** The most knots of a line whose events are equally far apart: more than there are pixels across. */
export const MOST_KNOTS = 4096;

/**
 * The instants that equal spacing draws equally far apart: the bounded starts of events, each instant once, and `end`, where the last of
 * them ends. Of very many starts every so many-th; time between those runs at one scale.
 */
export function evenKnots({ earliestStart }: Columns, end: number): Float64Array {
  let distinct = 0;
  for (let i = 0; i < earliestStart.length; i += 1) if (isNew(earliestStart, i)) distinct += 1;
  const every = Math.ceil(distinct / MOST_KNOTS);
  const knots: number[] = [];
  let last = NaN;
  let position = 0;
  for (let i = 0; i < earliestStart.length; i += 1) {
    if (!isNew(earliestStart, i)) continue;
    last = earliestStart[i] ?? NaN;
    if (position % every === 0) knots.push(last);
    position += 1;
  }
  for (const closing of [last, end]) if (closing > (knots.at(-1) ?? Infinity)) knots.push(closing);
  return Float64Array.from(knots);
}

/** Whether a start is bounded and no event before it has the same. */
function isNew(starts: Float64Array, i: number): boolean {
  const start = starts[i] ?? NaN;
  return start > -Infinity && start < Infinity && (i === 0 || start !== starts[i - 1]);
}
