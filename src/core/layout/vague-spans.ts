import type { Columns, Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { PRECISIONS, type Precision } from '../time/edtf.ts';
import { DAY, HOUR, MINUTE, SECOND, YEAR } from '../time/instant.ts';

/** How long a date of each precision takes at most, in milliseconds. */
export const LONGEST: Readonly<Record<Precision, number>> = {
  millisecond: 1,
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  month: 31 * DAY,
  season: 92 * DAY,
  year: 366 * DAY,
  decade: 10 * YEAR,
  century: 100 * YEAR,
  millennium: 1000 * YEAR,
  'ten-millennia': 10_000 * YEAR,
  'hundred-millennia': 100_000 * YEAR,
  'million-years': 1e6 * YEAR,
  deep: Infinity,
};

/**
 * The stretches of time in which events began that are known less exactly than to the day. Few are distinct, as dates are told by the
 * calendar: all that is known of a February shares one.
 */
export interface VagueSpans {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The span of a dated row, −1 for one whose day is known. */
  readonly of: (i: EventNumber) => number;
}

/**
 * A single date takes at least this share of the longest of its precision: a February is shorter than a May. What is longer or shorter
 * goes from one date to another, and counts where it starts.
 */
const SINGLE = 0.9;

/** Of more distinct spans than this none is kept: the events count where they may have begun first. */
const MOST_SPANS = 4096;

const known = new WeakMap<Columns, VagueSpans>();

/** The vague spans of a dataset; worked out at the first use. */
export function vagueSpans(dataset: Dataset): VagueSpans {
  const spans = known.get(dataset.columns) ?? makeSpans(dataset);
  known.set(dataset.columns, spans);
  return spans;
}

const NONE: VagueSpans = { starts: new Float64Array(), ends: new Float64Array(), of: () => -1 };

function makeSpans({ columns: { earliestStart, latestEnd, dating }, dated }: Dataset): VagueSpans {
  // By code of the dating: the spans of that precision, by their start.
  const byPrecision = new Map<Precision, Map<number, number>>();
  const byCode = dating.values.map((value) => {
    if (value === undefined || PRECISIONS.indexOf(value.precision) <= PRECISIONS.indexOf('day')) return undefined;
    const spans = byPrecision.get(value.precision) ?? new Map<number, number>();
    byPrecision.set(value.precision, spans);
    return { spans, longest: LONGEST[value.precision] };
  });
  const [starts, ends]: [number[], number[]] = [[], []];
  for (let i = 0; i < dated; i += 1) {
    const vague = byCode[dating.codes[i] as number];
    const start = earliestStart[i] as number;
    if (vague === undefined || vague.spans.has(start)) continue;
    const end = latestEnd[i] as number;
    const length = end - start;
    if (!(length <= vague.longest && length >= SINGLE * vague.longest && length < Infinity)) continue;
    if (starts.length === MOST_SPANS) return NONE;
    vague.spans.set(start, starts.length);
    starts.push(start);
    ends.push(end);
  }
  return {
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    of: (i) => {
      const vague = byCode[dating.codes[i] as number];
      if (vague === undefined) return -1;
      const span = vague.spans.get(earliestStart[i] as number) ?? -1;
      return span >= 0 && ends[span] === latestEnd[i] ? span : -1;
    },
  };
}
