import type { Dataset } from './dataset.ts';
import { datasetBuilder } from './dataset-builder.ts';
import type { TimelineEvent } from './event.ts';
import type { Story } from './story.ts';

/** Makes the dataset of a story and its events, given in the order of their file. Throws when two events have the same id. */
export function buildDataset(story: Story, events: readonly TimelineEvent[]): Dataset {
  const builder = datasetBuilder();
  for (const event of events) builder.add(event);
  return builder.finish(story);
}
