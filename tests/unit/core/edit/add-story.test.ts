import { describe, expect, it } from 'vitest';
import { addStory } from '../../../../src/core/edit/add-story.ts';
import { inverseOf } from '../../../../src/core/edit/change.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildEvent } from '../../../../src/core/model/build-event.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import { patchDataset } from '../../../../src/core/model/patch-dataset.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';

const storyOf = (categories: readonly string[], events: readonly Parameters<typeof buildEvent>[0][]) =>
  buildDataset(buildStory({ title: 'A story', categories: categories.map((id) => ({ id, name: id.toUpperCase() })) }), events.map(buildEvent));

describe('events of another story', () => {
  const story = storyOf(['sea'], [{ id: 'a', title: 'One', categories: ['sea'] }, { id: 'a-2', title: 'Two' }]);
  const other = storyOf(['land', 'sea'], [
    { id: 'a', title: 'Three', categories: ['land'] },
    { id: 'b', title: 'Four', relations: [{ kind: 'follows', to: 'a' }] },
  ]);
  const change = addStory(story, other);
  const both = patchDataset(story, change);

  it('stand at the end, under ids of their own', () => {
    expect(Array.from(eventsInFileOrder(both), ({ id, title }) => [id, title])).toEqual([['a', 'One'], ['a-2', 'Two'], ['a-3', 'Three'], ['b', 'Four']]);
  });

  it('take their relations and categories with them', () => {
    expect(Array.from(eventsInFileOrder(both)).at(-1)?.relations).toEqual([{ kind: 'follows', to: 'a-3' }]);
    expect(both.story.categories).toEqual([{ id: 'sea', name: 'SEA' }, { id: 'land', name: 'LAND' }]);
  });

  it('go again when that is taken back', () => {
    const before = patchDataset(both, inverseOf(change));
    expect([...eventsInFileOrder(before)]).toEqual([...eventsInFileOrder(story)]);
    expect(before.story).toEqual(story.story);
  });
});
