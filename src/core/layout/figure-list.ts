import { figureMessagesOf } from '../i18n/figure-messages.ts';
import { categoryAt, isDated } from '../model/rows.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Font, Mark } from '../scene/scene.ts';
import { leastHeight, PILL_HEIGHT, planList, rowsHeight, type ListOptions, type ListPlan, type ListRow } from './figure-list-plan.ts';
import { layoutLines, type TextStyle } from './figure-text.ts';
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

/** Sizes of type that a list is tried in, largest first. */
const STEPS = [1.06, 1, 0.94, 0.88, 0.82] as const;
const LEAST_STEP = 0.82;
/** A larger size is given up for a smaller one when it breaks more than this share of the titles. */
const MOST_BROKEN = 0.3;
const MORE_HEIGHT = 26;

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

/** Says that there is nothing to list. */
export function emptyList({ width, world }: ListOptions): ListLayout {
  const style: TextStyle = { font: { family: 'sans', size: 13, weight: 400 }, leading: 20, fill: world.palette.third };
  return { marks: layoutLines([figureMessagesOf(world.messages).noEvents], style, { x: 0, y: 0, role: 'empty' }), height: style.leading, width, listed: 0 };
}

/** How many rows fit into a height at the least gap; never none. */
function countFitting(plan: ListPlan, height: number): number {
  const counts = plan.rows.map((_, position) => position + 1);
  return counts.findLast((count) => leastHeight({ ...plan, rows: plan.rows.slice(0, count) }) <= height) ?? 1;
}

const NATURAL_GAP = 13;
const MOST_GAP = 26;

function gapOf(plan: ListPlan, height: number | undefined): number {
  if (height === undefined) return NATURAL_GAP;
  return Math.max(plan.leastGap, Math.min(MOST_GAP, (height - rowsHeight(plan)) / Math.max(1, plan.rows.length - 1)));
}

/** Places the rows; `left` is how many events are not among them. */
function setList(options: ListOptions, plan: ListPlan, left: number): ListLayout {
  const { height, world, dataset } = options;
  const moreHeight = left > 0 ? MORE_HEIGHT : 0;
  const gap = gapOf(plan, height === undefined ? undefined : height - moreHeight);
  const lines: Mark[] = [];
  const texts: Mark[] = [];
  const signs: number[] = [];
  let y = 0;
  let bottom = 0;
  for (const row of plan.rows) {
    if (row.afterReport) {
      lines.push(...reportLine(y - gap / 2 + plan.reportGap / 2, options));
      y += plan.reportGap;
    }
    texts.push(...rowMarks(row, plan, y, options));
    if (isDated(dataset, row.event)) {
      signs.push(y + plan.title.leading / 2);
      bottom = y + row.height;
    }
    y += row.height + gap;
  }
  y -= gap;
  const more = left === 0 ? [] : layoutLines([options.more(left)], italic(plan.meta), { x: plan.textX, y: y + 8, role: 'more' });
  return { marks: [...spineMarks(signs[0], bottom, plan, world), ...lines, ...texts, ...more], height: y + moreHeight, width: plan.numberX, listed: plan.rows.length };
}

const italic = (style: TextStyle): TextStyle => ({ ...style, font: { ...style.font, italic: true } });

/** From a little above the first sign to the end of the last dated row. */
function spineMarks(first: number | undefined, bottom: number, { spineX }: ListPlan, { palette }: World): readonly Mark[] {
  if (first === undefined) return [];
  return [{ kind: 'line', role: 'spine', x1: spineX, y1: Math.max(0, first - 14), x2: spineX, y2: bottom, stroke: { colour: palette.third, width: 1 } }];
}

function rowMarks({ event, subject, ...row }: ListRow, plan: ListPlan, y: number, { dataset, numbers, world }: ListOptions): readonly Mark[] {
  const { title, meta, date, dateX, textX, spineX, radius, numberX } = plan;
  const colour = categoryColour(world.palette, categoryAt(dataset, event));
  const signY = y + title.leading / 2;
  const titleY = y + (dateX === undefined && row.date !== '' ? date.leading : 0);
  const number = numbers.get(event);
  const dateText = row.date === '' ? [] : [row.date];
  return [
    { kind: 'symbol', symbol: subject.status, x: spineX, y: signY, radius, colour, ground: world.palette.paper, event },
    ...layoutLines(dateText, date, { x: dateX ?? textX, y, anchor: dateX === undefined ? 'start' : 'end', role: 'date', event }),
    ...layoutLines(row.title, title, { x: textX, y: titleY, role: 'title', event }),
    ...layoutLines(row.meta, meta, { x: textX, y: titleY + row.title.length * title.leading, role: 'meta', event }),
    ...(number === undefined
      ? []
      : layoutLines([world.formats.number(number)], { font: plan.number, leading: title.leading, fill: colour }, { x: numberX, y: titleY, anchor: 'end', role: 'number', event })),
  ];
}

const PILL: Font = { family: 'sans', size: 10.5, weight: 500 };

/** The hairline between what the report tells and what it expects, with its pill at the end. */
function reportLine(y: number, { width, world }: ListOptions): readonly Mark[] {
  const { palette, messages, measure } = world;
  const text = figureMessagesOf(messages).reportPublished;
  const pillWidth = measure(text, PILL) + 26;
  return [
    { kind: 'line', role: 'report', x1: 0, y1: y, x2: width - pillWidth, y2: y, stroke: { colour: palette.ink, width: 1.25 } },
    { kind: 'rect', x: width - pillWidth, y: y - PILL_HEIGHT / 2, width: pillWidth, height: PILL_HEIGHT, radius: PILL_HEIGHT / 2, fill: palette.ink },
    { kind: 'text', role: 'report', x: width - pillWidth / 2, y: y + 3.7, text, font: PILL, fill: palette.paper, anchor: 'middle' },
  ];
}
