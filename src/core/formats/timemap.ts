import { isObject, type Members } from './dateline-file.ts';
import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { firstObjects, sampledJson } from './json-entries.ts';

/** Events, associations and sources of TimeMap, as Forensic Architecture and Bellingcat publish them. */
export const timemap: ImportFormat = {
  id: 'timemap',
  name: 'TimeMap',
  looksLike,
  load: async () => (await import('./timemap/read-timemap.ts')).readTimemap,
};

function looksLike(sample: Sample): number {
  const json = sampledJson(sample);
  if (Array.isArray(json)) {
    const entries = firstObjects(json);
    return entries.some(isEvent) || (entries.length > 0 && entries.every(isAssociation)) ? 0.93 : 0;
  }
  const file = membersOf(json);
  if (firstObjects(file['events']).some(isEvent)) return 0.9;
  const sources = Object.values(file).slice(0, 20);
  return sources.length > 0 && sources.every((source) => isObject(source) && Array.isArray(source['paths']) && source['id'] !== undefined) ? 0.93 : 0;
}

const isEvent = ({ date, description, latitude, location, associations, sources, filters }: Members): boolean =>
  date !== undefined && description !== undefined && (latitude !== undefined || location !== undefined) && [associations, sources, filters].some((list) => Array.isArray(list));

const isAssociation = ({ id, mode, filter_paths: paths }: Members): boolean =>
  id !== undefined && typeof mode === 'string' && (Array.isArray(paths) || /^(?:CATEGORY|NARRATIVE|FILTER)$/.test(mode));
