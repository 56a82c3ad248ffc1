import { decodeUtf8 } from '../base/utf8.ts';
import { contentId } from './content-id.ts';
import type { Json } from './event.ts';
import { encodePlace, type PlaceTuple } from './place-record.ts';
import { LACK, type ReadTuple, type RecordTuple } from './record.ts';

/** The fields that a row can have a column of. */
export const ROW_FIELDS = ['id', 'title', 'description', 'start', 'end', 'category', 'status', 'attribution', 'actor', 'place', 'latitude', 'longitude'] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** How the rows of a table are read as records. */
export interface RowForm {
  /** The byte between cells. */
  readonly delimiter: number;
  /** Number of cells of each row. */
  readonly width: number;
  /** Position of each field's column; −1 for a field that the table does not have. */
  readonly columns: Readonly<Record<RowField, number>>;
  /** Columns of what events have besides, and its names. */
  readonly others: readonly { readonly column: number; readonly name: string }[];
  /** By column: texts of cells that mean something else than themselves, each with what the field of a record is for it. */
  readonly meanings: ReadonlyMap<number, ReadonlyMap<string, Json>>;
}

/** Rows of a table, where they stand in its file. */
export interface RowSource {
  /** The file in UTF-8. Its cells are in quotation marks, in which such marks are doubled, or hold neither a line end nor the delimiter. */
  readonly bytes: Uint8Array;
  readonly form: RowForm;
}

/** The same as records of a dataset. */
export interface RowRecords extends RowSource {
  /** Where the row of a record begins, by the record's position. */
  readonly start: Uint32Array<ArrayBuffer>;
}

/** Where the letter before a time of day stands in EDTF; in cells it can be a blank. */
const CLOCK_AT = 10;

/** What stands between a category and a place that make a title. */
export const TITLE_DASH = ' – ';

/** The record that a row stands for, by where it begins: field by field the one that `encodeEvent` makes of its event. */
export function rowRecord(source: RowSource, start: number): ReadTuple {
  const { columns, others, meanings } = source.form;
  const cells = cellsOf(source, start);
  const textOf = (field: RowField): string => cells[columns[field]] ?? '';
  const meantBy = (field: RowField): Json => {
    const text = textOf(field);
    return meanings.get(columns[field])?.get(text) ?? (text === '' ? LACK : text);
  };
  const dateOf = (field: 'start' | 'end'): string => {
    const meant = meantBy(field);
    if (typeof meant !== 'string') return '';
    return meant[CLOCK_AT] === ' ' ? `${meant.slice(0, CLOCK_AT)}T${meant.slice(CLOCK_AT + 1)}` : meant;
  };
  const [from, to] = [dateOf('start'), dateOf('end')];
  const edtf = to === '' || to === from ? from : `${from}/${to}`;
  const categories = meantBy('category') as RecordTuple[5];
  const named = meantBy('place');
  const place = typeof named === 'string' ? named : '';
  const actors = meantBy('actor') as string | readonly string[] | typeof LACK;
  // Adding 0 makes one of the two zeros, as JSON does.
  const position = textOf('longitude') === '' ? undefined : ([Number(textOf('longitude')) + 0, Number(textOf('latitude')) + 0] as const);
  const title = textOf('title') === '' ? `${String(categories)}${TITLE_DASH}${place}` : textOf('title');
  const description = textOf('description');
  const extra = others.filter(({ column }) => cells[column] !== '').map(({ column, name }) => [name, cells[column] ?? ''] as const);
  return [
    textOf('id') === '' ? contentId({ title, description, edtf, wording: '', place, position: position?.join(' ') ?? '' }) : textOf('id'),
    title,
    meantBy('status') as RecordTuple[2],
    edtf,
    LACK,
    categories,
    placeField(place, position),
    LACK,
    description === '' ? LACK : description,
    meantBy('attribution') as RecordTuple[9],
    LACK,
    LACK,
    LACK,
    typeof actors === 'string' ? [actors] : actors,
    LACK,
    LACK,
    LACK,
    extra.length === 0 ? LACK : extra,
  ];
}

function placeField(name: string, position: readonly [lng: number, lat: number] | undefined): PlaceTuple | typeof LACK {
  if (position === undefined && name === '') return LACK;
  const base = { name, basis: { kind: 'stated' }, wording: undefined } as const;
  return encodePlace(position === undefined ? { ...base, kind: 'not-stated' } : { ...base, kind: 'exact', at: position });
}

const [LINE_FEED, RETURN, QUOTE] = [0x0a, 0x0d, 0x22] as const;

/** The texts of a row's cells. */
function cellsOf({ bytes, form: { delimiter, width } }: RowSource, start: number): readonly string[] {
  const bounds: { readonly from: number; readonly to: number; readonly isMarked: boolean }[] = [];
  let at = start;
  for (let column = 0; column < width; column += 1) {
    const cell = bytes[at] === QUOTE ? quotedCell(bytes, at + 1) : { from: at, to: plainEnd(bytes, at, delimiter), isMarked: false };
    bounds.push(cell);
    at = cell.to + (cell.from > at ? 2 : 1);
  }
  const stretch = bytes.subarray(start, bounds.at(-1)?.to ?? start);
  const text = decodeUtf8(stretch);
  // Decoding never makes more units than there are bytes; of as many, each is one byte.
  const isByUnit = text.length === stretch.length;
  return bounds.map(({ from, to, isMarked }) => {
    const cell = isByUnit ? text.slice(from - start, to - start) : decodeUtf8(bytes.subarray(from, to));
    return isMarked ? cell.replaceAll('""', '"') : cell;
  });
}

function quotedCell(bytes: Uint8Array, from: number): { readonly from: number; readonly to: number; readonly isMarked: boolean } {
  let to = bytes.indexOf(QUOTE, from);
  let isMarked = false;
  while (bytes[to + 1] === QUOTE) {
    isMarked = true;
    to = bytes.indexOf(QUOTE, to + 2);
  }
  return { from, to, isMarked };
}

function plainEnd(bytes: Uint8Array, from: number, delimiter: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at += 1;
  return at;
}

/** What is known of the cells of a row by where they stand. */
interface StandingCells {
  readonly bytes: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly delimiter: number;
}

/**
 * Where the row begins whose cells are those from `first` to `last`; −1 where it is not written so that `rowRecord` finds the same cells.
 * The end of a cell in which marks are doubled is given as its complement, a number below zero.
 */
export function rowStartOf({ bytes, start, end, delimiter }: StandingCells, first: number, last: number): number {
  const opening = start[first] as number;
  const begin = bytes[opening - 1] === QUOTE ? opening - 1 : opening;
  if (begin > 0 && !isLineEnd(bytes[begin - 1] as number)) return -1;
  let at = begin;
  for (let cell = first; cell <= last; cell += 1) {
    const from = start[cell] as number;
    const to = end[cell] as number;
    if (from === at) {
      if (to < 0 || bytes[at] === QUOTE) return -1;
      at = to;
    } else {
      const stop = to < 0 ? ~to : to;
      if (from !== at + 1 || bytes[at] !== QUOTE || bytes[stop] !== QUOTE || (to < 0 && !areDoubled(bytes, from, stop))) return -1;
      at = stop + 1;
    }
    if (cell < last && bytes[at] !== delimiter) return -1;
    at += 1;
  }
  return at > bytes.length || isLineEnd(bytes[at - 1] as number) ? begin : -1;
}

const isLineEnd = (byte: number): boolean => byte === LINE_FEED || byte === RETURN;

function areDoubled(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] !== QUOTE) continue;
    at += 1;
    if (at === to || bytes[at] !== QUOTE) return false;
  }
  return true;
}
