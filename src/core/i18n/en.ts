import { appMessages } from './en/app.ts';
import { filterMessages } from './en/filters.ts';
import { legendMessages } from './en/legend.ts';
import { listMessages } from './en/list.ts';
import { mapMessages } from './en/map.ts';
import { modelMessages } from './en/model.ts';
import { timeMessages } from './en/time.ts';
import { timelineMessages } from './en/timeline.ts';
import type { Language } from './language.ts';

/**
 * The English catalogue, one section per part of the program. Entries are strings, or functions of what varies. What the page does without at
 * first is in parts of its own: `figure-messages.ts` and its neighbours.
 */
export const en = {
  language: 'en' as Language,
  app: appMessages,
  filters: filterMessages,
  legend: legendMessages,
  list: listMessages,
  map: mapMessages,
  model: modelMessages,
  time: timeMessages,
  timeline: timelineMessages,
};
