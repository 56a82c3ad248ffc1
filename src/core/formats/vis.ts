import { isObject, type Members } from './dateline-file.ts';
import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { firstObjects, sampledJson } from './json-entries.ts';

/** Items and groups of vis-timeline: https://visjs.github.io/vis-timeline/docs/timeline/#Data_Format. */
export const vis: ImportFormat = {
  id: 'vis-timeline',
  name: 'vis-timeline',
  looksLike,
  load: async () => (await import('./vis/read-vis.ts')).readVis,
};

/** What only items of it have. */
const SIGNS = ['className', 'subgroup', 'editable', 'selectable', 'limitSize', 'style', 'group'] as const;

const TYPES: ReadonlySet<unknown> = new Set(['box', 'point', 'range', 'background']);

function looksLike(sample: Sample): number {
  const json = sampledJson(sample);
  const isList = Array.isArray(json);
  const items = firstObjects(isList ? json : membersOf(json)['items']).filter((item) => hasDate(item['start']));
  if (items.length === 0) return 0;
  if (items.some(({ type }) => TYPES.has(type))) return 0.92;
  if (!items.some(({ content }) => typeof content === 'string')) return 0;
  return !isList || items.some((item) => SIGNS.some((sign) => item[sign] !== undefined)) ? 0.9 : 0.8;
}

const hasDate = (value: Members[string] | undefined): boolean => typeof value === 'number' || (typeof value === 'string' && value !== '') || isObject(value);
