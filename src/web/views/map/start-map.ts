import { signal, type ReadonlySignal } from '@preact/signals';
import type { Box } from '../../../core/base/geometry.ts';
import type { MapViewport } from '../../../core/geo/coordinates.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import { frame } from '../../platform/frame.ts';
import type { Store } from '../../store/store.ts';
import type { Camera } from './camera.ts';
import { coveringElements, coversOf } from './covers.ts';
import { createFirstCamera } from './first-camera.ts';
import { followStory } from './follow-story.ts';
import { followFingers, followSelection, followView } from './follow-view.ts';
import { createLayers, type Layers } from './layers.ts';
import { isSameFrame } from './map-frame.ts';
import { attachMapKeys } from './map-keys.ts';
import { pointAtSpots } from './point-at-spots.ts';

/** Everything that lives as long as the map is on the page. */
export interface RunningMap {
  /** The element that the map is in. */
  readonly root: HTMLElement;
  readonly camera: Camera;
  readonly layers: Layers;
  /** Changes with every step that the map moves. */
  readonly moves: ReadonlySignal<number>;
  /** Shows all places that pass the filters, whatever was shown before. */
  readonly fitAll: () => void;
  /** Keeps places and names clear of what lies over the map, from when it is on the page. Returns what stops that. */
  readonly watchCovers: () => () => void;
  readonly stop: () => void;
}

/** What a running map tells the components around it. */
export interface MapEvents {
  /** A sign was pressed, or the map beside all signs. */
  readonly onPress: (spot: MapSpot | undefined) => void;
  /** The map shows something else: whatever lay at a sign is there no more. */
  readonly onMove: () => void;
  readonly onTileError: () => void;
}

/** Starts camera, layers and gestures in an element, and ties them to the store. */
export function startMap(root: HTMLElement, store: Store, { onPress, onMove, onTileError }: MapEvents): RunningMap {
  const canvases = { ground: document.createElement('canvas'), places: document.createElement('canvas'), pointer: document.createElement('canvas') };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Set when the view asks for it, so that the answer to the camera's own move does not move it again.
  const shown = signal<MapViewport | undefined>(undefined);
  const covers = signal<readonly Box[]>([]);
  const moves = signal(0);
  const story = followStory(store);
  const layers = createLayers(store, story, { canvases, place: (canvas, painted) => camera.place(canvas, painted), covers });
  const camera = createFirstCamera(root, [canvases.ground, canvases.places, canvases.pointer], still, {
    onFrame: (painted, byHand) => {
      const known = layers.frame.peek();
      if (known === undefined || !isSameFrame(known, painted)) layers.frame.value = painted;
      store.setShownMap({ viewport: painted.viewport, size: camera.size() });
      layers.paintNow();
      onMove();
      if (!byHand) return;
      const map = camera.viewport();
      shown.value = map;
      store.dispatch({ kind: 'set-map', map });
    },
    onMove: () => {
      moves.value += 1;
      if (store.view.peek().area === 'view') frame.act(moves, () => store.setShownMap({ viewport: camera.viewport(), size: camera.size() }));
    },
    onTileError,
  });
  const following = followView(store, story, camera, shown, covers);
  const stops = [
    story.stop,
    following.stop,
    followSelection(store, camera, layers),
    followFingers(store, camera),
    pointAtSpots(root, store, camera, layers, onPress),
    attachMapKeys(root, camera),
  ];
  const sizes = new ResizeObserver(() => {
    camera.resize();
    covers.value = coversOf(root);
    following.rest();
  });
  sizes.observe(root);
  return {
    root,
    camera,
    layers,
    moves,
    fitAll: following.fitAll,
    watchCovers: () => {
      const observer = new ResizeObserver(() => {
        covers.value = coversOf(root);
      });
      for (const element of coveringElements(root)) observer.observe(element);
      covers.value = coversOf(root);
      following.rest();
      return () => observer.disconnect();
    },
    stop: () => {
      store.setShownMap(undefined);
      sizes.disconnect();
      for (const stop of stops) stop();
      layers.dispose();
      camera.dispose();
    },
  };
}
