import type { Dataset } from '../model/dataset.ts';
import type { EventNumber, Status } from '../model/event.ts';

/** Who contributes to the filter. Each view is filtered by every clause but its own. */
export const CLAUSE_SOURCES = ['time', 'category', 'status', 'place', 'area', 'text'] as const;
export type ClauseSource = (typeof CLAUSE_SOURCES)[number];

/** The bit of a clause in `Visible.failed`. */
export const bitOf = (source: ClauseSource): number => 1 << CLAUSE_SOURCES.indexOf(source);

/** The bits of several clauses. */
export const maskOf = (sources: readonly ClauseSource[]): number => sources.reduce((bits, source) => bits | bitOf(source), 0);

/**
 * Something counted over the events that pass, kept up to date event by event. `value` is the same object throughout and changes in
 * place: it belongs to the newest `Visible` alone.
 */
export interface Counting<T> {
  readonly value: T;
  /** An event begins to pass. */
  readonly add: (i: EventNumber) => void;
  /** An event ceases to pass. */
  readonly remove: (i: EventNumber) => void;
  /** The same for many at once, where a loop of its own is faster: `i` begins to pass, `~i` ceases to. */
  readonly follow?: (turns: Int32Array) => void;
  /** All its numbers, where they are sums over the events that pass, under a name of its own: for all events they can be had ahead of time. */
  readonly sums?: NamedSums;
  /** Counts anew: row `i` passes when `(failed[i] & ~ignored) === 0`. */
  readonly recount: (failed: Uint8Array, ignored: number) => void;
}

/** Sums of a counting by name, which change in place. */
export interface NamedSums {
  readonly name: string;
  readonly arrays: Readonly<Record<string, Sums>>;
}

/** Whole numbers, or more than these hold. */
export type Sums = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Begins to count over a dataset, from nothing. A constant: it is also the key by which a filter knows the counting again. */
export type CountingKind<T> = (dataset: Dataset) => Counting<T>;

/** What passes the clauses, and what each of them hides. A new object whenever anything of it changes; the newest one alone may be asked. */
export interface Visible {
  readonly dataset: Dataset;
  /** By row: a bit for each clause that the event fails. Changes in place. */
  readonly failed: Uint8Array;
  /** Bits of the clauses that do not count here. */
  readonly ignored: number;
  /** How many events pass; the time clause does not apply to the undated ones among them. */
  readonly count: number;
  readonly datedCount: number;
  readonly undatedCount: number;
  /** How many events only this clause hides: they would show without it. */
  readonly hiddenBy: ReadonlyMap<ClauseSource, number>;
  /** Counts per category id and per status under all clauses but that facet's own. */
  readonly categoryCounts: ReadonlyMap<string, number>;
  readonly statusCounts: ReadonlyMap<Status, number>;
  /** How many events pass whose row is below `i`. */
  readonly rankOf: (i: EventNumber) => number;
  /** The `k`th row that passes, from 0; `undefined` beyond the last. Dated rows come first, in time order. */
  readonly nth: (k: number) => EventNumber | undefined;
  /** What was counted over the events that pass; begun at the first call, kept up to date from then on. */
  readonly counted: <T>(kind: CountingKind<T>) => T;
}

/** Whether an event passes that fails these clauses, as far as the ignored ones do not count. */
export const maskPasses = (failed: number, ignored: number): boolean => (failed & ~ignored) === 0;

/** How many sets of clauses there are that an event may fail. */
export const MASKS = 2 ** CLAUSE_SOURCES.length;

/** By the clauses that an event fails: 1 when it passes, 0 when it does not. A loop that adds these up need not branch. */
export function passingMasks(ignored: number): Uint8Array {
  const known = masks[ignored] ?? Uint8Array.from({ length: MASKS }, (_, failed) => (maskPasses(failed, ignored) ? 1 : 0));
  masks[ignored] = known;
  return known;
}

/** By ignored bits. */
const masks: Uint8Array[] = [];

/** Whether an event passes. */
export const passesIn = ({ failed, ignored }: Visible, i: EventNumber): boolean => maskPasses(failed[i] ?? 0, ignored);

const datedLists = new WeakMap<Visible, readonly EventNumber[]>();

/** The dated events that pass, in time order, as a list: for pictures and tests. What follows a drag asks `rankOf` and `nth`. */
export function datedRows(visible: Visible): readonly EventNumber[] {
  const known = datedLists.get(visible);
  if (known !== undefined) return known;
  const rows = rowsBetween(visible, 0, visible.dataset.dated);
  datedLists.set(visible, rows);
  return rows;
}

/** The undated events that pass, in file order, as a list. */
export const undatedRows = (visible: Visible): readonly EventNumber[] => rowsBetween(visible, visible.dataset.dated, visible.dataset.size);

function rowsBetween(visible: Visible, from: number, to: number): readonly EventNumber[] {
  const rows: EventNumber[] = [];
  for (let i = from; i < to; i += 1) if (passesIn(visible, i)) rows.push(i);
  return rows;
}
