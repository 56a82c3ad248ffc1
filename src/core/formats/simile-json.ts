import type { ImportFormat, Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { firstObjects, sampledJson } from './json-entries.ts';

/** The JSON of SIMILE Timeline: https://simile-widgets.org/wiki/Timeline_EventSources. */
export const simileJson: ImportFormat = {
  id: 'simile-json',
  name: 'SIMILE Timeline',
  looksLike,
  load: async () => (await import('./simile/read-simile-json.ts')).readSimileJson,
};

/** Members that only events of it have. */
const SIGNS = ['durationEvent', 'isDuration', 'latestStart', 'earliestEnd', 'textColor', 'classname', 'tapeImage', 'hoverText', 'eventID', 'trackNum'] as const;

function looksLike(sample: Sample): number {
  const file = membersOf(sampledJson(sample));
  const events = firstObjects(file['events']);
  if (!events.some(({ start }) => typeof start === 'string')) return 0;
  if (file['dateTimeFormat'] !== undefined || file['date-time-format'] !== undefined) return 0.95;
  return file['wikiURL'] !== undefined || file['wiki-url'] !== undefined || events.some((event) => SIGNS.some((sign) => event[sign] !== undefined)) ? 0.9 : 0.45;
}
