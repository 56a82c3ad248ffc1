import { describePlaces, describeStatusBriefly } from '../i18n/describe-event.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber, TimelineEvent } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';
import { wrap } from '../scene/fit-text.ts';
import type { Font } from '../scene/scene.ts';
import type { ListOptions } from './figure-list-plan.ts';
import { headlineLines, type TextStyle } from './figure-text.ts';
import { listDates, metaOf, timeOfDay } from './figure-words.ts';
import type { World } from './world.ts';

/** The columns of a table of events, in their order. */
export const TABLE_COLUMNS = ['number', 'date', 'event', 'place', 'status', 'source'] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Every column but that of the events, which takes the rest of the width. */
type SideColumn = Exclude<TableColumn, 'event'>;

/** Where a column stands, in pixels from the table's left edge. */
export interface ColumnPlace {
  readonly column: TableColumn;
  readonly x: number;
  readonly width: number;
}

/** One event as it will be set: the lines of each of its cells, and the pixels that they take. */
export interface TableRow {
  readonly event: EventNumber;
  readonly subject: TimelineEvent;
  readonly cells: Readonly<Record<TableColumn, readonly string[]>>;
  /** The time of day, below the date. */
  readonly time: readonly string[];
  /** What has no column of its own, below the title. */
  readonly beneath: readonly string[];
  readonly height: number;
}

/** A table of one width, its lines broken. */
export interface TablePlan {
  readonly columns: readonly ColumnPlace[];
  readonly rows: readonly TableRow[];
  readonly styles: TableStyles;
  /** From the left edge of the column of events to their titles: what the sign takes. */
  readonly indent: number;
  readonly radius: number;
}

/** How the cells of a table are set. */
export interface TableStyles {
  readonly head: TextStyle;
  readonly title: TextStyle;
  readonly date: TextStyle;
  readonly cell: TextStyle;
  readonly number: Font;
}

const LEADING = 18;
const GAP = 18;
const RADIUS = 6;
const INDENT = 2 * RADIUS + 9;

/** Type of a table of these colours. */
export function tableStyles({ palette }: World): TableStyles {
  const style = (font: Font, fill: string): TextStyle => ({ font, leading: LEADING, fill });
  return {
    head: style({ family: 'sans', size: 11, weight: 600 }, palette.second),
    title: style({ family: 'serif', size: 14.5, weight: 600 }, palette.ink),
    date: style({ family: 'sans', size: 12.25, weight: 600 }, palette.second),
    cell: style({ family: 'sans', size: 12, weight: 400 }, palette.second),
    number: { family: 'sans', size: 12, weight: 700 },
  };
}

/** The columns that a table of so many pixels has room for; place and source stand below the titles where they are left out, and the sign tells the status. */
const columnsIn = (width: number): readonly TableColumn[] =>
  width >= 760 ? TABLE_COLUMNS : width >= 600 ? ['number', 'date', 'event', 'place', 'source'] : width >= 460 ? ['number', 'date', 'event', 'place'] : ['number', 'date', 'event'];

/** How much of the width a column may take at most; the events take what is left. */
const SHARES: Readonly<Record<SideColumn, number>> = { number: 0.08, date: 0.24, place: 0.24, status: 0.16, source: 0.24 };

/** Breaks the lines of some events of a table, `dates` being those of all of them by their position. */
export function planTable(events: readonly EventNumber[], width: number, { dataset, numbers, world }: Pick<ListOptions, 'dataset' | 'numbers' | 'world'>): TablePlan {
  const styles = tableStyles(world);
  const dates = listDates(dataset, events, world);
  const texts = events.map((event, position) => ({ event, subject: eventAt(dataset, event), texts: cellTexts(event, dates[position] ?? '', { dataset, numbers, world }) }));
  const shown = columnsIn(width).filter((column) => column === 'event' || texts.some((row) => row.texts[column] !== ''));
  // What all have in common stands among the credits.
  const isOneSource = new Set(texts.map((row) => row.texts.source)).size === 1;
  // Without a column of its own the place stands below the title, and the time beside it.
  const times = texts.map(({ subject }) => (shown.includes('place') ? timeOfDay(subject, world) : ''));
  const columns = placeColumns(shown, texts.map((row) => row.texts), times, width, styles, world);
  const rows = texts.map(({ event, subject, texts: own }, position): TableRow => {
    const widthOf = (column: TableColumn): number => columns.find((place) => place.column === column)?.width ?? 0;
    const lines = (column: SideColumn): readonly string[] => (shown.includes(column) ? wrap(own[column], fontOf(column, styles), widthOf(column)) : []);
    const title = headlineLines(own.event, styles.title.font, widthOf('event') - INDENT);
    const cells = { number: lines('number'), date: lines('date'), event: title, place: lines('place'), status: lines('status'), source: lines('source') };
    const text = [shown.includes('place') ? '' : metaOf(subject, world), shown.includes('source') || isOneSource ? '' : own.source];
    const beneath = wrap(text.filter((part) => part !== '').join(' · '), styles.cell.font, widthOf('event') - INDENT).map((line) => line.replace(/ ·$/, ''));
    const time = wrap(times[position] ?? '', styles.cell.font, widthOf('date'));
    const tallest = Math.max(cells.event.length + beneath.length, cells.date.length + time.length, ...TABLE_COLUMNS.map((column) => cells[column].length));
    return { event, subject, cells, time, beneath, height: tallest * LEADING };
  });
  return { columns, rows, styles, indent: INDENT, radius: RADIUS };
}

const fontOf = (column: SideColumn, styles: TableStyles): Font => (column === 'number' ? styles.number : column === 'date' ? styles.date.font : styles.cell.font);

type CellTexts = Readonly<Record<TableColumn, string>>;

function cellTexts(event: EventNumber, date: string, { dataset, numbers, world }: { readonly dataset: Dataset; readonly numbers: ReadonlyMap<EventNumber, number>; readonly world: World }): CellTexts {
  const subject = eventAt(dataset, event);
  const number = numbers.get(event);
  const [source] = subject.sources;
  return {
    number: number === undefined ? '' : world.formats.number(number),
    date,
    event: subject.title,
    place: describePlaces(subject, world),
    status: describeStatusBriefly(subject, world),
    source: source?.publisher ?? source?.title ?? source?.url ?? '',
  };
}

/** Gives each column what its words need, within its share, and the events the rest. */
function placeColumns(
  shown: readonly TableColumn[],
  rows: readonly CellTexts[],
  times: readonly string[],
  width: number,
  styles: TableStyles,
  { measure }: World,
): readonly ColumnPlace[] {
  const widths = new Map(
    shown.flatMap((column) => {
      if (column === 'event') return [];
      const font = fontOf(column, styles);
      const below = column === 'date' ? times.map((text) => measure(text, styles.cell.font)) : [];
      const widest = Math.max(HEAD_ROOM[column], ...rows.map((row) => measure(row[column], font)), ...below);
      return [[column, Math.min(Math.ceil(widest), width * SHARES[column])] as const];
    }),
  );
  const taken = [...widths.values()].reduce((sum, each) => sum + each, 0) + GAP * (shown.length - 1);
  let x = 0;
  return shown.map((column) => {
    const place = { column, x, width: column === 'event' ? width - taken : (widths.get(column) ?? 0) };
    x += place.width + GAP;
    return place;
  });
}

/** Pixels that the word above a column takes at the least. */
const HEAD_ROOM: Readonly<Record<SideColumn, number>> = { number: 8, date: 30, place: 34, status: 40, source: 42 };
