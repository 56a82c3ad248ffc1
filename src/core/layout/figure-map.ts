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
import { boundsOfPlace, fitPlaces, focusCountries, placesOf } from './map-fit.ts';
import { layoutMap } from './map.ts';
import type { World } from './world.ts';

/** What the map of a figure is drawn from. */
export interface FigureMapOptions {
  readonly dataset: Dataset;
  readonly visible: Visible;
  readonly view: ViewState;
  readonly scope: 'story' | 'view';
  readonly size: Size;
  /** Numbers of a list beside the map, which its discs then bear. */
  readonly numbers: ReadonlyMap<EventNumber, number> | undefined;
  readonly world: World;
  readonly base: BaseMap | undefined;
}

/** The size of the map on the page that a view's zoom is taken to be chosen for. */
const PAGE_MAP: Size = { width: 1040, height: 520 };

/** The map panel of a figure, cut to its size. */
export function layoutFigureMap({ dataset, visible, view, scope, size, numbers, world, base }: FigureMapOptions): GroupMark {
  const viewport = (scope === 'view' ? viewportOf(view, size) : undefined) ?? fitPlaces(placesOf(dataset, visible), size, base);
  const places = layoutMap({ dataset, visible, viewport, size, world, base, ...(numbers !== undefined && { numbering: numbers }) });
  const ground: Mark =
    base === undefined
      ? { kind: 'rect', x: 0, y: 0, ...size, fill: world.palette.sea, role: 'sea' }
      : layoutBaseMap({ base, viewport, size, world, focus: focusCountries(dataset, base), labels: false });
  return { kind: 'group', role: 'map', marks: [ground, places.marks], clip: { x: 0, y: 0, ...size } };
}

/**
 * The height up to which a map of this width shows more of its places rather than more of the land around them; with some land to
 * spare. `Infinity` when the view says what is shown.
 */
export function mostMapHeight({ dataset, visible, view, scope, base }: Omit<FigureMapOptions, 'size' | 'numbers' | 'world'>, width: number): number {
  if (scope === 'view' && view.map !== undefined) return Infinity;
  const places = placesOf(dataset, visible);
  const bounds = unionBounds(places.map((place) => boundsOfPlace(place, base)));
  if (bounds === undefined) return width;
  const { zoom } = fitPlaces(places, { width, height: width * TALL }, base);
  const span = (unitYOf(bounds.south) - unitYOf(bounds.north)) * worldSizeOf(zoom);
  return Math.round(Math.min(span * LAND_TO_SPARE + 2 * EDGE, worldSizeOf(zoom)));
}

/** High enough that the width alone limits the zoom. */
const TALL = 4;
const LAND_TO_SPARE = 1.65;
const EDGE = 60;

/** The view's part of the map, drawn larger or smaller until it fills the panel as it fills the page. */
function viewportOf({ map }: ViewState, size: Size): MapViewport | undefined {
  if (map === undefined) return undefined;
  return { ...map, zoom: map.zoom + Math.log2(Math.min(size.width / PAGE_MAP.width, size.height / PAGE_MAP.height)) };
}
