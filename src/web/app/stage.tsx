import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { fetched } from '../parts/fetched.tsx';
import type { Store } from '../store/store.ts';
import { OverviewView } from '../views/timeline/overview-view.tsx';
import { TimelineView } from '../views/timeline/timeline-view.tsx';
import { Divider } from './divider.tsx';
import type { PageState } from './page-state.ts';

const MAP = fetched(() => import('./map-pane.tsx').then(({ MapPane }) => MapPane));

/** Fetches the map beside everything else: words and time line stand before it has come. */
export const prefetchMap = MAP.prefetch;

interface StageProps {
  readonly store: Store;
  readonly page: PageState;
  readonly map: RefObject<HTMLElement | null>;
  /** Whether there is room on the map for an unfolded legend. */
  readonly isRoomy: boolean;
}

/** The side of the page that is looked at: the map above, the timeline below, the overview at the foot. */
export function Stage({ store, page, map, isRoomy }: StageProps) {
  const whole = useRef<HTMLDivElement>(null);
  const { app } = store.world.value.messages;
  const { stage, divider } = store.view.value;
  const fail = (): void => {
    page.alert.value = app.failed.part;
  };
  return (
    <div class="stage" ref={whole} data-stage={stage} style={{ '--map-share': divider }}>
      {stage !== 'timeline' && (
        <section class="map-pane" ref={map} aria-label={app.map}>
          <MAP.Show store={store} isRoomy={isRoomy} onFail={fail} />
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
