import { describe, expect, it } from 'vitest';
import { inverseOf, type Change } from '../../../../src/core/edit/change.ts';
import { editCategories, editEras, editStory, type CategoryEdit } from '../../../../src/core/edit/edit-story.ts';
import { patchDataset } from '../../../../src/core/model/patch-dataset.ts';
import { categoryAt, eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { facetOf } from '../../../../src/core/query/facets.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { observed } from '../../../support/observed.ts';

const dataset = datasetOf([{ categories: ['a', 'b'] }, { category: 'b' }, { category: 'c' }, {}], { extra: new Map([['eras', 'unreadable'], ['note', 'kept']]) });

/** Ids of the story's categories, and those of each event. */
function outcome(edit: CategoryEdit): readonly unknown[] {
  const patched = patchDataset(dataset, editCategories(dataset, edit));
  return [patched.story.categories.map(({ id }) => id), [...eventsInFileOrder(patched)].map(({ categories }) => categories.join(' '))];
}

describe('editing the categories of a story', () => {
  it('adds one at a place in the list', () => {
    expect(outcome({ kind: 'add', category: { id: 'd', name: 'D' }, at: 1 })).toEqual([['a', 'd', 'b', 'c'], ['a b', 'b', 'c', '']]);
    expect(() => editCategories(dataset, { kind: 'add', category: { id: 'a', name: 'A' } })).toThrow('"a"');
  });

  it('renames one without touching an event', () => {
    const change = editCategories(dataset, { kind: 'rename', id: 'b', name: 'Beta' });
    expect(change.events).toEqual([]);
    expect(facetOf(patchDataset(dataset, change), 'category').values.map(({ name }) => name)).toEqual(['a', 'Beta', 'c', '']);
  });

  it('puts them in another order, and events keep theirs', () => {
    const patched = patchDataset(dataset, editCategories(dataset, { kind: 'order', ids: ['c', 'b', 'a'] }));
    expect([0, 1, 2].map((row) => patched.story.categories[categoryAt(patched, row)]?.id)).toEqual(['a', 'b', 'c']);
    expect(() => editCategories(dataset, { kind: 'order', ids: ['a', 'b'] })).toThrow();
  });

  it('merges some into another, which events then have once', () => {
    expect(outcome({ kind: 'merge', ids: ['a', 'b'], into: 'b' })).toEqual([['b', 'c'], ['b', 'b', 'c', '']]);
  });

  it('deletes one, whose events go to another or have one less', () => {
    expect(outcome({ kind: 'delete', id: 'b', into: undefined })).toEqual([['a', 'c'], ['a', '', 'c', '']]);
    expect(outcome({ kind: 'delete', id: 'b', into: 'c' })).toEqual([['a', 'c'], ['a c', 'c', 'c', '']]);
    expect(() => editCategories(dataset, { kind: 'delete', id: 'b', into: 'b' })).toThrow('"b"');
    expect(() => editCategories(dataset, { kind: 'delete', id: 'x', into: undefined })).toThrow('"x"');
  });

  it('can be taken back', () => {
    const change = editCategories(dataset, { kind: 'merge', ids: ['a'], into: 'b' });
    expect(observed(patchDataset(patchDataset(dataset, change), inverseOf(change)))).toEqual(observed(dataset));
  });
});

describe('editing eras and what a story says of itself', () => {
  const storyAfter = (change: Change) => patchDataset(dataset, change).story;

  it('adds, changes and deletes an era', () => {
    const one = { name: 'Qajar', when: '1789/1925' };
    const added = patchDataset(dataset, editEras(dataset, { kind: 'add', era: one }));
    expect(added.story.eras).toEqual([one]);
    const other = { ...one, name: 'Qajars' };
    expect(patchDataset(added, editEras(added, { kind: 'edit', at: 0, era: other })).story.eras).toEqual([other]);
    expect(patchDataset(added, editEras(added, { kind: 'delete', at: 0 })).story.eras).toEqual([]);
    expect(() => editEras(dataset, { kind: 'delete', at: 0 })).toThrow('0');
  });

  it('moves an era within the list, and no further', () => {
    const named = ['a', 'b', 'c'].map((name) => ({ name, when: '2026' }));
    const story = datasetOf([], { eras: named });
    const order = (at: number, by: number): string =>
      patchDataset(story, editEras(story, { kind: 'move', at, by })).story.eras.map(({ name }) => name).join('');
    expect([order(0, 1), order(2, -1), order(0, -1), order(2, 1), order(0, 9)]).toEqual(['bac', 'acb', 'abc', 'abc', 'bca']);
    expect(() => editEras(story, { kind: 'move', at: 3, by: -1 })).toThrow('3');
  });

  it('lets go of what the file said in the place of a changed member, and of nothing else', () => {
    expect([...storyAfter(editEras(dataset, { kind: 'add', era: { name: 'Qajar', when: '1789/1925' } })).extra.keys()]).toEqual(['note']);
    expect([...storyAfter(editStory(dataset, { title: 'Another' })).extra.keys()]).toEqual(['eras', 'note']);
  });

  it('keeps all that is known of the events when only the title changes', () => {
    const patched = patchDataset(dataset, editStory(dataset, { title: 'Another' }));
    expect([patched.story.title, patched.columns === dataset.columns]).toEqual(['Another', true]);
  });
});
