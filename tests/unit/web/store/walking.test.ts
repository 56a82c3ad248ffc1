import { describe, expect, it } from 'vitest';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import { nextEvent } from '../../../../src/web/commands/next-event.ts';
import { lastEvent } from '../../../../src/web/commands/last-event.ts';
import { previousEvent } from '../../../../src/web/commands/previous-event.ts';
import { createStore, type Store } from '../../../../src/web/store/store.ts';
import { walkingOf } from '../../../../src/web/store/walking.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';
import { contextOf } from '../support.ts';

const walk = ['v=1&event=e1', 'v=1&event=e0&q=Event', 'v=1&spacing=true'].map((view, k) => ({ title: `Step ${k + 1}`, text: '', view }));

function story(steps = walk): Store {
  const dataset = datasetOf([{ when: '2026-02-03' }, { when: '2026-02-04' }], buildStory({ title: 'S', walk: steps }));
  return createStore({ dataset, issues: [], fileName: 'story.geojson' }, world());
}

describe('the walk through a story', () => {
  it('shows the view of each step, and stands aside before it is begun', () => {
    const store = story();
    const walking = walkingOf(store);
    expect([walking.isOpen.value, walking.step.value, walking.count.value]).toEqual([false, undefined, 3]);
    walking.goTo(1);
    expect(store.view.value).toMatchObject({ step: 1, selected: 'e0', text: 'Event', spacing: 'compressed' });
    walking.goTo(2);
    expect(store.view.value).toMatchObject({ step: 2, selected: undefined, text: '', spacing: 'true' });
  });

  it('ends at its ends', () => {
    const walking = walkingOf(story());
    walking.goTo(99);
    expect(walking.step.value).toBe(2);
    walking.goTo(-1);
    expect(walking.step.value).toBe(0);
  });

  it('is left with the view as it is', () => {
    const store = story();
    walkingOf(store).goTo(1);
    walkingOf(store).leave();
    expect(store.view.value).toMatchObject({ step: undefined, selected: 'e0', text: 'Event' });
  });

  it('is gone through by the keys that otherwise go from event to event', () => {
    const store = story();
    const context = contextOf(store);
    walkingOf(store).goTo(0);
    nextEvent.run(context);
    expect(walkingOf(store).step.value).toBe(1);
    lastEvent.run(context);
    expect(walkingOf(store).step.value).toBe(2);
    previousEvent.run(context);
    expect(walkingOf(store).step.value).toBe(1);
    walkingOf(store).leave();
    nextEvent.run(context);
    expect([walkingOf(store).step.value, store.view.value.selected]).toEqual([undefined, 'e1']);
  });

  it('is not there where a link asks for a step that there is not', () => {
    const store = story([]);
    store.dispatch({ kind: 'replace', view: { ...INITIAL_VIEW, step: 4 } });
    expect([walkingOf(store).step.value, walkingOf(store).isOpen.value]).toEqual([undefined, false]);
  });
});
