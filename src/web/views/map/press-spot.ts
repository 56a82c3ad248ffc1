import { fitPlaces, reachOf } from '../../../core/layout/map-fit.ts';
import { placeKeyAt } from '../../../core/layout/map-place-names.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import type { MapLayout } from '../../../core/layout/map.ts';
import { eventAt, placeAt, positionAt } from '../../../core/model/rows.ts';
import type { Store } from '../../store/store.ts';
import type { Camera } from './camera.ts';

/** A press that would not bring the map this much closer lists the places instead. */
const LEAST_ZOOM = 0.5;

/** Of more places than this the positions alone say where to go. */
const MOST_READ = 500;

/**
 * Answers a press on a sign: one place is chosen, and its only event selected; several places are brought apart by coming closer.
 * `false` when no zoom brings them apart, so that they have to be listed.
 */
export function pressSpot(spot: MapSpot, { gathering }: MapLayout, store: Store, camera: Camera): boolean {
  const { dataset } = store.opened.peek();
  const places = gathering.placesOf(spot, Infinity);
  const [first] = places;
  if (first === undefined) return true;
  if (places.length === 1) {
    store.dispatch({ kind: 'choose-place', key: placeKeyAt(dataset, first) });
    if (spot.only !== undefined) store.dispatch({ kind: 'select', id: eventAt(dataset, spot.only).id });
    return true;
  }
  const base = store.baseMap.peek();
  const reaches = places.map((p) => (places.length <= MOST_READ ? reachOf(placeAt(dataset, p), base) : pointReach(positionAt(dataset, p))));
  const target = fitPlaces(reaches, camera.size(), { closest: camera.maxZoom() });
  if (target.zoom < camera.viewport().zoom + LEAST_ZOOM) return false;
  camera.travel(target);
  return true;
}

const pointReach = (at: readonly [lng: number, lat: number]): ReturnType<typeof reachOf> => ({
  at, bounds: { west: at[0], east: at[0], south: at[1], north: at[1] },
});
