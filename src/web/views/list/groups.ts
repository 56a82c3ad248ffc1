import type { Dataset } from '../../../core/model/dataset.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { floorTo, offsetBy } from '../../../core/time/calendar.ts';
import { instant, type Interval } from '../../../core/time/instant.ts';

/** The units that a list is cut into, finest first. */
export const GROUP_UNITS = ['day', 'month', 'year'] as const;
export type GroupUnit = (typeof GROUP_UNITS)[number];

/** Events under one heading. */
export interface EventGroup {
  /** Stands for the group when the list is drawn again. */
  readonly key: string;
  /** What the heading names: a whole unit, or the span of a date less precise than that. Its ends may be infinite. */
  readonly interval: Interval;
  /** The unit that the interval is; `undefined` for any other stretch. */
  readonly unit: GroupUnit | undefined;
  readonly events: readonly EventNumber[];
}

/** Below this many events a list is cut by days even when most headings stand over one event alone. */
const FEW = 40;

/** Events under a heading, on average, that a unit must bring to be worth its headings. */
const WORTH = 2;

/**
 * The unit to cut dated events by: the finest one whose headings stand over two events or more on average; days for a short list.
 * `numbers` are in time order.
 */
export function groupUnitFor(dataset: Dataset, numbers: readonly EventNumber[]): GroupUnit {
  if (numbers.length <= FEW) return 'day';
  return GROUP_UNITS.find((unit) => numbers.length >= WORTH * countUnits(dataset, numbers, unit)) ?? 'year';
}

function countUnits(dataset: Dataset, numbers: readonly EventNumber[], unit: GroupUnit): number {
  return new Set(numbers.map((i) => headingOf(dataset, i, unit).key)).size;
}

/** Dated events under headings, in time order. An event whose date is less precise than the unit stands under a heading of its own span. */
export function groupEvents(dataset: Dataset, numbers: readonly EventNumber[], unit: GroupUnit): readonly EventGroup[] {
  const groups = new Map<string, Omit<EventGroup, 'events'> & { readonly events: EventNumber[] }>();
  for (const i of numbers) {
    const heading = headingOf(dataset, i, unit);
    const known = groups.get(heading.key);
    if (known === undefined) groups.set(heading.key, { ...heading, events: [i] });
    else known.events.push(i);
  }
  return [...groups.values()];
}

function headingOf(dataset: Dataset, i: EventNumber, unit: GroupUnit): Omit<EventGroup, 'events'> {
  const { earliestStart, latestEnd } = dataset.columns;
  const start = instant(earliestStart[i] ?? NaN);
  const end = instant(latestEnd[i] ?? NaN);
  for (const wider of GROUP_UNITS.slice(GROUP_UNITS.indexOf(unit))) {
    const interval = unitAround(start, wider);
    if (interval !== undefined && end <= interval.end && (wider === unit || (start === interval.start && end === interval.end))) {
      return { key: `${wider} ${interval.start}`, interval, unit: wider };
    }
  }
  return { key: `${start} ${end}`, interval: { start, end }, unit: undefined };
}

function unitAround(at: Interval['start'], unit: GroupUnit): Interval | undefined {
  if (!Number.isFinite(at)) return undefined;
  const start = floorTo(unit, 1, at);
  return { start, end: offsetBy(unit, 1, start) };
}
