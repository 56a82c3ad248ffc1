import type { Player } from '../../store/player.ts';
import type { Store } from '../../store/store.ts';

const SIGNS = { play: 'M11.2 8.8l8.2 5.2-8.2 5.2z', pause: 'M10.4 9h2.4v10h-2.4zM15.2 9h2.4v10h-2.4z' } as const;

/** Starts and stops the playing of the story, and tells how many events it has. */
export function PlayButton({ store, player }: { readonly store: Store; readonly player: Player }) {
  const { formats, messages } = store.world.value;
  const words = messages.timeline;
  const count = store.visibleExcept('time').value.datedCount;
  const all = store.opened.value.dataset.size;
  const isPlaying = player.playing.value;
  return (
    <button type="button" class="overview-play" aria-label={isPlaying ? words.pauseName : words.playName} aria-pressed={isPlaying} disabled={count === 0} onClick={player.toggle}>
      <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
        <path d={isPlaying ? SIGNS.pause : SIGNS.play} fill="currentColor" />
      </svg>
      <span>
        {isPlaying ? words.pause : words.play}
        <small data-most={words.overview.eventCount(all, formats.number(all))}>{words.overview.eventCount(count, formats.number(count))}</small>
      </span>
    </button>
  );
}
