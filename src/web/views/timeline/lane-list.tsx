import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { LaneNode } from '../../../core/layout/lane-tree.ts';
import { NO_CATEGORY } from '../../../core/model/dataset.ts';
import { withFolded, withHeight, withMoved } from '../../../core/view/lane-view.ts';
import type { LaneView } from '../../../core/view/view-state.ts';
import { CategoryGlyph } from '../../parts/signs.tsx';
import type { Store } from '../../store/store.ts';

interface LaneListProps {
  readonly store: Store;
  readonly nodes: ReadonlySignal<readonly LaneNode[]>;
  /** Keys of all lanes in the order that they have of their own. */
  readonly natural: ReadonlySignal<readonly string[]>;
  readonly heightOf: (key: string) => number | undefined;
  readonly onChange: (view: LaneView) => void;
}

/** So many lanes are listed at a time. */
const SLICE = 20;
/** By how much a lane is made taller or flatter in one step. */
const STEP = 1.25;
/** Height of a lane that does not show, to begin from. */
const USUAL_HEIGHT = 72;

/** The lanes from top to bottom, one of them chosen, and what can be done with that one. */
export function LaneList({ store, nodes, natural, heightOf, onChange }: LaneListProps) {
  const { formats, messages } = store.world.value;
  const words = messages.timeline.lanes;
  const { laneCount } = messages.timeline;
  const id = useId();
  const chosenKey = useSignal<string | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const choice = choiceOf(nodes.value, chosenKey.value);
  const { at, chosen, siblings } = choice;
  const first = Math.floor(at / SLICE) * SLICE;
  const shown = nodes.value.slice(first, first + SLICE);
  const after = nodes.value.length - first - shown.length;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, first]);
  if (chosen === undefined) return null;

  const place = siblings.indexOf(chosen.key);
  const isFolded = chosen.kind === 'folded';
  // Keys may follow each other faster than the page is rendered: each acts on what the one before has left.
  const change = (next: (lane: LaneNode, lanes: readonly string[], view: LaneView) => LaneView): void => {
    const now = choiceOf(nodes.peek(), chosenKey.peek());
    if (now.chosen === undefined) return;
    chosenKey.value = now.chosen.key;
    onChange(next(now.chosen, now.siblings, store.view.peek().lanes));
  };
  const choose = (next: number): void => {
    const lanes = nodes.peek();
    chosenKey.value = lanes[Math.min(Math.max(next, 0), lanes.length - 1)]?.key;
  };
  const step = (by: number): void => choose(choiceOf(nodes.peek(), chosenKey.peek()).at + by);
  const fold = (next: boolean): void => change((lane, _, view) => withFolded(view, lane.key, next));
  const move = (by: number): void =>
    change((lane, lanes, view) => {
      const family = new Set(lanes);
      return withMoved(view, lane.key, lanes.indexOf(lane.key) + by, lanes, natural.peek().filter((key) => family.has(key)));
    });
  const size = (factor: number): void =>
    change((lane, _, view) => withHeight(view, lane.key, (lane.height ?? heightOf(lane.key) ?? USUAL_HEIGHT) * factor));
  const keys = new Map<string, () => void>([
    ['ArrowUp', () => step(-1)],
    ['ArrowDown', () => step(1)],
    ['PageUp', () => step(-SLICE)],
    ['PageDown', () => step(SLICE)],
    ['Home', () => choose(0)],
    ['End', () => choose(Infinity)],
    ['ArrowLeft', () => fold(true)],
    ['ArrowRight', () => fold(false)],
    ['Alt+ArrowUp', () => move(-1)],
    ['Alt+ArrowDown', () => move(1)],
    ['+', () => size(STEP)],
    ['=', () => size(STEP)],
    ['-', () => size(1 / STEP)],
  ]);
  const onKeyDown = (key: KeyboardEvent): void => {
    const act = key.ctrlKey || key.metaKey ? undefined : keys.get(key.altKey ? `Alt+${key.key}` : key.key);
    if (act === undefined) return;
    key.preventDefault();
    act();
  };
  return (
    <>
      {first > 0 && (
        <button type="button" class="link-button" onClick={() => choose(first - 1)}>
          {words.earlier(first, formats.number(first))}
        </button>
      )}
      <p class="for-screen-readers" id={`${id}-help`}>
        {words.listHelp}
      </p>
      <ul
        ref={list}
        class="lane-list"
        role="listbox"
        tabIndex={0}
        aria-label={words.list}
        aria-describedby={`${id}-help`}
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={onKeyDown}
      >
        {shown.map((node, k) => (
          <li
            key={node.key}
            id={`${id}-${first + k}`}
            role="option"
            aria-selected={node === chosen}
            aria-setsize={nodes.value.length}
            aria-posinset={first + k + 1}
            aria-label={words.described(node.name, laneCount(node.total, formats.number(node.total)), node.kind === 'folded')}
            data-depth={node.depth}
            data-folded={node.kind === 'folded'}
            onClick={() => choose(first + k)}
            onDblClick={() => fold(!isFolded)}
          >
            {node.category !== NO_CATEGORY && <CategoryGlyph store={store} position={node.category} />}
            <span>{node.name === '' ? messages.timeline.otherLane : node.name}</span>
            <small>{formats.number(node.total)}</small>
          </li>
        ))}
      </ul>
      {after > 0 && (
        <button type="button" class="link-button" onClick={() => choose(first + SLICE)}>
          {words.further(after, formats.number(after))}
        </button>
      )}
      <div class="lane-tools" role="group" aria-label={chosen.name}>
        <button type="button" aria-pressed={isFolded} onClick={() => fold(!isFolded)}>
          {isFolded ? words.unfold : words.fold}
        </button>
        <button type="button" aria-label={words.upName} title={words.upName} disabled={place === 0} onClick={() => move(-1)}>
          {words.up}
        </button>
        <button type="button" aria-label={words.downName} title={words.downName} disabled={place === siblings.length - 1} onClick={() => move(1)}>
          {words.down}
        </button>
        <button type="button" disabled={isFolded} onClick={() => size(STEP)}>
          {words.taller}
        </button>
        <button type="button" disabled={isFolded} onClick={() => size(1 / STEP)}>
          {words.flatter}
        </button>
      </div>
    </>
  );
}

interface Choice {
  /** Position among all lanes. */
  readonly at: number;
  /** `undefined` where there is no lane. */
  readonly chosen: LaneNode | undefined;
  /** Keys of the lanes among which it can be moved, itself one of them. */
  readonly siblings: readonly string[];
}

/** The lane with a key, or the first. */
function choiceOf(nodes: readonly LaneNode[], key: string | undefined): Choice {
  const at = Math.max(nodes.findIndex((node) => node.key === key), 0);
  const chosen = nodes[at];
  if (chosen === undefined) return { at, chosen, siblings: [] };
  return { at, chosen, siblings: nodes.filter((node) => node.depth === chosen.depth && outerOf(node) === outerOf(chosen)).map((node) => node.key) };
}

/** Of a lane within a lane, the key of the outer one. */
const outerOf = ({ key, depth }: LaneNode): string => (depth === 0 ? '' : key.slice(0, key.indexOf('\n')));
