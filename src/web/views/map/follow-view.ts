import { computed, effect, untracked, type Signal } from '@preact/signals';
import type { Box } from '../../../core/base/geometry.ts';
import type { MapViewport } from '../../../core/geo/coordinates.ts';
import { fitPlaces, reachesOf, type Reach } from '../../../core/layout/map-fit.ts';
import { spotOfEvent } from '../../../core/layout/map.ts';
import { rowOf } from '../../../core/model/rows.ts';
import type { Store } from '../../store/store.ts';
import type { Camera } from './camera.ts';
import { paddingBeside } from './covers.ts';
import type { StoryFollowing } from './follow-story.ts';
import type { Layers } from './layers.ts';

/** Pixels that a selected sign keeps from the map's edges when the map pans to it. */
const CLEAR_EDGE = 48;

/** What keeps the camera where the view wants it. */
export interface ViewFollowing {
  /** Shows the whole story, where nothing else is asked for; filters do not move it, so that people keep their bearings. */
  readonly rest: () => void;
  /** Shows all places that pass the filters, whatever was shown before. */
  readonly fitAll: () => void;
  readonly stop: () => void;
}

/** Moves the camera to what the view asks for. `shown` is what the camera has told the view itself, `covers` what lies over the map. */
export function followView(
  store: Store,
  { isSeen }: StoryFollowing,
  camera: Camera,
  shown: Signal<MapViewport | undefined>,
  covers: Signal<readonly Box[]>,
): ViewFollowing {
  const asked = computed(() => store.view.value.map);
  const story = computed(() => reachesOf(store.opened.value.dataset, undefined, store.baseMap.value));
  const fitted = (places: readonly Reach[]): MapViewport =>
    fitPlaces(places, camera.size(), { padding: paddingBeside(covers.peek(), camera.size()), covers: covers.peek() });
  const rest = (): void => {
    const { width, height } = camera.size();
    if (isSeen.peek() && asked.peek() === undefined && width > 0 && height > 0) camera.show(fitted(story.peek()));
  };
  const stop = effect(() => {
    const map = asked.value;
    if (!isSeen.value) return;
    void story.value;
    untracked(() => {
      if (map === undefined) rest();
      else if (!isSame(map, shown.value)) camera.show(map);
      shown.value = map;
    });
  });
  return {
    rest,
    fitAll: () => {
      const { dataset } = store.opened.peek();
      const visible = store.visibleExcept('place', 'area').peek();
      const places = visible.count === dataset.size ? [] : reachesOf(dataset, visible, store.baseMap.peek());
      store.dispatch({ kind: 'set-map', map: places.length === 0 ? undefined : fitted(places) });
      rest();
    },
    stop,
  };
}

/** Whether two viewports are the same but for the digits that a link keeps. */
const isSame = (a: MapViewport, b: MapViewport | undefined): boolean =>
  b !== undefined && Math.abs(a.lng - b.lng) < 1e-4 && Math.abs(a.lat - b.lat) < 1e-4 && Math.abs(a.zoom - b.zoom) < 2e-3;

/** Pans, only as far as needed, to the sign of an event that is selected elsewhere. A link says itself what the map shows beside its selection. */
export function followSelection(store: Store, camera: Camera, layers: Layers): () => void {
  let last = store.view.peek();
  return effect(() => {
    const { selected, map } = store.view.value;
    const before = last;
    last = store.view.value;
    if (selected === before.selected || map !== before.map) return;
    untracked(() => {
      const i = selected === undefined ? undefined : rowOf(store.opened.value.dataset, selected);
      const layout = layers.layout.value;
      const spot = i === undefined || layout === undefined ? undefined : spotOfEvent(layout, i);
      if (spot === undefined || layout === undefined) return;
      const margin = layout.input.margin ?? { x: 0, y: 0 };
      const { width, height } = camera.size();
      const x = outside(spot.x - margin.x, width);
      const y = outside(spot.y - margin.y, height);
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
export function followFingers(store: Store, camera: Camera): () => void {
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
