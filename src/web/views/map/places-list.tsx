import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { labelTextOf } from '../../../core/layout/map-labels.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import type { MapLayout } from '../../../core/layout/map.ts';
import type { Store } from '../../store/store.ts';
import type { Layers } from './layers.ts';

/** So many signs are listed at once, and each time that more are asked for. */
const PAGE = 40;

interface PlacesListProps {
  readonly store: Store;
  readonly layers: Layers;
  readonly press: (spot: MapSpot, layout: MapLayout) => void;
}

/**
 * The signs on view as buttons, those with most events first, seen only while one of them has the focus. Up and down arrows go from one
 * to the next. Where there are none, a sentence says so.
 */
export function PlacesList({ store, layers, press }: PlacesListProps) {
  const list = useRef<HTMLUListElement>(null);
  const current = useSignal(0);
  const pages = useSignal(1);
  const { messages, formats } = store.world.value;
  const layout = layers.rested.value;
  if (layout === undefined) return null;
  if (layout.spots.length === 0) return <p class="map-empty">{messages.map.noPlaces}</p>;
  const all = spotsOnView(layout);
  const spots = all.slice(0, pages.value * PAGE);
  const rows = spots.length < all.length ? spots.length + 1 : spots.length;
  const at = Math.min(current.value, rows - 1);

  const onKeyDown = (key: KeyboardEvent): void => {
    const step = key.key === 'ArrowDown' ? 1 : key.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    key.preventDefault();
    key.stopPropagation();
    // The one before may have been pressed since the page was last rendered.
    const next = (Math.min(current.peek(), rows - 1) + step + rows) % rows;
    current.value = next;
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  const tabIndex = (position: number): number => (position === at ? 0 : -1);
  return (
    <ul class="map-places" ref={list} aria-label={messages.map.placesList} onKeyDown={onKeyDown}>
      {spots.map((spot, position) => (
        <li key={spot.key}>
          <button
            type="button"
            tabIndex={tabIndex(position)}
            onFocus={() => {
              current.value = position;
              layers.pointed.value = spot.key;
            }}
            onBlur={() => {
              layers.pointed.value = undefined;
            }}
            onClick={() => press(spot, layout)}
          >
            {messages.map.placeWithEvents(labelTextOf(spot, layout.gathering, store.world.value).name, spot.count, formats.number(spot.count))}
          </button>
        </li>
      ))}
      {spots.length < all.length && (
        <li key="more">
          <button
            type="button"
            tabIndex={tabIndex(spots.length)}
            onFocus={() => {
              current.value = spots.length;
            }}
            onClick={() => {
              pages.value += 1;
            }}
          >
            {messages.map.moreSigns(formats.number(Math.min(PAGE, all.length - spots.length)))}
          </button>
        </li>
      )}
    </ul>
  );
}

function spotsOnView({ spots, input: { size, margin = { x: 0, y: 0 } } }: MapLayout): readonly MapSpot[] {
  return spots
    .filter(({ x, y }) => x >= margin.x && y >= margin.y && x < size.width - margin.x && y < size.height - margin.y)
    .sort((a, b) => b.count - a.count);
}
