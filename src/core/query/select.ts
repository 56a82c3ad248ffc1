import { unreachable } from '../base/result.ts';
import type { Dataset } from '../model/dataset.ts';
import { STATUSES, type EventNumber, type Status } from '../model/event.ts';
import type { Interval } from '../time/instant.ts';
import { foldText, searchTexts } from './text-clause.ts';
import { possiblyIn } from './time-clause.ts';
import { CLAUSE_SOURCES, type ClauseSource, type Visible } from './visible.ts';

/** What each source asks for; the members of the view that filter. */
export interface Clauses {
  /** Time window; `undefined` filters nothing. */
  readonly window: Interval | undefined;
  /** Key of a place. */
  readonly place: string | undefined;
  readonly hiddenCategories: readonly string[];
  readonly hiddenStatuses: readonly Status[];
  readonly text: string;
}

type Predicate = (i: EventNumber) => boolean;

/**
 * The events that pass all clauses, or all but the one of `except`, and what each clause hides.
 * An event is hidden by the category clause when all its categories are hidden; one without a category or a date is not touched by that
 * clause. A place key that the dataset does not know passes nothing.
 */
export function selectVisible(dataset: Dataset, clauses: Clauses, except?: ClauseSource): Visible {
  const failed = failedClauses(dataset, clauses, except);
  const passes = new Uint8Array(failed.length);
  const hiddenBy = new Map<ClauseSource, number>();
  const categoryCounts = new Map(dataset.story.categories.map((category) => [category.id, 0]));
  const statusCounts = new Map<Status, number>(STATUSES.map((status) => [status, 0]));
  dataset.events.forEach((event, i) => {
    const mask = failed[i] ?? 0;
    passes[i] = mask === 0 ? 1 : 0;
    const only = mask === 0 ? undefined : CLAUSE_SOURCES.find((source) => mask === bitOf(source));
    if (only !== undefined) add(hiddenBy, only);
    if ((mask & ~bitOf('category')) === 0) for (const id of new Set(event.categories)) add(categoryCounts, id);
    if ((mask & ~bitOf('status')) === 0) add(statusCounts, event.status);
  });
  const dated: EventNumber[] = [];
  const undated: EventNumber[] = [];
  for (const i of dataset.inTimeOrder) if (passes[i] === 1) (isDated(dataset, i) ? dated : undated).push(i);
  return { dated, undated, passes, hiddenBy, categoryCounts, statusCounts };
}

/** Whether an event has a place on the time line. */
export function isDated(dataset: Dataset, i: EventNumber): boolean {
  return !Number.isNaN(dataset.columns.earliestStart[i] ?? NaN);
}

const bitOf = (source: ClauseSource): number => 1 << CLAUSE_SOURCES.indexOf(source);

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** By event number: one bit for each clause that the event fails. */
function failedClauses(dataset: Dataset, clauses: Clauses, except: ClauseSource | undefined): Uint8Array {
  const failed = new Uint8Array(dataset.events.length);
  for (const source of CLAUSE_SOURCES) {
    const passes = source === except ? undefined : predicateOf(source, dataset, clauses);
    if (passes === undefined) continue;
    const bit = bitOf(source);
    for (let i = 0; i < failed.length; i += 1) if (!passes(i)) failed[i] = (failed[i] ?? 0) | bit;
  }
  return failed;
}

/** What a clause lets through; `undefined` when it asks for nothing. */
function predicateOf(source: ClauseSource, dataset: Dataset, clauses: Clauses): Predicate | undefined {
  switch (source) {
    case 'time': {
      const { window } = clauses;
      return window && ((i) => !isDated(dataset, i) || possiblyIn(dataset.columns, i, window));
    }
    case 'category': {
      const hidden = new Set(clauses.hiddenCategories);
      if (hidden.size === 0) return undefined;
      return (i) => {
        const categories = dataset.events[i]?.categories ?? [];
        return categories.length === 0 || categories.some((id) => !hidden.has(id));
      };
    }
    case 'status': {
      const hidden = new Set(clauses.hiddenStatuses.map((status) => STATUSES.indexOf(status)));
      return hidden.size === 0 ? undefined : (i) => !hidden.has(dataset.columns.status[i] ?? 0);
    }
    case 'place': {
      if (clauses.place === undefined) return undefined;
      const there = new Set(dataset.places.find((group) => group.key === clauses.place)?.events);
      return (i) => there.has(i);
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
