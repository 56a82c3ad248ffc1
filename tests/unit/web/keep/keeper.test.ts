import { describe, expect, it, vi } from 'vitest';
import { addEvent } from '../../../../src/core/edit/edit-events.ts';
import { isMended } from '../../../../src/core/model/mended.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import type { KeptStory } from '../../../../src/web/keep/disk.ts';
import { createKeeper } from '../../../../src/web/keep/keeper.ts';
import { createLibrary } from '../../../../src/web/keep/library.ts';
import { localDisk } from '../../../../src/web/keep/local-disk.ts';
import { recoverStory } from '../../../../src/web/keep/recover.ts';
import { editingOf } from '../../../../src/web/store/history.ts';
import type { ImportedFile } from '../../../../src/web/store/store.ts';
import { datasetOf, eventOf } from '../../../support/dataset.ts';
import { memoryShelf } from '../../../support/memory-shelf.ts';
import { memoryLocks, memoryTalk } from '../../../support/memory-tabs.ts';
import { storeOf } from '../support.ts';

/** What is known of a file with so many refused records. */
const importedWith = (refused: number): ImportedFile => ({
  account: {
    records: refused,
    events: 0,
    refused: Array.from({ length: refused }, (_, row) => ({ issue: { code: 'date-unreadable', severity: 'error', place: { line: row + 2 } }, cells: new Map() })),
    notEvents: [],
  },
  about: {
    format: 'csv', formatName: 'CSV', layoutName: undefined, encoding: 'UTF-8', delimiter: ',', sheet: undefined, sheets: [], columns: [], habits: {}, questions: [],
  },
  answers: {},
});

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

  it('knows again which refused records of a file were mended, kept whole or step by step', async () => {
    const { tab } = browser();
    const first = tab();
    const { dataset } = first.store.opened.peek();
    first.store.open({ dataset, issues: [], fileName: 'rows.csv', imported: importedWith(2) });
    first.add('Second');
    await first.saved();
    const mend = (title: string, mends: number): void => {
      const { dataset: present } = first.store.opened.peek();
      first.editing.apply({ ...addEvent(present, { ...eventOf({ title }, 0), id: title }), deed: 'mend', mends });
    };
    const mendedOf = ({ store }: typeof first): readonly boolean[] => {
      const { imported, dataset: present } = store.opened.peek();
      return [0, 1].map((position) => imported !== undefined && isMended(imported.account, position, present));
    };
    mend('Mended', 1);
    await first.saved();
    const [second, third] = [tab(), tab()];
    await second.keeper.open(first.keeper.kept.value ?? '');
    expect(mendedOf(second)).toEqual([false, true]);
    mend('Mended too', 0);
    await expect.poll(() => mendedOf(second)).toEqual([true, true]);
    first.editing.undo();
    expect(mendedOf(first)).toEqual([false, true]);
    first.editing.replace({ ...first.store.opened.peek(), dataset: datasetOf([{ title: 'Mended', id: 'Mended' }]) }, 'import');
    await first.saved();
    await third.keeper.open(first.keeper.kept.value ?? '');
    expect(mendedOf(third)).toEqual([false, true]);
  });

  it('lets go of the story that it was asked for, and of none that is opened meanwhile', async () => {
    const { tab, one, two } = browser();
    const [first, second, third] = [tab(), tab(), tab()];
    third.add('Of another story');
    await third.saved();
    const other = third.keeper.kept.value ?? '';
    third.store.open({ dataset: datasetOf([]), issues: [], fileName: '' });
    first.add('Second');
    await first.saved();
    await second.keeper.open(first.keeper.kept.value ?? '');
    const answer = [one, two].map(({ slow }) => slow());
    first.add('Third');
    second.keeper.editHere();
    await first.keeper.open(other);
    for (const go of answer) go();
    await second.saved();
    expect(second.titles()).toEqual(['First', 'Second', 'Third']);
    expect(first.keeper.kept.value).toBe(other);
    expect(first.editing.isReadOnly.value).toBe(false);
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

  it('does not show a story that was stopped before it came, and lets it be written elsewhere', async () => {
    const { tab } = browser();
    const [first, second] = [tab(), tab()];
    first.add('Second');
    await first.saved();
    const id = first.keeper.kept.value ?? '';
    first.store.open({ dataset: datasetOf([]), issues: [], fileName: '' });
    const stopping = new AbortController();
    const opening = second.keeper.open(id, undefined, stopping.signal);
    stopping.abort();
    expect(await opening).toBe(false);
    expect([second.titles(), second.keeper.kept.value]).toEqual([['First'], undefined]);
    expect(await second.keeper.open(id)).toBe(true);
    await expect.poll(second.titles).toEqual(['First', 'Second']);
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

  it('shows what was read last, though what was read before comes after it', async () => {
    const kept = (id: string): KeptStory => ({ id, about: { title: id, events: 1, changed: 0 }, fileName: '', length: 0, isDeleted: false });
    const readings: ((stories: readonly KeptStory[]) => void)[] = [];
    const disk = { ...localDisk([]), list: () => new Promise<readonly KeptStory[]>((resolve) => void readings.push(resolve)) };
    const library = createLibrary({ disk, locks: memoryLocks(), now: () => 0, renameHere: () => false, letGo: () => Promise.resolve() });
    const both = [library.refresh(), library.refresh()];
    readings[1]?.([kept('new')]);
    readings[0]?.([kept('old')]);
    await Promise.all(both);
    expect(library.stories.value?.map(({ id }) => id)).toEqual(['new']);
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
