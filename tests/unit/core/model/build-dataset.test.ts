import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../../src/core/geo/coordinates.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { NO_CATEGORY, type Dataset } from '../../../../src/core/model/dataset.ts';
import { PARTS_OF_DAY, STATUSES, type Place, type TimelineEvent } from '../../../../src/core/model/event.ts';
import { importanceOf } from '../../../../src/core/model/importance.ts';
import { isLocated, placeKey } from '../../../../src/core/model/place.ts';
import {
  categoryAt, eventAt, eventsInFileOrder, isDated, placeAt, placeKindAt, placeOfKey, placesOfRow, positionAt, rowOf, rowsOfPlace, statusAt,
} from '../../../../src/core/model/rows.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { datasetOf, eventOf, PLACES, type EventSketch } from '../../../support/dataset.ts';

const rowsOf = ({ size }: Dataset): readonly number[] => Array.from({ length: size }, (_, i) => i);

const idsInTimeOrder = (...sketches: readonly EventSketch[]): readonly string[] => {
  const dataset = datasetOf(sketches);
  return rowsOf(dataset).map((i) => eventAt(dataset, i).id);
};

/** Events sorted as rows have to stand, by comparing them as they are. */
function inTimeOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const partOf = ({ when: { partOfDay } }: TimelineEvent): number => (partOfDay === undefined ? 2.5 : PARTS_OF_DAY.indexOf(partOfDay));
  const boundsOf = ({ when: { edtf } }: TimelineEvent): readonly [number, number] =>
    edtf === undefined ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] : [edtf.span.earliestStart, edtf.span.latestEnd];
  const dated = events.filter(({ when }) => when.edtf !== undefined);
  const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = dated.toSorted((a, b) => {
    const [[start, end], [otherStart, otherEnd]] = [boundsOf(a), boundsOf(b)];
    return compare(start, otherStart) || compare(partOf(a), partOf(b)) || compare(end, otherEnd);
  });
  return [...sorted, ...events.filter(({ when }) => when.edtf === undefined)];
}

/** Many events at few places, which differ in one respect only, or by less than a key tells. */
const eventsAtFewPlaces: fc.Arbitrary<readonly TimelineEvent[]> = fc
  .array(
    fc.array(
      fc
        .record({
          kind: fc.constantFrom('exact', 'near', 'country', 'region'),
          name: fc.constantFrom('A', 'B'),
          at: fc.constantFrom<LngLat>([10, 20], [10.00004, 20], [10.00006, 20], [-10, 20], [20, 10], [180, 0.1], [-180, 0.1]),
          code: fc.constantFrom(undefined, 'A', 'IRN'),
        })
        .map(({ kind, name, at, code }): Place => {
          const base = { name, at, basis: { kind: 'stated' }, wording: undefined } as const;
          if (kind === 'country' || kind === 'region') return { ...base, kind, code };
          return kind === 'near' ? { ...base, kind, radiusKm: 5 } : { ...base, kind: 'exact' };
        }),
      { maxLength: 4 },
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((lists) => lists.map((places, i) => eventOf({ when: `20${String((i * 37) % 100).padStart(2, '0')}`, places }, i)));

describe('building a dataset', () => {
  it('holds the bounds of dated events in columns, and none for the undated', () => {
    const { columns, dated } = datasetOf([{ when: '2026-02' }, { when: null }, { when: '2026-02-05/..' }]);
    const [february, march, fifth] = [Date.UTC(2026, 1), Date.UTC(2026, 2), Date.UTC(2026, 1, 5)];
    expect([...columns.earliestStart]).toEqual([february, fifth, Number.NaN]);
    expect([...columns.latestEnd]).toEqual([march, Number.POSITIVE_INFINITY, Number.NaN]);
    expect(dated).toBe(2);
  });

  it('holds categories by their position in the story and statuses by theirs', () => {
    const categories = [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }];
    const dataset = datasetOf([{ category: 'b', status: 'planned' }, { category: 'a' }, {}], { categories });
    expect(rowsOf(dataset).map((i) => categoryAt(dataset, i))).toEqual([1, 0, NO_CATEGORY]);
    expect(rowsOf(dataset).map((i) => statusAt(dataset, i))).toEqual(['planned', 'confirmed', 'confirmed']);
  });

  it('counts events of the 256th category among those without one, rather than among those of another', () => {
    const categories = Array.from({ length: 300 }, (_, c) => ({ id: `c${c}`, name: `C${c}` }));
    const dataset = datasetOf([{ category: 'c254' }, { category: 'c255' }, { category: 'c299' }], { categories });
    expect(rowsOf(dataset).map((i) => categoryAt(dataset, i))).toEqual([254, NO_CATEGORY, NO_CATEGORY]);
  });

  it('orders by start, then part of day, then end, then the file; the undated come last', () => {
    expect(
      idsInTimeOrder(
        { id: 'undated' },
        { id: 'evening', when: '2026-02-04', partOfDay: 'evening' },
        { id: 'day', when: '2026-02-04' },
        { id: 'month', when: '2026-02' },
        { id: 'same day', when: '2026-02-04' },
        { id: 'early', when: '2026-02-04', partOfDay: 'early-morning' },
        { id: 'days', when: '2026-02-04/2026-02-08' },
        { id: 'undated too' },
        { id: 'open', when: '../2026-02-01' },
        { id: 'open longer', when: '../2026-02-02' },
      ),
    ).toEqual(['open', 'open longer', 'month', 'early', 'day', 'same day', 'days', 'evening', 'undated', 'undated too']);
  });

  it('gathers events at equal places, in time order, by first mention', () => {
    const dataset = datasetOf([
      { when: '2026-02-06', place: 'Oman' },
      { when: '2026-02-03', place: { ...PLACES.Tehran, basis: { kind: 'inferred', from: 'the dateline' } } },
      { when: '2026-02-04', places: [PLACES.Tehran, PLACES.Oman, PLACES.Tehran] },
      { when: '2026-02-05', place: { kind: 'not-stated', name: 'Tehran', basis: { kind: 'stated' }, wording: undefined } },
    ]);
    const places = Array.from({ length: dataset.places.size }, (_, p) => [placeAt(dataset, p).name, [...rowsOfPlace(dataset, p)]]);
    expect(places).toEqual([['Oman', [1, 3]], ['Tehran', [0, 1]]]);
    expect(rowsOf(dataset).map((i) => [...placesOfRow(dataset, i)])).toEqual([[1], [1, 0], [], [0]]);
  });

  it('refuses equal ids, naming them', () => {
    expect(() => datasetOf([{ id: 'a' }, { id: 'b' }, { id: 'a' }])).toThrow('events 0 and 2 have the same id "a"');
  });

  it('refuses to read a row or a place that there is not', () => {
    const dataset = datasetOf([{ when: '2026', place: 'Tehran' }]);
    for (const beyond of [-1, 1, Number.NaN]) {
      expect(() => eventAt(dataset, beyond)).toThrow(String(beyond));
      expect(() => placeAt(dataset, beyond)).toThrow(String(beyond));
    }
  });

  it('gives every event back as it was, in the order of the file and in time order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const dataset = buildDataset(datasetOf([]).story, events);
        expect([...eventsInFileOrder(dataset)]).toEqual(events);
        const sorted = inTimeOrder(events);
        expect(rowsOf(dataset).map((i) => eventAt(dataset, i))).toEqual(sorted);
        expect([...dataset.columns.file]).toEqual(sorted.map((event) => events.indexOf(event)));
        expect(rowsOf(dataset).filter((i) => isDated(dataset, i))).toHaveLength(events.filter(({ when }) => when.edtf !== undefined).length);
      }),
    );
  });

  it('holds in its columns what the events say', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const { story } = datasetOf([], { categories: ['military', 'diplomacy'].map((id) => ({ id, name: id })) });
        const dataset = buildDataset(story, events);
        const { columns } = dataset;
        for (const [i, event] of inTimeOrder(events).entries()) {
          const { span } = event.when.edtf ?? {};
          expect(columns.earliestStart[i]).toBe(span?.earliestStart ?? Number.NaN);
          expect(columns.latestEnd[i]).toBe(span?.latestEnd ?? Number.NaN);
          expect(STATUSES[columns.status[i] ?? -1]).toBe(event.status);
          expect(columns.importance[i]).toBe(importanceOf(event));
          const positions = event.categories.map((id) => story.categories.findIndex((category) => category.id === id)).filter((c) => c >= 0);
          expect(columns.categories.values[columns.categories.codes[i] ?? -1]).toEqual(positions);
          expect(columns.actor.values[columns.actor.codes[i] ?? -1]).toBe(event.actors[0] ?? '');
          expect(columns.attribution.values[columns.attribution.codes[i] ?? -1]).toBe(event.attribution ?? '');
          expect(columns.placeName.values[columns.placeName.codes[i] ?? -1]).toBe(event.places.find(isLocated)?.name ?? '');
        }
      }),
    );
  });

  it('finds every event by its id, and no event by another', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryEvents, fc.string(), (events, other) => {
        const dataset = buildDataset(datasetOf([]).story, events);
        for (const { id } of events) expect(eventAt(dataset, rowOf(dataset, id) ?? -1).id).toBe(id);
        if (!events.some(({ id }) => id === other)) expect(rowOf(dataset, other)).toBeUndefined();
      }),
    );
  });

  it('has one place for each key that events name, with all events there', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryEvents, eventsAtFewPlaces), (events) => {
        const dataset = buildDataset(datasetOf([]).story, events);
        const sorted = inTimeOrder(events);
        const keysOf = ({ places }: TimelineEvent): readonly string[] => [...new Set(places.filter(isLocated).map(placeKey))];
        const keys = [...new Set(events.flatMap(keysOf))];
        expect(dataset.places.size).toBe(keys.length);
        for (const [p, key] of keys.entries()) {
          expect(placeOfKey(dataset, key)).toBe(p);
          const place = placeAt(dataset, p);
          expect([placeKey(place), placeKindAt(dataset, p)]).toEqual([key, place.kind]);
          const [lng, lat] = positionAt(dataset, p);
          expect(Math.cos(((lng - place.at[0]) * Math.PI) / 180)).toBeCloseTo(1, 8);
          if (Math.abs(place.at[1]) < 85) expect(lat).toBeCloseTo(place.at[1], 5);
          expect([...rowsOfPlace(dataset, p)]).toEqual(sorted.flatMap((event, i) => (keysOf(event).includes(key) ? [i] : [])));
        }
        for (const [i, event] of sorted.entries()) expect(Array.from(placesOfRow(dataset, i), (p) => keys[p])).toEqual(keysOf(event));
        expect(placeOfKey(dataset, 'exact:1,2:nowhere')).toBeUndefined();
      }),
    );
  });

  it('cannot be changed', () => {
    const dataset = datasetOf([{ when: '2026', place: 'Tehran' }]);
    for (const part of [dataset, dataset.columns, dataset.columns.actor.values, dataset.places, dataset.records, dataset.story, eventAt(dataset, 0)]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});
