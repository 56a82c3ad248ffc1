import { fitPlaces } from '../../../core/layout/map-fit.ts';
import type { MapSpot } from '../../../core/layout/map-spots.ts';
import type { Store } from '../../store/store.ts';
import type { Camera } from './camera.ts';

/** A press that would not bring the map this much closer lists the places instead. */
const LEAST_ZOOM = 0.5;

/**
 * Answers a press on a sign: one place is chosen, and its only event selected; several places are brought apart by coming closer.
 * `false` when no zoom brings them apart, so that they have to be listed.
 */
export function pressSpot(spot: MapSpot, store: Store, camera: Camera): boolean {
  const { dataset } = store.opened.peek();
  const [group] = spot.groups;
  if (group === undefined) return true;
  if (spot.groups.length === 1) {
    store.dispatch({ kind: 'choose-place', key: group.key });
    const only = spot.events.length === 1 ? dataset.events[spot.events[0] ?? -1] : undefined;
    if (only !== undefined) store.dispatch({ kind: 'select', id: only.id });
    return true;
  }
  const target = fitPlaces(spot.groups.map(({ place }) => place), camera.size(), store.baseMap.peek(), { closest: camera.maxZoom() });
  if (target.zoom < camera.viewport().zoom + LEAST_ZOOM) return false;
  camera.travel(target);
  return true;
}
