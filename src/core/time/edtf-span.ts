import { PRECISIONS, type EdtfPoint, type Mark, type Precision, type Qualifier } from './edtf-reading.ts';
import { instant, type Interval, type TimeSpan } from './instant.ts';

const UNQUALIFIED: Qualifier = { uncertain: false, approximate: false };

/** The qualifier that a run of marks amounts to. */
export function qualifierOf(marks: string): Qualifier {
  if (marks === '') return UNQUALIFIED;
  const both = marks.includes('%');
  return { uncertain: both || marks.includes('?'), approximate: both || marks.includes('~') };
}

/** The bounds of an event of which only an interval is known that it lies in. */
export const spanWithin = ({ start, end }: Interval): TimeSpan => ({
  earliestStart: start,
  latestStart: end,
  earliestEnd: start,
  latestEnd: end,
});

const PAST = instant(-Infinity);
const FUTURE = instant(Infinity);

/**
 * The bounds of what starts within one span and ends within another. An unknown end lies anywhere from the other end outwards.
 * Since nothing ends before it starts, each end also bounds the other.
 */
export function spanBetween(from: TimeSpan | 'open' | 'unknown', to: TimeSpan | 'open' | 'unknown'): TimeSpan {
  const earliestStart = typeof from === 'string' ? PAST : from.earliestStart;
  const latestEnd = typeof to === 'string' ? FUTURE : to.latestEnd;
  const latestStart = from === 'open' ? PAST : from === 'unknown' ? FUTURE : from.latestStart;
  const earliestEnd = to === 'open' ? FUTURE : to === 'unknown' ? PAST : to.earliestEnd;
  return {
    earliestStart,
    latestStart: latestStart < latestEnd ? latestStart : latestEnd,
    earliestEnd: earliestEnd > earliestStart ? earliestEnd : earliestStart,
    latestEnd,
  };
}

/** What a reading made of several dates takes from them: the coarsest precision, any qualifier, and whether its times are in true UTC. */
export function summaryOf(points: readonly EdtfPoint[]): {
  readonly precision: Precision;
  readonly qualifier: Qualifier;
  readonly zoned: boolean;
} {
  const coarsest = points.reduce((rank, point) => Math.max(rank, PRECISIONS.indexOf(point.precision)), -1);
  const times = points.filter((point) => point.kind === 'date-time');
  return {
    precision: PRECISIONS[coarsest] ?? 'deep',
    qualifier: {
      uncertain: points.some((point) => point.qualifier.uncertain),
      approximate: points.some((point) => point.qualifier.approximate),
    },
    zoned: times.length > 0 && times.every((point) => point.zoned),
  };
}

/** The mark as a parsed group of a pattern gives it. */
export const toMark = (group: string | undefined): Mark => (group ?? '') as Mark;
