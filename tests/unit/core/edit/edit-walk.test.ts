import { describe, expect, it } from 'vitest';
import { inverseOf } from '../../../../src/core/edit/change.ts';
import { editWalk, type WalkEdit } from '../../../../src/core/edit/edit-walk.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { patchDataset } from '../../../../src/core/model/patch-dataset.ts';
import { datasetOf } from '../../../support/dataset.ts';

const step = (title: string) => ({ title, text: '', view: `v=1&event=${title}` });
const after = (dataset: Dataset, ...edits: readonly WalkEdit[]): Dataset => edits.reduce((before, edit) => patchDataset(before, editWalk(before, edit)), dataset);
const titlesOf = ({ story }: Dataset): readonly string[] => story.walk.map(({ title }) => title);

const empty = datasetOf([{}]);
const walk = after(empty, ...['a', 'b', 'c'].map((title): WalkEdit => ({ kind: 'add', step: step(title) })));

describe('editing the walk through a story', () => {
  it('adds steps at the end, or where it is told to', () => {
    expect(titlesOf(walk)).toEqual(['a', 'b', 'c']);
    expect(titlesOf(after(walk, { kind: 'add', step: step('between'), at: 1 }))).toEqual(['a', 'between', 'b', 'c']);
  });

  it('changes what a step says and keeps what it shows', () => {
    const changed = after(walk, { kind: 'edit', at: 1, step: { text: 'What happened then' } });
    expect(changed.story.walk[1]).toEqual({ ...step('b'), text: 'What happened then' });
  });

  it('moves a step to another position', () => {
    expect(titlesOf(after(walk, { kind: 'move', at: 0, to: 2 }))).toEqual(['b', 'c', 'a']);
    expect(titlesOf(after(walk, { kind: 'move', at: 2, to: 0 }))).toEqual(['c', 'a', 'b']);
  });

  it('deletes a step', () => {
    expect(titlesOf(after(walk, { kind: 'delete', at: 1 }))).toEqual(['a', 'c']);
  });

  it('is taken back like any change', () => {
    const change = editWalk(walk, { kind: 'delete', at: 1 });
    expect(patchDataset(patchDataset(walk, change), inverseOf(change)).story.walk).toEqual(walk.story.walk);
  });

  it('throws on a position that there is not', () => {
    for (const edit of [{ kind: 'edit', at: 3, step: {} }, { kind: 'move', at: 0, to: 3 }, { kind: 'delete', at: 3 }] as const) {
      expect(() => editWalk(walk, edit)).toThrow('step 3 of 3');
    }
  });
});
