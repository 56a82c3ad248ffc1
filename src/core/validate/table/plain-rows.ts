import { internBytes } from '../../base/intern-bytes.ts';
import { byteRoles, writeBytes, writeJsonText, type ByteRoles, type JsonOut } from '../../base/json-bytes.ts';
import { hashOf } from '../../base/hash.ts';
import { numberIn } from '../../base/number-in.ts';
import { decodeUtf8, encodeUtf8 } from '../../base/utf8.ts';
import type { Field } from '../../formats/fields.ts';
import type { Layout } from '../../formats/format.ts';
import type { ByteCells, RowBlock } from '../../formats/table.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { DatasetBuilder, WrittenEvent } from '../../model/dataset-builder.ts';
import type { Dating } from '../../model/dataset.ts';
import { STATUSES, type Place, type Status } from '../../model/event.ts';
import { importanceOfTold } from '../../model/importance.ts';
import { shared, type Shared } from '../../model/interning.ts';
import { encodePlace } from '../../model/place-record.ts';
import { isLocated } from '../../model/place.ts';
import { PRECISIONS } from '../../time/edtf.ts';
import { contentId } from '../content-id.ts';
import { isAbsent, unguarded } from './cell-texts.ts';
import type { ColumnPlan, Row } from './columns.ts';
import { CLOCK_AT, emptyDate, plainDates, type PlainDate } from './plain-dates.ts';
import { isPlainDegrees, writeJsonNumber } from './plain-numbers.ts';
import { listReader, readStatus } from './row-texts.ts';
import type { Survey } from './survey.ts';

/** Where plain rows go. */
export interface PlainTaker extends Pick<DatasetBuilder, 'records' | 'hasIdHash' | 'addWritten'> {
  /** Gives a place that has a name alone the position that it may have. */
  readonly placed: (place: Place) => Place;
  /** Whether what a column of this name holds is kept beside the event under the very name. */
  readonly keepsName: (name: string) => boolean;
}

/** What the reader of other rows watches in all of them. */
export interface PlainWatch {
  readonly year: (line: number, year: number) => void;
  readonly position: (line: number, at: LngLat) => void;
  /** Whether times without a zone are still looked for as examples: such a row is then read as text. */
  readonly wantsFloating: () => boolean;
}

/** Takes a row of a block by its position, if it is plain; tells whether it was. */
export type TakePlainRow = (block: RowBlock, position: number) => boolean;

/** Fields that a plain row has; cells of all others are empty in it. */
const READ: readonly Field[] = ['id', 'title', 'description', 'start', 'end', 'category', 'status', 'attribution', 'actor', 'place', 'latitude', 'longitude'];

/**
 * Makes a reader of plain rows: from bytes straight into columns and records, without a text, a draft or an event between them, and with the very same outcome.
 * A row is plain when it has as many cells as there are columns; an id of ASCII or none, and no other row before has that id; a title, or a category and a place that make one; a date or two that
 * EDTF has exactly; decimal degrees or none; nothing that is written as HTML, guarded against formulas or padded with blanks; and nothing in columns
 * whose meaning is not among the commonest.
 * Whatever is to be told of a row, it is told of none of these. `undefined` for a table that has no such rows.
 */
export function plainRows(plan: ColumnPlan, survey: Survey, layout: Layout | undefined, taker: PlainTaker, watch: PlainWatch): TakePlainRow | undefined {
  const { header } = plan;
  const columnOf = (field: Field): number => plan.of(field)[0] ?? -1;
  const [id, title, description, start, end] = [columnOf('id'), columnOf('title'), columnOf('description'), columnOf('start'), columnOf('end')];
  const [latitude, longitude] = [columnOf('latitude'), columnOf('longitude')];
  const reading = survey.dates.get(start);
  const endReading = survey.dates.get(end) ?? reading;
  const isReadable = layout?.refine === undefined && reading !== undefined && endReading !== undefined && READ.every((field) => plan.of(field).length <= 1);
  // Under the name of a date a row can be the header again.
  if (!isReadable || (latitude < 0) !== (longitude < 0) || /\p{N}/u.test(header[start] ?? '')) return undefined;

  const width = header.length;
  const isRead = new Set(READ.map(columnOf));
  const others = plan.others.map((column) => ({ column, json: encodeUtf8(`[${JSON.stringify(header[column] ?? '')},`), isKept: taker.keepsName(header[column] ?? '') }));
  const mustBeEmpty = [...header.keys()].filter((column) => !isRead.has(column) && !plan.others.includes(column));
  const overhead = others.reduce((sum, { json }) => sum + json.length + 4, 400);
  const [readStart, readEnd] = [plainDates(reading), plainDates(endReading)];
  const [from, to] = [emptyDate(), emptyDate()];
  const dating = datings();
  const words = <W>(field: Field, read: (text: string) => W | undefined, nothing: W): WordColumn<W> => wordColumn(columnOf(field), read, nothing);
  const rowOf = (field: Field, text: string): Row => ({ line: 0, cells: Array.from(header, (_, column) => (column === columnOf(field) ? text : '')) });
  const [listCategories, listActors] = [listReader(plan, ['category']), listReader(plan, ['actor'])];
  const categoryOf = words('category', (text) => word(listCategories(rowOf('category', text)), aloneOrList), word<readonly string[]>([], aloneOrList));
  const statusIn = words(
    'status',
    (text) => {
      const { value, left } = readStatus(plan, rowOf('status', text));
      return left.length > 0 ? undefined : word(value ?? 'confirmed', statusField);
    },
    word<Status>('confirmed', statusField),
  );
  const attributionOf = words('attribution', (text) => (isAbsent(text) ? word('', () => 0) : word(nameIn(text), itself)), word('', () => 0));
  const actorsOf = words('actor', (text) => actorsWord(listActors(rowOf('actor', text))), actorsWord([]));
  const placeOf = words('place', (text) => placeWord(isAbsent(text) ? '' : nameIn(text), taker.placed), placeWord('', taker.placed));
  const noPlace = shared('');

  const out: JsonOut = { bytes: new Uint8Array(), at: 0, units: 0 };
  const event: WrittenEvent = {
    idHash: 0, earliestStart: 0, latestEnd: 0, dating: shared<Dating | undefined>(undefined), status: 0, importance: 0,
    categories: shared<readonly string[]>([]), actor: shared(''), attribution: shared(''), placeName: shared(''), lng: NaN, lat: NaN,
  };
  const comma = (): void => {
    out.bytes[out.at] = COMMA;
    out.at += 1;
  };

  return (block, position) => {
    const { cells } = block;
    if (cells === undefined) return false;
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
    const category = categoryOf(cells, first);
    const status = statusIn(cells, first);
    const by = attributionOf(cells, first);
    const actors = actorsOf(cells, first);
    const place = placeOf(cells, first);
    if (category === undefined || status === undefined || by === undefined || actors === undefined || place === undefined) return false;
    const alone = isPlaced ? ZERO_JSON : place.alone();
    if (alone === undefined) return false;

    // What it is called: where it has no words at all, by what it is and where.
    const hasTitle = title >= 0 && !isEmptyCell(cells, first + title);
    const isDescribed = description >= 0 && !isEmptyCell(cells, first + description);
    const [kind = ''] = category.value;
    if (!hasTitle && (isDescribed || category.value.length !== 1 || kind === '' || place.name.value === '')) return false;

    // The record.
    const idFrom = id < 0 ? 0 : (cells.start[first + id] as number);
    const idTo = id < 0 ? 0 : (cells.end[first + id] as number);
    const isNamed = idTo !== idFrom;
    if (isNamed && (idTo < idFrom || !isIdText(bytes, idFrom, idTo))) return false;
    const ownId = isNamed ? '' : contentId({
      title: hasTitle ? block.text(position, title) : `${kind}${DASH}${place.name.value}`,
      description: isDescribed ? block.text(position, description) : '',
      edtf: isSpan ? `${textOf(from)}/${textOf(to)}` : textOf(from),
      wording: '',
      place: place.name.value,
      position: isPlaced ? `${lng} ${lat}` : '',
    });
    const idHash = isNamed ? hashOfAscii(bytes, idFrom, idTo) : hashOf(ownId);
    if (taker.hasIdHash(idHash)) return false;
    const rowEnd = cells.end[first + width - 1] as number;
    const rowLength = (rowEnd < 0 ? ~rowEnd : rowEnd) - (cells.start[first] as number);
    const recurring = 2 * category.json.length + by.json.length + actors.json.length + 2 * place.json.length + alone.length;
    const { records } = taker;
    out.bytes = records.reserve(2 * rowLength + recurring + overhead);
    const { offset } = records;
    out.at = offset;
    if (!isNamed) writeAscii(out, `"${ownId}"`);
    else if (!writeJsonText(out, bytes, idFrom, idTo, 'as-is', TEXT)) return false;
    comma();
    if (!hasTitle) {
      writeBytes(out, category.json, 0, category.json.length - 1);
      writeBytes(out, DASH_BYTES);
      writeBytes(out, place.json, 1);
    } else if (!writeWords(out, cells, first + title)) {
      return false;
    }
    comma();
    writeBytes(out, status.json);
    comma();
    writeWhen(out, from, isSpan ? to : undefined);
    comma();
    out.bytes[out.at] = ZERO;
    out.at += 1;
    let last = out.at - 2;
    comma();
    if (writeField(out, category.json)) last = out.at;
    comma();
    if (isPlaced) {
      writeBytes(out, EXACT_PLACE);
      writeBytes(out, place.json);
      comma();
      writeJsonNumber(out, lng, bytes, cells.start[first + longitude] as number, cells.end[first + longitude] as number);
      comma();
      writeJsonNumber(out, lat, bytes, cells.start[first + latitude] as number, cells.end[first + latitude] as number);
      out.bytes[out.at] = CLOSE;
      out.at += 1;
      last = out.at;
    } else if (writeField(out, alone)) {
      last = out.at;
    }
    writeBytes(out, SHORT_TITLE);
    let describing = 0;
    if (isDescribed) {
      if (!writeWords(out, cells, first + description)) return false;
      describing = out.units;
      last = out.at;
    } else {
      out.bytes[out.at] = ZERO;
      out.at += 1;
    }
    comma();
    if (writeField(out, by.json)) last = out.at;
    writeBytes(out, PART_TO_BASIS);
    if (writeField(out, actors.json)) last = out.at;
    writeBytes(out, SOURCES_TO_MEDIA);
    let isFirst = true;
    for (const { column, json, isKept } of others) {
      if (isEmptyCell(cells, first + column)) continue;
      if (!isKept) return false;
      out.bytes[out.at] = isFirst ? OPEN : COMMA;
      out.at += 1;
      isFirst = false;
      writeBytes(out, json);
      if (!writeCell(out, cells, first + column, TEXT)) return false;
      out.bytes[out.at] = CLOSE;
      out.at += 1;
    }
    if (!isFirst) {
      out.bytes[out.at] = CLOSE;
      out.at += 1;
      last = out.at;
    }

    const line = block.line(position);
    watch.year(line, from.year);
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
    event.placeName = isPlaced ? place.name : noPlace;
    event.lng = lng;
    event.lat = lat;
    taker.addWritten(event, last - offset);
    return true;
  };
}

const [COMMA, OPEN, CLOSE, ZERO, NINE, QUOTE, APOSTROPHE, LETTER_T] = [0x2c, 0x5b, 0x5d, 0x30, 0x39, 0x22, 0x27, 0x54] as const;
const ZERO_JSON = encodeUtf8('0');
/** What stands in a record between the fields that a plain row has, as `encodeEvent` writes it. */
const [EXACT_PLACE, SHORT_TITLE, PART_TO_BASIS, SOURCES_TO_MEDIA] = ['[0,', ',0,', ',0,0,0,', ',0,0,0,'].map(encodeUtf8) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** What stands between a category and a place that make a title. */
const DASH = ' – ';
const DASH_BYTES = encodeUtf8(DASH);

function writeAscii(out: JsonOut, text: string): void {
  for (let k = 0; k < text.length; k += 1) out.bytes[out.at + k] = text.charCodeAt(k);
  out.at += text.length;
}

/** Writes a field of a record; tells whether it is more than the sign that it is lacking. */
function writeField(out: JsonOut, json: Uint8Array): boolean {
  writeBytes(out, json);
  return json[0] !== ZERO;
}

function writeWhen(out: JsonOut, from: PlainDate, to: PlainDate | undefined): void {
  out.bytes[out.at] = QUOTE;
  out.at += 1;
  writeDate(out, from);
  if (to !== undefined) {
    writeBytes(out, SLASH);
    writeDate(out, to);
  }
  out.bytes[out.at] = QUOTE;
  out.at += 1;
}

const SLASH = encodeUtf8('/');

function writeDate(out: JsonOut, { bytes, from, to, hasTime }: PlainDate): void {
  const { at } = out;
  writeBytes(out, bytes, from, to);
  if (hasTime) out.bytes[at + CLOCK_AT] = LETTER_T;
}

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

const isEmptyCell = ({ start, end }: ByteCells, cell: number): boolean => start[cell] === end[cell];

function isDegreesCell({ bytes, start, end }: ByteCells, cell: number): boolean {
  return isPlainDegrees(bytes, start[cell] as number, end[cell] as number);
}

/** Longest cell that can say that there is nothing, as bytes. */
const LONGEST_ABSENT = 9;

/** Whether a cell can say that there is nothing. No such cell ends with a digit. */
const mayBeAbsent = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start <= LONGEST_ABSENT && !isDigit(bytes[end - 1] as number) && isAbsent(decodeUtf8(bytes.subarray(start, end)));

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

/** First bytes of letters among which there are blanks, or a byte order mark. */
const BLANK_LEADS: ReadonlySet<number> = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** 1 for bytes that text without blanks around it can begin with. */
const BEGINS = Uint8Array.from({ length: 256 }, (_, byte) => (byte > 0x20 && byte !== APOSTROPHE && !BLANK_LEADS.has(byte) ? 1 : 0));

/** Whether a text ends with a sign that is no blank. */
function endsPlainly(bytes: Uint8Array, start: number, end: number): boolean {
  let last = end - 1;
  if ((bytes[last] as number) < 0x80) return (bytes[last] as number) > 0x20;
  while (last > start && ((bytes[last] as number) & 0xc0) === 0x80) last -= 1;
  return !BLANK_LEADS.has(bytes[last] as number);
}

/** Bytes of texts, and of those that may be written as HTML: there, `<` and `&` can be markup, and returns are line ends. */
const TEXT = byteRoles([]);
const WORDS = byteRoles(['<', '&', '\r'].map((sign) => sign.charCodeAt(0)));

/** Writes a title or a description; `false` where it is padded, guarded, holds what can be markup, or says that there is none. */
function writeWords(out: JsonOut, cells: ByteCells, cell: number): boolean {
  const { bytes, start, end } = cells;
  const from = start[cell] as number;
  const to = stopOf(end[cell] as number);
  return to > from && endsPlainly(bytes, from, to) && !mayBeAbsent(bytes, from, to) && writeCell(out, cells, cell, WORDS);
}

/** Writes the text of a cell as it stands; `false` where it is guarded, or may be blank. */
function writeCell(out: JsonOut, { bytes, start, end, quoting }: ByteCells, cell: number, roles: ByteRoles): boolean {
  const from = start[cell] as number;
  const to = end[cell] as number;
  if (to < 0 && quoting !== 'doubled') return false;
  return BEGINS[bytes[from] as number] === 1 && writeJsonText(out, bytes, from, stopOf(to), to < 0 ? 'doubled' : 'as-is', roles);
}

/** Where a cell ends, whatever the marks in it stand for. */
const stopOf = (end: number): number => (end < 0 ? ~end : end);

/** Whether an id is of ASCII without blanks, not guarded, and says more than that there is none. */
function isIdText(bytes: Uint8Array, start: number, end: number): boolean {
  if (BEGINS[bytes[start] as number] !== 1 || (bytes[end - 1] as number) <= 0x20) return false;
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= 0x80) return false;
  return !mayBeAbsent(bytes, start, end);
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

/** A text that recurs: what it means, what columns share of it, and the field of a record that says so. */
interface Word<T, S = T> {
  readonly value: T;
  readonly shared: Shared<S>;
  readonly json: Uint8Array;
}

/** Reads the cell of a row whose first one is given; `undefined` where its text cannot be read plainly. */
type WordColumn<W> = (cells: ByteCells, first: number) => W | undefined;

/** Most different texts of a column that are remembered. */
const MOST_WORDS = 65_536;

/** Makes a reader of a column, or of none, in which texts recur: each is read once. An empty cell says `nothing`. */
function wordColumn<W>(column: number, read: (text: string) => W | undefined, nothing: W): WordColumn<W> {
  if (column < 0) return () => nothing;
  const known = internBytes();
  const words: (W | undefined)[] = [];
  return ({ bytes, start, end }, first) => {
    const from = start[first + column] as number;
    const to = end[first + column] as number;
    if (from === to) return nothing;
    if (to < 0 || known.texts.length >= MOST_WORDS) return undefined;
    const number = known.add(bytes, from, to);
    if (number === words.length) words.push(read(known.texts[number] ?? ''));
    return words[number];
  };
}

const word = <T>(value: T, fieldOf: (value: T) => unknown): Word<T> => ({ value, shared: shared(value), json: encodeUtf8(JSON.stringify(fieldOf(value))) });

const actorsWord = (value: readonly string[]): Word<readonly string[], string> =>
  ({ value, shared: shared(value[0] ?? ''), json: encodeUtf8(JSON.stringify(value.length === 0 ? 0 : value)) });

const aloneOrList = (values: readonly string[]): unknown => (values.length === 0 ? 0 : values.length === 1 ? values[0] : values);
const statusField = (status: Status): unknown => (status === 'confirmed' ? 0 : status);
const itself = (text: string): string => text;
const nameIn = (text: string): string => unguarded(text).trim();

/** A place by its name, and the field of a record where it has no position; `undefined` where a position was found for it. */
interface PlaceWord {
  readonly name: Shared<string>;
  readonly json: Uint8Array;
  readonly alone: () => Uint8Array | undefined;
}

function placeWord(name: string, placed: (place: Place) => Place): PlaceWord {
  const fieldOf = (): Uint8Array | undefined => {
    if (name === '') return ZERO_JSON;
    const found = placed({ kind: 'not-stated', name, basis: { kind: 'stated' }, wording: undefined });
    return isLocated(found) ? undefined : encodeUtf8(JSON.stringify(encodePlace(found)));
  };
  let field: { readonly json: Uint8Array | undefined } | undefined;
  return { name: shared(name), json: encodeUtf8(JSON.stringify(name)), alone: () => (field ??= { json: fieldOf() }).json };
}
