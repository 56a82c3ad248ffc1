import { computed, effect, signal, untracked, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Box, Point } from '../../../core/base/geometry.ts';
import type { MapViewport } from '../../../core/geo/coordinates.ts';
import { fitPlaces, placesOf } from '../../../core/layout/map-fit.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import type { LocatedPlace } from '../../../core/model/event.ts';
import { hitTest } from '../../../core/scene/hit-test.ts';
import type { Store } from '../../store/store.ts';
import { createCamera, type Camera } from './camera.ts';
import { coveringElements, coversOf, paddingBeside } from './covers.ts';
import { createLayers, type Layers } from './layers.ts';
import './map.css';
import { MapControls } from './map-controls.tsx';
import { PlacesList } from './places-list.tsx';
import { pressSpot } from './press-spot.ts';
import { SpotMenu } from './spot-menu.tsx';

/** Pixels by which a press or the pointer may miss a sign: a finger is wider than a mouse. */
const MOUSE_TOLERANCE = 4;
const FINGER_TOLERANCE = 12;

/** Pixels that a selected sign keeps from the map's edges when the map pans to it. */
const CLEAR_EDGE = 48;

interface MapViewProps {
  readonly store: Store;
}

/** Everything that lives as long as the map is on the page. */
interface Running {
  readonly camera: Camera;
  readonly layers: Layers;
  /** Shows all places that pass the filters, whatever was shown before. */
  readonly fitAll: () => void;
  /** Keeps places and names clear of what lies over the map, from when it is on the page. */
  readonly watchCovers: () => () => void;
}

/** The map: base map, places and pointer on three canvases that Leaflet moves, with its controls and a list of places for the keyboard. */
export function MapView({ store }: MapViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const running = useSignal<Running | undefined>(undefined);
  /** A sign whose places lie too close together for any zoom, with its position on the map. */
  const opened = useSignal<MapSpot | undefined>(undefined);
  const failed = useSignal(false);
  const { messages } = store.world.value;

  useEffect(() => {
    const root = element.current;
    if (root === null) return undefined;
    const started = start(root, store, {
      onSpots: (spot) => {
        opened.value = spot;
      },
      onTileError: () => {
        failed.value = true;
      },
    });
    running.value = started;
    return started.dispose;
  }, [store, running, opened, failed]);

  useSignalEffect(() => {
    if (running.value !== undefined && failed.value) {
      running.value.layers.online.value = false;
      running.value.camera.setOnline(false);
    }
  });

  const live = running.value;
  useEffect(() => live?.watchCovers(), [live]);
  return (
    <div class="map">
      <div class="map-leaflet" ref={element} tabIndex={0} role="application" aria-label={messages.map.keys} />
      {live !== undefined && (
        <>
          <PlacesList store={store} layers={live.layers} press={(spot) => press(spot, store, live, opened)} />
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
          {opened.value !== undefined && (
            <SpotMenu
              store={store}
              spot={opened.value}
              at={positionOf(opened.value, live)}
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

function press(spot: MapSpot, store: Store, { camera }: Running, opened: { value: MapSpot | undefined }): void {
  opened.value = pressSpot(spot, store, camera) ? undefined : spot;
}

/** Where a sign is on the map's element. */
function positionOf(spot: MapSpot, { layers }: Running): Point {
  const margin = layers.frame.value?.margin ?? { x: 0, y: 0 };
  return { x: spot.x - margin.x, y: spot.y - margin.y + spot.radius };
}

interface MapEvents {
  /** A sign was pressed whose places can only be listed, or the press was elsewhere. */
  readonly onSpots: (spot: MapSpot | undefined) => void;
  readonly onTileError: () => void;
}

/** Starts camera, layers and gestures in an element, and ties them to the store. */
function start(root: HTMLElement, store: Store, { onSpots, onTileError }: MapEvents): Running & { readonly dispose: () => void } {
  const canvases = { ground: document.createElement('canvas'), places: document.createElement('canvas'), pointer: document.createElement('canvas') };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Set when the view asks for it, so that the answer to the camera's own move does not move it again.
  const shown = signal<MapViewport | undefined>(undefined);
  const covers = signal<readonly Box[]>([]);
  const layers = createLayers(store, { canvases, place: (canvas, frame) => camera.place(canvas, frame), covers });
  const camera = createCamera(root, [canvases.ground, canvases.places, canvases.pointer], still, {
    onFrame: (frame, byHand) => {
      layers.frame.value = frame;
      store.setShownMap({ viewport: frame.viewport, size: camera.size() });
      layers.paintNow();
      onSpots(undefined);
      if (!byHand) return;
      const map = camera.viewport();
      shown.value = map;
      store.dispatch({ kind: 'set-map', map });
    },
    onTileError,
  });

  const fitted = (places: readonly LocatedPlace[]): MapViewport =>
    fitPlaces(places, camera.size(), store.baseMap.peek(), { padding: paddingBeside(covers.peek(), camera.size()), covers: covers.peek() });
  /** Where nothing else is asked for, the map rests on the whole story; filters do not move it, so that people keep their bearings. */
  const rest = (): void => {
    const { width, height } = camera.size();
    if (width > 0 && height > 0) camera.show(fitted(story.peek().map(({ place }) => place)));
  };
  const asked = computed(() => store.view.value.map);
  const story = computed(() => store.opened.value.dataset.places);
  const stops = [
    effect(() => {
      const map = asked.value;
      void story.value;
      void store.baseMap.value;
      untracked(() => {
        if (map === undefined) rest();
        else if (!isSame(map, shown.value)) camera.show(map);
        shown.value = map;
      });
    }),
    followSelection(store, camera, layers),
    followFingers(store, camera),
    attachPointer(root, store, camera, layers, onSpots),
  ];
  const sizes = new ResizeObserver(() => {
    camera.resize();
    covers.value = coversOf(root);
    if (asked.peek() === undefined) rest();
  });
  sizes.observe(root);
  return {
    camera,
    layers,
    watchCovers: () => {
      const observer = new ResizeObserver(() => {
        covers.value = coversOf(root);
      });
      for (const element of coveringElements(root)) observer.observe(element);
      covers.value = coversOf(root);
      if (asked.peek() === undefined) rest();
      return () => observer.disconnect();
    },
    fitAll: () => {
      const { dataset } = store.opened.peek();
      const places = placesOf(dataset, store.visibleExcept('place').peek());
      const isWhole = places.length === 0 || places.length === dataset.places.length;
      store.dispatch({ kind: 'set-map', map: isWhole ? undefined : fitted(places) });
      if (isWhole) rest();
    },
    dispose: () => {
      store.setShownMap(undefined);
      sizes.disconnect();
      for (const stop of stops) stop();
      layers.dispose();
      camera.dispose();
    },
  };
}

/** Whether two viewports are the same but for the digits that a link keeps. */
const isSame = (a: MapViewport, b: MapViewport | undefined): boolean =>
  b !== undefined && Math.abs(a.lng - b.lng) < 1e-4 && Math.abs(a.lat - b.lat) < 1e-4 && Math.abs(a.zoom - b.zoom) < 2e-3;

/** Pans, only as far as needed, to the sign of an event that is selected elsewhere. A link says itself what the map shows beside its selection. */
function followSelection(store: Store, camera: Camera, layers: Layers): () => void {
  let last = store.view.peek();
  return effect(() => {
    const { selected, map } = store.view.value;
    const before = last;
    last = store.view.value;
    if (selected === before.selected || map !== before.map) return;
    untracked(() => {
      const { dataset } = store.opened.value;
      const i = selected === undefined ? undefined : dataset.numberOf.get(selected);
      const frame = layers.frame.value;
      const spot = i === undefined ? undefined : layers.layout.value?.spots.find(({ events }) => events.includes(i));
      if (spot === undefined || frame === undefined) return;
      const { width, height } = camera.size();
      const x = outside(spot.x - frame.margin.x, width);
      const y = outside(spot.y - frame.margin.y, height);
      if (x !== 0 || y !== 0) camera.panBy({ x, y });
    });
  });
}

/** How far a coordinate lies outside the clear part of a length; 0 inside. */
function outside(at: number, length: number): number {
  const edge = Math.min(CLEAR_EDGE, length / 4);
  return at < edge ? Math.floor(at - edge) : at > length - edge ? Math.ceil(at - length + edge) : 0;
}

/** On small touch screens one finger scrolls the page past the map, unless the map has the stage to itself. */
function followFingers(store: Store, camera: Camera): () => void {
  const small = matchMedia('(pointer: coarse) and (max-width: 760px)');
  const apply = (): void => camera.setDragging(!small.matches || store.view.peek().stage === 'map');
  small.addEventListener('change', apply);
  const stop = effect(() => {
    void store.view.value.stage;
    apply();
  });
  return () => {
    stop();
    small.removeEventListener('change', apply);
  };
}

/** Hover, press and keys on the map itself. */
function attachPointer(root: HTMLElement, store: Store, camera: Camera, layers: Layers, onSpots: MapEvents['onSpots']): () => void {
  const abort = new AbortController();
  const options = { signal: abort.signal };
  let hovering = false;

  const spotAt = (pointer: MouseEvent, tolerance: number): MapSpot | undefined => {
    const frame = layers.frame.peek();
    const scene = layers.scene.peek();
    if (frame === undefined || scene === undefined) return undefined;
    const box = root.getBoundingClientRect();
    const { x, y } = camera.inFrame({ x: pointer.clientX - box.left, y: pointer.clientY - box.top }, frame);
    const hit = hitTest(scene, x, y, tolerance);
    return hit?.key === undefined ? undefined : layers.layout.peek()?.spotOf.get(hit.key);
  };
  const hover = (spot: MapSpot | undefined): void => {
    layers.pointed.value = spot?.key;
    root.classList.toggle('on-place', spot !== undefined);
    const [first] = spot?.events ?? [];
    const id = first === undefined ? undefined : store.opened.peek().dataset.events[first]?.id;
    if (id === undefined && !hovering) return;
    hovering = id !== undefined;
    store.dispatch({ kind: 'hover', id });
  };

  root.addEventListener('pointermove', (pointer) => {
    if (pointer.pointerType !== 'touch' && pointer.buttons === 0) hover(spotAt(pointer, MOUSE_TOLERANCE));
  }, options);
  root.addEventListener('pointerleave', () => hover(undefined), options);
  // Focus stays where the keys are: a press on the map does not take the arrow keys from the story.
  root.addEventListener('mousedown', (pointer) => {
    pointer.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, options);

  let pressedAt: Point | undefined;
  root.addEventListener('pointerdown', (pointer) => {
    pressedAt = pointer.isPrimary ? { x: pointer.clientX, y: pointer.clientY } : undefined;
  }, options);
  root.addEventListener('click', (pointer) => {
    const far = pressedAt === undefined || Math.hypot(pointer.clientX - pressedAt.x, pointer.clientY - pressedAt.y) > MOUSE_TOLERANCE;
    if (far || pointer.detail > 1) return;
    const touch = pointer instanceof PointerEvent && pointer.pointerType === 'touch';
    const spot = spotAt(pointer, touch ? FINGER_TOLERANCE : MOUSE_TOLERANCE);
    onSpots(spot === undefined || pressSpot(spot, store, camera) ? undefined : spot);
  }, options);

  root.addEventListener('keydown', (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey || key.target !== root) return;
    const move = MOVES.get(key.key);
    if (move === undefined) return;
    key.preventDefault();
    key.stopPropagation();
    move(camera);
  }, options);
  return () => abort.abort();
}

/** What keys do while the map itself has the focus; they go no further. */
const MOVES: ReadonlyMap<string, (camera: Camera) => void> = new Map([
  ['ArrowLeft', (camera: Camera) => camera.panBy({ x: -80, y: 0 })],
  ['ArrowRight', (camera: Camera) => camera.panBy({ x: 80, y: 0 })],
  ['ArrowUp', (camera: Camera) => camera.panBy({ x: 0, y: -80 })],
  ['ArrowDown', (camera: Camera) => camera.panBy({ x: 0, y: 80 })],
  ['+', (camera: Camera) => camera.zoomBy(1)],
  ['=', (camera: Camera) => camera.zoomBy(1)],
  ['-', (camera: Camera) => camera.zoomBy(-1)],
]);
