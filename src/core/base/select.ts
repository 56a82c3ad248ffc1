/** How many ranges the values are parted into at a time. */
const RANGES = 4096;

/** So few values are sorted. */
const FEW = 2048;

/** The value that stands at a position when all are sorted, none of which is `NaN`. Only those that lie near it are sorted: the others are counted. */
export function valueAt(values: Float64Array, position: number): number {
  let among = values;
  let rest = position;
  for (;;) {
    const { least, most } = endsOf(among);
    const scale = RANGES / (most - least);
    // Values that lie as close as this are not parted further.
    if (among.length <= FEW || !(scale > 0 && scale < Infinity)) return among.slice().sort()[rest] as number;
    const rangeOf = (value: number): number => Math.min(Math.floor((value - least) * scale), RANGES - 1);
    const counts = new Uint32Array(RANGES);
    for (let k = 0; k < among.length; k += 1) {
      const range = rangeOf(among[k] as number);
      counts[range] = (counts[range] as number) + 1;
    }
    let range = 0;
    for (; rest >= (counts[range] as number); range += 1) rest -= counts[range] as number;
    const count = counts[range] as number;
    if (2 * count > among.length) return valuesIn(among, rangeOf, range, count).sort()[rest] as number;
    among = valuesIn(among, rangeOf, range, count);
  }
}

function endsOf(values: Float64Array): { readonly least: number; readonly most: number } {
  let least = Infinity;
  let most = -Infinity;
  for (let k = 0; k < values.length; k += 1) {
    const value = values[k] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

function valuesIn(values: Float64Array, rangeOf: (value: number) => number, range: number, count: number): Float64Array {
  const found = new Float64Array(count);
  let at = 0;
  for (let k = 0; k < values.length; k += 1) {
    const value = values[k] as number;
    if (rangeOf(value) !== range) continue;
    found[at] = value;
    at += 1;
  }
  return found;
}
