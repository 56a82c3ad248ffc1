import type { World } from '../../core/layout/world.ts';
import type { PageState } from './page-state.ts';

interface OpeningBarProps {
  readonly page: PageState;
  readonly world: World;
}

/** How far the opening of a large file has come, and a way to stop it; the present story stays in use meanwhile. */
export function OpeningBar({ page, world }: OpeningBarProps) {
  const { value: opening } = page.opening;
  const { opening: words } = world.messages.app;
  const { number } = world.formats;
  const refused = opening?.progress.refused ?? 0;
  return (
    <div class="opening-region" role="status">
      {opening !== undefined && (
        <div class="opening">
          <span class="opening-name" dir="auto">
            {words.title(opening.name)}
          </span>
          <div
            class="opening-progress"
            role="progressbar"
            aria-label={words.title(opening.name)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(opening.progress.share * 100)}
          >
            <div style={{ transform: `scaleX(${opening.progress.share})` }} />
          </div>
          <span class="opening-figures" aria-live="off">
            {words.figures(number(Math.round(opening.progress.share * 100)), opening.progress.events, number(opening.progress.events))}
            {refused > 0 && words.refused(number(refused))}
          </span>
          <button type="button" class="button" onClick={opening.stop}>
            {words.stop}
          </button>
        </div>
      )}
    </div>
  );
}
