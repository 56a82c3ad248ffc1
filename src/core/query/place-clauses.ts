import type { Bounds } from '../geo/coordinates.ts';
import { fixedXOf, fixedYOf } from '../geo/fixed.ts';
import type { Dataset, PlaceTable } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { placeOfKey, rowsOfPlace } from '../model/rows.ts';
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
  const { placeStart, placeList } = dataset.columns;
  let asked: Bounds | undefined;
  /** By place: 1 where it lies in the area. */
  let inside = new Uint8Array();

  const passes = (i: EventNumber): boolean => {
    const end = placeStart[i + 1] as number;
    for (let k = placeStart[i] as number; k < end; k += 1) if (inside[placeList[k] as number] === 1) return true;
    return false;
  };
  const askAgain = (i: EventNumber, { failed, flip }: Flips): void => {
    const fails = asked !== undefined && !passes(i);
    if (fails !== (((failed[i] as number) & AREA_BIT) !== 0)) flip(i, AREA_BIT);
  };

  return {
    ask: ({ area }, flips) => {
      if (area === asked) return;
      const [wasAsked, wasInside] = [asked !== undefined, inside];
      asked = area;
      inside = area === undefined ? new Uint8Array() : placesWithin(dataset.places, area);
      if (!wasAsked || area === undefined) {
        for (let i = 0; i < dataset.size; i += 1) askAgain(i, flips);
        return;
      }
      for (let p = 0; p < inside.length; p += 1) {
        if (inside[p] !== wasInside[p]) for (const i of rowsOfPlace(dataset, p)) askAgain(i, flips);
      }
    },
  };
}

/** By place: 1 where it lies in bounds, 0 elsewhere. Its position is compared as it stands in the columns. */
function placesWithin({ size, x, y }: PlaceTable, { west, east, south, north }: Bounds): Uint8Array<ArrayBuffer> {
  const inside = new Uint8Array(size);
  const [top, bottom] = [fixedYOf(north), fixedYOf(south)];
  const isWholeWorld = east - west >= 360;
  const [left, right] = [fixedXOf(west), fixedXOf(east)];
  const isCut = left > right;
  for (let p = 0; p < size; p += 1) {
    const [px, py] = [x[p] as number, y[p] as number];
    const isAcross = isWholeWorld || (isCut ? px >= left || px <= right : px >= left && px <= right);
    if (isAcross && py >= top && py <= bottom) inside[p] = 1;
  }
  return inside;
}
