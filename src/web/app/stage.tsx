import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Store } from '../store/store.ts';
import { OverviewView } from '../views/timeline/overview-view.tsx';
import { TimelineView } from '../views/timeline/timeline-view.tsx';
import { Legend } from '../views/legend/legend.tsx';
import { MapView } from '../views/map/map-view.tsx';
import { Divider } from './divider.tsx';

interface StageProps {
  readonly store: Store;
  readonly map: RefObject<HTMLElement | null>;
  /** Whether there is room on the map for an unfolded legend. */
  readonly isRoomy: boolean;
}

/** The side of the page that is looked at: the map above, the timeline below, the overview at the foot. */
export function Stage({ store, map, isRoomy }: StageProps) {
  const whole = useRef<HTMLDivElement>(null);
  const { app } = store.world.value.messages;
  const { stage, divider } = store.view.value;
  return (
    <div class="stage" ref={whole} data-stage={stage} style={{ '--map-share': divider }}>
      {stage !== 'timeline' && (
        <section class="map-pane" ref={map} aria-label={app.map}>
          <MapView store={store} />
          <Legend store={store} isUnfolded={isRoomy} />
        </section>
      )}
      {stage === 'both' && <Divider store={store} stage={whole} />}
      {stage !== 'map' && (
        <section class="timeline-pane" aria-label={app.timeline}>
          <TimelineView store={store} />
        </section>
      )}
      <div class="overview-pane">
        <OverviewView store={store} />
      </div>
    </div>
  );
}
