import type { Columns, Dataset, Dating } from '../model/dataset.ts';
import { derived } from '../model/derived.ts';
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

/** The spans of a dataset as plain numbers. */
interface SpanTable {
  readonly starts: Float64Array<ArrayBuffer>;
  readonly ends: Float64Array<ArrayBuffer>;
  /** Positions in `PRECISIONS`. */
  readonly precisions: Uint8Array<ArrayBuffer>;
}

/** The distinct vague spans of a dataset, in the order in which they begin. */
export const spanTable = derived('vague spans', ({ columns: { earliestStart, latestEnd, dating }, dated }): SpanTable => {
  const byPrecision = PRECISIONS.map(() => new Set<number>());
  const byCode = dating.values.map(vagueOf);
  const [starts, ends, precisions]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < dated && starts.length <= MOST_SPANS; i += 1) {
    const precision = byCode[dating.codes[i] as number] as number;
    if (precision < 0) continue;
    const known = byPrecision[precision] as Set<number>;
    const start = earliestStart[i] as number;
    if (known.has(start)) continue;
    const end = latestEnd[i] as number;
    const length = end - start;
    const longest = LONGEST[PRECISIONS[precision] as Precision];
    if (!(length <= longest && length >= SINGLE * longest && length < Infinity)) continue;
    known.add(start);
    starts.push(start);
    ends.push(end);
    precisions.push(precision);
  }
  return starts.length > MOST_SPANS
    ? { starts: new Float64Array(), ends: new Float64Array(), precisions: new Uint8Array() }
    : { starts: Float64Array.from(starts), ends: Float64Array.from(ends), precisions: Uint8Array.from(precisions) };
});

/** The position of a precision that is vaguer than a day; −1 for another. */
function vagueOf(dating: Dating | undefined): number {
  const precision = dating === undefined ? -1 : PRECISIONS.indexOf(dating.precision);
  return precision > PRECISIONS.indexOf('day') ? precision : -1;
}

const known = new WeakMap<Columns, VagueSpans>();

/** The vague spans of a dataset; worked out at the first use. */
export function vagueSpans(dataset: Dataset): VagueSpans {
  const spans = known.get(dataset.columns) ?? spansOf(dataset);
  known.set(dataset.columns, spans);
  return spans;
}

function spansOf(dataset: Dataset): VagueSpans {
  const { earliestStart, latestEnd, dating } = dataset.columns;
  const { starts, ends, precisions } = spanTable(dataset);
  const byPrecision = PRECISIONS.map(() => new Map<number, number>());
  starts.forEach((start, span) => byPrecision[precisions[span] as number]?.set(start, span));
  const byCode = dating.values.map((value) => byPrecision[vagueOf(value)]);
  return {
    starts,
    ends,
    of: (i) => {
      const span = byCode[dating.codes[i] as number]?.get(earliestStart[i] as number) ?? -1;
      return span >= 0 && ends[span] === latestEnd[i] ? span : -1;
    },
  };
}

/** The dated rows that have a vague span, and the span of each. */
export interface VagueRows {
  readonly rows: Uint32Array;
  readonly spanOf: Uint16Array;
}

export const NO_VAGUE_ROWS: VagueRows = { rows: new Uint32Array(), spanOf: new Uint16Array() };

/** The rows of a dataset that have a vague span; gathered at the first use. */
export const vagueRows = derived('vague rows', (dataset: Dataset): VagueRows => {
  const spans = vagueSpans(dataset);
  const rows: number[] = [];
  const spanOf: number[] = [];
  for (let i = 0; i < dataset.dated; i += 1) {
    const span = spans.of(i);
    if (span < 0) continue;
    rows.push(i);
    spanOf.push(span);
  }
  return { rows: Uint32Array.from(rows), spanOf: Uint16Array.from(spanOf) };
});
