import type { LngLat } from '../../geo/coordinates.ts';
import type { WktGeometry } from '../../geo/parse-wkt.ts';
import { anchorOfArea, anchorOfRoute } from '../../model/anchor.ts';
import type { Basis, LocatedPlace, Place, PlaceKind } from '../../model/event.ts';

/** The shape of a place on the map as a geometry of GeoJSON; what is known no closer than a point nearby is that point. */
export function shapeOf(place: LocatedPlace): WktGeometry {
  if (place.kind === 'area') {
    const [only, ...others] = place.area;
    return only !== undefined && others.length === 0 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: place.area };
  }
  if (place.kind === 'route') {
    const [only, ...others] = place.path;
    return only !== undefined && others.length === 0 ? { type: 'LineString', coordinates: only } : { type: 'MultiLineString', coordinates: place.path };
  }
  return { type: 'Point', coordinates: place.at };
}

/** What is said of a place beside its shape. */
export interface PlaceSaid {
  readonly name: string;
  readonly kind: PlaceKind | undefined;
  readonly wording: string | undefined;
  readonly basis: Basis;
  readonly radiusKm: number | undefined;
  readonly code: string | undefined;
}

/** The place of a shape, or of none. A kind that the shape cannot have gives way to the shape's own. */
export function placeOfShape({ kind, radiusKm, code, ...base }: PlaceSaid, shape: WktGeometry | undefined): Place {
  if (shape === undefined) return { ...base, kind: kind === 'withheld' ? kind : 'not-stated' };
  switch (shape.type) {
    case 'Polygon':
      return areaPlace(base, [shape.coordinates]);
    case 'MultiPolygon':
      return areaPlace(base, shape.coordinates);
    case 'LineString':
      return routePlace(base, [shape.coordinates]);
    case 'MultiLineString':
      return routePlace(base, shape.coordinates);
    case 'Point':
      if (kind === 'near' && radiusKm !== undefined) return { ...base, kind, at: shape.coordinates, radiusKm };
      if (kind === 'country' || kind === 'region') return { ...base, kind, at: shape.coordinates, code };
      return { ...base, kind: 'exact', at: shape.coordinates };
    default:
      return { ...base, kind: 'not-stated' };
  }
}

type Base = Pick<Place, 'name' | 'basis' | 'wording'>;
type Lines = readonly (readonly LngLat[])[];

const areaPlace = (base: Base, area: readonly Lines[]): Place => ({ ...base, kind: 'area', area, at: anchorOfArea(area) });
const routePlace = (base: Base, path: Lines): Place => ({ ...base, kind: 'route', path, at: anchorOfRoute(path) });
