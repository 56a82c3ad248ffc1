import type { Player } from '../../playback/player.ts';
import { fetched } from '../../parts/fetched.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Store } from '../../store/store.ts';
import { PanelButton } from './panel-button.tsx';

const PANEL = fetched(() => import('./play-panel.tsx').then(({ PlayPanel }) => PlayPanel));

const SIGNS = { play: 'M11.2 8.8l8.2 5.2-8.2 5.2z', pause: 'M10.4 9h2.4v10h-2.4zM15.2 9h2.4v10h-2.4z' } as const;

/** Starts and stops the playing of the story, and tells how many events it has; beside it, how it plays. */
export function PlayButton({ store, player }: { readonly store: Store; readonly player: Player }) {
  const { formats, messages } = store.world.value;
  const words = messages.timeline;
  const count = store.visibleExcept('time').value.datedCount;
  const all = store.opened.value.dataset.size;
  const isPlaying = player.playing.value;
  return (
    <div class="overview-player" role="group" aria-label={words.playback.group}>
      <button type="button" class="overview-play" aria-label={isPlaying ? words.pauseName : words.playName[player.playback.value.kind]} aria-pressed={isPlaying} disabled={count === 0} onClick={player.toggle}>
        <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
          <path d={isPlaying ? SIGNS.pause : SIGNS.play} fill="currentColor" />
        </svg>
        <span>
          {isPlaying ? words.pause : words.play}
          <small data-most={words.overview.eventCount(all, formats.number(all))}>{words.overview.eventCount(count, formats.number(count))}</small>
        </span>
      </button>
      <PanelButton class="overview-choices" panel={PANEL} given={{ store, player }} label={words.playback.button} name={words.playback.name} failed={words.lanes.failed}>
        <Icon name="choices" />
      </PanelButton>
    </div>
  );
}
