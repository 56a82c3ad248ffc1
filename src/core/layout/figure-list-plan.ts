import type { Dataset } from '../model/dataset.ts';
import type { EventNumber, TimelineEvent } from '../model/event.ts';
import { eventAt, isDated, statusAt } from '../model/rows.ts';
import { wrap } from '../scene/fit-text.ts';
import type { Font } from '../scene/scene.ts';
import { DAY } from '../time/instant.ts';
import { headlineLines, type TextStyle } from './figure-text.ts';
import { listDates, metaOf } from './figure-words.ts';
import type { World } from './world.ts';

/** What a chronological list is set from. */
export interface ListOptions {
  readonly dataset: Dataset;
  /** Dated events in time order, then undated ones. */
  readonly order: readonly EventNumber[];
  /** What ties events to a map beside the list; empty when there is none. */
  readonly numbers: ReadonlyMap<EventNumber, number>;
  readonly width: number;
  /** Pixels that the list may take; `undefined` for as many as it needs. */
  readonly height: number | undefined;
  readonly world: World;
  /** The sentence for events that are not written out. */
  readonly more: (count: number) => string;
}

/** One event as it will be set: its lines, and the pixels that they take. */
export interface ListRow {
  readonly event: EventNumber;
  readonly subject: TimelineEvent;
  /** Empty when the row above says it already. */
  readonly date: string;
  readonly title: readonly string[];
  readonly meta: readonly string[];
  readonly height: number;
  /** Whether the line of the report's date runs above this row. */
  readonly afterReport: boolean;
}

/** A list in one size of type, its lines broken. Positions in pixels from the list's left edge. */
export interface ListPlan {
  readonly rows: readonly ListRow[];
  readonly title: TextStyle;
  readonly meta: TextStyle;
  readonly date: TextStyle;
  readonly number: Font;
  /** Of the signs. */
  readonly radius: number;
  readonly spineX: number;
  readonly textX: number;
  /** Right edge of the dates; `undefined` in a narrow list, where they stand above the titles. */
  readonly dateX: number | undefined;
  /** Right edge of the column of numbers: near the titles, so that the eye finds its way back. */
  readonly numberX: number;
  readonly leastGap: number;
  /** Extra height for the report's line. */
  readonly reportGap: number;
}

/** Pixels of the report's pill, whose type is of one size. */
export const PILL_HEIGHT = 18;

/** In a list narrower than this, a column of dates would leave no room for titles. */
const NARROW = 340;

/** Breaks the lines of all events in type of a size; 1 is the house's. */
export function planList({ dataset, order, numbers, width, world }: ListOptions, step: number): ListPlan {
  const { palette, measure } = world;
  const sized = (family: Font['family'], size: number, weight: Font['weight']): Font => ({ family, size: size * step, weight });
  const title: TextStyle = { font: sized('serif', 16, 600), leading: 20 * step, fill: palette.ink };
  const meta: TextStyle = { font: sized('sans', 12.25, 400), leading: 16 * step, fill: palette.second };
  const date: TextStyle = { font: sized('sans', 13, 600), leading: 20 * step, fill: palette.second };
  const dates = listDates(dataset, order, world);
  const radius = 7.5 * step;
  const dateX = width < NARROW ? undefined : Math.max(0, ...dates.map((text) => measure(text, date.font)));
  const spineX = (dateX === undefined ? 0 : dateX + 9 * step) + radius;
  const textX = spineX + radius + 12 * step;
  const numberWidth = numbers.size === 0 ? 0 : 24 * step;
  const report = reportPosition(dataset, order);
  const rows = order.map((event, position): ListRow => {
    const subject = eventAt(dataset, event);
    const own = dates[position] ?? '';
    const text = own === dates[position - 1] ? '' : own;
    const lines = headlineLines(subject.title, title.font, width - textX - numberWidth);
    const circumstances = wrap(metaOf(subject, world), meta.font, width - textX - numberWidth).map((line) => line.replace(/ ·$/, ''));
    const above = dateX === undefined && text !== '' ? date.leading : 0;
    const height = above + lines.length * title.leading + circumstances.length * meta.leading;
    return { event, subject, date: text, title: lines, meta: circumstances, height, afterReport: position === report };
  });
  const used = rows.flatMap((row) => [...row.title.map((line) => measure(line, title.font)), ...row.meta.map((line) => measure(line, meta.font))]);
  const numberX = Math.min(width, textX + Math.max(0, ...used) + numberWidth + 12 * step);
  const places = { radius, spineX, textX, dateX, numberX };
  return { rows, title, meta, date, number: sized('sans', 12, 700), ...places, leastGap: 4 * step, reportGap: PILL_HEIGHT };
}

/**
 * Before which position of the order the report was published: after the last event that it tells as past. Undefined when the story
 * has no report date, or when nothing stands on one side of it.
 */
function reportPosition(dataset: Dataset, order: readonly EventNumber[]): number | undefined {
  const { story, columns } = dataset;
  if (story.reportDate === undefined) return undefined;
  const dayAfter = story.reportDate.at + DAY;
  const isPast = (i: EventNumber): boolean => (columns.earliestStart[i] ?? NaN) < dayAfter && statusAt(dataset, i) !== 'planned';
  const position = order.findLastIndex(isPast) + 1;
  const dated = order.findLastIndex((i) => isDated(dataset, i)) + 1;
  return position === 0 || position >= dated ? undefined : position;
}

/** Pixels that rows take without the gaps between them. */
export const rowsHeight = ({ rows, reportGap }: ListPlan): number =>
  rows.reduce((sum, { height, afterReport }) => sum + height + (afterReport ? reportGap : 0), 0);

/** Pixels that a list takes at the least. */
export const leastHeight = (plan: ListPlan): number => rowsHeight(plan) + Math.max(0, plan.rows.length - 1) * plan.leastGap;
