import { isObject } from './dateline-file.ts';
import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { firstObjects, sampledJson } from './json-entries.ts';

/** The JSON of TimelineJS, version 3 (https://timeline.knightlab.com/docs/json-format.html) and its forerunner. */
export const timelinejs: ImportFormat = {
  id: 'timelinejs',
  name: 'TimelineJS',
  looksLike,
  load: async () => (await import('./timelinejs/read-timelinejs.ts')).readTimelinejs,
};

function looksLike(sample: Sample): number {
  const file = membersOf(sampledJson(sample));
  const old = membersOf(file['timeline']);
  if (firstObjects(old['date']).length > 0) return 0.95;
  const slides = firstObjects(file['events']);
  if (slides.some((slide) => isObject(slide['start_date']))) return 0.95;
  const hasTexts = slides.some(({ text }) => isObject(text) && ('headline' in text || 'text' in text));
  if (hasTexts) return 0.85;
  return slides.length === 0 && isObject(file['title']) && isObject(file['title']['text']) && Array.isArray(file['events']) ? 0.8 : 0;
}
