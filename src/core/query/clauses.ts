import type { Bounds } from '../geo/coordinates.ts';
import type { Status } from '../model/event.ts';
import type { Interval } from '../time/instant.ts';

/** What each source asks for; the members of the view that filter. */
export interface Clauses {
  /** Time window; `undefined` filters nothing. */
  readonly window: Interval | undefined;
  /** Key of a place. */
  readonly place: string | undefined;
  /** Part of the map; across the antimeridian its east lies beyond 180. */
  readonly area: Bounds | undefined;
  readonly hiddenCategories: readonly string[];
  readonly hiddenStatuses: readonly Status[];
  readonly text: string;
}

/** Asks for nothing. */
export const NO_CLAUSES: Clauses = { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' };
