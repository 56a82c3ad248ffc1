import type { Store } from '../../store/store.ts';
import { walkingOf } from '../../store/walking.ts';

/** Above the list of a story that has a walk: the way into it. */
export function WalkBar({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const words = messages.app.walk;
  const { count, goTo } = walkingOf(store);
  const steps = count.value;
  if (steps === 0) return null;
  const number = formats.number(steps);
  return (
    <p class="walk-bar">
      <span>{words.name}</span>
      <button type="button" class="link-button" aria-label={words.begin(steps, number)} onClick={() => goTo(0)}>
        {words.short(steps, number)}
      </button>
    </p>
  );
}
