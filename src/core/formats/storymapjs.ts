import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { firstObjects, sampledJson } from './json-entries.ts';

/** The JSON of StoryMapJS: https://storymap.knightlab.com/advanced/. Its slides have places and an order, and seldom a date. */
export const storymapjs: ImportFormat = {
  id: 'storymapjs',
  name: 'StoryMapJS',
  looksLike: (sample: Sample) => (firstObjects(membersOf(membersOf(sampledJson(sample))['storymap'])['slides']).length > 0 ? 0.97 : 0),
  load: async () => (await import('./storymapjs/read-storymapjs.ts')).readStorymapjs,
};
