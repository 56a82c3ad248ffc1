import { isObject } from './dateline-file.ts';
import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { firstObjects, sampledJson } from './json-entries.ts';

/** The data package of a TimeMapper view (okfn/timemapper): records under the resources of a `datapackage.json`. */
export const timemapper: ImportFormat = {
  id: 'timemapper',
  name: 'TimeMapper',
  looksLike,
  load: async () => (await import('./timemapper/read-timemapper.ts')).readTimemapper,
};

function looksLike(sample: Sample): number {
  const resources = firstObjects(membersOf(sampledJson(sample))['resources']);
  return resources.some(({ records, data }) => firstObjects(records).length > 0 || firstObjects(data).some((row) => Object.keys(row).some((name) => /^(?:start|title|headline)$/i.test(name)) || isObject(row['location']))) ? 0.92 : 0;
}
