import type { Dataset } from '../model/dataset.ts';
import type { TimelineEvent } from '../model/event.ts';
import { eventAt, eventsInFileOrder } from '../model/rows.ts';
import type { Story } from '../model/story.ts';

/** What is written to a file: a story with all of its events, or with some. */
export interface StoryPart {
  readonly story: Story;
  /** The events in the order of writing, anew at each call; none of them is held. */
  readonly events: () => Iterable<TimelineEvent>;
}

/** A whole dataset, its events in the order of their file. */
export const wholeOf = (dataset: Dataset): StoryPart => ({ story: dataset.story, events: () => eventsInFileOrder(dataset) });

/** Some rows of a dataset, in the order in which each call of `rows` gives them: a part is walked over more than once. */
export const partOf = (dataset: Dataset, rows: () => Iterable<number>): StoryPart => ({
  story: dataset.story,
  *events() {
    for (const row of rows()) yield eventAt(dataset, row);
  },
});
