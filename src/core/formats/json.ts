import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { sampledJson } from './json-entries.ts';
import { KEPLER, recordPath, SPARQL } from './json/record-path.ts';

/** Any JSON that holds a list of records: a table whose columns are the members of its records. Also the results of SPARQL queries and the saved maps of kepler.gl. */
export const json: ImportFormat = {
  id: 'json',
  name: 'JSON',
  looksLike,
  load: async () => (await import('./json/read-json.ts')).readJson,
};

function looksLike(sample: Sample): number {
  const file = sampledJson(sample);
  // Its positions are counts of steps along shared borders, which only a map program puts together.
  if (membersOf(file)['type'] === 'Topology') return 0;
  const path = recordPath(file);
  if (path === SPARQL || path === KEPLER) return 0.95;
  if (path !== undefined) return 0.4;
  return file === undefined ? 0 : 0.1;
}
