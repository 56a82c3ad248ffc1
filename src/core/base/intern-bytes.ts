import { decodeUtf8 } from './utf8.ts';

/** Texts of few distinct values, told apart by their bytes: each distinct one has a number, and a string is made of it once. */
export interface InternedBytes {
  /** The distinct texts so far, by their numbers. */
  readonly texts: readonly string[];
  /** The number of the text that a stretch of UTF-8 bytes holds. */
  readonly add: (bytes: Uint8Array, start: number, end: number) => number;
}

/** How many texts are found by some of their bytes alone, before all of them are hashed; a power of two. */
const NEAR = 1024;

/** Where a text stands among those, by its length, its ends and its middle. */
const nearSlot = (bytes: Uint8Array, start: number, end: number): number =>
  ((bytes[start] as number) ^ ((bytes[end - 1] as number) << 2) ^ ((bytes[(start + end) >> 1] as number) << 4) ^ ((end - start) << 5)) & (NEAR - 1);

const FIRST_SLOTS = 256;
const FIRST_LENGTH = 4096;

/** Starts to gather texts. */
export function internBytes(): InternedBytes {
  const texts: string[] = [];
  // Numbers of texts, one more than they are, at the places that their hashes lead to; 0 is free.
  let slots = new Int32Array(FIRST_SLOTS);
  let held = new Uint8Array(FIRST_LENGTH);
  let used = 0;
  let stops = new Int32Array(FIRST_SLOTS);
  let hashes = new Int32Array(FIRST_SLOTS);
  const near = new Int32Array(NEAR);

  const isHeld = (number: number, bytes: Uint8Array, start: number, end: number): boolean => {
    const from = number === 0 ? 0 : (stops[number - 1] as number);
    const length = end - start;
    if ((stops[number] as number) - from !== length) return false;
    for (let offset = 0; offset < length; offset += 1) if (held[from + offset] !== bytes[start + offset]) return false;
    return true;
  };
  const grow = (): void => {
    const larger = new Int32Array(2 * slots.length);
    const mask = larger.length - 1;
    for (let number = 0; number < texts.length; number += 1) {
      let slot = (hashes[number] as number) & mask;
      while (larger[slot] !== 0) slot = (slot + 1) & mask;
      larger[slot] = number + 1;
    }
    slots = larger;
    stops = lengthened(stops);
    hashes = lengthened(hashes);
  };

  return {
    texts,
    add: (bytes, start, end) => {
      const nearby = start < end ? nearSlot(bytes, start, end) : 0;
      const last = near[nearby] as number;
      if (last !== 0 && isHeld(last - 1, bytes, start, end)) return last - 1;
      const hash = hashOfBytes(bytes, start, end);
      let mask = slots.length - 1;
      let slot = hash & mask;
      for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
        if (hashes[entry - 1] === hash && isHeld(entry - 1, bytes, start, end)) {
          near[nearby] = entry;
          return entry - 1;
        }
        slot = (slot + 1) & mask;
      }
      const number = texts.length;
      if (2 * number >= slots.length - 2) {
        grow();
        mask = slots.length - 1;
        slot = hash & mask;
        while (slots[slot] !== 0) slot = (slot + 1) & mask;
      }
      while (used + end - start > held.length) held = doubledBytes(held);
      held.set(bytes.subarray(start, end), used);
      used += end - start;
      stops[number] = used;
      hashes[number] = hash;
      slots[slot] = number + 1;
      near[nearby] = number + 1;
      texts.push(decodeUtf8(bytes.subarray(start, end)));
      return number;
    },
  };
}

function lengthened(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * values.length);
  longer.set(values);
  return longer;
}

function doubledBytes(values: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(2 * values.length);
  longer.set(values);
  return longer;
}

/** A 32-bit hash of bytes. Source: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, with a last mix as in MurmurHash3. */
function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
