import type { Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import { unionBounds } from '../geo/bounds.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import { unitYOf, worldSizeOf } from '../geo/mercator.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';
import type { GroupMark, Mark } from '../scene/scene.ts';
import type { ViewState } from '../view/view-state.ts';
import { layoutBaseMap } from './base-map.ts';
import type { FigureOptions } from './figure-options.ts';
import type { FigureScope } from './figure-request.ts';
import { fitPlaces, reachesOf } from './map-fit.ts';
import { focusCountries } from './map-focus.ts';
import { layoutMap } from './map.ts';
import type { World } from './world.ts';

/** What the map of a figure is drawn from. */
export interface FigureMapOptions {
  readonly dataset: Dataset;
  readonly visible: Visible;
  readonly view: ViewState;
  readonly scope: FigureScope;
  readonly shownMap?: FigureOptions['shownMap'];
  readonly size: Size;
  /** Numbers of a list beside the map, which its discs then bear. */
  readonly numbers: ReadonlyMap<EventNumber, number> | undefined;
  readonly world: World;
  readonly base: BaseMap | undefined;
}

/** The size of the map that a view's zoom is taken to be chosen for where the map itself is not known. */
const USUAL_MAP: Size = { width: 1040, height: 520 };

/** The map panel of a figure, cut to its size, and no wider than one whole world, in the middle: in print, a place is there once. */
export function layoutFigureMap(options: FigureMapOptions): GroupMark {
  const { dataset, visible, numbers, world, base } = options;
  const viewport = figureViewport(options);
  const size = { ...options.size, width: Math.min(options.size.width, Math.ceil(worldSizeOf(viewport.zoom) + BESIDE_WORLD)) };
  const places = layoutMap({ dataset, visible, viewport, size, world, base, ...(numbers !== undefined && { numbering: numbers }) });
  const ground: Mark =
    base === undefined
      ? { kind: 'rect', x: 0, y: 0, ...size, fill: world.palette.sea, role: 'sea' }
      : layoutBaseMap({ base, viewport, size, world, focus: focusCountries(dataset, base), labels: false });
  const beside = Math.floor((options.size.width - size.width) / 2);
  return { kind: 'group', role: 'map', marks: [ground, places.marks], clip: { x: 0, y: 0, ...size }, ...(beside > 0 && { translate: { x: beside, y: 0 } }) };
}

/** Pixels beside a whole world that signs near its cut take. */
const BESIDE_WORLD = 48;

/**
 * The height up to which a map of this width shows more of its places rather than more of the land around them; with some land to
 * spare.
 */
export function mostMapHeight(options: Omit<FigureMapOptions, 'size' | 'numbers' | 'world'>, width: number): number {
  const { dataset, visible, base } = options;
  const inView = mapInView(options);
  if (inView !== undefined) return Math.round((width * inView.size.height * LAND_TO_SPARE) / inView.size.width);
  const places = reachesOf(dataset, visible, base);
  const bounds = unionBounds(places.map((place) => place.bounds));
  if (bounds === undefined) return width;
  const { zoom } = fitPlaces(places, { width, height: width * TALL });
  const span = (unitYOf(bounds.south) - unitYOf(bounds.north)) * worldSizeOf(zoom);
  return Math.round(Math.min(Math.max(span * LAND_TO_SPARE + 2 * EDGE, width * LOWEST), worldSizeOf(zoom)));
}

/** High enough that the width alone limits the zoom. */
const TALL = 4;
const LAND_TO_SPARE = 1.65;
const EDGE = 60;
/** A map of one place has the shape of a map, too: a height of this share of its width. */
const LOWEST = 0.62;

/** The part of the world that the view shows, and the size of the map that shows it; `undefined` where the places say what is shown. */
export function mapInView({ view, scope, shownMap }: Pick<FigureMapOptions, 'view' | 'scope' | 'shownMap'>): FigureOptions['shownMap'] {
  if (scope !== 'view') return undefined;
  return shownMap ?? (view.map && { viewport: view.map, size: USUAL_MAP });
}

/** What the map of a figure shows: the view's part of the world, larger or smaller until the panel holds all of it, or else every place. */
export function figureViewport(options: FigureMapOptions): MapViewport {
  const { dataset, visible, size, base } = options;
  const inView = mapInView(options);
  if (inView === undefined) return fitPlaces(reachesOf(dataset, visible, base), size);
  const enlarged = Math.min(size.width / inView.size.width, size.height / inView.size.height);
  return { ...inView.viewport, zoom: inView.viewport.zoom + Math.log2(enlarged) };
}
