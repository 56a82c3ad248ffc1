import { useEffect, useRef } from 'preact/hooks';
import type { Point } from '../../../core/base/geometry.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import type { Store } from '../../store/store.ts';

interface SpotMenuProps {
  readonly store: Store;
  readonly spot: MapSpot;
  /** Below the middle of the sign, in pixels of the map. */
  readonly at: Point;
  readonly onClose: () => void;
}

/** The places that share a sign at every zoom, to choose one from. */
export function SpotMenu({ store, spot, at, onClose }: SpotMenuProps) {
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
  const passes = store.visibleExcept('place').value.passes;
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
        {spot.groups.map(({ key, place, events }) => {
          const count = events.filter((i) => passes[i] === 1).length;
          return (
            <li key={key}>
              <button
                type="button"
                onClick={() => {
                  store.dispatch({ kind: 'choose-place', key });
                  onClose();
                }}
              >
                <span>{place.name}</span>
                <span class="map-menu-count">{messages.map.events(count, formats.number(count))}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
