import { bisectLeft } from 'd3';
import { unreachable } from '../base/result.ts';
import type { Bounds } from '../geo/coordinates.ts';
import { fixedXOf, fixedYOf } from '../geo/fixed.ts';
import type { Dataset } from '../model/dataset.ts';
import { STATUSES, type EventNumber, type Status } from '../model/event.ts';
import { isDated, placeOfKey, placesOfRow, rowsOfPlace, statusAt } from '../model/rows.ts';
import type { Interval } from '../time/instant.ts';
import { foldText, searchTexts } from './text-clause.ts';
import { possiblyIn } from './time-clause.ts';
import { bitOf, CLAUSE_SOURCES, maskOf, type ClauseSource, type Visible } from './visible.ts';

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

type Predicate = (i: EventNumber) => boolean;

/**
 * The events that pass all clauses, or all but those of `except`, and what each clause hides.
 * An event is hidden by the category clause when all its categories are hidden; one without a category or a date is not touched by that
 * clause. Place and area let through only what is placed there. A place key that the dataset does not know passes nothing.
 */
export function selectVisible(dataset: Dataset, clauses: Clauses, ...except: readonly ClauseSource[]): Visible {
  const ignored = maskOf(except);
  const failed = new Uint8Array(dataset.size);
  for (const source of CLAUSE_SOURCES) {
    const passes = predicateOf(source, dataset, clauses);
    if (passes === undefined) continue;
    const bit = bitOf(source);
    for (let i = 0; i < dataset.size; i += 1) if (!passes(i)) failed[i] = (failed[i] ?? 0) | bit;
  }
  const hiddenBy = new Map<ClauseSource, number>();
  const categoryCounts = new Map(dataset.story.categories.map((category) => [category.id, 0]));
  const statusCounts = new Map<Status, number>(STATUSES.map((status) => [status, 0]));
  const rows: number[] = [];
  const { categories } = dataset.columns;
  for (let i = 0; i < dataset.size; i += 1) {
    const mask = (failed[i] ?? 0) & ~ignored;
    if (mask === 0) rows.push(i);
    const only = mask === 0 ? undefined : CLAUSE_SOURCES.find((source) => mask === bitOf(source));
    if (only !== undefined) add(hiddenBy, only);
    if ((mask & ~bitOf('category')) === 0) {
      for (const position of new Set(categories.values[categories.codes[i] ?? 0])) {
        const id = dataset.story.categories[position]?.id;
        if (id !== undefined) add(categoryCounts, id);
      }
    }
    if ((mask & ~bitOf('status')) === 0) add(statusCounts, statusAt(dataset, i));
  }
  const datedCount = bisectLeft(rows, dataset.dated);
  const countings = new Map<unknown, unknown>();
  const visible: Visible = {
    dataset,
    failed,
    ignored,
    count: rows.length,
    datedCount,
    undatedCount: rows.length - datedCount,
    hiddenBy,
    categoryCounts,
    statusCounts,
    rankOf: (i) => bisectLeft(rows, i),
    nth: (k) => rows[k],
    counted: (kind) => {
      if (!countings.has(kind)) {
        const counting = kind(dataset);
        counting.recount(failed, ignored);
        countings.set(kind, counting.value);
      }
      return countings.get(kind) as ReturnType<typeof kind>['value'];
    },
  };
  return visible;
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What a clause lets through; `undefined` when it asks for nothing. */
function predicateOf(source: ClauseSource, dataset: Dataset, clauses: Clauses): Predicate | undefined {
  switch (source) {
    case 'time': {
      const { window } = clauses;
      return window && ((i) => !isDated(dataset, i) || possiblyIn(dataset.columns, i, window));
    }
    case 'category': {
      const hidden = new Set(clauses.hiddenCategories.map((id) => dataset.story.categories.findIndex((category) => category.id === id)));
      if (hidden.size === 0) return undefined;
      const { values, codes } = dataset.columns.categories;
      const passing = values.map((set) => set.length === 0 || set.some((position) => !hidden.has(position)));
      return (i) => passing[codes[i] ?? 0] ?? true;
    }
    case 'status': {
      const hidden = new Set(clauses.hiddenStatuses.map((status) => STATUSES.indexOf(status)));
      return hidden.size === 0 ? undefined : (i) => !hidden.has(dataset.columns.status[i] ?? 0);
    }
    case 'place': {
      if (clauses.place === undefined) return undefined;
      const place = placeOfKey(dataset, clauses.place);
      const there = new Set(place === undefined ? [] : rowsOfPlace(dataset, place));
      return (i) => there.has(i);
    }
    case 'area': {
      const { area } = clauses;
      return area && ((i) => placesOfRow(dataset, i).some((p) => liesIn(dataset, p, area)));
    }
    case 'text': {
      const sought = foldText(clauses.text).trim();
      if (sought === '') return undefined;
      const texts = searchTexts(dataset);
      return (i) => texts[i]?.includes(sought) ?? false;
    }
    default:
      return unreachable(source);
  }
}

function liesIn({ places }: Dataset, p: number, { west, east, south, north }: Bounds): boolean {
  const [x, y] = [places.x[p] ?? 0, places.y[p] ?? 0];
  if (y < fixedYOf(north) || y > fixedYOf(south)) return false;
  if (east - west >= 360) return true;
  const [x0, x1] = [fixedXOf(west), fixedXOf(east)];
  return x0 <= x1 ? x >= x0 && x <= x1 : x >= x0 || x <= x1;
}

