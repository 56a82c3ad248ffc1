import { isObject, type Members } from './dateline-file.ts';
import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { firstObjects, sampledJson } from './json-entries.ts';

/** GeoJSON (RFC 7946) of other programs, with any of the ways in which they write when a feature was: a collection, a feature alone, or a sequence of them (RFC 8142). */
export const geojson: ImportFormat = {
  id: 'geojson',
  name: 'GeoJSON',
  looksLike,
  load: async () => (await import('./geojson/read-geojson.ts')).readGeojson,
};

function looksLike(sample: Sample): number {
  const json = sampledJson(sample);
  const file = membersOf(json);
  if (file['type'] === 'FeatureCollection' || firstObjects(file['features']).some(isFeature)) return 0.94;
  if (isFeature(file)) return 0.94;
  return Array.isArray(json) && firstObjects(json).some(isFeature) ? 0.9 : 0;
}

const isFeature = ({ type, geometry, properties }: Members): boolean => type === 'Feature' && (geometry === null || isObject(geometry) || isObject(properties));
