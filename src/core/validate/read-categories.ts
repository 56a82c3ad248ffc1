import { buildStory } from '../model/build-story.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Category, Story } from '../model/story.ts';

/** Gathers the categories that events name. */
export interface CategoryGathering {
  /** Takes an event's; returns those that a file with a list of its own forgot, each once. */
  readonly add: (event: Pick<TimelineEvent, 'categories'>) => readonly string[];
  /** The story with every category that its events name: the listed ones, then the others in order of mention. */
  readonly complete: () => Story;
}

const NONE: readonly string[] = [];

/** Starts with the categories that a story lists. */
export function categoriesOf(story: Story): CategoryGathering {
  const known = new Map<string, Category>(story.categories.map((category) => [category.id, category]));
  const isListed = known.size > 0;
  return {
    add: ({ categories }) => {
      if (categories.every((id) => known.has(id))) return NONE;
      const unknown = categories.filter((id, position) => !known.has(id) && categories.indexOf(id) === position);
      for (const id of unknown) known.set(id, { id, name: id });
      return isListed ? unknown : NONE;
    },
    complete: () => (known.size === story.categories.length ? story : buildStory({ ...story, categories: [...known.values()] })),
  };
}
