import type { Codes, Dataset } from '../model/dataset.ts';
import { derived } from '../model/derived.ts';
import { STATUSES } from '../model/event.ts';

/** What events can be told apart by: each has one value of each facet, or none. */
export const FACET_IDS = ['category', 'status', 'place', 'actor', 'attribution'] as const;
export type FacetId = (typeof FACET_IDS)[number];

/** One value of a facet. */
export interface FacetValue {
  /** Names the value in a link: an id of a category, a status, a name. Empty for the events that have none. */
  readonly key: string;
  /** What a person reads; empty where the catalogue has the word: of a status, and of having none. */
  readonly name: string;
}

/** A facet of a dataset as codes. */
export interface Facet {
  readonly id: FacetId;
  /** In order of display. The last one stands for the events that have no value. */
  readonly values: readonly FacetValue[];
  /** By row, positions in `values`. */
  readonly codes: Codes;
}

const facets = new WeakMap<Dataset['columns'], Map<FacetId, Facet>>();

/** A facet of a dataset; worked out at its first use. */
export function facetOf(dataset: Dataset, id: FacetId): Facet {
  const known = facets.get(dataset.columns) ?? new Map<FacetId, Facet>();
  facets.set(dataset.columns, known);
  const facet = known.get(id) ?? facetFrom(dataset, id);
  known.set(id, facet);
  return facet;
}

const NONE: FacetValue = { key: '', name: '' };

/** By row, the position of the category that colours an event; one more than there are for none. */
export const categoryCodes = derived('category codes', ({ story, columns: { categories } }): Codes => {
  const none = story.categories.length;
  return recoded(categories.codes, categories.values.map(([first]) => first ?? none));
});

function facetFrom(dataset: Dataset, id: FacetId): Facet {
  const { story, columns, size } = dataset;
  switch (id) {
    case 'category':
      return { id, values: [...story.categories.map(({ id: key, name }) => ({ key, name })), NONE], codes: categoryCodes(dataset) };
    case 'status':
      return { id, values: [...STATUSES.map((status) => ({ key: status, name: '' })), NONE], codes: columns.status };
    case 'place':
    case 'actor':
    case 'attribution': {
      const { values, codes } = columns[id === 'place' ? 'placeName' : id];
      const named = values.filter((value) => value !== '');
      const positions = new Map(named.map((value, position) => [value, position]));
      const recodes = values.map((value) => positions.get(value) ?? named.length);
      return { id, values: [...named.map((value) => ({ key: value, name: value })), NONE], codes: size === 0 ? codes : recoded(codes, recodes) };
    }
  }
}

function recoded(codes: Codes, positions: readonly number[]): Codes {
  const widest = positions.reduce((most, position) => Math.max(most, position), 0);
  const result: Codes = widest < 2 ** 8 ? new Uint8Array(codes.length) : widest < 2 ** 16 ? new Uint16Array(codes.length) : new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i += 1) result[i] = positions[codes[i] ?? 0] ?? 0;
  return result;
}
