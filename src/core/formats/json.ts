import { isObject } from './dateline-file.ts';
import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { sampledJson } from './json-entries.ts';
import { recordPath } from './json/record-path.ts';

/** Any JSON that holds a list of records: a table whose columns are the members of its records. Also the results of SPARQL queries and the saved maps of kepler.gl. */
export const json: ImportFormat = {
  id: 'json',
  name: 'JSON',
  looksLike,
  load: async () => (await import('./json/read-json.ts')).readJson,
};

function looksLike(sample: Sample): number {
  const file = sampledJson(sample);
  if (isSparql(file) || isKepler(file)) return 0.95;
  if (recordPath(file) !== undefined) return 0.4;
  return file === undefined ? 0 : 0.1;
}

/** Results of a SPARQL query: https://www.w3.org/TR/sparql11-results-json/. */
const isSparql = (file: ReturnType<typeof sampledJson>): boolean => Array.isArray(membersOf(membersOf(file)['head'])['vars']) && isObject(membersOf(file)['results'] ?? null);

/** A map saved by kepler.gl. */
const isKepler = (file: ReturnType<typeof sampledJson>): boolean => {
  const [first] = Array.isArray(membersOf(file)['datasets']) ? (membersOf(file)['datasets'] as readonly unknown[]) : [];
  return isObject(first as never) && Array.isArray(membersOf(membersOf(first as never)['data'])['allData']);
};
