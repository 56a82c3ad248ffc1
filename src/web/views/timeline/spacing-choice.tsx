import { useRef } from 'preact/hooks';
import { warpFor } from '../../../core/layout/gaps.ts';
import type { Spacing, ViewState } from '../../../core/view/view-state.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Store } from '../../store/store.ts';
import { glideOf } from './glide.ts';

const ICONS = { compressed: 'gaps', true: 'true-scale', equal: 'equal' } as const;

/** Where a key leads from the choice at a position, of so many. */
const MOVES = new Map<string, (at: number, count: number) => number>([
  ['ArrowLeft', (at, count) => (at + count - 1) % count],
  ['ArrowUp', (at, count) => (at + count - 1) % count],
  ['ArrowRight', (at, count) => (at + 1) % count],
  ['ArrowDown', (at, count) => (at + 1) % count],
]);

/** How time is spread: one of three, or of two where the story has no gap to compress. */
export function SpacingChoice({ store }: { readonly store: Store }) {
  const group = useRef<HTMLDivElement>(null);
  const words = store.world.value.messages.timeline.spacing;
  const hasBreaks = warpFor(store.opened.value.dataset, 'compressed').breaks.length > 0;
  const choices: readonly Spacing[] = hasBreaks ? ['compressed', 'true', 'equal'] : ['true', 'equal'];
  const chosenOf = ({ spacing }: ViewState): Spacing => (choices.includes(spacing) ? spacing : 'true');
  const chosen = chosenOf(store.view.value);
  const choose = (next: Spacing): void => {
    if (next !== chosenOf(store.view.peek())) glideOf(store).respace(next);
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    const move = key.ctrlKey || key.metaKey || key.altKey ? undefined : MOVES.get(key.key);
    if (move === undefined) return;
    key.preventDefault();
    key.stopPropagation();
    const at = move(choices.indexOf(chosenOf(store.view.peek())), choices.length);
    const next = choices[at];
    if (next === undefined) return;
    choose(next);
    group.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div class="spacing-choice" ref={group} role="radiogroup" aria-label={words.name} onKeyDown={onKeyDown}>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          role="radio"
          aria-checked={choice === chosen}
          aria-label={words[choice]}
          title={words.hints[choice]}
          tabIndex={choice === chosen ? 0 : -1}
          onClick={() => choose(choice)}
        >
          <Icon name={ICONS[choice]} />
        </button>
      ))}
    </div>
  );
}
