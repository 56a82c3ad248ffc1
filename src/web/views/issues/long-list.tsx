import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { World } from '../../../core/layout/world.ts';
import { ListEnd } from '../../parts/list-end.tsx';

/** How many entries stand in a list at first, and how many come with each step towards its end. */
const STEP = 120;

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly world: World;
  /** What stands there when there is nothing. */
  readonly empty: string;
  readonly children: (item: T, position: number) => ComponentChildren;
}

/** A list of which the page holds what a person has come to. */
export function LongList<T>({ items, world, empty, children }: LongListProps<T>) {
  const [length, setLength] = useState(STEP);
  const left = Math.max(items.length - length, 0);
  if (items.length === 0) return <p class="account-empty">{empty}</p>;
  return (
    <>
      <ol class="issues">{items.slice(0, length).map(children)}</ol>
      <ListEnd
        count={left}
        label={world.messages.app.issues.more(world.formats.number(left))}
        onReach={() => setLength((before) => before + STEP)}
      />
    </>
  );
}
