import { NO_CATEGORY, type Codes, type Dataset } from '../model/dataset.ts';
import { derived } from '../model/derived.ts';
import type { CountingKind } from '../query/visible.ts';

/** The events that pass at each of a number of sites: places, or cells of a grid. An event counts once at each site where it happened. */
export interface Tally {
  /** Events by site. */
  readonly totals: Uint32Array;
  /** Events by site and category: entry `site * width + code`. */
  readonly counts: Uint32Array;
  /** How many codes of categories there are. */
  readonly width: number;
  /** Sum of the rows of the events by site: where there is one event, its row. */
  readonly rowSums: Float64Array;
}

/** The colouring categories of events as codes below `width`; the last one stands for none. */
export interface CategoryCodes {
  readonly width: number;
  /** Codes by set of categories: that of row `i` is `codeOfSet[sets[i]]`. */
  readonly sets: Codes;
  readonly codeOfSet: Uint8Array;
}

/** More categories than this share codes, as they share colours: those eight apart have the same. */
const MOST_CODES = 64;
const COLOURS = 8;

const known = new WeakMap<Dataset, CategoryCodes>();

/** The category codes of a dataset. */
export function categoryCodes(dataset: Dataset): CategoryCodes {
  const codes = known.get(dataset) ?? codesOf(dataset);
  known.set(dataset, codes);
  return codes;
}

function codesOf({ story, columns: { categories } }: Dataset): CategoryCodes {
  const none = Math.min(story.categories.length, MOST_CODES);
  const codeOfSet = Uint8Array.from(categories.values, ([first]) =>
    first === undefined ? none : first < MOST_CODES ? first : MOST_CODES - COLOURS + (first % COLOURS));
  return { width: none + 1, sets: categories.codes, codeOfSet };
}

/** The category that a code of `width` stands for: a position in the story, or `NO_CATEGORY`. */
export const categoryOfCode = (code: number, width: number): number => (code === width - 1 ? NO_CATEGORY : code);

/** Counts the events that pass at each place. */
export const placeTally: CountingKind<Tally> = (dataset) => {
  const { size } = dataset.places;
  const { width, sets, codeOfSet } = categoryCodes(dataset);
  const { placeStart, placeList } = dataset.columns;
  const totals = new Uint32Array(size);
  const counts = new Uint32Array(size * width);
  const rowSums = new Float64Array(size);
  const count = (i: number, by: 1 | -1): void => {
    const code = codeOfSet[sets[i] as number] as number;
    const end = placeStart[i + 1] as number;
    for (let k = placeStart[i] as number; k < end; k += 1) {
      const p = placeList[k] as number;
      totals[p] = (totals[p] as number) + by;
      counts[p * width + code] = (counts[p * width + code] as number) + by;
      rowSums[p] = (rowSums[p] as number) + by * i;
    }
  };
  return {
    value: { totals, counts, width, rowSums },
    sums: { name: 'places', arrays: { totals, counts, rowSums } },
    add: (i) => count(i, 1),
    remove: (i) => count(i, -1),
    recount: (failed, ignored) => {
      totals.fill(0);
      counts.fill(0);
      rowSums.fill(0);
      for (let i = 0; i < failed.length; i += 1) if (((failed[i] as number) & ~ignored) === 0) count(i, 1);
    },
  };
};

/** The events that happened at several places. */
export interface Wanderers {
  readonly rows: Uint32Array;
  /** A bit for each row: the `i % 8`th of byte `i / 8`. */
  readonly bits: Uint8Array;
}

/** The events of a dataset that happened at several places: where these share a sign, it counts them once. */
export const wanderersOf = derived('wanderers', ({ columns: { placeStart }, size }: Dataset): Wanderers => {
  const rows: number[] = [];
  const bits = new Uint8Array(Math.ceil(size / 8));
  for (let i = 0; i < size; i += 1) {
    if ((placeStart[i + 1] as number) - (placeStart[i] as number) < 2) continue;
    rows.push(i);
    bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  }
  return { rows: Uint32Array.from(rows), bits };
});
