import type { Json } from '../model/event.ts';
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
  if (timemapRole(json) !== undefined) return 0.93;
  return firstObjects(membersOf(json)['events']).some(isEvent) ? 0.9 : 0;
}

/** What a file of TimeMap holds that does not hold all. */
export type TimemapRole = 'events' | 'associations' | 'sources';

/** What a file of TimeMap holds by what it begins with; `undefined` for any other file. */
export function timemapRole(json: Json | undefined): TimemapRole | undefined {
  if (Array.isArray(json)) {
    const entries = firstObjects(json);
    if (entries.some(isEvent)) return 'events';
    return entries.length > 0 && entries.every(isAssociation) ? 'associations' : undefined;
  }
  const sources = Object.values(membersOf(json)).slice(0, 20);
  return sources.length > 0 && sources.every((source) => isObject(source) && Array.isArray(source['paths']) && source['id'] !== undefined) ? 'sources' : undefined;
}

const isEvent = ({ date, description, latitude, location, associations, sources, filters }: Members): boolean =>
  date !== undefined && description !== undefined && (latitude !== undefined || location !== undefined) && [associations, sources, filters].some((list) => Array.isArray(list));

const isAssociation = ({ id, mode, filter_paths: paths }: Members): boolean =>
  id !== undefined && typeof mode === 'string' && (Array.isArray(paths) || /^(?:CATEGORY|NARRATIVE|FILTER)$/.test(mode));
