/** Bits of a digit: as many buckets as are counted quickly also for a few values. */
const BITS = 11;
const BUCKETS = 2 ** BITS;

/**
 * The positions of values in ascending order of several keys, the first of them deciding, those after it for equals; equals of all
 * stay in their order. `NaN` comes last. Takes the time of so many additions, whatever the order: a radix sort, from the last digit on.
 */
export function orderBy(length: number, ...keys: readonly (Float64Array | Uint8Array)[]): Uint32Array<ArrayBuffer> {
  let order = Uint32Array.from({ length }, (_, position) => position);
  let spare = new Uint32Array(length);
  const counts = new Uint32Array(BUCKETS + 1);
  const sortBy = (word: Uint32Array, shift: number): void => {
    counts.fill(0);
    for (let k = 0; k < length; k += 1) {
      const bucket = digitOf(word[k] as number, shift) + 1;
      counts[bucket] = (counts[bucket] as number) + 1;
    }
    if (counts.includes(length)) return;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) counts[bucket + 1] = (counts[bucket + 1] as number) + (counts[bucket] as number);
    for (let k = 0; k < length; k += 1) {
      const position = order[k] as number;
      const bucket = digitOf(word[position] as number, shift);
      spare[counts[bucket] as number] = position;
      counts[bucket] = (counts[bucket] as number) + 1;
    }
    [order, spare] = [spare, order];
  };
  for (const key of keys.toReversed()) {
    for (const word of wordsOf(key)) for (let shift = 0; shift < 32; shift += BITS) sortBy(word, shift);
  }
  return order;
}

const digitOf = (word: number, shift: number): number => (word >>> shift) & (BUCKETS - 1);

/** A key as whole numbers without sign that stand in the same order, the lesser half of each value first. */
function wordsOf(key: Float64Array | Uint8Array): readonly Uint32Array[] {
  if (key instanceof Uint8Array) return [Uint32Array.from(key)];
  const [low, high] = [new Uint32Array(key.length), new Uint32Array(key.length)];
  const value = new Float64Array(1);
  const words = new Uint32Array(value.buffer);
  for (let k = 0; k < key.length; k += 1) {
    // Adding 0 makes one of the two zeros.
    value[0] = (key[k] as number) + 0;
    const upper = words[HIGH] as number;
    const lower = words[1 - HIGH] as number;
    // The bits of doubles stand in the order of their values, but for the sign, which is the other way round, as are all bits below a minus.
    const isNegative = upper >= 2 ** 31;
    const isNone = Number.isNaN(value[0]);
    high[k] = isNone ? -1 : isNegative ? ~upper : upper ^ (2 ** 31);
    low[k] = isNone ? -1 : isNegative ? ~lower : lower;
  }
  return [low, high];
}

/** Which half of a double comes second in memory: the greater one, on all machines that browsers run on. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
