import type { BaseMap } from '../geo/base-map.ts';
import { boundsOf } from '../geo/bounds.ts';
import type { Bounds } from '../geo/coordinates.ts';
import { circleAround } from '../geo/sphere.ts';
import type { LocatedPlace } from '../model/event.ts';

/** The bounds of all that is drawn of a place. */
export function boundsOfPlace(place: LocatedPlace, base: BaseMap | undefined): Bounds {
  const [lng, lat] = place.at;
  const point: Bounds = { west: lng, east: lng, south: lat, north: lat };
  switch (place.kind) {
    case 'exact':
      return point;
    case 'near':
      return boundsOf(circleAround(place.at, place.radiusKm, 16)) ?? point;
    case 'area':
      return boundsOf(place.area.flat(2)) ?? point;
    case 'route':
      return boundsOf(place.path.flat()) ?? point;
    case 'country':
      return base?.countryOf.get(place.code ?? '')?.main ?? point;
    case 'region':
      return point;
  }
}
