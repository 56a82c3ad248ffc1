import { Icon } from '../../parts/icon.tsx';
import type { Store } from '../../store/store.ts';
import { glideOf } from './glide.ts';
import { LanesButton } from './lanes-button.tsx';
import { SpacingChoice } from './spacing-choice.tsx';

interface TimelineControlsProps {
  readonly store: Store;
  /** Height of a lane on the page in pixels, by its key; `undefined` for one that does not show. */
  readonly heightOf: (key: string) => number | undefined;
}

/** The buttons in the timeline's corner: show all, how time is spread, lanes and clocks, fill the stage. */
export function TimelineControls({ store, heightOf }: TimelineControlsProps) {
  const words = store.world.value.messages.timeline;
  const { stage } = store.view.value;
  const isAlone = stage === 'timeline';
  return (
    <div class="timeline-controls" role="group" aria-label={words.controls}>
      <button type="button" aria-label={words.fitAll} title={words.fitAll} onClick={() => glideOf(store).to(undefined)}>
        <Icon name="fit-time" />
      </button>
      <LanesButton store={store} heightOf={heightOf} />
      <button
        type="button"
        aria-label={isAlone ? words.reduce : words.enlarge}
        title={isAlone ? words.reduce : words.enlarge}
        aria-pressed={isAlone}
        onClick={() => store.dispatch({ kind: 'set-stage', stage: isAlone ? 'both' : 'timeline' })}
      >
        <Icon name={isAlone ? 'reduce' : 'enlarge'} />
      </button>
      <SpacingChoice store={store} />
    </div>
  );
}
