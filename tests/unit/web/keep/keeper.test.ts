import { describe, expect, it, vi } from 'vitest';
import { addEvent } from '../../../../src/core/edit/edit-events.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { createKeeper } from '../../../../src/web/keep/keeper.ts';
import { localDisk } from '../../../../src/web/keep/local-disk.ts';
import { recoverStory } from '../../../../src/web/keep/recover.ts';
import { editingOf } from '../../../../src/web/store/history.ts';
import { datasetOf, eventOf } from '../../../support/dataset.ts';
import { memoryShelf } from '../../../support/memory-shelf.ts';
import { memoryLocks, memoryTalk } from '../../../support/memory-tabs.ts';
import { storeOf } from '../support.ts';

const FULL = new DOMException('no room', 'QuotaExceededError');

/** A browser with two shelves, in which tabs are opened. */
function browser() {
  const [one, two] = [memoryShelf('database'), memoryShelf('files')];
  const shelves = [one.shelf, two.shelf];
  const locks = memoryLocks();
  const talk = memoryTalk();
  const persist = vi.fn<() => void>();
  let clock = 1000;
  const tab = () => {
    const store = storeOf([{ title: 'First' }]);
    const keeper = createKeeper({ store, disk: localDisk(shelves), locks, talk: talk(), now: () => (clock += 1000), persist });
    const add = (title: string): void => {
      const { dataset } = store.opened.peek();
      editingOf(store).apply(addEvent(dataset, { ...eventOf({ title }, 0), id: title }));
    };
    const titles = (): readonly string[] => Array.from(eventsInFileOrder(store.opened.value.dataset), ({ title }) => title);
    const saved = () => expect.poll(() => keeper.state.value).toBe('saved');
    return { store, keeper, add, titles, saved, editing: editingOf(store) };
  };
  return { one, two, shelves, tab, persist };
}

describe('the keeper of a page', () => {
  it('keeps nothing before the first change, and then asks that it is not cleared', async () => {
    const { tab, shelves, persist } = browser();
    const { keeper, add, saved } = tab();
    expect(keeper.kept.value).toBeUndefined();
    expect(persist).not.toHaveBeenCalled();
    add('Second');
    add('Third');
    await saved();
    expect(persist).toHaveBeenCalledTimes(1);
    expect(await recoverStory(shelves, keeper.kept.value ?? '')).toBeDefined();
  });

  it('brings a story back with all changes, and offers it', async () => {
    const { tab } = browser();
    const first = tab();
    first.add('Second');
    await first.saved();
    first.add('Third');
    first.editing.undo();
    first.add('Fourth');
    await first.saved();
    const id = first.keeper.kept.value ?? '';
    first.store.open({ dataset: datasetOf([{ title: 'Another story' }]), issues: [], fileName: '' });
    await expect.poll(() => first.keeper.kept.value).toBeUndefined();
    const second = tab();
    await expect.poll(() => second.keeper.offer.value?.id).toBe(id);
    expect(await second.keeper.open(id)).toBe(true);
    expect(second.titles()).toEqual(['First', 'Second', 'Fourth']);
    expect(second.keeper.offer.value).toBeUndefined();
  });

  it('never writes another story that is opened into the one that was open', async () => {
    const { tab, shelves } = browser();
    const { store, keeper, add, saved } = tab();
    add('Second');
    const id = keeper.kept.value ?? '';
    store.open({ dataset: datasetOf([{ title: 'Another story' }], { title: 'Another' }), issues: [], fileName: '' });
    add('Of the other one');
    await saved();
    expect(keeper.kept.value).not.toBe(id);
    await expect.poll(async () => (await recoverStory(shelves, id))?.head.about).toMatchObject({ title: 'A story', events: 2 });
  });

  it('keeps an import in place of the story, and its undoing', async () => {
    const { tab } = browser();
    const first = tab();
    first.add('Second');
    await first.saved();
    first.editing.replace({ dataset: datasetOf([{ title: 'Imported' }]), issues: [], fileName: '' }, 'import');
    await first.saved();
    const follower = tab();
    await follower.keeper.open(first.keeper.kept.value ?? '');
    expect(follower.titles()).toEqual(['Imported']);
    first.editing.undo();
    await expect.poll(follower.titles).toEqual(['First', 'Second']);
  });

  it('brings back what was typed into a form that was open', async () => {
    const { tab } = browser();
    const first = tab();
    for (const text of ['E', 'Ea', 'Ear', 'Early']) first.keeper.draft('new', text);
    expect(first.keeper.state.value).toBe('saving');
    await first.saved();
    const second = tab();
    await second.keeper.open(first.keeper.kept.value ?? '');
    expect(second.keeper.drafts.value.get('new')).toBe('Early');
  });

  it('follows a story that another tab writes, changes nothing of it, and takes it over when it is asked to', async () => {
    const { tab } = browser();
    const [first, second] = [tab(), tab()];
    first.add('Second');
    await first.saved();
    await second.keeper.open(first.keeper.kept.value ?? '');
    expect(second.keeper.state.value).toBe('read-only');
    second.add('Not done');
    first.add('Third');
    await expect.poll(second.titles).toEqual(['First', 'Second', 'Third']);
    second.keeper.editHere();
    await second.saved();
    expect(first.keeper.state.value).toBe('read-only');
    second.add('Fourth');
    await expect.poll(first.titles).toEqual(['First', 'Second', 'Third', 'Fourth']);
  });

  it('does not let go of a story that is not saved', async () => {
    const { tab, one, two } = browser();
    const [first, second] = [tab(), tab()];
    first.add('Second');
    await first.saved();
    await second.keeper.open(first.keeper.kept.value ?? '');
    one.state.fault = FULL;
    two.state.fault = FULL;
    first.add('Third');
    await expect.poll(() => first.keeper.state.value).toBe('full');
    second.keeper.editHere();
    await expect.poll(() => second.keeper.asking.value).toBe('refused');
    expect(first.titles()).toEqual(['First', 'Second', 'Third']);
    one.state.fault = undefined;
    first.keeper.retry();
    await expect.poll(second.titles).toEqual(['First', 'Second', 'Third']);
  });
});

describe('the library', () => {
  it('renames the open story by a change, and any other where it lies', async () => {
    const { tab } = browser();
    const { keeper, store, add, saved } = tab();
    add('Second');
    await saved();
    const id = keeper.kept.value ?? '';
    expect(await keeper.library.rename(id, 'Here')).toBe('done');
    expect(store.opened.value.dataset.story.title).toBe('Here');
    await saved();
    store.open({ dataset: datasetOf([]), issues: [], fileName: '' });
    await expect.poll(() => keeper.library.rename(id, 'There')).toBe('done');
    expect(keeper.library.stories.value?.map(({ about }) => about.title)).toEqual(['There']);
  });

  it('leaves a story alone that another tab writes', async () => {
    const { tab } = browser();
    const [first, second] = [tab(), tab()];
    first.add('Second');
    await first.saved();
    expect(await second.keeper.library.remove(first.keeper.kept.value ?? '')).toBe('elsewhere');
  });

  it('gives the room of stories back that were deleted long ago', async () => {
    const { tab, one } = browser();
    const { keeper, add, saved } = tab();
    add('Second');
    await saved();
    const id = keeper.kept.value ?? '';
    expect(await keeper.library.remove(id)).toBe('done');
    await keeper.library.clearBefore(0);
    expect(keeper.library.stories.value).toHaveLength(1);
    await keeper.library.clearBefore(1e15);
    expect(await one.shelf.stories()).toEqual([]);
  });
});
