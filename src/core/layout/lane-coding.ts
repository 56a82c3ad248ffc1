import { NO_CATEGORY, type Codes, type Dataset } from '../model/dataset.ts';
import { facetOf, type Facet } from '../query/facets.ts';
import type { LaneView } from '../view/view-state.ts';

/** One of the finest lanes: a value of the facet, or of the outer and of the inner one, as positions among their values. */
export interface LaneLeaf {
  readonly outer: number;
  readonly inner: number | undefined;
}

/** Which lane each event of a dataset stands in, as one code a row. */
export interface LaneCoding {
  readonly facets: readonly [outer: Facet, inner?: Facet];
  /** In the order of their values. */
  readonly leaves: readonly LaneLeaf[];
  /** Into how many parts, by category, each leaf is cut; 1 where all of it has one colour. */
  readonly parts: number;
  /** By row: leaf × parts + part. */
  readonly codes: Codes;
  readonly size: number;
  /** The category that colours what has a code; `undefined` where it is of several. */
  readonly categoryOf: (code: number) => number | undefined;
}

/** More codes than this are not kept apart by category: the lanes are too many to have colours. */
const MOST_CODES = 512;
/** Pairs of values up to so many are numbered in a table; facets that make more are not paired. */
const MOST_PAIRS = 2 ** 24;

const known = new WeakMap<Dataset['columns'], Map<string, LaneCoding>>();

/** The codes of lanes by a facet or by two, by the outer one alone where two have too many values; worked out at the first use. */
export function laneCoding(dataset: Dataset, by: LaneView['by']): LaneCoding {
  const codings = known.get(dataset.columns) ?? new Map<string, LaneCoding>();
  known.set(dataset.columns, codings);
  const key = by.join();
  const coding = codings.get(key) ?? makeCoding(dataset, by);
  codings.set(key, coding);
  return coding;
}

function makeCoding(dataset: Dataset, [first, second]: LaneView['by']): LaneCoding {
  const outer = facetOf(dataset, first);
  const asked = second === undefined ? undefined : facetOf(dataset, second);
  const inner = asked !== undefined && outer.values.length * asked.values.length <= MOST_PAIRS ? asked : undefined;
  const { leaves, codes } = inner === undefined ? singles(outer) : pairs(outer, inner);
  const category = facetOf(dataset, 'category');
  const colouring = outer.id === 'category' ? 'outer' : inner?.id === 'category' ? 'inner' : undefined;
  const isSplit = colouring === undefined && leaves.length * category.values.length <= MOST_CODES;
  const parts = isSplit ? category.values.length : 1;
  const none = category.values.length - 1;
  const named = (value: number | undefined): number => (value === undefined || value === none ? NO_CATEGORY : Math.min(value, NO_CATEGORY));
  return {
    facets: inner === undefined ? [outer] : [outer, inner],
    leaves,
    parts,
    codes: isSplit ? split(codes, category, leaves.length) : codes,
    size: leaves.length * parts,
    categoryOf: (code) => (colouring === undefined ? (isSplit ? named(code % parts) : undefined) : named(leaves[code]?.[colouring])),
  };
}

interface Leaves {
  readonly leaves: readonly LaneLeaf[];
  readonly codes: Codes;
}

const singles = ({ values, codes }: Facet): Leaves => ({ leaves: values.map((_, outer) => ({ outer, inner: undefined })), codes });

/** The pairs of values that some event has. */
function pairs(outer: Facet, inner: Facet): Leaves {
  const width = inner.values.length;
  const leafOf = new Uint32Array(outer.values.length * width);
  const { length } = outer.codes;
  for (let i = 0; i < length; i += 1) leafOf[(outer.codes[i] as number) * width + (inner.codes[i] as number)] = 1;
  const leaves: LaneLeaf[] = [];
  leafOf.forEach((isPresent, pair) => {
    if (isPresent === 0) return;
    leafOf[pair] = leaves.length;
    leaves.push({ outer: Math.floor(pair / width), inner: pair % width });
  });
  const codes = codesFor(leaves.length, length);
  for (let i = 0; i < length; i += 1) codes[i] = leafOf[(outer.codes[i] as number) * width + (inner.codes[i] as number)] as number;
  return { leaves, codes };
}

function split(leafCodes: Codes, { codes, values }: Facet, leaves: number): Codes {
  const result = codesFor(leaves * values.length, leafCodes.length);
  for (let i = 0; i < result.length; i += 1) result[i] = (leafCodes[i] as number) * values.length + (codes[i] as number);
  return result;
}

const codesFor = (values: number, length: number): Codes =>
  values <= 2 ** 8 ? new Uint8Array(length) : values <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
