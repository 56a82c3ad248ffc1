import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Point } from '../../../core/base/geometry.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import type { MapLayout } from '../../../core/layout/map.ts';
import { startAfterFirstPicture } from '../../platform/first-picture.ts';
import { draftingOf } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';
import { AreaOnMap } from './area-on-map.tsx';
import './map.css';
import { MapControls } from './map-controls.tsx';
import { PlacesList } from './places-list.tsx';
import { pressSpot } from './press-spot.ts';
import { SpotMenu, type ListedSpot } from './spot-menu.tsx';
import { startMap, type RunningMap } from './start-map.ts';

interface MapViewProps {
  readonly store: Store;
}

/** The map: base map, places and pointer on three canvases that Leaflet moves, with its controls and a list of places for the keyboard. */
export function MapView({ store }: MapViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const running = useSignal<RunningMap | undefined>(undefined);
  /** A sign whose places lie too close together for any zoom. */
  const opened = useSignal<ListedSpot | undefined>(undefined);
  const failed = useSignal(false);
  const { messages } = store.world.value;

  const press = (spot: MapSpot | undefined, asked?: MapLayout): void => {
    const live = running.peek();
    const layout = asked ?? live?.layers.layout.peek();
    // While a position is sought, a press means that and no sign.
    if (live === undefined || layout === undefined || draftingOf(store).picking.peek() !== undefined) return;
    const isAnswered = spot === undefined || pressSpot(spot, layout, store, live.camera);
    opened.value = isAnswered ? undefined : { spot, layout, at: positionOf(spot, live) };
  };
  useEffect(() => {
    const root = element.current;
    if (root === null) return undefined;
    const started = startMap(root, store, {
      onPress: press,
      onMove: () => {
        opened.value = undefined;
      },
      onTileError: () => {
        failed.value = true;
      },
    });
    running.value = started;
    return started.stop;
  }, [store, running, opened, failed]);

  useSignalEffect(() => {
    if (running.value !== undefined && failed.value) {
      running.value.layers.online.value = false;
      running.value.camera.setOnline(false);
    }
  });

  const [Hands, showHands] = useState<ComponentType<{ readonly store: Store; readonly map: RunningMap }>>();
  useEffect(
    () =>
      startAfterFirstPicture(
        () => import('./hands-on-map.tsx'),
        ({ HandsOnMap }) => {
          showHands(() => HandsOnMap);
          return () => showHands(undefined);
        },
      ),
    [],
  );

  const live = running.value;
  useEffect(() => live?.watchCovers(), [live]);
  return (
    <div class="map">
      <div class="map-leaflet" ref={element} tabIndex={0} role="application" aria-label={messages.map.keys} />
      {live !== undefined && (
        <>
          <PlacesList store={store} layers={live.layers} press={press} />
          <MapControls
            store={store}
            camera={live.camera}
            online={live.layers.online.value}
            failed={failed.value}
            onFit={live.fitAll}
            onOnline={(online) => {
              failed.value = false;
              live.layers.online.value = online;
              live.camera.setOnline(online);
            }}
          />
          <AreaOnMap store={store} map={live} />
          {Hands !== undefined && <Hands store={store} map={live} />}
          {opened.value !== undefined && (
            <SpotMenu
              store={store}
              listed={opened.value}
              onClose={() => {
                opened.value = undefined;
              }}
            />
          )}
        </>
      )}
    </div>
  );
}

/** Below the middle of a sign, in pixels of the map's element. */
function positionOf(spot: MapSpot, { layers }: RunningMap): Point {
  const margin = layers.frame.value?.margin ?? { x: 0, y: 0 };
  return { x: spot.x - margin.x, y: spot.y - margin.y + spot.radius };
}
