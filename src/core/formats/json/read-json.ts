import { err, ok } from '../../base/result.ts';
import type { Json } from '../../model/event.ts';
import { isObject, quoted } from '../dateline-file.ts';
import type { Reader } from '../format.ts';
import { cutJson, membersOf, type JsonCut, type JsonRecord } from '../json-cut.ts';
import { firstObjects, scalarText, sampledJson, wrongKind } from '../json-entries.ts';
import { wikidata } from '../layouts/wikidata.ts';
import { cellText, cellsOfObject, jsonTable } from './json-table.ts';
import { KEPLER, recordPath, SPARQL } from './record-path.ts';
import { bindingCells } from './sparql.ts';

/** Reads a list of records as a table: of objects, or of lists under a first one that names the columns. A list of anything else holds no events. */
export const readJson: Reader = function* ({ bytes, sample }) {
  const path = recordPath(sampledJson(sample)) ?? '';
  const cut = cutJson(bytes, [path]);
  if (!cut.ok) return cut;
  const { frame, lists, issues } = cut.value;
  const records = function* (): Iterable<JsonRecord> {
    for (const list of lists) for (const record of list.records()) yield list.areMembers ? withKey(record) : record;
  };
  if (path === SPARQL) return ok({ kind: 'table', table: yield* jsonTable(records, bindingCells, varsOf(frame)), layout: wikidata, issues });
  if (path === KEPLER) return ok({ kind: 'table', table: yield* jsonTable(keplerRecords(frame, lists)), layout: undefined, issues });
  const first = firstRecords(records());
  if (first.length === 0 && lists.length === 0) return err({ code: 'file-unknown', severity: 'error', place: {}, value: quoted(frame) });
  if (first.every((json) => typeof json !== 'object' || json === null)) return ok({ kind: 'entries', entries: refusals(records()), questions: [], issues });
  if (first.every((json) => Array.isArray(json))) return ok({ kind: 'table', table: yield* jsonTable(namedRows(records)), layout: undefined, issues });
  return ok({ kind: 'table', table: yield* jsonTable(records, cellsOfObject), layout: undefined, issues, ...titleIn(frame) });
};

/** A record with its name among its members, unless it has an id there. */
const withKey = (record: JsonRecord): JsonRecord => {
  const { json, key } = record;
  return isObject(json) && key !== undefined && json['id'] === undefined ? { ...record, json: { id: key, ...json } } : record;
};

/** How many records show what kind of list it is. */
const SHOWN = 100;

function firstRecords(records: Iterable<JsonRecord>): readonly Json[] {
  const jsons: Json[] = [];
  for (const { json, fault } of records) {
    if (fault === undefined) jsons.push(json);
    if (jsons.length === SHOWN) break;
  }
  return jsons;
}

function* refusals(records: Iterable<JsonRecord>): Iterable<ReturnType<typeof wrongKind>> {
  for (const { line, json, fault } of records) {
    const refusal = wrongKind(line, json);
    yield fault === undefined || refusal.kind !== 'refused' ? refusal : { ...refusal, finding: fault };
  }
}

/** What the file calls itself beside its list. */
function titleIn(frame: Json): { readonly story?: { readonly title: string } } {
  const title = isObject(frame) ? scalarText(frame['title']) : undefined;
  return title === undefined ? {} : { story: { title } };
}

const varsOf = (frame: Json): readonly string[] => {
  const vars = membersOf(membersOf(frame)['head'])['vars'];
  return Array.isArray(vars) ? (vars as readonly Json[]).filter((name) => typeof name === 'string') : [];
};

/** Rows that are lists, under the names that the first of them gives; without such a one they are numbered. */
const namedRows = (records: () => Iterable<JsonRecord>) =>
  function* (): Iterable<JsonRecord> {
    let names: readonly string[] | undefined;
    for (const record of records()) {
      const { json, fault } = record;
      if (fault !== undefined || !Array.isArray(json)) {
        yield record;
        continue;
      }
      const cells = json as readonly Json[];
      if (names === undefined) {
        const isHeader = cells.every((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
        names = isHeader ? (cells as readonly string[]) : cells.map((_, column) => String(column + 1));
        if (isHeader) continue;
      }
      yield { ...record, json: rowOf(names, cells) };
    }
  };

const rowOf = (names: readonly string[], cells: readonly Json[]): Json =>
  Object.fromEntries(cells.map((cell, column) => [names[column] ?? String(column + 1), cell !== null && typeof cell === 'object' ? cellText(cell) : cell]));

/** The rows of the datasets of a map, each under the fields of its own dataset. */
const keplerRecords = (frame: Json, lists: JsonCut['lists']) =>
  function* (): Iterable<JsonRecord> {
    const datasets = firstObjects(membersOf(frame)['datasets'], Infinity);
    for (const { steps, records } of lists) {
      const data = membersOf(membersOf(datasets[Number(steps[1])])['data']);
      const names = firstObjects(data['fields'], Infinity).map((field, column) => scalarText(field['name']) ?? String(column + 1));
      for (const record of records()) yield Array.isArray(record.json) ? { ...record, json: rowOf(names, record.json as readonly Json[]) } : record;
    }
  };
