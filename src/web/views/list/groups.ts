import { bisectLeft, bisectRight } from '../../../core/base/bisect.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { passesIn, type Visible } from '../../../core/query/visible.ts';
import { floorTo, offsetBy } from '../../../core/time/calendar.ts';
import { instant, type Instant, type Interval } from '../../../core/time/instant.ts';

/** The units that a list is cut into, finest first. */
export const GROUP_UNITS = ['hour', 'day', 'month', 'year'] as const;
export type GroupUnit = (typeof GROUP_UNITS)[number];

/** Events under one heading. */
export interface EventGroup {
  /** Stands for the group when the list is drawn again. */
  readonly key: string;
  /** What the heading names: a whole unit, or the span of a date less precise than that. Its ends may be infinite. */
  readonly interval: Interval;
  /** The unit that the interval is; `undefined` for any other stretch. */
  readonly unit: GroupUnit | undefined;
  /** Whether dates of different ends stand under the heading, so that each says its own. */
  readonly isMixed: boolean;
  readonly count: number;
  /** The `k`th event of the group, from 0. */
  readonly rowAt: (k: number) => EventNumber;
}

/** The groups of the events that begin within one unit. */
export interface Section {
  /** Position in the list of the first event of the section. */
  readonly first: number;
  readonly count: number;
  readonly groups: readonly EventGroup[];
}

/** From this many events on, those of a section whose dates reach beyond its unit share a heading. */
const BUSY = 24;

/** From this many events on, a section is not cut at all. */
const HUGE = 20_000;

/** Cuts the dated events that pass into sections and groups, one section at a time. `row` is the row of a dated event. */
export function sectionAround(visible: Visible, unit: GroupUnit, row: EventNumber): Section {
  const { dataset } = visible;
  const starts = dataset.columns.earliestStart.subarray(0, dataset.dated);
  const start = instant(starts[row] ?? NaN);
  const interval = unitAround(start, unit);
  const from = bisectLeft(starts, interval?.start ?? start);
  const until = interval === undefined ? bisectRight(starts, start) : bisectLeft(starts, interval.end);
  const first = visible.rankOf(from);
  const count = visible.rankOf(until) - first;
  const key = `${unit} ${interval?.start ?? start}`;
  if (count >= HUGE) {
    const rowAt = (k: number): EventNumber => visible.nth(first + k) ?? from;
    return { first, count, groups: [{ ...uncutHeading(dataset, { key, interval: interval ?? beginningAt(start), unit: interval && unit }, count, rowAt), count, rowAt }] };
  }
  const shared: Heading = { key: `${key} on`, interval: beginningAt(interval?.start ?? start), unit: undefined, isMixed: true };
  const groups = new Map<string, { readonly heading: Heading; readonly rows: EventNumber[] }>();
  for (const i of rowsBetween(visible, from, until, count)) {
    const exact = headingOf(dataset, i, unit);
    const heading = exact.unit === undefined && count >= BUSY ? shared : exact;
    const known = groups.get(heading.key);
    if (known === undefined) groups.set(heading.key, { heading, rows: [i] });
    else known.rows.push(i);
  }
  return { first, count, groups: [...groups.values()].map(({ heading, rows }) => groupOf(heading, rows)) };
}

type Heading = Pick<EventGroup, 'key' | 'interval' | 'unit' | 'isMixed'>;

/** How many events tell what stands over a section that is not cut. */
const ASKED = 64;

/** The heading over a section that is not cut: its unit, a longer one that its dates are all of, or all that begins with it. */
function uncutHeading(dataset: Dataset, { key, interval, unit }: Pick<EventGroup, 'key' | 'interval' | 'unit'>, count: number, rowAt: EventGroup['rowAt']): Heading {
  const ofUnit: Heading = { key, interval, unit, isMixed: true };
  if (unit === undefined) return ofUnit;
  const asked = Array.from({ length: ASKED }, (_, k) => headingOf(dataset, rowAt(Math.floor((k * count) / ASKED)), unit));
  if (asked.every((heading) => heading.unit === unit)) return ofUnit;
  const [first] = asked;
  const isShared = first?.unit !== undefined && asked.every((heading) => heading.key === first.key);
  return isShared ? { ...first, isMixed: true } : { ...ofUnit, interval: beginningAt(interval.start), unit: undefined };
}

const groupOf = (heading: Heading, rows: readonly EventNumber[]): EventGroup => ({ ...heading, count: rows.length, rowAt: (k) => rows[k] ?? -1 });

/** All that begins at an instant, whenever it ends. */
const beginningAt = (start: Instant): Interval => ({ start, end: instant(Infinity) });

/** The rows from `from` to before `until` that pass; `count` is how many those are. */
function rowsBetween(visible: Visible, from: EventNumber, until: EventNumber, count: number): readonly EventNumber[] {
  const rows: EventNumber[] = [];
  // Where nearly all are hidden, each of the others is sought by itself.
  if (until - from > 64 * count) {
    const first = visible.rankOf(from);
    for (let k = 0; k < count; k += 1) rows.push(visible.nth(first + k) ?? from);
  } else {
    for (let i = from; i < until; i += 1) if (passesIn(visible, i)) rows.push(i);
  }
  return rows;
}

function headingOf(dataset: Dataset, i: EventNumber, unit: GroupUnit): Heading {
  const { earliestStart, latestEnd } = dataset.columns;
  const start = instant(earliestStart[i] ?? NaN);
  const end = instant(latestEnd[i] ?? NaN);
  for (const wider of GROUP_UNITS.slice(GROUP_UNITS.indexOf(unit))) {
    const interval = unitAround(start, wider);
    if (interval !== undefined && end <= interval.end && (wider === unit || (start === interval.start && end === interval.end))) {
      return { key: `${wider} ${interval.start}`, interval, unit: wider, isMixed: false };
    }
  }
  return { key: `${start} ${end}`, interval: { start, end }, unit: undefined, isMixed: false };
}

/** The whole unit around an instant; `undefined` where there is none, or where instants lie too far apart to tell its ends. */
function unitAround(at: Instant, unit: GroupUnit): Interval | undefined {
  if (!Number.isFinite(at)) return undefined;
  const start = floorTo(unit, 1, at);
  const end = offsetBy(unit, 1, start);
  return start <= at && at < end ? { start, end } : undefined;
}

/** Below this many events a list is cut by days even when most headings stand over one event alone; so are days of so few by hours. */
const FEW = 40;

/** Events under a heading, on average, that a unit must bring to be worth its headings. */
const WORTH = 2;

/** Up to this many events, the headings of a list are counted one by one. */
const COUNTED = 2_500;

/** How many neighbours are looked at to tell how many units the events of a longer list begin in. */
const SAMPLES = 256;

/**
 * The unit to cut a list of dated events by: the finest one whose headings stand over two events or more on average; days for a short
 * list, and hours only where days would be long. In a long list those that stand for whole units are counted, in a sample of it.
 */
export function groupUnitFor(visible: Visible): GroupUnit {
  if (visible.datedCount <= FEW) return 'day';
  const countUnits = visible.datedCount <= COUNTED ? countedUnits : estimatedUnits;
  const isWorth = (unit: GroupUnit): boolean => visible.datedCount >= WORTH * countUnits(visible, unit);
  const unit = (['day', 'month', 'year'] as const).find(isWorth) ?? 'year';
  if (unit !== 'day') return unit;
  const [days, hours] = [countUnits(visible, 'day'), countUnits(visible, 'hour')];
  return visible.datedCount > FEW * days && hours > days && visible.datedCount >= WORTH * hours ? 'hour' : 'day';
}

function countedUnits(visible: Visible, unit: GroupUnit): number {
  const { dataset } = visible;
  return new Set(rowsBetween(visible, 0, dataset.dated, visible.datedCount).map((i) => headingOf(dataset, i, unit).key)).size;
}

function estimatedUnits({ dataset, datedCount, nth }: Visible, unit: GroupUnit): number {
  const unitOf = (k: number): number | undefined => unitAround(instant(dataset.columns.earliestStart[nth(k) ?? 0] ?? NaN), unit)?.start;
  let breaks = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const k = Math.floor((sample * (datedCount - 1)) / SAMPLES);
    if (unitOf(k) !== unitOf(k + 1)) breaks += 1;
  }
  return 1 + (breaks * (datedCount - 1)) / SAMPLES;
}
