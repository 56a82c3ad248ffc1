import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Box } from '../../../core/base/geometry.ts';
import { focusCountries } from '../../../core/layout/map-focus.ts';
import { layoutMapPointer } from '../../../core/layout/map-pointer.ts';
import { layoutMap, type MapLayout } from '../../../core/layout/map.ts';
import { placeOfKey, rowOf } from '../../../core/model/rows.ts';
import { LIGHT } from '../../../core/scene/palette.ts';
import type { Scene } from '../../../core/scene/scene.ts';
import { keepPainted } from '../../parts/keep-painted.ts';
import { groundPainter } from '../../platform/ground-painter.ts';
import { pixelRatio } from '../../platform/pixel-ratio.ts';
import type { Store } from '../../store/store.ts';
import type { Frame } from './camera.ts';
import { followCounts } from './follow-counts.ts';
import type { StoryFollowing } from './follow-story.ts';
import { keepGround, type GroundOrder } from './keep-ground.ts';

/** The canvases of the map that its scenes are painted on, bottom first; under them lies the ground. */
const LAYERS = ['places', 'pointer'] as const;
type LayerName = (typeof LAYERS)[number];

/** What is on the map's canvases, derived from the store and the frame. */
export interface Layers {
  /** What is painted. */
  readonly frame: Signal<Frame | undefined>;
  /** Whether online tiles lie underneath instead of the base map. */
  readonly online: Signal<boolean>;
  /** Key of the sign under the pointer. */
  readonly pointed: Signal<string | undefined>;
  readonly layout: ReadonlySignal<MapLayout | undefined>;
  /** The layout when the counts on the map were last at rest. */
  readonly rested: ReadonlySignal<MapLayout | undefined>;
  /** The scene that answers what is under the pointer. */
  readonly scene: ReadonlySignal<Scene | undefined>;
  /** Paints what has changed at once, not with the next animation frame, and puts all canvases in their places. */
  readonly paintNow: () => void;
  readonly dispose: () => void;
}

/** What the layers need of the page. */
export interface LayersPage {
  readonly canvases: Readonly<Record<'ground' | LayerName, HTMLCanvasElement>>;
  /** Puts a painted canvas where its frame belongs. */
  readonly place: (canvas: HTMLCanvasElement, frame: Frame) => void;
  /** What lies over the map, in pixels of its element. */
  readonly covers: ReadonlySignal<readonly Box[]>;
}

const NOWHERE: ReadonlySet<string> = new Set();
/** Pixels by which coasts on the page may leave their course: half as many points as for print, and not to be told apart. */
const SCREEN_TOLERANCE = 0.75;

/** Derives the map's scenes and keeps its canvases painted. */
export function createLayers(store: Store, story: StoryFollowing, { canvases, place, covers }: LayersPage): Layers {
  const frame = signal<Frame | undefined>(undefined);
  const online = signal(false);
  const pointed = signal<string | undefined>(undefined);
  const visible = store.visibleExcept('place', 'area');
  // Tiles are bright whatever the theme.
  const world = computed(() => (online.value ? { ...store.world.value, palette: LIGHT } : store.world.value));
  const focus = computed(() => {
    const base = store.baseMap.value;
    return base === undefined || !story.isSeen.value ? NOWHERE : focusCountries(store.opened.value.dataset, base);
  });

  const palette = computed(() => world.value.palette);
  const ground = keepGround(
    canvases.ground,
    computed((): GroundOrder | undefined => {
      const paint = groundPainter.value;
      if (frame.value === undefined || paint === undefined || online.value) return undefined;
      const { viewport, size } = frame.value;
      const view = { viewport, size, palette: palette.value, focus: focus.value, tolerance: SCREEN_TOLERANCE };
      return { frame: frame.value, view, scale: pixelRatio.value, paint };
    }),
    place,
  );
  const margin = computed(() => frame.value?.margin);
  const obstacles = computed(() => {
    const { x: dx, y: dy } = margin.value ?? { x: 0, y: 0 };
    return covers.value.map((box): Box => ({ ...box, x: box.x + dx, y: box.y + dy }));
  });
  const counts = followCounts(visible);
  let last: MapLayout | undefined;
  const layout = computed(() => {
    if (frame.value === undefined || !story.isCounted.value) return (last = undefined);
    const { dataset } = store.opened.value;
    last = layoutMap({
      dataset,
      visible: visible.value,
      ...frame.value,
      obstacles: obstacles.value,
      world: world.value,
      base: store.baseMap.value,
      names: !online.value,
      held: counts.areMoving.value ? last : undefined,
    });
    return last;
  });
  let still: MapLayout | undefined;
  const rested = computed(() => {
    if (!counts.areMoving.value) still = layout.value;
    return still;
  });
  const places = computed((): Scene | undefined =>
    layout.value && { size: layout.value.input.size, marks: [layout.value.marks], title: '', language: world.value.locale });
  const width = computed(() => frame.value?.size.width ?? 0);
  const height = computed(() => frame.value?.size.height ?? 0);
  const blank = computed((): Scene => ({ size: { width: width.value, height: height.value }, marks: [], title: '', language: '' }));
  const pointer = computed(() => {
    if (layout.value === undefined) return undefined;
    const { dataset } = store.opened.value;
    const { selected, hovered, place } = store.view.value;
    if (selected === undefined && hovered === undefined && place === undefined && pointed.value === undefined) return blank.value;
    const rowIn = (id: string | undefined): number | undefined => (id === undefined ? undefined : rowOf(dataset, id));
    const chosen = place === undefined ? undefined : placeOfKey(dataset, place);
    return layoutMapPointer(layout.value, { selected: rowIn(selected), hovered: rowIn(hovered), place: chosen, pointed: pointed.value }, world.value);
  });
  const scenes: Readonly<Record<LayerName, ReadonlySignal<Scene | undefined>>> = { places, pointer };

  const toPlace = (canvas: HTMLCanvasElement) => (): void => {
    const painted = frame.peek();
    if (painted !== undefined) place(canvas, painted);
  };
  const { paintNow, stop } = keepPainted(
    LAYERS.map((name) => ({ canvas: canvases[name], scene: scenes[name], onPainted: toPlace(canvases[name]) })),
  );
  return {
    frame,
    online,
    pointed,
    layout,
    rested,
    scene: places,
    paintNow: () => {
      paintNow();
      for (const name of LAYERS) toPlace(canvases[name])();
      ground.settle();
    },
    dispose: () => {
      stop();
      ground.stop();
      counts.stop();
    },
  };
}
