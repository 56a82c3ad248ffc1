import type { Dataset } from '../model/dataset.ts';
import { derived, peekDerived, type Derived } from '../model/derived.ts';
import type { Counting, CountingKind, NamedSums } from './visible.ts';

const keyOf = ({ name }: NamedSums): string => `counts of ${name}`;

/**
 * What a counting counts over all events of a dataset, to be worked out ahead of time: a filter that nothing fails begins with it. Throws
 * for a counting that has no sums.
 */
export function wholeCounts(dataset: Dataset, kind: CountingKind<unknown>): Derived<NamedSums['arrays']> {
  const counting = kind(dataset);
  const { sums } = counting;
  if (sums === undefined) throw new Error('a counting without sums');
  return derived(keyOf(sums), ({ size }) => {
    counting.recount(new Uint8Array(size), 0);
    return sums.arrays;
  });
}

/** Sets a new counting to what it counts over all events, if that was worked out ahead of time; returns whether it was. */
export function startWhole(dataset: Dataset, { sums }: Counting<unknown>): boolean {
  const whole = sums && peekDerived<NamedSums['arrays']>(dataset, { key: keyOf(sums) });
  if (sums === undefined || whole === undefined) return false;
  for (const [name, array] of Object.entries(sums.arrays)) array.set(whole[name] ?? []);
  return true;
}
