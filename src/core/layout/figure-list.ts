import type { Dataset } from '../model/dataset.ts';
import type { EventNumber, TimelineEvent } from '../model/event.ts';
import { categoryColour } from '../scene/palette.ts';
import { wrap } from '../scene/fit-text.ts';
import type { Font, Mark } from '../scene/scene.ts';
import { DAY } from '../time/instant.ts';
import { listDates, metaOf } from './figure-words.ts';
import { headlineLines, layoutLines, type TextStyle } from './figure-text.ts';
import type { World } from './world.ts';

/** A chronological list: a spine with a sign for each event, its date before it, its title and circumstances after it. */
export interface ListLayout {
  readonly marks: readonly Mark[];
  readonly height: number;
  /** Pixels that its lines take across; the report's line alone uses all the room. */
  readonly width: number;
  /** How many of the events are written out; the list says how many are not. */
  readonly listed: number;
}

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

/** Sizes of type that a list is tried in, largest first. */
const STEPS = [1.06, 1, 0.94, 0.88, 0.82] as const;
const LEAST_STEP = 0.82;
/** A larger size is given up for a smaller one when it breaks more than this share of the titles. */
const MOST_BROKEN = 0.3;

/**
 * Sets the list as large as its height allows and most titles stay on one line, spreads it over the height, and says how many events
 * it has no room for.
 */
export function layoutEventList(options: ListOptions): ListLayout {
  const { height, order } = options;
  if (order.length === 0) return emptyList(options);
  const plans = (height === undefined ? [1] : STEPS).map((step) => planList(options, step));
  const fitting = plans.filter((plan) => height === undefined || leastHeight(plan) <= height);
  const plan = fitting.find(({ rows }) => rows.filter(({ title }) => title.length > 1).length <= MOST_BROKEN * rows.length) ?? fitting[0];
  if (plan !== undefined) return setList(options, plan, 0);
  const least = planList(options, LEAST_STEP);
  const listed = countFitting(least, (height ?? 0) - MORE_HEIGHT);
  return setList(options, { ...least, rows: least.rows.slice(0, listed) }, order.length - listed);
}

function emptyList({ width, world }: ListOptions): ListLayout {
  const style: TextStyle = { font: { family: 'sans', size: 13, weight: 400 }, leading: 20, fill: world.palette.third };
  return { marks: layoutLines([world.messages.export.figure.noEvents], style, { x: 0, y: 0, role: 'empty' }), height: style.leading, width, listed: 0 };
}

/** One event as it will be set. */
interface Row {
  readonly event: EventNumber;
  readonly subject: TimelineEvent;
  readonly date: string;
  readonly title: readonly string[];
  readonly meta: readonly string[];
  readonly height: number;
  /** Whether the line of the report's date runs above this row. */
  readonly afterReport: boolean;
}

interface ListPlan {
  readonly rows: readonly Row[];
  readonly title: TextStyle;
  readonly meta: TextStyle;
  readonly date: TextStyle;
  readonly number: Font;
  readonly radius: number;
  readonly spineX: number;
  readonly textX: number;
  /** Right edge of the column of numbers: near the titles, so that the eye finds its way back. */
  readonly numberX: number;
  readonly leastGap: number;
  /** Extra height for the report's line. */
  readonly reportGap: number;
}

const MORE_HEIGHT = 26;
const PILL: Font = { family: 'sans', size: 10.5, weight: 500 };

function planList({ dataset, order, numbers, width, world }: ListOptions, step: number): ListPlan {
  const { palette, measure } = world;
  const sized = (family: Font['family'], size: number, weight: Font['weight']): Font => ({ family, size: size * step, weight });
  const title: TextStyle = { font: sized('serif', 16, 600), leading: 20 * step, fill: palette.ink };
  const meta: TextStyle = { font: sized('sans', 12.25, 400), leading: 16 * step, fill: palette.second };
  const date: TextStyle = { font: sized('sans', 13, 600), leading: 20 * step, fill: palette.second };
  const number = sized('sans', 12, 700);
  const dates = listDates(dataset, order, world);
  const dateWidth = Math.max(0, ...dates.map((text) => measure(text, date.font)));
  const radius = 7.5 * step;
  const spineX = dateWidth + 9 * step + radius;
  const textX = spineX + radius + 12 * step;
  const numberWidth = numbers.size === 0 ? 0 : 24 * step;
  const textWidth = width - textX - numberWidth;
  const report = reportPosition(dataset, order);
  const rows = order.flatMap((event, position): readonly Row[] => {
    const subject = dataset.events[event];
    if (subject === undefined) return [];
    const titleLines = headlineLines(subject.title, title.font, textWidth);
    const metaLines = wrap(metaOf(subject, world), meta.font, textWidth).map((line) => line.replace(/ ·$/, ''));
    const text = dates[position] ?? '';
    const height = titleLines.length * title.leading + metaLines.length * meta.leading;
    const row = { event, subject, date: text === dates[position - 1] ? '' : text, title: titleLines, meta: metaLines, height };
    return [{ ...row, afterReport: position === report }];
  });
  const used = rows.flatMap((row) => [...row.title.map((line) => measure(line, title.font)), ...row.meta.map((line) => measure(line, meta.font))]);
  const numberX = Math.min(width, textX + Math.max(0, ...used) + numberWidth + 12 * step);
  return { rows, title, meta, date, number, radius, spineX, textX, numberX, leastGap: 4 * step, reportGap: 12 * step };
}

/**
 * Before which position of the order the report was published: after the last event that it tells as past. Undefined when the story
 * has no report date, or when nothing stands on one side of it.
 */
function reportPosition({ story, columns, events }: Dataset, order: readonly EventNumber[]): number | undefined {
  if (story.reportDate === undefined) return undefined;
  const dayAfter = story.reportDate.at + DAY;
  const isPast = (i: EventNumber): boolean => (columns.earliestStart[i] ?? NaN) < dayAfter && events[i]?.status !== 'planned';
  const position = order.findLastIndex(isPast) + 1;
  const dated = order.findLastIndex((i) => !Number.isNaN(columns.earliestStart[i] ?? NaN)) + 1;
  return position === 0 || position >= dated ? undefined : position;
}

const heightOf = ({ rows, reportGap }: ListPlan): number =>
  rows.reduce((sum, { height, afterReport }) => sum + height + (afterReport ? reportGap : 0), 0);

const leastHeight = (plan: ListPlan): number => heightOf(plan) + Math.max(0, plan.rows.length - 1) * plan.leastGap;

/** How many rows fit into a height at the least gap; never none. */
function countFitting(plan: ListPlan, height: number): number {
  const counts = plan.rows.map((_, position) => position + 1);
  return counts.findLast((count) => leastHeight({ ...plan, rows: plan.rows.slice(0, count) }) <= height) ?? 1;
}

const MOST_GAP = 26;
const NATURAL_GAP = 13;

function setList(options: ListOptions, plan: ListPlan, left: number): ListLayout {
  const { width, height, world, numbers, dataset } = options;
  const { palette } = world;
  const { rows, spineX } = plan;
  const room = height === undefined ? undefined : height - heightOf(plan) - (left > 0 ? MORE_HEIGHT : 0);
  const gap = room === undefined ? NATURAL_GAP : Math.max(plan.leastGap, Math.min(MOST_GAP, room / Math.max(1, rows.length - 1)));
  const marks: Mark[] = [];
  const signs: Mark[] = [];
  let y = 0;
  let datedEnd = 0;
  let firstSign: number | undefined;
  for (const row of rows) {
    if (row.afterReport) {
      marks.push(...reportLine(y - gap / 2 + plan.reportGap / 2, width, world));
      y += plan.reportGap;
    }
    const signY = y + plan.title.leading / 2;
    const colour = categoryColour(palette, dataset.columns.category[row.event] ?? 255);
    if (!Number.isNaN(dataset.columns.earliestStart[row.event] ?? NaN)) {
      firstSign ??= signY;
      datedEnd = y + row.height;
    }
    signs.push({ kind: 'symbol', symbol: row.subject.status, x: spineX, y: signY, radius: plan.radius, colour, ground: palette.paper, event: row.event });
    signs.push(...rowText(row, plan, y));
    const number = numbers.get(row.event);
    if (number !== undefined) {
      signs.push({
        kind: 'text',
        role: 'number',
        x: plan.numberX,
        y: signY + plan.number.size * 0.36,
        text: world.formats.number(number),
        font: plan.number,
        fill: colour,
        anchor: 'end',
        event: row.event,
      });
    }
    y += row.height + gap;
  }
  y -= rows.length === 0 ? 0 : gap;
  const spine: readonly Mark[] =
    firstSign === undefined
      ? []
      : [{ kind: 'line', role: 'spine', x1: spineX, y1: Math.max(0, firstSign - 14), x2: spineX, y2: datedEnd, stroke: { colour: palette.third, width: 1 } }];
  const more: readonly Mark[] =
    left === 0
      ? []
      : layoutLines([options.more(left)], { ...plan.meta, font: { ...plan.meta.font, italic: true } }, { x: plan.textX, y: y + 8, role: 'more' });
  return { marks: [...spine, ...marks, ...signs, ...more], height: y + (left > 0 ? MORE_HEIGHT : 0), width: plan.numberX, listed: rows.length };
}

function rowText(row: Row, plan: ListPlan, y: number): readonly Mark[] {
  const { title, meta, date, textX, spineX, radius } = plan;
  return [
    ...(row.date === '' ? [] : layoutLines([row.date], date, { x: spineX - radius - 9, y, anchor: 'end', role: 'date', event: row.event })),
    ...layoutLines(row.title, title, { x: textX, y, role: 'title', event: row.event }),
    ...layoutLines(row.meta, meta, { x: textX, y: y + row.title.length * title.leading, role: 'meta', event: row.event }),
  ];
}

/** The hairline between what the report tells and what it expects, with its pill at the end. */
function reportLine(y: number, width: number, { palette, messages, measure }: World): readonly Mark[] {
  const text = messages.export.figure.reportPublished;
  const pillWidth = measure(text, PILL) + 26;
  return [
    { kind: 'line', role: 'report', x1: 0, y1: y, x2: width - pillWidth, y2: y, stroke: { colour: palette.ink, width: 1.25 } },
    { kind: 'rect', x: width - pillWidth, y: y - 9, width: pillWidth, height: 18, radius: 9, fill: palette.ink },
    { kind: 'text', role: 'report', x: width - pillWidth / 2, y: y + 3.7, text, font: PILL, fill: palette.paper, anchor: 'middle' },
  ];
}
