import type { Columns, Dataset } from './dataset.ts';

/**
 * Something worked out from the columns of a dataset at its first use, and kept as long as they are. It is plain data, so that it can be
 * worked out elsewhere and handed over: see `prepareAll`.
 */
export interface Derived<T> {
  (dataset: Dataset): T;
  /** Names it among all that is derived. */
  readonly key: string;
}

/** What was worked out of a dataset ahead of time, by key. */
export type Prepared = Readonly<Record<string, unknown>>;

const known = new WeakMap<Columns, Map<string, unknown>>();

function knownOf({ columns }: Dataset): Map<string, unknown> {
  const values = known.get(columns) ?? new Map<string, unknown>();
  known.set(columns, values);
  return values;
}

/** Names what `make` works out of a dataset. */
export function derived<T>(key: string, make: (dataset: Dataset) => T): Derived<T> {
  const read = (dataset: Dataset): T => {
    const values = knownOf(dataset);
    if (!values.has(key)) values.set(key, make(dataset));
    return values.get(key) as T;
  };
  return Object.assign(read, { key });
}

/** What is known already; `undefined` before the first use. */
export const peekDerived = <T>(dataset: Dataset, { key }: Pick<Derived<T>, 'key'>): T | undefined => knownOf(dataset).get(key) as T | undefined;

/** Works out several things ahead of time: to be handed to another thread together with the dataset. */
export const prepareAll = (dataset: Dataset, all: readonly Derived<unknown>[]): Prepared =>
  Object.fromEntries(all.map((each) => [each.key, each(dataset)]));

/** Takes over what was prepared from a dataset with the same columns. */
export function adoptPrepared(dataset: Dataset, prepared: Prepared): void {
  const values = knownOf(dataset);
  for (const [key, value] of Object.entries(prepared)) values.set(key, value);
}
