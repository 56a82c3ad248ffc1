import type { Json } from '../../model/event.ts';
import { isObject, type Members } from '../dateline-file.ts';
import { fieldsNamed } from '../field-names.ts';
import { membersOf } from '../json-cut.ts';
import { firstObjects } from '../json-entries.ts';

/** How deep a list of records is looked for. */
const DEEPEST = 3;

/** Names that lists of events go by: one of them is taken before a longer list of another name. */
const USUAL: ReadonlySet<string> = new Set(['events', 'data', 'items', 'records', 'rows', 'results', 'entries', 'features', 'hits', 'incidents', 'bindings', 'value', 'list', 'docs', 'elements', 'observations', 'response', 'timeline']);

interface Found {
  readonly path: string;
  readonly weight: number;
}

/** Where the records stand of the results of a SPARQL query, and of a map that kepler.gl saved. */
export const [SPARQL, KEPLER] = ['results.bindings', 'datasets.*.data.allData'] as const;

/** Results of a SPARQL query: https://www.w3.org/TR/sparql11-results-json/. */
const isSparql = ({ head, results }: Members): boolean => Array.isArray(membersOf(head)['vars']) && Array.isArray(membersOf(results)['bindings']);

const isKepler = ({ datasets }: Members): boolean => firstObjects(datasets, 1).some(({ data }) => Array.isArray(membersOf(data)['allData']));

/** The path of the list that most likely holds the records of a file; empty for a file that is a list, `{}` for one whose members are records; `undefined` where there is none. */
export function recordPath(file: Json | undefined): string | undefined {
  if (Array.isArray(file)) return '';
  if (isSparql(membersOf(file))) return SPARQL;
  if (isKepler(membersOf(file))) return KEPLER;
  return bestIn(file, '', 0)?.path ?? (isDirectory(file) ? DIRECTORY : isRecord(file) ? ALONE : undefined);
}

/** A file that is a record itself: it has a title or a date, and something besides. */
export const ALONE = '!';

function isRecord(file: Json | undefined): boolean {
  const names = isObject(file) ? Object.keys(file).filter((name) => typeof file[name] === 'string' || typeof file[name] === 'number') : [];
  return names.length > 1 && names.some((name) => fieldsNamed(name).some(({ field, certainty }) => (field === 'title' || field === 'start') && certainty >= SURE));
}

/** How sure a name makes that a member is a title or a date. */
const SURE = 0.9;

/** The records of a file whose members are records, each under its id. */
export const DIRECTORY = '{}';

const isDirectory = (file: Json | undefined): boolean => {
  const values = isObject(file) ? Object.values(file) : [];
  return values.length > 1 && values.every((value) => isObject(value) && Object.keys(value).length > 1);
};

function bestIn(json: Json | undefined, prefix: string, depth: number): Found | undefined {
  if (!isObject(json) || depth >= DEEPEST) return undefined;
  let best: Found | undefined;
  for (const [name, value] of Object.entries(json)) {
    if (name.includes('.') || /[!*{}]/.test(name)) continue;
    const path = prefix + name;
    const found = Array.isArray(value) ? weigh(path, name, value) : bestIn(value, `${path}.`, depth + 1);
    if (found !== undefined && found.weight > (best?.weight ?? 0)) best = found;
  }
  return best;
}

/** Most entries that count: more of them make a list no likelier. */
const MOST = 50;

/** Whether an entry has several members, or one that has, as in `{"visit": {"name": "a", "start": "2024"}}`. */
function isRow(entry: Json): boolean {
  const values = isObject(entry) ? Object.values(entry) : [];
  const [only] = values;
  return values.length > 1 || (isObject(only) && Object.keys(only).length > 1);
}

function weigh(path: string, name: string, list: readonly Json[]): Found | undefined {
  const rows = list.filter(isRow).length;
  return rows === 0 ? undefined : { path, weight: Math.min(rows, MOST) * (USUAL.has(name.toLowerCase()) ? 4 : 1) };
}
