import { ok, type Result } from '../../base/result.ts';
import type { Finding } from '../../formats/entry.ts';
import { UNDATED } from '../../model/build-event.ts';
import type { When } from '../../model/event.ts';
import { civilOf, offsetBy } from '../../time/calendar.ts';
import { edtfOfDay } from '../../time/edtf-of.ts';
import { endAfter } from '../../time/end-after.ts';
import type { Edtf } from '../../time/edtf.ts';
import type { Written, WrittenError } from '../../time/written.ts';
import { clocksOf } from '../../time/zone.ts';
import { isAbsent } from './cell-texts.ts';
import type { Cell, ColumnPlan, Row } from './columns.ts';
import { dateReader, NO_DATE, type CellDate, type ReadDate } from './date-cells.ts';
import { readDateParts } from './date-parts.ts';
import { readDurationCell } from './durations.ts';
import { intervalBetween } from './interval-between.ts';
import { readClockCell, timed, zoneOfCell, zoned, type CellZone } from './row-clock.ts';
import type { Survey } from './survey.ts';

/** The time of a row. */
export interface RowWhen {
  readonly when: When;
  readonly findings: readonly Finding[];
  /** Cells that the time does not hold, for keeping beside the event. */
  readonly left: readonly Cell[];
}

/** One end of a time, and the cells it was read from. */
interface RowDate {
  readonly reading: Result<CellDate, WrittenError>;
  /** What stood there, in the source's words; empty for nothing. */
  readonly text: string;
  readonly column: string;
  readonly left: readonly Cell[];
  /** Cells with times of day that cannot be read. */
  readonly clocks: readonly Cell[];
}

const NOTHING: RowWhen = { when: UNDATED, findings: [], left: [] };

/** Makes a reader of the times of rows. */
export function whenReader(plan: ColumnPlan, survey: Survey): (row: Row) => RowWhen {
  const readers = new Map([...survey.dates].map(([column, reading]) => [column, dateReader(reading)] as const));
  const isPlain = (['displayDate', 'zone', 'end', 'endYear', 'startTime', 'endTime', 'duration', 'year'] as const).every((field) => plan.of(field).length === 0);
  const [startColumn] = plan.of('start');
  const readStart = startColumn === undefined ? undefined : readers.get(startColumn);
  if (isPlain && startColumn !== undefined && readStart !== undefined && plan.of('start').length === 1) {
    return ({ cells }) => plainWhen(readStart, cells[startColumn] ?? '', plan.header[startColumn] ?? '');
  }
  if (plan.of('start').length === 0 && plan.of('year').length === 0 && plan.of('displayDate').length === 0) return () => NOTHING;
  return (row) => wholeWhen({ plan, survey, readers }, row);
}

/** The time of a row that has it in one cell. */
function plainWhen(read: ReadDate, text: string, column: string): RowWhen {
  if (text === '') return NOTHING;
  const reading = read(text);
  if (!reading.ok) return undatedWhen(reading.error, text, column);
  const { edtf, exactText, isAssumed } = reading.value;
  const wording = exactText || edtf.text === text ? undefined : text.trim();
  return { when: { ...UNDATED, ...zoned(reading.value), wording }, findings: isAssumed === true ? [assumedIn(reading.value, text, column)] : NO_FINDINGS, left: [] };
}

function undatedWhen(error: WrittenError, text: string, column: string): RowWhen {
  const finding = findingOf(error, text, column);
  return finding === undefined ? NOTHING : { when: { ...UNDATED, wording: text.trim() }, findings: [finding], left: [] };
}

/** What is to be told of a cell that gives no date; nothing where it says that there is none. */
function findingOf(error: WrittenError, text: string, column: string): Finding | undefined {
  const value = text.trim();
  switch (error.kind) {
    case 'absent':
      return undefined;
    case 'impossible':
      return { code: 'date-impossible', column, value };
    case 'zero':
      return { code: 'date-zero', column, value };
    case 'year-zero':
      return { code: 'year-zero', column, value };
    case 'ambiguous':
      return { code: 'date-ambiguous', column, value, parameters: { day: error.dayFirst.text, month: error.monthFirst.text, used: '' } };
    default:
      return { code: 'date-unreadable', column, value };
  }
}

/** What is to be told of a year of two digits. */
const assumedIn = ({ edtf }: CellDate, text: string, column: string): Finding =>
  ({ code: 'date-century', column, value: text.trim(), parameters: { used: edtf.text } });

const NO_FINDINGS: readonly Finding[] = [];

/** What reading the times of a table takes: its columns, how they are written, and a reader for each with dates. */
interface Reading {
  readonly plan: ColumnPlan;
  readonly survey: Survey;
  readonly readers: ReadonlyMap<number, ReadDate>;
}

function wholeWhen(reading: Reading, row: Row): RowWhen {
  const { plan, survey, readers } = reading;
  const findings: Finding[] = [];
  const zone = zoneOfCell(plan.first('zone', row), findings) ?? usualZone(survey);
  const display = displayOf(plan, readers, row);
  const stated = readEnd(reading, row, START, zone);
  const start = withDisplay(stated, display);
  const from = start.reading.ok ? zoned(start.reading.value, zone) : undefined;
  const stop = readEnd(reading, row, END, zone, start.reading.ok ? start.reading.value.edtf : undefined);
  const lasting = isAbsent(stop.text) && start.reading.ok ? lastingEnd(reading, row, start.reading.value, from?.zone, findings) : undefined;
  const end: RowDate = lasting === undefined ? stop : { ...stop, reading: ok(lasting) };
  const left = [...stated.left, ...stated.clocks, ...end.left, ...end.clocks];
  const isOngoing = ONGOING.has(end.text.trim().toLowerCase());
  for (const { reading: read, text, column } of isOngoing ? [start] : [start, end]) {
    const finding = !read.ok ? findingOf(read.error, text, column) : read.value.isAssumed === true ? assumedIn(read.value, text, column) : undefined;
    if (finding !== undefined) findings.push(finding);
  }
  for (const { text, column } of [...stated.clocks, ...end.clocks]) findings.push({ code: 'time-unreadable', column, value: text.trim() });
  if (!end.reading.ok && !isOngoing && !isAbsent(end.text)) left.push({ column: end.column, at: -1, text: end.text });
  const isWordless = start.reading.ok ? start.reading.value.exactText : start.reading.error.kind === 'absent';
  const words = isWordless ? undefined : start.text.trim();
  if (!start.reading.ok && !end.reading.ok) {
    const wording = display.text === '' ? words : display.text;
    return { when: wording === undefined || wording === '' ? UNDATED : { ...UNDATED, wording }, findings, left };
  }
  const to = end.reading.ok ? zoned(end.reading.value, zone) : undefined;
  const spanned = spanOf(from?.edtf, isOngoing ? 'open' : to?.edtf);
  const isBackwards = spanned === undefined;
  if (isBackwards) {
    findings.push({ code: 'end-before-start', column: end.column, value: end.text.trim(), parameters: { start: start.text.trim() } });
    left.push({ column: end.column, at: -1, text: end.text });
  }
  const edtf = spanned ?? from?.edtf;
  const isJoined = !isBackwards && (isOngoing || end.reading.ok);
  const isEndExact = !end.reading.ok || end.reading.value.exactText;
  const isExact = words === undefined && (!isJoined || (isEndExact && [from, to].every((date) => date === undefined || canEnd(date.edtf))));
  const own = isExact ? undefined : isBackwards || isAbsent(end.text) ? start.text.trim() : `${start.text.trim()} – ${end.text.trim()}`;
  const wording = display.text !== '' && display.text !== edtf?.text ? display.text : own;
  const zoneName = [from?.zone, to?.zone].find((name) => name !== undefined && name !== 'local') ?? 'local';
  return { when: { ...UNDATED, edtf, wording, zone: zoneName }, findings, left };
}

function usualZone({ habits: { zone } }: Survey): CellZone | undefined {
  return zone === undefined ? undefined : { kind: 'name', name: zone };
}

/** From a start to an end, either of which may be missing; `undefined` when the end lies before the start. */
function spanOf(from: Edtf | undefined, to: Edtf | 'open' | undefined): Edtf | undefined {
  if (to === undefined) return from;
  const interval = intervalBetween(from ?? 'unknown', to);
  return interval.ok ? interval.value : undefined;
}

/** Whether a reading can be an end of an interval as it is. */
const canEnd = ({ kind }: Edtf): boolean => kind === 'date' || kind === 'date-time' || kind === 'long-year' || kind === 'interval';

/** Words for an end that is yet to come. */
const ONGOING: ReadonlySet<string> = new Set([
  'present', 'now', 'ongoing', 'today', 'current', 'continuing', '..', 'devam ediyor', 'halen', 'günümüz', 'اکنون', 'الآن',
  'aujourd\'hui', 'présent', 'en cours', 'heute', 'laufend', 'presente', 'actualidad', 'atual', 'oggi',
]);

interface Fields {
  readonly whole: 'start' | 'end';
  readonly parts: readonly ['year' | 'endYear', 'month' | 'endMonth', 'day' | 'endDay'];
  readonly time: 'startTime' | 'endTime';
}
const START: Fields = { whole: 'start', parts: ['year', 'month', 'day'], time: 'startTime' };
const END: Fields = { whole: 'end', parts: ['endYear', 'endMonth', 'endDay'], time: 'endTime' };

/** Reads the start or the end of a row. An end that has a time alone is on the day of the start, or on the next where it is earlier. */
function readEnd({ plan, survey, readers }: Reading, row: Row, fields: Fields, zone: CellZone | undefined, start?: Edtf): RowDate {
  const whole = plan.first(fields.whole, row);
  const parts = fields.parts.map((field) => plan.first(field, row));
  const date = whole === undefined || (isAbsent(whole.text) && parts[0] !== undefined) ? partsDate(parts, survey) : cellDate(whole, readers);
  const cell = plan.first(fields.time, row);
  if (cell === undefined || isAbsent(cell.text)) return date;
  const clock = readClockCell(cell, survey.clocks.get(cell.at));
  if (clock === 'absent') return date;
  if (clock === undefined) return { ...date, clocks: [cell] };
  const isAlone = fields.whole === 'end' && !date.reading.ok && isAbsent(date.text);
  const day = isAlone ? dayOf(start) : date.reading.ok ? date.reading.value : undefined;
  const reading = day === undefined ? undefined : timed(day, clock, zone);
  if (reading === undefined) return { ...date, left: [...date.left, cell] };
  const isNextDay = isAlone && start !== undefined && reading.edtf.span.latestEnd <= start.span.earliestStart;
  const overnight = isNextDay && day !== undefined ? timed(nextDay(day), clock, zone) : undefined;
  const text = date.text === '' ? cell.text : `${date.text.trim()} ${cell.text.trim()}`;
  return { ...date, reading: ok(overnight ?? reading), text, column: date.column === '' ? cell.column : date.column };
}

/** The end of a row that states how long it lasts instead; what cannot be read as a length of time is told. The cell is kept beside the event. */
function lastingEnd(
  { plan, survey }: Reading,
  row: Row,
  start: Written,
  zone: string | undefined,
  findings: Finding[],
): Written | undefined {
  const cell = plan.first('duration', row);
  const lengths = cell === undefined ? undefined : survey.durations.get(cell.at);
  if (cell === undefined || lengths?.kind !== 'lengths') return undefined;
  const duration = readDurationCell(cell.text, lengths);
  if (duration === 'absent') return undefined;
  if (duration === undefined) {
    findings.push({ code: 'duration-unreadable', column: cell.column, value: cell.text.trim() });
    return undefined;
  }
  const edtf = endAfter(start.edtf, duration, zone === undefined ? undefined : clocksOf(zone));
  return edtf === undefined ? undefined : { edtf, zone: start.zone, order: 'none', exactText: true };
}

function cellDate(cell: Cell, readers: ReadonlyMap<number, ReadDate>): RowDate {
  return { reading: readers.get(cell.at)?.(cell.text) ?? NO_DATE, text: cell.text, column: cell.column, left: [], clocks: [] };
}

const NO_ROW_DATE: RowDate = { reading: NO_DATE, text: '', column: '', left: [], clocks: [] };

function partsDate(cells: readonly (Cell | undefined)[], { habits }: Survey): RowDate {
  const [year, month, day] = cells;
  if (year === undefined) return NO_ROW_DATE;
  const reading = readDateParts({ year: year.text, month: month?.text ?? '', day: day?.text ?? '' }, habits);
  const text = cells.map((cell) => cell?.text.trim() ?? '').filter((part) => part !== '').join('-');
  return { reading, text, column: year.column, left: [], clocks: [] };
}

/** The day of a time, for a clock that has none of its own. */
function dayOf(edtf: Edtf | undefined): Written | undefined {
  const point = edtf?.kind === 'interval' ? edtf.from : edtf;
  if (point === undefined || typeof point === 'string') return undefined;
  const day = point.kind === 'date-time' ? edtfOfDay(point.year, point.month, point.day) : point;
  return day.kind === 'date' && day.precision === 'day' ? { edtf: day, zone: 'local', order: 'none', exactText: true } : undefined;
}

function nextDay(day: Written): Written {
  const { year, month, day: date } = civilOf(offsetBy('day', 1, day.edtf.span.earliestStart));
  return { ...day, edtf: edtfOfDay(year, month, date) };
}

/** The words that are shown for a date, and their reading. */
interface Display {
  readonly text: string;
  readonly reading: Result<Written, WrittenError>;
}

function displayOf(plan: ColumnPlan, readers: ReadonlyMap<number, ReadDate>, row: Row): Display {
  const cell = plan.first('displayDate', row);
  if (cell === undefined || isAbsent(cell.text)) return { text: '', reading: NO_DATE };
  return { text: cell.text.trim(), reading: readers.get(cell.at)?.(cell.text) ?? NO_DATE };
}

/** The start as the displayed date has it, where that is all there is, or says more closely or more honestly what the columns say. */
function withDisplay(start: RowDate, { text, reading }: Display): RowDate {
  if (!reading.ok) return start;
  if (!start.reading.ok) return isAbsent(start.text) ? { ...start, reading, text } : start;
  const [shown, columns] = [reading.value.edtf.span, start.reading.value.edtf.span];
  const isWithin = shown.earliestStart >= columns.earliestStart && shown.latestEnd <= columns.latestEnd;
  return isWithin && !(start.reading.value.edtf.kind === 'date-time') ? { ...start, reading } : start;
}
