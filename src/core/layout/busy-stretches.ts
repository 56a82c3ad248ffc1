import type { Columns } from '../model/dataset.ts';
import { HOUR, MINUTE } from '../time/instant.ts';
import { octavesOf, type Octave } from './octaves.ts';

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

/** Spans of events in order of start, the first `count` of each array. */
export interface Spans {
  readonly count: number;
  readonly starts: Float64Array<ArrayBuffer>;
  readonly ends: Float64Array<ArrayBuffer>;
}

/** The spans of the dated events that are bounded; one without length is given a little. */
export function boundedSpans({ earliestStart, latestEnd }: Columns): Spans {
  const starts = new Float64Array(earliestStart.length);
  const ends = new Float64Array(earliestStart.length);
  let count = 0;
  for (let i = 0; i < earliestStart.length; i += 1) {
    const start = earliestStart[i] ?? NaN;
    const end = latestEnd[i] ?? NaN;
    if (!(start > -Infinity && end < Infinity)) continue;
    starts[count] = start;
    ends[count] = Math.max(end, start + SHORTEST_SPAN);
    count += 1;
  }
  return { count, starts, ends };
}

/** The width up to which spans are narrow: below the greatest jump in widths that leaves most events narrow. */
export function narrowLimit({ count, starts, ends }: Spans): number {
  const widths = new Float64Array(count);
  for (let i = 0; i < count; i += 1) widths[i] = (ends[i] ?? 0) - (starts[i] ?? 0);
  const octaves = octavesOf(widths);
  let limit = octaves.at(-1)?.most ?? 0;
  let greatest = WIDTH_JUMP;
  let below = 0;
  octaves.forEach((octave, k) => {
    const narrower = octaves[k - 1]?.most;
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

/** What spans of a kind cover, those that touch as one, and how many of them there are. */
export interface Coverage extends Spans {
  readonly spans: number;
}

/** What is covered by the spans up to a width, and by those beyond it. */
export function coverages({ count, starts, ends }: Spans, widest: number): { readonly narrow: Coverage; readonly wide: Coverage } {
  const kinds = [0, 1].map(() => ({ count: 0, spans: 0, starts: new Float64Array(count), ends: new Float64Array(count), end: -Infinity }));
  const [narrow, wide] = kinds as [(typeof kinds)[number], (typeof kinds)[number]];
  for (let i = 0; i < count; i += 1) {
    const start = starts[i] ?? 0;
    const end = ends[i] ?? 0;
    const kind = end - start <= widest ? narrow : wide;
    kind.spans += 1;
    if (start > kind.end) {
      kind.starts[kind.count] = start;
      kind.ends[kind.count] = kind.end = end;
      kind.count += 1;
    } else if (end > kind.end) {
      kind.ends[kind.count - 1] = kind.end = end;
    }
  }
  return { narrow, wide };
}

/** Cuts what narrow spans cover into busy stretches at as many of the longest empty times as are each at least as long as all that would be left. */
export function busyStretches({ count, spans, starts, ends }: Coverage): readonly Stretch[] {
  const empty = new Float64Array(Math.max(count - 1, 0));
  for (let i = 1; i < count; i += 1) empty[i - 1] = (starts[i] ?? 0) - (ends[i - 1] ?? 0);
  const cutFrom = cutLength(octavesOf(empty), (ends[count - 1] ?? 0) - (starts[0] ?? 0), spans);
  const busy: Stretch[] = [];
  let first = 0;
  for (let i = 1; i <= count; i += 1) {
    if (i < count && (empty[i - 1] ?? 0) < cutFrom) continue;
    busy.push({ start: starts[first] ?? 0, end: ends[i - 1] ?? 0 });
    first = i;
  }
  return busy;
}

/**
 * The shortest empty time at which to cut. Of the empty times of one octave only the two shortest can be as long as all that is left: any
 * other leaves at least two of more than half its length.
 */
function cutLength(octaves: readonly Octave[], whole: number, events: number): number {
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
