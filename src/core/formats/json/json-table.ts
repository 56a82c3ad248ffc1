import type { Steps } from '../../base/steps.ts';
import type { Json } from '../../model/event.ts';
import { isObject, quoted, type Members } from '../dateline-file.ts';
import type { Finding } from '../entry.ts';
import type { JsonRecord } from '../json-cut.ts';
import type { RowBlock, Table } from '../table.ts';

/** Most rows of a block. */
const BLOCK_ROWS = 2048;

/** How deep members of members become columns of their own, as in `location.lat`. */
const DEEPEST = 3;

/** A record as a row: cells by the names of their columns. */
type Cells = ReadonlyMap<string, string>;

/** Turns a record into cells; `undefined` for one that holds none. */
export type CellsOf = (json: Json) => Cells | undefined;

/**
 * A table of records, of which columns are all members that any record has, in the order in which they first appear. `records` gives them anew at each call. Columns named
 * in `first` come first. Yields how far it has looked for columns, from 0 to 1.
 */
export function* jsonTable(records: () => Iterable<JsonRecord>, cellsOf: CellsOf = cellsOfObject, first: readonly string[] = []): Steps<number, Table> {
  const columns = new Map(first.map((name, column) => [name, column]));
  const filled = new Set<string>();
  let count = 0;
  for (const { json, fault, share } of records()) {
    count += 1;
    if (count % BLOCK_ROWS === 0) yield share;
    if (fault !== undefined) continue;
    for (const [name, cell] of cellsOf(json) ?? []) {
      if (!columns.has(name)) columns.set(name, columns.size);
      if (cell !== '' && !filled.has(name)) filled.add(name);
    }
  }
  const names = [...columns.keys()];
  // Where some records have members within one that others have as null, the null is no column of its own.
  const parents = new Set(names.flatMap((name) => [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index))));
  const header = names.filter((name) => filled.has(name) || !parents.has(name));
  return { header, headerLine: 1, delimiter: undefined, sheet: undefined, sheets: [], blocks: () => blocksOf(records(), cellsOf, header) };
}

interface Row {
  readonly line: number;
  readonly cells: Cells;
  readonly fault: Finding | undefined;
  readonly text: string;
}

function* blocksOf(records: Iterable<JsonRecord>, cellsOf: CellsOf, header: readonly string[]): Iterable<RowBlock> {
  let rows: Row[] = [];
  let share = 0;
  for (const record of records) {
    rows.push(rowOf(record, cellsOf));
    share = record.share;
    if (rows.length < BLOCK_ROWS) continue;
    yield blockOf(rows, header, share);
    rows = [];
  }
  if (rows.length > 0) yield blockOf(rows, header, share);
}

const NO_CELLS: Cells = new Map();

function rowOf({ line, json, fault }: JsonRecord, cellsOf: CellsOf): Row {
  const cells = fault === undefined ? cellsOf(json) : undefined;
  if (cells !== undefined) return { line, cells, fault: undefined, text: '' };
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return { line, cells: NO_CELLS, fault: fault ?? { code: 'entry-wrong-kind', value: quoted(json), parameters: { wanted: 'object' } }, text };
}

const blockOf = (rows: readonly Row[], header: readonly string[], share: number): RowBlock => ({
  count: rows.length,
  line: (row) => rows[row]?.line ?? 0,
  width: (row) => (rows[row]?.cells.size === 0 ? 0 : header.length),
  text: (row, column) => (rows[row]?.fault === undefined ? (rows[row]?.cells.get(header[column] ?? '') ?? '') : (rows[row]?.text ?? '')),
  fault: (row) => rows[row]?.fault,
  share,
});

/** The cells of an object: those of objects within it under paths, lists of words joined, all else that is nested as JSON. */
export function cellsOfObject(json: Json): Cells | undefined {
  if (!isObject(json)) return undefined;
  const cells = new Map<string, string>();
  addMembers(cells, json, '', 1);
  return cells;
}

function addMembers(cells: Map<string, string>, members: Members, prefix: string, depth: number): void {
  for (const name of Object.keys(members)) {
    const value = asDate(asGeojson(name, unwrapped(members[name] as Json)));
    const path = prefix + name;
    if (isObject(value) && depth === 1 && isWrapper(name, value, members)) addMembers(cells, value, '', depth + 1);
    else if (isObject(value) && depth < DEEPEST && !isGeometry(value)) addMembers(cells, value, `${path}.`, depth + 1);
    else cells.set(path, cellText(value));
  }
}

/** Members in which databases and interfaces put the fields of a record, beside what they say of it themselves. */
const WRAPPERS: ReadonlySet<string> = new Set(['_source', '_doc', 'attributes', 'fields', 'properties', 'node']);

const isWrapper = (name: string, fields: Members, record: Members): boolean =>
  WRAPPERS.has(name) && !isGeometry(fields) && Object.keys(fields).every((field) => !Object.hasOwn(record, field));

/** The parts of a date as ISO 8601 has them; anything else as it is. */
function asDate(json: Json): Json {
  if (!isObject(json) || !Object.keys(json).every((name) => name === 'year' || name === 'month' || name === 'day')) return json;
  const [year, month, day] = [json['year'], json['month'], json['day']].map((part) => (part === undefined || part === null ? '' : String(part).trim()));
  if (year === undefined || !/^-?\d{1,4}$/.test(year)) return json;
  const parts = [year.replace(/\d+/, (digits) => digits.padStart(4, '0'))];
  for (const part of [month, day]) {
    if (part === undefined || !/^\d{1,2}$/.test(part) || Number(part) === 0) break;
    parts.push(part.padStart(2, '0'));
  }
  // Nothing of it may be lost; a zero says nothing.
  return parts.length - 1 === [month, day].filter((part) => part !== '' && Number(part) !== 0).length ? parts.join('-') : json;
}

/** A value that a database marks with its type, as in `{"$date": "2020-01-01"}`: https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/. */
function unwrapped(json: Json): Json {
  const [name, ...others] = isObject(json) ? Object.keys(json) : [];
  return isObject(json) && others.length === 0 && name?.startsWith('$') === true ? unwrapped(json[name] ?? null) : json;
}

/** A geometry of ArcGIS that is a point in degrees, as GeoJSON has it. */
function asGeojson(name: string, json: Json): Json {
  if (name !== 'geometry' || !isObject(json)) return json;
  const { x, y } = json;
  const isPoint = typeof x === 'number' && typeof y === 'number' && Math.abs(x) <= 180 && Math.abs(y) <= 90;
  return isPoint ? { type: 'Point', coordinates: [x, y] } : json;
}

const isGeometry = ({ type, coordinates, geometry, geometries }: Members): boolean =>
  typeof type === 'string' && [coordinates, geometry, geometries].some((part) => part !== undefined);

/** A value as the text of a cell. */
export function cellText(json: Json): string {
  if (json === null) return '';
  if (typeof json !== 'object') return String(json);
  if (Array.isArray(json)) {
    const entries = json as readonly Json[];
    const areWords = entries.every((entry) => typeof entry !== 'object' && !String(entry).includes(';'));
    if (areWords) return entries.map(String).join('; ');
  }
  return JSON.stringify(json);
}
