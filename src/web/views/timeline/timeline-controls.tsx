import { warpFor } from '../../../core/layout/gaps.ts';
import type { Store } from '../../store/store.ts';
import { glideOf } from './glide.ts';
import { Icon } from '../../parts/icon.tsx';

/** The buttons in the timeline's corner: show all, true scale or compressed gaps, fill the stage. */
export function TimelineControls({ store }: { readonly store: Store }) {
  const words = store.world.value.messages.timeline;
  const { spacing, stage } = store.view.value;
  const hasBreaks = warpFor(store.opened.value.dataset, 'compressed').breaks.length > 0;
  const isCompressed = spacing === 'compressed';
  const isAlone = stage === 'timeline';
  return (
    <div class="timeline-controls" role="group" aria-label={words.controls}>
      <button type="button" aria-label={words.fitAll} title={words.fitAll} onClick={() => glideOf(store).to(undefined)}>
        <Icon name="fit-time" />
      </button>
      {hasBreaks && (
        <button
          type="button"
          aria-label={words.compressGaps}
          title={isCompressed ? words.spacing.true : words.spacing.compressed}
          aria-pressed={isCompressed}
          onClick={() => store.dispatch({ kind: 'set-spacing', spacing: isCompressed ? 'true' : 'compressed' })}
        >
          <Icon name="gaps" />
        </button>
      )}
      <button
        type="button"
        aria-label={isAlone ? words.reduce : words.enlarge}
        title={isAlone ? words.reduce : words.enlarge}
        aria-pressed={isAlone}
        onClick={() => store.dispatch({ kind: 'set-stage', stage: isAlone ? 'both' : 'timeline' })}
      >
        <Icon name={isAlone ? 'reduce' : 'enlarge'} />
      </button>
    </div>
  );
}
