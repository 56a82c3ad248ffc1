import type { Store } from '../store/store.ts';
import { Legend } from '../views/legend/legend.tsx';
import { MapView } from '../views/map/map-view.tsx';

interface MapPaneProps {
  readonly store: Store;
  /** Whether there is room on the map for an unfolded legend. */
  readonly isRoomy: boolean;
}

/** The map, and what its signs mean. */
export function MapPane({ store, isRoomy }: MapPaneProps) {
  return (
    <>
      <MapView store={store} />
      <Legend store={store} isUnfolded={isRoomy} />
    </>
  );
}
