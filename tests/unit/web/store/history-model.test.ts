import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/core/edit/change.ts';
import { addEvent, deleteEvents, duplicateEvents, editEvent, placeEvent } from '../../../../src/core/edit/edit-events.ts';
import { editMany, type ManyEdit } from '../../../../src/core/edit/edit-many.ts';
import { editCategories, editEras, editStory } from '../../../../src/core/edit/edit-story.ts';
import { mergeEvents } from '../../../../src/core/edit/merge-events.ts';
import { moveInTime, type TimeMove } from '../../../../src/core/edit/move-in-time.ts';
import { splitEvent } from '../../../../src/core/edit/split-event.ts';
import { withMembers } from '../../../../src/core/edit/with-members.ts';
import { dateline } from '../../../../src/core/formats/dateline.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { STATUSES, type TimelineEvent } from '../../../../src/core/model/event.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import type { Story } from '../../../../src/core/model/story.ts';
import { DAY } from '../../../../src/core/time/instant.ts';
import { editingOf } from '../../../../src/web/store/history.ts';
import { createStore, type Store } from '../../../../src/web/store/store.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { observed } from '../../../support/observed.ts';
import { world } from '../../../support/world.ts';

/** A story as plainly as it can be held. */
interface PlainStory {
  readonly events: readonly TimelineEvent[];
  readonly story: Story;
}

/** The model: every state that the story was in, and at which of them it is. */
interface Model {
  states: readonly PlainStory[];
  at: number;
}

/** A change of a plain story, event by event. */
function plainlyChanged({ events, story }: PlainStory, change: Change): PlainStory {
  const kept = events.flatMap((event) => {
    const fate = change.events.find(({ before }) => before?.id === event.id);
    return fate === undefined ? [event] : (fate.after ?? []);
  });
  const coming = change.events.filter(({ before }) => before === undefined).toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0);
  for (const { after, at } of coming) if (after !== undefined) kept.splice(at ?? kept.length, 0, after);
  return { events: kept, story: change.story?.after ?? story };
}

const datasetIn = (store: Store): Dataset => store.opened.value.dataset;
const expectSame = (store: Store, { states, at }: Model): void => {
  const state = states[at];
  if (state === undefined) throw new Error(`the model has no state ${at}`);
  expect(observed(datasetIn(store))).toEqual(observed(buildDataset(state.story, state.events)));
};

/** A deed: what somebody might ask for of a story that has events. */
type Deed = (dataset: Dataset, idAt: (position: number) => string, fresh: () => string) => Change;

const deed = (name: string, ask: Deed): fc.Command<Model, Store> => ({
  check: () => true,
  run: (model, store) => {
    const dataset = datasetIn(store);
    const ids = [...eventsInFileOrder(dataset)].map(({ id }) => id);
    if (ids.length === 0) return;
    const editing = editingOf(store);
    const change = ask(dataset, (position) => ids[position % ids.length] ?? '', editing.freshId);
    const present = model.states[model.at];
    if (present === undefined || !editing.apply(change)) return;
    model.states = [...model.states.slice(0, model.at + 1), plainlyChanged(present, change)];
    model.at += 1;
  },
  toString: () => name,
});

const step = (name: 'undo' | 'redo'): fc.Command<Model, Store> => ({
  check: () => true,
  run: (model, store) => {
    const to = model.at + (name === 'undo' ? -1 : 1);
    const isThere = model.states[to] !== undefined;
    expect(editingOf(store)[name]()).toBe(isThere);
    if (isThere) model.at = to;
  },
  toString: () => name,
});

const position = fc.nat({ max: 20 });
const some = fc.uniqueArray(position, { minLength: 1, maxLength: 4 });
const title = fc.constantFrom('Talks', 'Strikes', 'Statement');
const manyEdit: fc.Arbitrary<ManyEdit> = fc.record(
  {
    addCategory: fc.constantFrom('military', 'economy'),
    removeCategory: fc.constantFrom('military', 'diplomacy'),
    status: fc.constantFrom(...STATUSES),
    shiftDays: fc.integer({ min: -400, max: 400 }),
    zone: fc.constantFrom('local', 'Asia/Tehran'),
  },
  { requiredKeys: [] },
);
const move: fc.Arbitrary<TimeMove> = fc.record({
  by: fc.integer({ min: -800, max: 800 }).map((days) => days * DAY),
  edge: fc.constantFrom('both', 'start', 'end'),
});

/** Events that come into a story, the same in every run. */
const POOL = fc.sample(arbitraryEvents, { seed: 1, numRuns: 40 }).flat();

const COMMANDS: readonly fc.Arbitrary<fc.Command<Model, Store>>[] = [
  fc.tuple(fc.constantFrom(...POOL), fc.option(position)).map(([event, at]) =>
    deed('add', (dataset, _, fresh) => addEvent(dataset, withMembers(event, { id: fresh() }), at ?? undefined))),
  fc.tuple(position, title).map(([at, text]) => deed('edit', (dataset, idAt) => editEvent(dataset, idAt(at), { title: text }))),
  fc.tuple(position, fc.constantFrom(...POOL)).map(([at, { when, places, categories, relations, actors, extra }]) =>
    deed('edit all', (dataset, idAt) => editEvent(dataset, idAt(at), { when, places, categories, relations, actors, extra }))),
  fc.tuple(position, fc.constantFrom(...POOL)).map(([at, { places }]) => deed('place', (dataset, idAt) => placeEvent(dataset, idAt(at), places))),
  some.map((all) => deed('delete', (dataset, idAt) => deleteEvents(dataset, all.map(idAt)))),
  some.map((all) => deed('duplicate', (dataset, idAt, fresh) => duplicateEvents(dataset, new Set(all.map(idAt)), fresh))),
  some.map((all) =>
    deed('merge', (dataset, idAt) => {
      const ids = [...new Set(all.map(idAt))];
      return ids.length < 2 ? editStory(dataset, {}) : mergeEvents(dataset, ids);
    })),
  fc.tuple(position, title).map(([at, text]) => deed('split', (dataset, idAt, fresh) => splitEvent(dataset, idAt(at), [{ title: text }, {}], fresh))),
  fc.tuple(some, manyEdit).map(([all, edit]) => deed('edit many', (dataset, idAt) => editMany(dataset, all.map(idAt), edit))),
  fc.tuple(position, move).map(([at, by]) => deed('move', (dataset, idAt) => moveInTime(dataset, idAt(at), by))),
  position.map((at) =>
    deed('lanes', (dataset) => {
      const { categories } = dataset.story;
      const [first, second] = [categories[at % Math.max(categories.length, 1)], categories[(at + 1) % Math.max(categories.length, 1)]];
      if (first === undefined || second === undefined || first === second) return editEras(dataset, { kind: 'add', era: { name: 'Era', when: '2026' } });
      if (at % 4 === 0) return editCategories(dataset, { kind: 'rename', id: first.id, name: 'Renamed' });
      if (at % 4 === 1) return editCategories(dataset, { kind: 'order', ids: categories.map(({ id }) => id).toReversed() });
      return at % 4 === 2
        ? editCategories(dataset, { kind: 'merge', ids: [first.id], into: second.id })
        : editCategories(dataset, { kind: 'delete', id: first.id, into: undefined });
    })),
  title.map((text) => deed('story', (dataset) => editStory(dataset, { title: text }))),
  fc.constant(step('undo')),
  fc.constant(step('undo')),
  fc.constant(step('redo')),
];

const LISTED = ['diplomacy', 'military', 'inside-iran'].map((id) => ({ id, name: id }));

describe('any list of changes, undone and redone', () => {
  it('leaves the story that a plain list of its states has, and undoing all gives the first bytes again', { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(arbitraryEvents, fc.commands([...COMMANDS], { maxCommands: 16 }), (events, commands) => {
        const story = buildStory({ title: 'A story', categories: LISTED });
        const store = createStore({ dataset: buildDataset(story, events), issues: [], fileName: 'story.geojson' }, world());
        const model: Model = { states: [{ events, story }], at: 0 };
        const first = dateline.serialize(datasetIn(store));
        fc.modelRun(() => ({ model, real: store }), commands);
        expectSame(store, model);
        const last = dateline.serialize(datasetIn(store));
        const { at } = model;
        while (editingOf(store).undo()) model.at -= 1;
        expect([model.at, dateline.serialize(datasetIn(store))]).toEqual([0, first]);
        while (model.at < at && editingOf(store).redo()) model.at += 1;
        expect(dateline.serialize(datasetIn(store))).toBe(last);
        expectSame(store, model);
      }),
      { numRuns: 1000 },
    );
  });
});
