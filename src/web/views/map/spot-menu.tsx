import { useEffect, useRef } from 'preact/hooks';
import type { Point } from '../../../core/base/geometry.ts';
import { placeKeyAt, placeNameAt } from '../../../core/layout/map-place-names.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import type { MapLayout } from '../../../core/layout/map.ts';
import { rowsOfPlace } from '../../../core/model/rows.ts';
import { passesIn } from '../../../core/query/visible.ts';
import type { Store } from '../../store/store.ts';

/** A sign whose places are listed, and the layout that it is of. */
export interface ListedSpot {
  readonly spot: MapSpot;
  readonly layout: MapLayout;
  /** Below the middle of the sign, in pixels of the map. */
  readonly at: Point;
}

/** More places than this are not listed. */
const MOST = 60;

interface SpotMenuProps {
  readonly store: Store;
  readonly listed: ListedSpot;
  readonly onClose: () => void;
}

/** The places that share a sign at every zoom, to choose one from. */
export function SpotMenu({ store, listed: { spot, layout, at }, onClose }: SpotMenuProps) {
  const panel = useRef<HTMLDivElement>(null);
  const { messages, formats } = store.world.value;
  useEffect(() => {
    panel.current?.querySelector('button')?.focus();
  }, [spot]);
  const onKeyDown = (key: KeyboardEvent): void => {
    if (key.key !== 'Escape') return;
    key.stopPropagation();
    onClose();
  };
  const visible = store.visibleExcept('place', 'area').value;
  const { dataset } = visible;
  return (
    <div
      class="map-menu"
      ref={panel}
      role="dialog"
      aria-label={messages.map.placesHere}
      style={{ insetInlineStart: `${at.x}px`, insetBlockStart: `${at.y + 6}px` }}
      onKeyDown={onKeyDown}
    >
      <ul>
        {layout.gathering.placesOf(spot, MOST).map((place) => {
          const key = placeKeyAt(dataset, place);
          const count = rowsOfPlace(dataset, place).reduce((sum, i) => sum + (passesIn(visible, i) ? 1 : 0), 0);
          return (
            <li key={key}>
              <button
                type="button"
                onClick={() => {
                  store.dispatch({ kind: 'choose-place', key });
                  onClose();
                }}
              >
                <span>{placeNameAt(dataset, place)}</span>
                <span class="map-menu-count">{messages.map.events(count, formats.number(count))}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
