import { growing } from '../base/growing.ts';
import { fixedXOf, fixedYOf } from '../geo/fixed.ts';
import type { Columns, PlaceTable } from './dataset.ts';
import type { LocatedPlace } from './event.ts';
import { neighbourhoodOrder } from './place-order.ts';
import { keyStepsOf, LOCATED_KINDS, placeCodeOf } from './place.ts';

/** The places of rows, and the rows of places. */
export interface GatheredPlaces {
  readonly columns: Pick<Columns, 'placeStart' | 'placeList'>;
  readonly table: PlaceTable;
}

/** Gathers the places of events that are added one by one, those with equal keys as one. */
export interface PlaceGathering {
  readonly add: (located: readonly LocatedPlace[]) => void;
  /** Adds an event that has an exact position, by its name and degrees, and nothing else. */
  readonly addExact: (name: string, lng: number, lat: number) => void;
  /** All that was gathered, where row `i` is the `order[i]`th event that was added. Called once, at the end. */
  readonly finish: (order: Uint32Array) => GatheredPlaces;
}

/** Stands for a longitude in the key of a place that is known by its code. */
const CODED = 2 ** 31 - 1;

const EXACT = LOCATED_KINDS.indexOf('exact');

/** Starts without a place. */
export function placeGathering(): PlaceGathering {
  const uint32 = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(length);
  const [xs, ys, starts, list] = [growing(uint32), growing(uint32), growing(uint32), growing(uint32)];
  const kinds = growing((length) => new Uint8Array(length));
  const names = new Map<string, number>();
  const numbered = keyTable();

  const nameOf = (name: string): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, names.size);
    return names.size - 1;
  };
  /** The number of a place by its key, which has a position if it is new. */
  const placed = (p: number, kind: number, lng: number, lat: number): number => {
    if (p === xs.length) {
      xs.push(fixedXOf(lng));
      ys.push(fixedYOf(lat));
      kinds.push(kind);
    }
    return p;
  };
  const pointOf = (kind: number, name: string, lng: number, lat: number): number =>
    placed(numbered(kind, nameOf(name), keyStepsOf(lng), keyStepsOf(lat)), kind, lng, lat);
  const placeOf = (place: LocatedPlace): number => {
    const code = placeCodeOf(place);
    const kind = LOCATED_KINDS.indexOf(place.kind);
    const [lng, lat] = place.at;
    return code === undefined ? pointOf(kind, place.name, lng, lat) : placed(numbered(kind, nameOf(code), CODED, 0), kind, lng, lat);
  };

  return {
    add: (located) => {
      starts.push(list.length);
      if (located.length === 1 && located[0] !== undefined) list.push(placeOf(located[0]));
      else for (const p of new Set(located.map(placeOf))) list.push(p);
    },
    addExact: (name, lng, lat) => {
      starts.push(list.length);
      list.push(pointOf(EXACT, name, lng, lat));
    },
    finish: (order) => {
      starts.push(list.length);
      const [x, y, kind, listed] = [xs.finish(), ys.finish(), kinds.finish(), list.finish()];
      const standing = neighbourhoodOrder(x, y);
      const columns = placesByRow(order, starts.finish(), standing === undefined ? listed : renumbered(listed, standing));
      const table = { size: x.length, x: inOrder(x, standing), y: inOrder(y, standing), kind: inOrder(kind, standing) };
      return { columns, table: Object.freeze({ ...table, ...rowsByPlace(table.size, columns) }) };
    },
  };
}

/** The values of places in the order in which they stand. */
const inOrder = <A extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(values: A, standing: Uint32Array | undefined): A =>
  standing === undefined ? values : (values.map((_, p) => values[standing[p] as number] as number) as A);

/** A list of places by the numbers that they have where they stand. */
function renumbered(list: Uint32Array<ArrayBuffer>, standing: Uint32Array): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(standing.length);
  for (let p = 0; p < standing.length; p += 1) numbers[standing[p] as number] = p;
  return list.map((p) => numbers[p] as number);
}

/** Numbers keys of four whole numbers, equal ones alike, from 0 in order of first mention. An open hash table, at most half full. */
function keyTable(): (kind: number, name: number, lng: number, lat: number) => number {
  let slots = new Uint32Array(2 ** 10);
  // The numbers of a key lie side by side.
  let keys = new Int32Array(2 * slots.length);
  let size = 0;
  const grow = (): void => {
    slots = new Uint32Array(slots.length * 2);
    const longer = new Int32Array(keys.length * 2);
    longer.set(keys);
    keys = longer;
    const mask = slots.length - 1;
    for (let k = 0; k < size; k += 1) {
      const at = 4 * k;
      let slot = mixed(keys[at] as number, keys[at + 1] as number, keys[at + 2] as number, keys[at + 3] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = k + 1;
    }
  };
  return (kind, name, lng, lat) => {
    const mask = slots.length - 1;
    let slot = mixed(kind, name, lng, lat) & mask;
    for (let known = slots[slot] as number; known !== 0; known = slots[slot] as number) {
      const at = 4 * (known - 1);
      if (keys[at + 2] === lng && keys[at + 3] === lat && keys[at + 1] === name && keys[at] === kind) return known - 1;
      slot = (slot + 1) & mask;
    }
    const at = 4 * size;
    keys[at] = kind;
    keys[at + 1] = name;
    keys[at + 2] = lng;
    keys[at + 3] = lat;
    size += 1;
    slots[slot] = size;
    if (2 * size === slots.length) grow();
    return size - 1;
  };
}

/** A 32-bit hash of four whole numbers. The factors are those of MurmurHash3 and of Knuth's multiplicative hash. */
function mixed(kind: number, name: number, lng: number, lat: number): number {
  let hash = Math.imul(lng, 0x9e3779b1) ^ Math.imul(lat, 0x85ebca6b) ^ Math.imul(name * 8 + kind, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function placesByRow(order: Uint32Array, starts: Uint32Array, list: Uint32Array): GatheredPlaces['columns'] {
  const placeStart = new Uint32Array(order.length + 1);
  const placeList = new Uint32Array(list.length);
  let at = 0;
  for (let i = 0; i < order.length; i += 1) {
    placeStart[i] = at;
    const event = order[i] as number;
    for (let k = starts[event] as number; k < (starts[event + 1] as number); k += 1) placeList[at++] = list[k] as number;
  }
  placeStart[order.length] = at;
  return { placeStart, placeList };
}

/** Turns places by row into rows by place, which keeps the rows in order. */
export function rowsByPlace(size: number, { placeStart, placeList }: GatheredPlaces['columns']): Pick<PlaceTable, 'eventStart' | 'events'> {
  const eventStart = new Uint32Array(size + 1);
  for (let k = 0; k < placeList.length; k += 1) eventStart[(placeList[k] as number) + 1] = (eventStart[(placeList[k] as number) + 1] as number) + 1;
  for (let p = 0; p < size; p += 1) eventStart[p + 1] = (eventStart[p + 1] as number) + (eventStart[p] as number);
  const next = eventStart.slice();
  const events = new Uint32Array(placeList.length);
  for (let i = 0; i + 1 < placeStart.length; i += 1) {
    for (let k = placeStart[i] as number; k < (placeStart[i + 1] as number); k += 1) {
      const place = placeList[k] as number;
      const at = next[place] as number;
      events[at] = i;
      next[place] = at + 1;
    }
  }
  return { eventStart, events };
}
