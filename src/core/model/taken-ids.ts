import { growing } from '../base/growing.ts';
import { hashOf } from '../base/hash.ts';

/** The ids of events that are added one by one, by the hashes of the ids: what an id is, is asked of the event that has it. */
export interface TakenIds {
  /** Adds the id of the next event by its hash. */
  readonly add: (hash: number) => void;
  /** Whether an event has an id with this hash: not before then two ids can be the same. */
  readonly hasHash: (hash: number) => boolean;
  /** The position among the events of the first one with an id; `undefined` for an id that none has. */
  readonly positionOf: (id: string) => number | undefined;
  /** The hashes in the order of the events. Called once, at the end. */
  readonly finish: () => Uint32Array<ArrayBuffer>;
}

/** As many slots as there is room for at first; a power of two, as are all after it. */
const FIRST_SLOTS = 2 ** 10;

/** Starts without an event. `idAt` tells the id of an event that was added, and is asked only where two hashes are equal. */
export function takenIds(idAt: (position: number) => string): TakenIds {
  const hashes = growing((length) => new Uint32Array(length));
  // Open hash table, at most half full: for each event its position and one, and beside it the hash.
  let slots = new Uint32Array(2 * FIRST_SLOTS);
  let mask = FIRST_SLOTS - 1;

  const put = (hash: number, entry: number): void => {
    let slot = hash & mask;
    while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = entry;
    slots[2 * slot + 1] = hash;
  };
  const grow = (): void => {
    const smaller = slots;
    slots = new Uint32Array(2 * smaller.length);
    mask = slots.length / 2 - 1;
    for (let k = 0; k < smaller.length; k += 2) if (smaller[k] !== 0) put(smaller[k + 1] as number, smaller[k] as number);
  };
  /** The first event with a hash that passes. */
  const find = (hash: number, passes: (position: number) => boolean): number | undefined => {
    for (let slot = hash & mask; slots[2 * slot] !== 0; slot = (slot + 1) & mask) {
      if (slots[2 * slot + 1] === hash && passes((slots[2 * slot] as number) - 1)) return (slots[2 * slot] as number) - 1;
    }
    return undefined;
  };

  return {
    add: (hash) => {
      hashes.push(hash);
      put(hash, hashes.length);
      if (4 * hashes.length > slots.length) grow();
    },
    hasHash: (hash) => find(hash, ANY) !== undefined,
    positionOf: (id) => find(hashOf(id), (position) => idAt(position) === id),
    finish: hashes.finish,
  };
}

const ANY = (): boolean => true;
