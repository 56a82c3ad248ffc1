import type { Bounds } from '../geo/coordinates.ts';
import { FIXED_WORLD, fixedXOf, fixedYOf } from '../geo/fixed.ts';
import type { Dataset, PlaceTable } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { placeOfKey, placesOfRow, rowsOfPlace } from '../model/rows.ts';
import type { ClauseKeeper, Flips } from './flips.ts';
import { bitOf } from './visible.ts';

const PLACE_BIT = bitOf('place');
const AREA_BIT = bitOf('area');

/** Keeps the clause of one place: only its events pass. A key that no place has lets nothing pass. */
export function placeKeeper(dataset: Dataset): ClauseKeeper {
  let asked: string | undefined;
  /** `undefined`: all. */
  let passing: Uint32Array | undefined;
  const turnPassing = ({ flip }: Flips): void => {
    const count = passing?.length ?? dataset.size;
    for (let k = 0; k < count; k += 1) flip(passing?.[k] ?? k, PLACE_BIT);
  };
  return {
    ask: ({ place: key }, flips) => {
      if (key === asked) return;
      asked = key;
      // Those that passed fail now as all others do; then those that pass now are let through.
      turnPassing(flips);
      const place = key === undefined ? undefined : placeOfKey(dataset, key);
      passing = key === undefined ? undefined : place === undefined ? new Uint32Array() : rowsOfPlace(dataset, place);
      turnPassing(flips);
    },
  };
}

/** Keeps the clause of a part of the map: an event passes that has a place there. */
export function areaKeeper(dataset: Dataset): ClauseKeeper {
  const { places, size } = dataset;
  let asked: Bounds | undefined;
  /** By place: 1 where it lies in the area. */
  let inside = new Uint8Array();

  const askAgain = (i: EventNumber, passes: boolean, { failed, flip }: Flips): void => {
    if (passes === (((failed[i] as number) & AREA_BIT) !== 0)) flip(i, AREA_BIT);
  };
  /** Lets all rows pass, or those alone that have a place inside. */
  const turnAll = (failed: Uint8Array, passes: boolean): void => {
    for (let i = 0; i < size; i += 1) failed[i] = passes ? (failed[i] as number) & ~AREA_BIT : (failed[i] as number) | AREA_BIT;
    if (passes) return;
    const { events, eventStart } = places;
    for (let p = 0; p < inside.length; p += 1) {
      if (inside[p] === 0) continue;
      const end = eventStart[p + 1] as number;
      for (let k = eventStart[p] as number; k < end; k += 1) failed[events[k] as number] = (failed[events[k] as number] as number) & ~AREA_BIT;
    }
  };

  return {
    ask: ({ area }, flips) => {
      if (area === asked) return;
      const wasAsked = asked !== undefined;
      asked = area;
      if (!wasAsked || area === undefined) {
        inside = new Uint8Array(area === undefined ? 0 : places.size);
        if (area !== undefined) moveInside(places, area, inside, () => undefined);
        turnAll(flips.turnFreely(AREA_BIT), area === undefined);
        return;
      }
      const turned: number[] = [];
      let rows = 0;
      moveInside(places, area, inside, (p) => {
        turned.push(p);
        rows += (places.eventStart[p + 1] as number) - (places.eventStart[p] as number);
      });
      if (flips.areMany(rows)) {
        turnAll(flips.turnFreely(AREA_BIT), false);
        return;
      }
      for (const p of turned) {
        for (const i of rowsOfPlace(dataset, p)) askAgain(i, placesOfRow(dataset, i).some((place) => inside[place] === 1), flips);
      }
    },
  };
}

/** Says of every place whether it lies in bounds now, 1 or 0, and tells of those of which something else was said before. */
function moveInside({ size, x, y }: PlaceTable, { west, east, south, north }: Bounds, inside: Uint8Array, onTurn: (p: number) => void): void {
  // Differences of whole numbers modulo 2³², so that a box across the antimeridian is a box like any other.
  const left = fixedXOf(west);
  const width = east - west >= 360 ? FIXED_WORLD : (fixedXOf(east) - left) >>> 0;
  const top = fixedYOf(north);
  const height = (fixedYOf(south) - top) >>> 0;
  for (let p = 0; p < size; p += 1) {
    const isInside = ((x[p] as number) - left) >>> 0 <= width && ((y[p] as number) - top) >>> 0 <= height;
    if (isInside === (inside[p] === 1)) continue;
    inside[p] = isInside ? 1 : 0;
    onTurn(p);
  }
}
