import type { Columns } from '../model/dataset.ts';
import { HOUR, MINUTE } from '../time/instant.ts';
import { countOctaves } from './octaves.ts';

/** A stretch of the time line in milliseconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A busy stretch holds so many events on average; single ones far apart are best shown at true scale. */
const EVENTS_PER_STRETCH = 3;
/** Spans so many times as wide as the next narrower ones are of another kind: months beside days. */
const WIDTH_JUMP = 4;
/** An event without length counts as this long. */
const SHORTEST_SPAN = MINUTE;

/** What a stretch spans. */
export const widthOf = ({ start, end }: Stretch): number => end - start;

/** Calls `visit` for every dated event whose span is bounded, in order of start; one without length is given a little. */
export function eachSpan({ earliestStart, latestEnd }: Columns, visit: (start: number, end: number) => void): void {
  for (let i = 0; i < earliestStart.length; i += 1) {
    const start = earliestStart[i] ?? NaN;
    const end = latestEnd[i] ?? NaN;
    if (Number.isFinite(start) && Number.isFinite(end)) visit(start, Math.max(end, start + SHORTEST_SPAN));
  }
}

/** The width up to which spans are narrow: below the greatest jump in widths that leaves most events narrow. Spans are counted by their widths. */
export function narrowLimit(columns: Columns): number {
  const octaves = countOctaves();
  eachSpan(columns, (start, end) => octaves.add(end - start));
  const sizes = octaves.all();
  const count = sizes.reduce((sum, octave) => sum + octave.count, 0);
  let limit = sizes.at(-1)?.most ?? 0;
  let greatest = WIDTH_JUMP;
  let below = 0;
  sizes.forEach((octave, k) => {
    const narrower = sizes[k - 1]?.most;
    if (narrower !== undefined && below >= Math.ceil(count / 2)) {
      const jump = octave.least / Math.max(narrower, HOUR);
      if (jump >= greatest) {
        greatest = jump;
        limit = narrower;
      }
    }
    below += octave.count;
  });
  return limit;
}

/**
 * Cuts the narrow spans into busy stretches at as many of the longest empty times as are each at least as long as all that would be left.
 */
export function busyStretches(columns: Columns, isNarrow: (width: number) => boolean): readonly Stretch[] {
  const eachNarrow = (visit: (start: number, end: number) => void): void =>
    eachSpan(columns, (start, end) => {
      if (isNarrow(end - start)) visit(start, end);
    });
  const empty = countOctaves();
  let [count, first, last] = [0, NaN, NaN];
  eachNarrow((start, end) => {
    if (count === 0) first = start;
    else if (start > last) empty.add(start - last);
    last = count === 0 ? end : Math.max(last, end);
    count += 1;
  });
  const cutFrom = cutLength(empty.all(), last - first, count);
  const busy: Stretch[] = [];
  let open: { start: number; end: number } | undefined;
  eachNarrow((start, end) => {
    if (open !== undefined && start - open.end < cutFrom) {
      open.end = Math.max(open.end, end);
      return;
    }
    open = { start, end };
    busy.push(open);
  });
  return busy;
}

/**
 * The shortest empty time at which to cut. Of the empty times of one octave only the two shortest can be as long as all that is left: any
 * other leaves at least two of more than half its length.
 */
function cutLength(octaves: ReturnType<ReturnType<typeof countOctaves>['all']>, whole: number, events: number): number {
  let cutFrom = Infinity;
  let rest = whole;
  let longer = 0;
  for (const { count, sum, least, second } of octaves.toReversed()) {
    const lastTwo = count === 1 ? [least] : [second, least];
    rest -= sum - lastTwo.reduce((total, length) => total + length, 0);
    longer += count - lastTwo.length;
    for (const length of lastTwo) {
      rest -= length;
      if (length >= rest && events >= EVENTS_PER_STRETCH * (longer + 2)) cutFrom = length;
      longer += 1;
    }
  }
  return cutFrom;
}
