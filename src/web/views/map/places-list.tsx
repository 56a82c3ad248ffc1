import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { labelTextOf } from '../../../core/layout/map-labels.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import type { Store } from '../../store/store.ts';
import type { Frame } from './camera.ts';
import type { Layers } from './layers.ts';

/** More signs than this are not listed: who needs them all has the list of events. */
const MOST = 100;

interface PlacesListProps {
  readonly store: Store;
  readonly layers: Layers;
  readonly press: (spot: MapSpot) => void;
}

/** The signs on view as buttons, seen only while one of them has the focus. Up and down arrows go from one to the next. */
export function PlacesList({ store, layers, press }: PlacesListProps) {
  const list = useRef<HTMLUListElement>(null);
  const current = useSignal(0);
  const { messages, formats } = store.world.value;
  const spots = spotsOnView(layers);
  const gathering = layers.layout.value?.gathering;
  const nameOf = (spot: MapSpot): string => (gathering === undefined ? '' : labelTextOf(spot, gathering, store.world.value).name);
  const at = Math.min(current.value, spots.length - 1);

  const onKeyDown = (key: KeyboardEvent): void => {
    const step = key.key === 'ArrowDown' ? 1 : key.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    key.preventDefault();
    key.stopPropagation();
    const next = (at + step + spots.length) % spots.length;
    current.value = next;
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <ul class="map-places" ref={list} aria-label={messages.map.placesList} onKeyDown={onKeyDown}>
      {spots.map((spot, position) => (
        <li key={spot.key}>
          <button
            type="button"
            tabIndex={position === at ? 0 : -1}
            onFocus={() => {
              current.value = position;
              layers.pointed.value = spot.key;
            }}
            onBlur={() => {
              layers.pointed.value = undefined;
            }}
            onClick={() => press(spot)}
          >
            {messages.map.placeWithEvents(nameOf(spot), spot.count, formats.number(spot.count))}
          </button>
        </li>
      ))}
    </ul>
  );
}

function spotsOnView({ layout, frame }: Layers): readonly MapSpot[] {
  const shown: Frame | undefined = frame.value;
  if (shown === undefined || layout.value === undefined) return [];
  const { margin, size } = shown;
  return layout.value.spots
    .filter(({ x, y }) => x >= margin.x && y >= margin.y && x < size.width - margin.x && y < size.height - margin.y)
    .slice(0, MOST);
}
