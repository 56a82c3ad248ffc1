import { fixedXOf, fixedYOf } from '../../src/core/geo/fixed.ts';
import type { Dataset } from '../../src/core/model/dataset.ts';
import type { TimelineEvent } from '../../src/core/model/event.ts';
import { isLocated, placeKey } from '../../src/core/model/place.ts';
import { eventAt } from '../../src/core/model/rows.ts';
import type { Clauses } from '../../src/core/query/clauses.ts';
import { foldText } from '../../src/core/base/fold-text.ts';
import { CLAUSE_SOURCES, type ClauseSource } from '../../src/core/query/visible.ts';

/** What a filter says of a dataset, found by asking every clause of every event. */
export interface PlainVisible {
  /** Rows that pass. */
  readonly rows: readonly number[];
  readonly hiddenBy: ReadonlyMap<ClauseSource, number>;
  readonly categoryCounts: ReadonlyMap<string, number>;
  readonly statusCounts: ReadonlyMap<string, number>;
}

/** The slow twin of `selectVisible`: reads every event and keeps nothing. */
export function plainFilter(dataset: Dataset, clauses: Clauses, ...except: readonly ClauseSource[]): PlainVisible {
  const asked = CLAUSE_SOURCES.filter((source) => !except.includes(source));
  const rows: number[] = [];
  const hiddenBy = new Map<ClauseSource, number>();
  const categoryCounts = new Map(dataset.story.categories.map(({ id }) => [id, 0]));
  const statusCounts = new Map<string, number>();
  for (let i = 0; i < dataset.size; i += 1) {
    const event = eventAt(dataset, i);
    const failed = asked.filter((source) => !passes(source, event, clauses, dataset));
    const [only] = failed;
    if (only === undefined) rows.push(i);
    else if (failed.length === 1) hiddenBy.set(only, (hiddenBy.get(only) ?? 0) + 1);
    if (failed.every((source) => source === 'category')) {
      for (const id of new Set(event.categories)) if (categoryCounts.has(id)) categoryCounts.set(id, (categoryCounts.get(id) ?? 0) + 1);
    }
    if (failed.every((source) => source === 'status')) statusCounts.set(event.status, (statusCounts.get(event.status) ?? 0) + 1);
  }
  return { rows, hiddenBy, categoryCounts, statusCounts };
}

function passes(source: ClauseSource, event: TimelineEvent, clauses: Clauses, { story }: Dataset): boolean {
  const { when, categories, status, places } = event;
  switch (source) {
    case 'time': {
      const { window } = clauses;
      if (window === undefined || when.edtf === undefined) return true;
      const { earliestStart, latestEnd } = when.edtf.span;
      return earliestStart < window.end && (latestEnd > window.start || earliestStart >= window.start);
    }
    case 'category': {
      const listed = categories.filter((id) => story.categories.some((category) => category.id === id));
      return listed.length === 0 || listed.some((id) => !clauses.hiddenCategories.includes(id));
    }
    case 'status':
      return !clauses.hiddenStatuses.includes(status);
    case 'place':
      return clauses.place === undefined || places.some((place) => isLocated(place) && placeKey(place) === clauses.place);
    case 'area': {
      const { area } = clauses;
      return area === undefined || places.some((place) => isLocated(place) && liesIn(place.at, area));
    }
    case 'text': {
      const sought = foldText(clauses.text).trim();
      const texts = [
        event.title, event.shortTitle, event.description, event.attribution,
        ...places.map(({ name }) => name), ...event.actors, ...event.sources.map(({ publisher }) => publisher),
      ];
      return texts.some((text) => foldText(text ?? '').includes(sought));
    }
  }
}

/** Compares as the columns do, to the step of `fixedXOf`. */
function liesIn([lng, lat]: readonly [number, number], { west, east, south, north }: NonNullable<Clauses['area']>): boolean {
  if (fixedYOf(lat) < fixedYOf(north) || fixedYOf(lat) > fixedYOf(south)) return false;
  if (east - west >= 360) return true;
  const [x, left, right] = [lng, west, east].map(fixedXOf) as [number, number, number];
  return left <= right ? x >= left && x <= right : x >= left || x <= right;
}
