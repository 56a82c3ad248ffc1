import { NO_CATEGORY, type Codes, type Dataset } from '../model/dataset.ts';
import { placesOfRow } from '../model/rows.ts';
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
  const value: Tally = { totals: new Uint32Array(size), counts: new Uint32Array(size * width), width, rowSums: new Float64Array(size) };
  const { totals, counts, rowSums } = value;
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
    value,
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

const wanderers = new WeakMap<Dataset['columns'], Uint32Array>();

/** The rows of events that happened at several places: where these share a sign, it counts them once. */
export function rowsOfSeveralPlaces(dataset: Dataset): Uint32Array {
  const known = wanderers.get(dataset.columns);
  if (known !== undefined) return known;
  const rows: number[] = [];
  for (let i = 0; i < dataset.size; i += 1) if (placesOfRow(dataset, i).length > 1) rows.push(i);
  const found = Uint32Array.from(rows);
  wanderers.set(dataset.columns, found);
  return found;
}
