/** What is known of the numbers from one power of two up to the next. */
export interface Octave {
  readonly count: number;
  readonly sum: number;
  readonly least: number;
  /** The least but one; `Infinity` when there is only one. */
  readonly second: number;
  readonly most: number;
}

/** Binary exponents of a double. Source: IEEE 754, binary64. */
const EXPONENTS = 2048;
const EXPONENT_SHIFT = 20;
/** Which 32 bits of a double hold its exponent on this machine. */
const HIGH_HALF = new Uint32Array(new Float64Array([1]).buffer)[0] === 0 ? 1 : 0;

/** The first `count` of positive finite numbers by their size, from the smallest octave up, without sorting them: one step each. */
export function octavesOf(values: Float64Array<ArrayBuffer>, count: number = values.length): readonly Octave[] {
  const halves = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const counts = new Uint32Array(EXPONENTS);
  const sums = new Float64Array(EXPONENTS);
  const least = new Float64Array(EXPONENTS).fill(Infinity);
  const second = new Float64Array(EXPONENTS).fill(Infinity);
  const most = new Float64Array(EXPONENTS);
  for (let i = 0; i < count; i += 1) {
    const value = values[i] ?? 0;
    const k = (halves[2 * i + HIGH_HALF] ?? 0) >>> EXPONENT_SHIFT;
    counts[k] = (counts[k] ?? 0) + 1;
    sums[k] = (sums[k] ?? 0) + value;
    if (value > (most[k] ?? 0)) most[k] = value;
    if (value >= (second[k] ?? 0)) continue;
    const smallest = least[k] ?? 0;
    second[k] = Math.max(value, smallest);
    least[k] = Math.min(value, smallest);
  }
  return Array.from(counts, (own, k): Octave => ({ count: own, sum: sums[k] ?? 0, least: least[k] ?? 0, second: second[k] ?? 0, most: most[k] ?? 0 })).filter(
    (octave) => octave.count > 0,
  );
}
