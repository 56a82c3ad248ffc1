import { growing } from '../base/growing.ts';
import { hashOf } from '../base/hash.ts';
import { fixedXOf, fixedYOf } from '../geo/fixed.ts';
import type { Columns, PlaceTable } from './dataset.ts';
import type { LocatedPlace } from './event.ts';
import { LOCATED_KINDS, placeKey } from './place.ts';

/** Gathers the places of events that are added one by one, equal ones as one. */
export interface PlaceGathering {
  readonly add: (located: readonly LocatedPlace[]) => void;
  /** Places by row, where row `i` is the `order[i]`th event that was added. */
  readonly columns: (order: Uint32Array) => Pick<Columns, 'placeStart' | 'placeList'>;
  readonly table: (order: Uint32Array, columns: Pick<Columns, 'placeStart' | 'placeList'>) => PlaceTable;
}

/** Starts without a place. */
export function placeGathering(): PlaceGathering {
  const positions = new Map<string, number>();
  const uint32 = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(length);
  const [xs, ys, hashes, firsts] = [growing(uint32), growing(uint32), growing(uint32), growing(uint32)];
  const kinds = growing((length) => new Uint8Array(length));
  const starts = growing(uint32);
  const list = growing(uint32);
  let events = 0;

  const positionOf = (place: LocatedPlace): number => {
    const key = placeKey(place);
    const known = positions.get(key);
    if (known !== undefined) return known;
    const position = positions.size;
    positions.set(key, position);
    xs.push(fixedXOf(place.at[0]));
    ys.push(fixedYOf(place.at[1]));
    hashes.push(hashOf(key));
    kinds.push(LOCATED_KINDS.indexOf(place.kind));
    firsts.push(events);
    return position;
  };

  return {
    add: (located) => {
      starts.push(list.length);
      if (located.length === 1 && located[0] !== undefined) list.push(positionOf(located[0]));
      else for (const position of new Set(located.map(positionOf))) list.push(position);
      events += 1;
    },
    columns: (order) => {
      const [added, places] = [starts.finish(), list.finish()];
      const placeStart = new Uint32Array(order.length + 1);
      const placeList = new Uint32Array(places.length);
      let at = 0;
      for (let i = 0; i < order.length; i += 1) {
        placeStart[i] = at;
        const event = order[i] ?? 0;
        const end = event + 1 < added.length ? (added[event + 1] ?? 0) : places.length;
        for (let k = added[event] ?? 0; k < end; k += 1) placeList[at++] = places[k] ?? 0;
      }
      placeStart[order.length] = at;
      return { placeStart, placeList };
    },
    table: (order, { placeStart, placeList }) => {
      const rows = new Uint32Array(order.length);
      for (let i = 0; i < order.length; i += 1) rows[order[i] ?? 0] = i;
      return Object.freeze({
        size: positions.size,
        x: xs.finish(),
        y: ys.finish(),
        kind: kinds.finish(),
        row: firsts.finish().map((event) => rows[event] ?? 0),
        hash: hashes.finish(),
        ...rowsByPlace(positions.size, placeStart, placeList),
      });
    },
  };
}

/** Turns places by row into rows by place, which keeps the rows in order. */
function rowsByPlace(size: number, placeStart: Uint32Array, placeList: Uint32Array): Pick<PlaceTable, 'eventStart' | 'events'> {
  const eventStart = new Uint32Array(size + 1);
  for (let k = 0; k < placeList.length; k += 1) eventStart[(placeList[k] ?? 0) + 1] = (eventStart[(placeList[k] ?? 0) + 1] ?? 0) + 1;
  for (let p = 0; p < size; p += 1) eventStart[p + 1] = (eventStart[p + 1] ?? 0) + (eventStart[p] ?? 0);
  const next = eventStart.slice();
  const events = new Uint32Array(placeList.length);
  for (let i = 0; i + 1 < placeStart.length; i += 1) {
    for (let k = placeStart[i] ?? 0; k < (placeStart[i + 1] ?? 0); k += 1) {
      const place = placeList[k] ?? 0;
      events[next[place] ?? 0] = i;
      next[place] = (next[place] ?? 0) + 1;
    }
  }
  return { eventStart, events };
}
