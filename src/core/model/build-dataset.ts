import { NO_CATEGORY, type Columns, type Dataset } from './dataset.ts';
import { PARTS_OF_DAY, STATUSES, type EventNumber, type LocatedPlace, type TimelineEvent } from './event.ts';
import { isLocated, placeKey } from './place.ts';
import type { Story } from './story.ts';

/**
 * Makes the dataset of a story and its events: columns, time order and places. The only way to make one.
 * Event numbers are the positions in `events`. Throws when two events have the same id.
 */
export function buildDataset(story: Story, events: readonly TimelineEvent[]): Dataset {
  const columns = buildColumns(story, events);
  const inTimeOrder = sortByTime(events, columns);
  const { places, placesOf } = gatherPlaces(events, inTimeOrder);
  return Object.freeze({
    story,
    events: Object.freeze([...events]),
    columns: Object.freeze(columns),
    inTimeOrder: Object.freeze(inTimeOrder),
    numberOf: numberEvents(events),
    places: Object.freeze(places),
    placesOf: Object.freeze(placesOf),
  });
}

function numberEvents(events: readonly TimelineEvent[]): ReadonlyMap<string, EventNumber> {
  const numberOf = new Map<string, EventNumber>();
  events.forEach(({ id }, i) => {
    if (numberOf.has(id)) throw new Error(`events ${numberOf.get(id)} and ${i} have the same id ${JSON.stringify(id)}`);
    numberOf.set(id, i);
  });
  return numberOf;
}

function buildColumns(story: Story, events: readonly TimelineEvent[]): Columns {
  const bounds = (): Float64Array => new Float64Array(events.length).fill(Number.NaN);
  const columns: Columns = {
    earliestStart: bounds(),
    latestStart: bounds(),
    earliestEnd: bounds(),
    latestEnd: bounds(),
    category: new Uint8Array(events.length).fill(NO_CATEGORY),
    status: new Uint8Array(events.length),
  };
  const positions = new Map(story.categories.slice(0, NO_CATEGORY).map(({ id }, position) => [id, position]));
  events.forEach((event, i) => {
    const span = event.when.edtf?.span;
    if (span !== undefined) {
      columns.earliestStart[i] = span.earliestStart;
      columns.latestStart[i] = span.latestStart;
      columns.earliestEnd[i] = span.earliestEnd;
      columns.latestEnd[i] = span.latestEnd;
    }
    const [first] = event.categories;
    columns.category[i] = (first === undefined ? undefined : positions.get(first)) ?? NO_CATEGORY;
    columns.status[i] = STATUSES.indexOf(event.status);
  });
  return columns;
}

/** Where an event without a part of day stands among those with one: between midday and afternoon, as if in the middle of the day. */
const UNSTATED_PART = PARTS_OF_DAY.indexOf('midday') + 0.5;

function sortByTime(events: readonly TimelineEvent[], { earliestStart, latestEnd }: Columns): EventNumber[] {
  const parts = Float64Array.from(events, ({ when: { partOfDay } }) =>
    partOfDay === undefined ? UNSTATED_PART : PARTS_OF_DAY.indexOf(partOfDay),
  );
  const numbers = events.map((_, i) => i);
  const dated = numbers.filter((i) => !Number.isNaN(earliestStart[i]));
  const undated = numbers.filter((i) => Number.isNaN(earliestStart[i]));
  dated.sort((a, b) => compareAt(earliestStart, a, b) || compareAt(parts, a, b) || compareAt(latestEnd, a, b) || a - b);
  return [...dated, ...undated];
}

/** Order of two entries of a column; infinities are equal to themselves, which a subtraction would not say. */
function compareAt(column: Float64Array, a: number, b: number): number {
  const [left, right] = [column[a] as number, column[b] as number];
  return left < right ? -1 : left > right ? 1 : 0;
}

interface GatheringGroup {
  readonly key: string;
  readonly place: LocatedPlace;
  readonly events: EventNumber[];
}

function gatherPlaces(events: readonly TimelineEvent[], inTimeOrder: readonly EventNumber[]): Pick<Dataset, 'places' | 'placesOf'> {
  const groups: GatheringGroup[] = [];
  const positions = new Map<string, number>();
  const placesOf = events.map(({ places }) => {
    const own = places.filter(isLocated).map((place) => {
      const key = placeKey(place);
      const position = positions.get(key) ?? groups.push({ key, place, events: [] }) - 1;
      positions.set(key, position);
      return position;
    });
    return [...new Set(own)];
  });
  for (const i of inTimeOrder) for (const group of placesOf[i] ?? []) groups[group]?.events.push(i);
  return { places: groups, placesOf };
}
