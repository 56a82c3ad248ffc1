import type { Dataset } from '../model/dataset.ts';
import type { WalkStep } from '../model/story.ts';
import { changeOf } from './change-of.ts';
import type { Change } from './change.ts';
import { withStoryMembers } from './with-members.ts';

/** What becomes of the walk through a story; `at` and `to` are positions in it. */
export type WalkEdit =
  | { readonly kind: 'add'; readonly step: WalkStep; readonly at?: number }
  | { readonly kind: 'edit'; readonly at: number; readonly step: Partial<WalkStep> }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'delete'; readonly at: number };

/** Changes the walk through a story. Throws on a position that it does not have. */
export function editWalk(dataset: Dataset, edit: WalkEdit): Change {
  const { walk } = dataset.story;
  const at = (position: number): WalkStep => {
    const step = walk[position];
    if (step === undefined) throw new RangeError(`step ${position} of ${walk.length}`);
    return step;
  };
  const edited = (): readonly WalkStep[] => {
    switch (edit.kind) {
      case 'add':
        return walk.toSpliced(edit.at ?? walk.length, 0, edit.step);
      case 'edit':
        return walk.with(edit.at, { ...at(edit.at), ...edit.step });
      case 'move':
        at(edit.to);
        return walk.toSpliced(edit.at, 1).toSpliced(edit.to, 0, at(edit.at));
      case 'delete':
        at(edit.at);
        return walk.toSpliced(edit.at, 1);
    }
  };
  return changeOf(dataset, 'walk', { story: withStoryMembers(dataset.story, { walk: edited() }) });
}
