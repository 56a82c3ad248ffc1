import { figureMessagesOf } from '../i18n/figure-messages.ts';
import { categoryAt } from '../model/rows.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark } from '../scene/scene.ts';
import { emptyList } from './figure-list.ts';
import type { ListOptions } from './figure-list-plan.ts';
import { FIGURE_LIMITS } from './figure-size.ts';
import { planTable, type TablePlan, type TableRow } from './figure-table-plan.ts';
import { layoutLines, type TextStyle } from './figure-text.ts';

/** A table as marks from (0, 0), its height in pixels, and how many events are rows of it. */
export interface TableLayout {
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly listed: number;
}

/** Side by side, as columns of a newspaper: the pages of a table. */
const LEAST_PAGE = 300;
const PAGE_GAP = 44;
const MOST_PAGES = 6;
/** A table of its own height begins another page after so many rows. */
const NATURAL_ROWS = 40;
const HEAD_HEIGHT = 24;
const LEAST_ROW = 18;
const MORE_HEIGHT = 24;
/** Above and below the words of a row. */
const PADDING = { least: 3, natural: 5, most: 11 } as const;

/** The events as a table: date, title, place, status, source; in as few pages side by side as hold all of them, or else as many events as go in. */
export function layoutEventTable(options: ListOptions): TableLayout {
  const { order, width } = options;
  if (order.length === 0) return emptyList(options);
  const height = options.height ?? Infinity;
  const most = Math.max(1, Math.min(MOST_PAGES, Math.floor((width + PAGE_GAP) / (LEAST_PAGE + PAGE_GAP))));
  const first = options.height === undefined ? Math.min(most, Math.ceil(order.length / NATURAL_ROWS)) : 1;
  const tries: Pages[] = [];
  for (let count = first; count <= most; count += 1) {
    const pages = fillPages(options, count, Math.min(height, FIGURE_LIMITS.most - HEAD_HEIGHT));
    if (pages.listed === order.length) return setPages(options, pages);
    tries.push(pages);
  }
  const fullest = tries.reduce((best, pages) => (pages.listed > best.listed ? pages : best));
  return setPages(options, fullest);
}

/** A table cut into pages, each with rows of its own. */
interface Pages {
  readonly plan: TablePlan;
  readonly width: number;
  readonly pages: readonly (readonly TableRow[])[];
  readonly listed: number;
}

/** As many events as so many pages of a height hold, spread evenly when they hold all. */
function fillPages(options: ListOptions, count: number, height: number): Pages {
  const { order, width } = options;
  const pageWidth = (width - (count - 1) * PAGE_GAP) / count;
  const capacity = Math.floor((count * (height - HEAD_HEIGHT)) / (LEAST_ROW + 2 * PADDING.least));
  const plan = planTable(order.slice(0, Math.max(count, capacity)), pageWidth, options);
  const whole = cut(plan.rows, count, height - HEAD_HEIGHT);
  if (whole !== undefined && plan.rows.length === order.length) {
    const even = evenHeight(plan.rows, count, height - HEAD_HEIGHT);
    return { plan, width: pageWidth, pages: cut(plan.rows, count, even) ?? whole, listed: order.length };
  }
  const pages = cutFull(plan.rows, count, height - HEAD_HEIGHT);
  return { plan, width: pageWidth, pages, listed: pages.flat().length };
}

const rowHeight = ({ height }: TableRow): number => height + 2 * PADDING.least;

/** All rows on so many pages of a height; `undefined` when they are more. */
function cut(rows: readonly TableRow[], count: number, height: number): readonly (readonly TableRow[])[] | undefined {
  const pages: TableRow[][] = [[]];
  let used = 0;
  for (const row of rows) {
    if (used > 0 && used + rowHeight(row) > height) {
      if (pages.length === count) return undefined;
      pages.push([]);
      used = 0;
    }
    if (rowHeight(row) > height) return undefined;
    pages.at(-1)?.push(row);
    used += rowHeight(row);
  }
  return pages;
}

/** The least height, in steps, in which all rows go on so many pages. */
function evenHeight(rows: readonly TableRow[], count: number, most: number): number {
  const total = rows.reduce((sum, row) => sum + rowHeight(row), 0);
  let height = Math.max(total / count, ...rows.map(rowHeight));
  while (height < most && cut(rows, count, height) === undefined) height += LEAST_ROW / 2;
  return height;
}

/** Pages filled one after the other; the last keeps a line free for the sentence on the rest. Never without a row. */
function cutFull(rows: readonly TableRow[], count: number, height: number): readonly (readonly TableRow[])[] {
  const pages: TableRow[][] = [];
  let next = 0;
  for (let page = 0; page < count && next < rows.length; page += 1) {
    const room = height - (page === count - 1 ? MORE_HEIGHT : 0);
    const members: TableRow[] = [];
    let used = 0;
    for (let row = rows[next]; row !== undefined && used + rowHeight(row) <= room; row = rows[next]) {
      members.push(row);
      used += rowHeight(row);
      next += 1;
    }
    pages.push(members);
  }
  const [firstRow] = rows;
  return next === 0 && firstRow !== undefined ? [[firstRow]] : pages;
}

function setPages(options: ListOptions, { plan, width, pages, listed }: Pages): TableLayout {
  const { order, height, world } = options;
  const left = order.length - listed;
  const longest = Math.max(...pages.map(({ length }) => length));
  const needed = Math.max(...pages.map((rows) => rows.reduce((sum, row) => sum + row.height, 0)));
  const room = height === undefined ? undefined : height - HEAD_HEIGHT - (left > 0 ? MORE_HEIGHT : 0);
  const padding = room === undefined ? PADDING.natural : Math.max(PADDING.least, Math.min(PADDING.most, (room - needed) / (2 * longest)));
  const heights = pages.map((rows) => HEAD_HEIGHT + rows.reduce((sum, row) => sum + row.height + 2 * padding, 0));
  const last = pages.length - 1;
  const rest: TextStyle = { ...plan.styles.cell, font: { ...plan.styles.cell.font, italic: true } };
  const restX = last * (width + PAGE_GAP) + (plan.columns.find(({ column }) => column === 'event')?.x ?? 0) + plan.indent;
  const more = left === 0 ? [] : layoutLines([options.more(left)], rest, { x: restX, y: (heights[last] ?? 0) + 4, role: 'more' });
  const rules = world.palette.line;
  return {
    marks: [
      ...pages.flatMap((rows, page): readonly Mark[] => [
        { kind: 'group', role: 'page', translate: { x: page * (width + PAGE_GAP), y: 0 }, marks: [...headMarks(plan, width, options), ...pageMarks(rows, { plan, width, padding, rules }, options)] },
      ]),
      ...more,
    ],
    height: Math.max(...heights, (heights[last] ?? 0) + (left > 0 ? MORE_HEIGHT : 0)),
    listed,
  };
}

/** The names of the columns over a rule. */
function headMarks({ columns, styles, indent }: TablePlan, width: number, { world: { messages, palette } }: ListOptions): readonly Mark[] {
  const names = figureMessagesOf(messages).columns;
  return [
    ...columns.flatMap(({ column, x }) => layoutLines([names[column]].filter((name) => name !== ''), styles.head, { x: column === 'event' ? x + indent : x, y: 0, role: 'column' })),
    { kind: 'line', role: 'table-rule', x1: 0, y1: HEAD_HEIGHT - 3, x2: width, y2: HEAD_HEIGHT - 3, stroke: { colour: palette.ink, width: 1 } },
  ];
}

interface PageStyle {
  readonly plan: TablePlan;
  readonly width: number;
  readonly padding: number;
  /** Colour of the hairlines between rows. */
  readonly rules: string;
}

/** The rows of a page; a date that the row above has is not said again. */
function pageMarks(rows: readonly TableRow[], { plan, width, padding, rules }: PageStyle, options: ListOptions): readonly Mark[] {
  let y = HEAD_HEIGHT;
  return rows.flatMap((row, position): readonly Mark[] => {
    const top = y;
    y += row.height + 2 * padding;
    const isRepeated = rows[position - 1]?.cells.date.join(' ') === row.cells.date.join(' ');
    return [
      ...(position === 0 ? [] : [{ kind: 'line', role: 'row-rule', x1: 0, y1: top, x2: width, y2: top, stroke: { colour: rules, width: 1 } } as const]),
      ...rowMarks(row, plan, top + padding, isRepeated, options),
    ];
  });
}

function rowMarks({ event, subject, cells, time, beneath }: TableRow, { columns, styles, indent, radius }: TablePlan, y: number, isRepeated: boolean, { dataset, world }: ListOptions): readonly Mark[] {
  const colour = categoryColour(world.palette, categoryAt(dataset, event));
  return columns.flatMap(({ column, x }): readonly Mark[] => {
    switch (column) {
      case 'event':
        return [
          { kind: 'symbol', symbol: subject.status, x: x + radius, y: y + styles.title.leading / 2, radius, colour, ground: world.palette.paper, event },
          ...layoutLines(cells.event, styles.title, { x: x + indent, y, role: 'title', event }),
          ...layoutLines(beneath, styles.cell, { x: x + indent, y: y + cells.event.length * styles.title.leading, role: 'meta', event }),
        ];
      case 'number':
        return layoutLines(cells.number, { ...styles.cell, font: styles.number, fill: colour }, { x, y, role: 'number', event });
      case 'date':
        return [
          ...(isRepeated ? [] : layoutLines(cells.date, styles.date, { x, y, role: 'date', event })),
          ...layoutLines(time, styles.cell, { x, y: isRepeated ? y : y + cells.date.length * styles.date.leading, role: 'time', event }),
        ];
      default:
        return layoutLines(cells[column], styles.cell, { x, y, role: column, event });
    }
  });
}
