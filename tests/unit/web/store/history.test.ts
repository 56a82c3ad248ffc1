import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/core/edit/change.ts';
import { addEvent, deleteEvents, duplicateEvents, editEvent } from '../../../../src/core/edit/edit-events.ts';
import { mergeEvents } from '../../../../src/core/edit/merge-events.ts';
import { buildEvent } from '../../../../src/core/model/build-event.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { editingOf } from '../../../../src/web/store/history.ts';
import type { Store } from '../../../../src/web/store/store.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { observed } from '../../../support/observed.ts';
import { storeOf } from '../support.ts';

const story = (): Store => storeOf([{ when: '2026-02-01', place: 'Tehran' }, { when: '2026-02-02' }, { when: null }]);
const datasetIn = (store: Store) => store.opened.value.dataset;
const titlesIn = (store: Store): readonly string[] => [...eventsInFileOrder(datasetIn(store))].map(({ title }) => title);
const rename = (store: Store, id: string, title: string): boolean => editingOf(store).apply(editEvent(datasetIn(store), id, { title }));

describe('the history of a story', () => {
  it('is the same whoever asks for it', () => {
    const store = story();
    expect(editingOf(store)).toBe(editingOf(store));
  });

  it('does, undoes and redoes changes', () => {
    const store = story();
    const { undo, redo, canUndo, canRedo } = editingOf(store);
    rename(store, 'e0', 'First');
    rename(store, 'e1', 'Second');
    expect([titlesIn(store), canUndo.value, canRedo.value]).toEqual([['First', 'Second', 'Event 2'], true, false]);
    expect([undo(), undo(), undo()]).toEqual([true, true, false]);
    expect([titlesIn(store), canUndo.value, canRedo.value]).toEqual([['Event 0', 'Event 1', 'Event 2'], false, true]);
    expect([redo(), titlesIn(store)]).toEqual([true, ['First', 'Event 1', 'Event 2']]);
  });

  it('forgets what was undone when something else is done', () => {
    const store = story();
    rename(store, 'e0', 'First');
    editingOf(store).undo();
    rename(store, 'e0', 'Another');
    expect([editingOf(store).canRedo.value, editingOf(store).redo()]).toEqual([false, false]);
  });

  it('has no step for a change that changes nothing', () => {
    const store = story();
    const before = datasetIn(store);
    expect([rename(store, 'e0', 'Event 0'), editingOf(store).canUndo.value, datasetIn(store) === before]).toEqual([false, false, true]);
  });

  it('puts deleted events back where they stood, with the relations to them', () => {
    const store = storeOf([{ when: '2026' }, { when: '2025' }, { relations: [{ kind: 'follows', to: 'e1' }] }]);
    const before = observed(datasetIn(store));
    editingOf(store).apply(deleteEvents(datasetIn(store), ['e1']));
    expect([...eventsInFileOrder(datasetIn(store))].flatMap(({ relations }) => relations)).toEqual([]);
    editingOf(store).undo();
    expect(observed(datasetIn(store))).toEqual(before);
  });

  it('takes a whole import back in one step', () => {
    const store = story();
    const before = store.opened.value;
    const imported = { ...before, dataset: datasetOf([{ title: 'Imported' }]), fileName: 'other.csv' };
    const heard: (Change | 'replaced')[] = [];
    editingOf(store).onChange((change) => heard.push(change));
    editingOf(store).replace(imported, 'import');
    expect([store.opened.value, editingOf(store).toUndo.value]).toEqual([imported, { deed: 'import', events: 1, title: undefined }]);
    editingOf(store).undo();
    expect(store.opened.value).toBe(before);
    editingOf(store).redo();
    expect(store.opened.value).toBe(imported);
    expect(heard).toEqual(['replaced', 'replaced', 'replaced']);
  });

  it('is emptied when another story is opened, and says that all is replaced', () => {
    const store = story();
    const heard: (Change | 'replaced')[] = [];
    rename(store, 'e0', 'First');
    editingOf(store).onChange((change) => heard.push(change));
    store.open({ ...store.opened.value, dataset: datasetOf([{}]) });
    expect([editingOf(store).canUndo.value, editingOf(store).lastDeed.value, heard]).toEqual([false, undefined, ['replaced']]);
  });

  it('tells listeners of each change as it can be done to what was there before', () => {
    const store = story();
    const heard: (Change | 'replaced')[] = [];
    const stop = editingOf(store).onChange((change) => heard.push(change));
    rename(store, 'e0', 'First');
    editingOf(store).undo();
    editingOf(store).redo();
    stop();
    editingOf(store).undo();
    const titles = heard.map((change) => (change === 'replaced' ? [] : change.events.map(({ before, after }) => [before?.title, after?.title])));
    expect(titles).toEqual([[['Event 0', 'First']], [['First', 'Event 0']], [['Event 0', 'First']]]);
  });

  it('follows changes of elsewhere without a step of its own', () => {
    const store = story();
    rename(store, 'e0', 'First');
    const heard: (Change | 'replaced')[] = [];
    editingOf(store).onChange((change) => heard.push(change));
    editingOf(store).isElsewhere.value = true;
    editingOf(store).follow(editEvent(datasetIn(store), 'e1', { title: 'Second' }));
    expect([titlesIn(store), editingOf(store).canUndo.value, heard]).toEqual([['First', 'Second', 'Event 2'], false, []]);
  });

  it('changes nothing while the story is changed elsewhere', () => {
    const store = story();
    rename(store, 'e0', 'First');
    editingOf(store).isElsewhere.value = true;
    expect([rename(store, 'e1', 'Second'), editingOf(store).undo(), editingOf(store).canUndo.value]).toEqual([false, false, false]);
    expect(titlesIn(store)).toEqual(['First', 'Event 1', 'Event 2']);
    editingOf(store).isElsewhere.value = false;
    expect(editingOf(store).undo()).toBe(true);
  });

  it('changes nothing of a story that a newer version has made, and says why', () => {
    const store = story();
    store.open({ ...store.opened.peek(), issues: [{ code: 'version-newer', severity: 'warning', place: {} }] });
    expect([rename(store, 'e0', 'First'), editingOf(store).lock.value]).toEqual([false, 'newer']);
    editingOf(store).isElsewhere.value = true;
    expect(editingOf(store).lock.value).toBe('elsewhere');
    expect(titlesIn(store)).toEqual(['Event 0', 'Event 1', 'Event 2']);
  });

  it('gives ids that are new', () => {
    const { freshId } = editingOf(story());
    expect(new Set(Array.from({ length: 100 }, freshId)).size).toBe(100);
  });
});

describe('the selection', () => {
  it('goes to what was changed, added or brought back', () => {
    const store = story();
    const editing = editingOf(store);
    const selected = (): string | undefined => store.view.value.selected;
    rename(store, 'e1', 'Second');
    expect(selected()).toBe('e1');
    editing.apply(duplicateEvents(datasetIn(store), ['e1'], () => 'copy'));
    expect(selected()).toBe('copy');
    editing.undo();
    expect(selected()).toBe('e1');
    editing.redo();
    editing.apply(mergeEvents(datasetIn(store), ['e0', 'e1', 'copy']));
    expect(selected()).toBe('e0');
    editing.apply(addEvent(datasetIn(store), buildEvent({ id: 'new', title: 'New' })));
    expect(selected()).toBe('new');
    editing.apply(deleteEvents(datasetIn(store), ['new']));
    expect(selected()).toBeUndefined();
    editing.undo();
    expect(selected()).toBe('new');
  });

  it('does not go to an event that only named a deleted one', () => {
    const store = storeOf([{}, { relations: [{ kind: 'follows', to: 'e0' }] }]);
    store.dispatch({ kind: 'select', id: 'e0' });
    editingOf(store).apply(deleteEvents(datasetIn(store), ['e0']));
    expect(store.view.value.selected).toBeUndefined();
  });

  it('leaves the chosen place when nothing is there any more', () => {
    const store = story();
    store.dispatch({ kind: 'choose-place', key: 'exact:51.4215,35.694:Tehran' });
    rename(store, 'e0', 'First');
    expect(store.view.value.place).toBe('exact:51.4215,35.694:Tehran');
    editingOf(store).apply(deleteEvents(datasetIn(store), ['e0']));
    expect(store.view.value.place).toBeUndefined();
  });
});
