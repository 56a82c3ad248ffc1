import type { EventNumber, Status } from '../model/event.ts';

/** Who contributes to the filter. Each view is filtered by every clause but its own. */
export const CLAUSE_SOURCES = ['time', 'category', 'status', 'place', 'text'] as const;
export type ClauseSource = (typeof CLAUSE_SOURCES)[number];

/** What passes the clauses, and what each of them hides. */
export interface Visible {
  /** Dated events that pass, in time order. */
  readonly dated: readonly EventNumber[];
  /** Undated events that pass; the time clause does not apply to them. */
  readonly undated: readonly EventNumber[];
  /** By event number: 1 when it passes. */
  readonly passes: Uint8Array;
  /** How many events only this clause hides: they would show without it. */
  readonly hiddenBy: ReadonlyMap<ClauseSource, number>;
  /** Counts per category id and per status under all clauses but that facet's own. */
  readonly categoryCounts: ReadonlyMap<string, number>;
  readonly statusCounts: ReadonlyMap<Status, number>;
}
