import { growing } from '../../base/growing.ts';
import { valueAt } from '../../base/select.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { instantOf } from '../../time/calendar.ts';
import { dayText } from '../../time/edtf-of.ts';
import type { Afterthought } from './table-reading.ts';

const float64 = (length: number): Float64Array<ArrayBuffer> => new Float64Array(length);
const uint32 = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(length);

/** Fewest values among which one can lie apart. */
const FEWEST = 10;

/** Most of the values at one end, of a hundred, that can still lie apart. */
const SHARE = 0.01;

/**
 * How far beyond the others a year lies apart, in spans of nine tenths of them: the past is thinly filled far back, what is yet to come is
 * not.
 */
const [EARLIER, LATER] = [2, 0.2] as const;
/** The same in years, where all others lie close together. */
const [EARLIER_YEARS, LATER_YEARS] = [60, 20] as const;

/**
 * Days that programs count from, and write where there is no date: of Unix, of spreadsheets, of Windows and of .NET.
 * Sources: POSIX.1-2017, 4.16; ECMA-376 part 1, 18.17.4; https://learn.microsoft.com/windows/win32/sysinfo/file-times
 */
const ORIGINS: ReadonlyMap<number, string> = new Map(
  ([[1970, 1, 1], [1904, 1, 1], [1900, 1, 1], [1899, 12, 31], [1899, 12, 30], [1601, 1, 1], [1, 1, 1]] as const).map(([year, month, day]) =>
    [instantOf(year, month, day), dayText(year, month, day)]),
);

/** How many years such a day lies outside all other dates before it may stand for none, and the fewest others to judge by. */
const [BESIDE_YEARS, FEWEST_OTHERS] = [5, 3] as const;

/** Gathers years, and tells which lie far from all others. */
export interface YearWatch {
  /** `day` is the first moment of a date that is a day or exacter, in UTC milliseconds. */
  readonly add: (line: number, year: number, day: number | undefined) => void;
  readonly outliers: (column: string) => readonly Afterthought[];
}

/** Starts without a year. */
export function yearWatch(): YearWatch {
  const years = growing(float64);
  const lines = growing(uint32);
  const origins: StatedOrigin[] = [];
  let [first, last, others] = [Infinity, -Infinity, 0];
  return {
    add: (line, year, day) => {
      const origin = day === undefined ? undefined : ORIGINS.get(day);
      if (origin !== undefined) {
        origins.push({ line, year, day: origin });
        return;
      }
      years.push(year);
      lines.push(line);
      [first, last, others] = [Math.min(first, year), Math.max(last, year), others + 1];
    },
    outliers: (column) => {
      const [all, where] = [years.finish(), lines.finish()];
      const bounds = boundsOfMost(all);
      const told = others < FEWEST_OTHERS ? [] : originsBeside(origins, first, last, column);
      if (bounds === undefined) return told;
      for (const [position, year] of all.entries()) {
        if (year >= bounds.from && year <= bounds.to) continue;
        const parameters = { from: String(bounds.from), to: String(bounds.to) };
        told.push({ line: where[position] ?? 0, finding: { code: 'year-outlier', column, value: String(year), parameters } });
      }
      return told;
    },
  };
}

/** A row whose date is a day that programs count from. */
interface StatedOrigin {
  readonly line: number;
  readonly year: number;
  readonly day: string;
}

/** Those of them that lie outside all other dates. */
function originsBeside(origins: readonly StatedOrigin[], first: number, last: number, column: string): Afterthought[] {
  return origins
    .filter(({ year }) => year < first - BESIDE_YEARS || year > last + BESIDE_YEARS)
    .map(({ line, day }) => ({ line, finding: { code: 'date-origin', column, value: day } }));
}

/** The first and the last of the years but for those that a gap sets apart at either end. */
function boundsOfMost(years: Float64Array): { readonly from: number; readonly to: number } | undefined {
  if (years.length < FEWEST) return undefined;
  const sorted = years.slice().sort();
  const at = (position: number): number => sorted[position] as number;
  const last = sorted.length - 1;
  const spanWithout = (edge: number): number => at(last - edge) - at(edge);
  // A first year far before a few others is as good as they are: histories begin so.
  const [before, behind] = [spanWithout(Math.round(last * 0.05)), spanWithout(edgeOf(sorted.length))];
  const most = Math.max(1, Math.floor(sorted.length * SHARE));
  let [from, to] = [0, last];
  for (let k = 0; k < most; k += 1) {
    if (at(k + 1) - at(k) >= Math.max(EARLIER_YEARS, EARLIER * before)) from = k + 1;
    if (at(last - k) - at(last - k - 1) >= Math.max(LATER_YEARS, LATER * behind)) to = last - k - 1;
  }
  return { from: at(from), to: at(to) };
}

/** How many of some values lie in the outer twentieth at either end; two of few, of which one may lie apart. */
const edgeOf = (count: number): number => Math.max(Math.round((count - 1) * 0.05), Math.min(2, Math.floor(count / 4)));

/** Gathers positions, and tells which lie far from all others and among them the other way round. */
export interface PositionWatch {
  readonly add: (line: number, at: LngLat) => void;
  readonly swapped: (column: string) => readonly Afterthought[];
}

/**
 * How far beyond the middle nine tenths of the positions one lies far from them, in sizes of their box, and in degrees where they lie close
 * together.
 */
const [FAR, FAR_DEGREES] = [1, 5] as const;
/** Fewest positions among which one can lie the other way round. */
const FEWEST_POSITIONS = 5;
/** Degrees over which most positions may be strewn. */
const WIDEST = 60;
/** How far beyond it one still lies among them. */
const [AMONG, AMONG_DEGREES] = [0.25, 1] as const;

/** Starts without a position. */
export function positionWatch(): PositionWatch {
  const [lngs, lats] = [growing(float64), growing(float64)];
  const lines = growing(uint32);
  return {
    add: (line, [lng, lat]) => {
      lngs.push(lng);
      lats.push(lat);
      lines.push(line);
    },
    swapped: (column) => {
      const [lng, lat, where] = [lngs.finish(), lats.finish(), lines.finish()];
      if (lng.length < FEWEST_POSITIONS) return [];
      const [wide, high] = [middleOf(lng), middleOf(lat)];
      // Where they are strewn over half the world, a position lies among others either way round.
      if (wide.to - wide.from > WIDEST || high.to - high.from > WIDEST) return [];
      const told: Afterthought[] = [];
      for (let p = 0; p < lng.length; p += 1) {
        const [x, y] = [lng[p] as number, lat[p] as number];
        const isFar = !within(x, wide, FAR, FAR_DEGREES) || !within(y, high, FAR, FAR_DEGREES);
        if (isFar && within(y, wide, AMONG, AMONG_DEGREES) && within(x, high, AMONG, AMONG_DEGREES)) {
          told.push({ line: where[p] as number, finding: { code: 'coordinates-swapped', column, value: `${y}, ${x}` } });
        }
      }
      return told;
    },
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the middle nine tenths of some values lie. */
function middleOf(values: Float64Array): Stretch {
  const edge = edgeOf(values.length);
  return { from: valueAt(values, edge), to: valueAt(values, values.length - 1 - edge) };
}

function within(value: number, { from, to }: Stretch, share: number, least: number): boolean {
  const margin = Math.max(share * (to - from), least);
  return value >= from - margin && value <= to + margin;
}
