import type { Dataset } from '../model/dataset.ts';
import type { TimelineEvent } from '../model/event.ts';
import { eventsInFileOrder, rowOf } from '../model/rows.ts';
import type { Story } from '../model/story.ts';
import { changeOf } from './change-of.ts';
import type { Change } from './change.ts';
import { withStoryMembers } from './with-members.ts';

/**
 * Adds the events of another story at the end of a story, with the categories, eras and sources that it lists. An event whose id the story has
 * already gets that id with a number behind it, and relations follow.
 */
export function addStory(dataset: Dataset, other: Dataset): Change {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const idFor = (id: string): string => {
    if (rowOf(dataset, id) === undefined) return id;
    for (let suffix = 2; ; suffix += 1) {
      const candidate = `${id}-${suffix}`;
      if (rowOf(dataset, candidate) === undefined && rowOf(other, candidate) === undefined && !taken.has(candidate)) return candidate;
    }
  };
  for (const { id } of eventsInFileOrder(other)) {
    const own = idFor(id);
    taken.add(own);
    if (own !== id) given.set(id, own);
  }
  const renamed = (event: TimelineEvent): TimelineEvent => ({
    ...event,
    id: given.get(event.id) ?? event.id,
    relations: event.relations.map((relation) => ({ ...relation, to: given.get(relation.to) ?? relation.to })),
  });
  const added = Array.from(eventsInFileOrder(other), (event) => ({ event: given.size === 0 ? event : renamed(event) }));
  return changeOf(dataset, 'import', { added, story: together(dataset.story, other.story) });
}

function together(story: Story, other: Story): Story {
  const listed = new Set(story.categories.map(({ id }) => id));
  const categories = other.categories.filter(({ id }) => !listed.has(id));
  if (categories.length + other.eras.length + other.sources.length === 0) return story;
  return withStoryMembers(story, {
    categories: [...story.categories, ...categories],
    eras: [...story.eras, ...other.eras],
    sources: [...story.sources, ...other.sources],
  });
}
