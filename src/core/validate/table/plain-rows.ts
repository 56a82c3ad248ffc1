import { hashOf } from '../../base/hash.ts';
import { numberIn } from '../../base/number-in.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import { isE7 } from '../../formats/field-names.ts';
import type { Layout } from '../../formats/format.ts';
import type { ByteCells, RowBlock } from '../../formats/table.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { contentId } from '../../model/content-id.ts';
import type { DatasetBuilder, RowEvent } from '../../model/dataset-builder.ts';
import type { Dating } from '../../model/dataset.ts';
import { STATUSES, type Json, type Place } from '../../model/event.ts';
import { importanceOfTold } from '../../model/importance.ts';
import { shared, type Shared } from '../../model/interning.ts';
import { ROW_FIELDS, rowStartOf, TITLE_DASH, type RowField, type RowSource } from '../../model/row-record.ts';
import { PRECISIONS } from '../../time/edtf.ts';
import type { ColumnPlan } from './columns.ts';
import { isEmptyCell, isIdText, plainTexts } from './plain-cells.ts';
import { CLOCK_AT, DAY_RANK, emptyDate, plainDates, type PlainDate } from './plain-dates.ts';
import { isPlainDegrees } from './plain-numbers.ts';
import { plainWords } from './plain-words.ts';
import type { Survey } from './survey.ts';

/** Where plain rows go. */
export interface PlainTaker extends Pick<DatasetBuilder, 'hasIdHash'> {
  /** Takes an event whose record stands in a source from a position on, and the line that this is. */
  readonly addRow: (...row: readonly [...Parameters<DatasetBuilder['addRow']>, line: number]) => void;
  /** Gives a place that has a name alone the position that it may have. */
  readonly placed: (place: Place) => Place;
  /** Whether what a column of this name holds is kept beside the event under the very name. */
  readonly keepsName: (name: string) => boolean;
}

/** What the reader of other rows watches in all of them. */
export interface PlainWatch {
  readonly year: (line: number, year: number, day: number | undefined) => void;
  readonly position: (line: number, at: LngLat) => void;
  /** Whether times without a zone are still looked for as examples: such a row is then read as text. */
  readonly wantsFloating: () => boolean;
}

/** Takes a row of a block by its position, if it is plain; tells whether it was. */
export type TakePlainRow = (block: RowBlock, position: number) => boolean;

/**
 * Makes a reader of plain rows: from bytes straight into columns, without a text, a draft or an event between them, and with the very same outcome. What
 * is told of such an event stays in its row.
 * A row is plain when it has as many cells as there are columns; an id of ASCII or none, and no other row before has that id; a title, or a category and a place that make one; a date or two that
 * EDTF has exactly; decimal degrees or none; nothing that is written as HTML, guarded against formulas or padded with blanks; and nothing in columns
 * whose meaning is not among the commonest.
 * Whatever is to be told of a row, it is told of none of these. `undefined` for a table that has no such rows.
 */
export function plainRows(plan: ColumnPlan, survey: Survey, layout: Layout | undefined, taker: PlainTaker, watch: PlainWatch): TakePlainRow | undefined {
  const { header } = plan;
  const columnOf = (field: RowField): number => plan.of(field)[0] ?? -1;
  const [id, title, description, start, end] = [columnOf('id'), columnOf('title'), columnOf('description'), columnOf('start'), columnOf('end')];
  const [latitude, longitude] = [columnOf('latitude'), columnOf('longitude')];
  const reading = survey.dates.get(start);
  const endReading = survey.dates.get(end) ?? reading;
  const isReadable = layout?.refine === undefined && reading !== undefined && endReading !== undefined && ROW_FIELDS.every((field) => plan.of(field).length <= 1);
  // Under the name of a date a row can be the header again.
  if (!isReadable || (latitude < 0) !== (longitude < 0) || isE7(header[latitude] ?? '') || /\p{N}/u.test(header[start] ?? '')) return undefined;

  const width = header.length;
  const isRead = new Set<number>(ROW_FIELDS.map(columnOf));
  const others = plan.others.map((column) => ({ column, name: header[column] ?? '' }));
  const keepsAll = others.map(({ name }) => taker.keepsName(name));
  const mustBeEmpty = [...header.keys()].filter((column) => !isRead.has(column) && !plan.others.includes(column));
  const meanings = new Map<number, Map<string, Json>>();
  const note = (column: number, text: string, meaning: Json): void => {
    const known = meanings.get(column) ?? new Map<string, Json>();
    meanings.set(column, known.set(text, meaning));
  };
  const noteDate = (column: number) => (text: string, edtf: string) => (text === edtf ? undefined : note(column, text, edtf));
  const [readStart, readEnd] = [plainDates(reading, noteDate(start)), plainDates(endReading, noteDate(end))];
  const [from, to] = [emptyDate(), emptyDate()];
  const dating = datings();
  const words = plainWords(plan, header, taker.placed, note);
  const texts = plainTexts();
  const noPlace = shared('');
  const columns = Object.fromEntries(ROW_FIELDS.map((field) => [field, columnOf(field)])) as Record<RowField, number>;
  let source: RowSource | undefined;

  const event: RowEvent = {
    idHash: 0, earliestStart: 0, latestEnd: 0, dating: shared<Dating | undefined>(undefined), status: 0, importance: 0,
    categories: shared<readonly string[]>([]), actor: shared(''), attribution: shared(''), placeName: shared(''), lng: NaN, lat: NaN,
  };

  return (block, position) => {
    const { cells } = block;
    if (cells === undefined || cells.quoting !== 'doubled') return false;
    const { bytes, firstCell } = cells;
    const first = firstCell[position] as number;
    if ((firstCell[position + 1] as number) - first !== width || (block.findings?.(position).length ?? 0) > 0) return false;
    for (const column of mustBeEmpty) if (!isEmptyCell(cells, first + column)) return false;

    // When.
    const [startFrom, startTo] = [cells.start[first + start] as number, cells.end[first + start] as number];
    if (startTo <= startFrom || !readStart(from, bytes, startFrom, startTo)) return false;
    const hasEnd = end >= 0 && !isEmptyCell(cells, first + end);
    if (hasEnd && !readEnd(to, bytes, cells.start[first + end] as number, cells.end[first + end] as number)) return false;
    const isSpan = hasEnd && !isSameText(from, to);
    if (isSpan && from.start >= to.end) return false;
    if (((from.hasTime && !from.isZoned) || (isSpan && to.hasTime && !to.isZoned)) && watch.wantsFloating()) return false;

    // Where.
    let [lng, lat] = [NaN, NaN];
    if (latitude >= 0) {
      const [latCell, lngCell] = [first + latitude, first + longitude];
      const isNowhere = isEmptyCell(cells, latCell) && isEmptyCell(cells, lngCell);
      if (!isNowhere) {
        if (!isDegreesCell(cells, latCell) || !isDegreesCell(cells, lngCell)) return false;
        lat = numberIn(bytes, cells.start[latCell] as number, cells.end[latCell] as number);
        lng = numberIn(bytes, cells.start[lngCell] as number, cells.end[lngCell] as number);
        if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180) || (lat === 0 && lng === 0)) return false;
      }
    }
    const isPlaced = !Number.isNaN(lng);

    // Words that recur.
    const category = words.category(cells, first);
    const status = words.status(cells, first);
    const by = words.attribution(cells, first);
    const actors = words.actors(cells, first);
    const place = words.place(cells, first);
    if (category === undefined || status === undefined || by === undefined || actors === undefined || place === undefined) return false;
    if (!isPlaced && !place.isUnplaced()) return false;

    // What it is called: where it has no words at all, by what it is and where. And what is told of it.
    const hasTitle = title >= 0 && !isEmptyCell(cells, first + title);
    const isDescribed = description >= 0 && !isEmptyCell(cells, first + description);
    const [kind = ''] = category.value;
    if (hasTitle ? texts.words(cells, first + title) < 0 : isDescribed || category.value.length !== 1 || kind === '' || place.value === '') return false;
    const describing = isDescribed ? texts.words(cells, first + description) : 0;
    if (describing < 0) return false;
    for (let k = 0; k < others.length; k += 1) {
      const cell = first + (others[k] as OtherColumn).column;
      if (!isEmptyCell(cells, cell) && (keepsAll[k] !== true || !texts.isPlain(cells, cell))) return false;
    }

    // Whose row it is.
    const idFrom = id < 0 ? 0 : (cells.start[first + id] as number);
    const idTo = id < 0 ? 0 : (cells.end[first + id] as number);
    const isNamed = idTo !== idFrom;
    if (isNamed && (idTo < idFrom || !isIdText(bytes, idFrom, idTo))) return false;
    const idHash = isNamed
      ? hashOfAscii(bytes, idFrom, idTo)
      : hashOf(contentId({
        title: hasTitle ? block.text(position, title) : `${kind}${TITLE_DASH}${place.value}`,
        description: isDescribed ? block.text(position, description) : '',
        edtf: isSpan ? `${textOf(from)}/${textOf(to)}` : textOf(from),
        wording: '',
        place: place.value,
        position: isPlaced ? `${lng} ${lat}` : '',
      }));
    if (taker.hasIdHash(idHash)) return false;
    const rowStart = rowStartOf(cells, first, first + width - 1);
    if (rowStart < 0 || rowStart > LAST_START) return false;

    const line = block.line(position);
    watch.year(line, from.year, from.precision <= DAY_RANK ? from.start : undefined);
    if (isPlaced) watch.position(line, [lng, lat]);
    event.idHash = idHash;
    event.earliestStart = from.start;
    event.latestEnd = isSpan ? to.end : from.end;
    event.dating = isSpan ? dating(Math.max(from.precision, to.precision), from.approximate || to.approximate) : dating(from.precision, from.approximate);
    event.status = STATUSES.indexOf(status.value);
    event.importance = importanceOfTold({ description: describing, sources: 0, relations: 0, media: 0, actors: actors.value.length, status: status.value });
    event.categories = category.shared;
    event.actor = actors.shared;
    event.attribution = by.shared;
    event.placeName = isPlaced ? place.shared : noPlace;
    event.lng = lng;
    event.lat = lat;
    source ??= { bytes, form: { delimiter: cells.delimiter, width, columns, others, meanings } };
    taker.addRow(event, source, rowStart, line);
    return true;
  };
}

type OtherColumn = RowSource['form']['others'][number];

/** The last position in a file that 32 bits hold. */
const LAST_START = 2 ** 32 - 1;

/** The EDTF of a date. */
function textOf({ bytes, from, to, hasTime }: PlainDate): string {
  const text = decodeUtf8(bytes.subarray(from, to));
  return hasTime ? `${text.slice(0, CLOCK_AT)}T${text.slice(CLOCK_AT + 1)}` : text;
}

function isSameText(one: PlainDate, other: PlainDate): boolean {
  const length = one.to - one.from;
  if (other.to - other.from !== length) return false;
  for (let k = 0; k < length; k += 1) {
    if (one.bytes[one.from + k] !== other.bytes[other.from + k] && !(k === CLOCK_AT && one.hasTime && other.hasTime)) return false;
  }
  return true;
}

/** Datings by the position of their precision, each made once. */
function datings(): (precision: number, approximate: boolean) => Shared<Dating | undefined> {
  const made = (approximate: boolean): readonly Shared<Dating | undefined>[] => PRECISIONS.map((precision) => shared({ precision, approximate, oneOf: false }));
  const [known, about] = [made(false), made(true)];
  return (precision, approximate) => (approximate ? about : known)[precision] as Shared<Dating | undefined>;
}

function isDegreesCell({ bytes, start, end }: ByteCells, cell: number): boolean {
  return isPlainDegrees(bytes, start[cell] as number, end[cell] as number);
}

/** The hash of a text of ASCII, the same as `hashOf` gives for it. */
function hashOfAscii(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}
