import { isObject, type Members } from './dateline-file.ts';
import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { firstObjects, sampledJson } from './json-entries.ts';

/** Items and datasets of Timemap.js (nrabinowitz/timemap), which joins a SIMILE timeline to a map. */
export const timemapjs: ImportFormat = {
  id: 'timemapjs',
  name: 'Timemap.js',
  looksLike,
  load: async () => (await import('./timemap/read-timemapjs.ts')).readTimemapjs,
};

function looksLike(sample: Sample): number {
  const json = sampledJson(sample);
  const list = firstObjects(Array.isArray(json) ? json : (membersOf(json)['datasets'] ?? membersOf(json)['items']));
  const items = list.flatMap((entry) => [entry, ...firstObjects(membersOf(entry['options'])['items']), ...firstObjects(entry['items'])]);
  return items.some(isItem) ? 0.93 : 0;
}

const isItem = ({ point, polyline, polygon, overlay, placemarks, start, title }: Members): boolean =>
  (start !== undefined || title !== undefined)
  && ((isObject(point) && 'lat' in point) || [polyline, polygon].some((line) => firstObjects(line, 1).some((at) => 'lat' in at)) || (isObject(overlay) && 'north' in overlay) || firstObjects(placemarks).some(isItem));
