import { appMessages } from './en/app.ts';
import { exportMessages } from './en/export.ts';
import { filterMessages } from './en/filters.ts';
import { issueMessages } from './en/issues.ts';
import { listMessages } from './en/list.ts';
import { mapMessages } from './en/map.ts';
import { modelMessages } from './en/model.ts';
import { timeMessages } from './en/time.ts';
import { timelineMessages } from './en/timeline.ts';

/** The English catalogue, one section per part of the program. Entries are strings, or functions of what varies. */
export const en = {
  app: appMessages,
  export: exportMessages,
  filters: filterMessages,
  issues: issueMessages,
  list: listMessages,
  map: mapMessages,
  model: modelMessages,
  time: timeMessages,
  timeline: timelineMessages,
};
