import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { NO_CATEGORY } from '../../../../src/core/model/dataset.ts';
import { STATUSES } from '../../../../src/core/model/event.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { datasetOf, PLACES, type EventSketch } from '../../../support/dataset.ts';

const idsInTimeOrder = (...sketches: readonly EventSketch[]): readonly string[] => {
  const { events, inTimeOrder } = datasetOf(sketches);
  return inTimeOrder.map((i) => events[i]?.id ?? '');
};

describe('building a dataset', () => {
  it('holds the bounds of dated events in columns, and none for the undated', () => {
    const { columns } = datasetOf([{ when: '2026-02' }, { when: null }, { when: '2026-02-05/..' }]);
    const [february, march, fifth] = [Date.UTC(2026, 1), Date.UTC(2026, 2), Date.UTC(2026, 1, 5)];
    expect([...columns.earliestStart]).toEqual([february, Number.NaN, fifth]);
    expect([...columns.latestEnd]).toEqual([march, Number.NaN, Number.POSITIVE_INFINITY]);
  });

  it('holds categories by their position in the story and statuses by theirs', () => {
    const categories = [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }];
    const { columns } = datasetOf([{ category: 'b', status: 'planned' }, { category: 'a' }, {}], { categories });
    expect([...columns.category]).toEqual([1, 0, NO_CATEGORY]);
    expect([...columns.status].map((position) => STATUSES[position])).toEqual(['planned', 'confirmed', 'confirmed']);
  });

  it('counts events of the 256th category among those without one, rather than among those of another', () => {
    const categories = Array.from({ length: 300 }, (_, c) => ({ id: `c${c}`, name: `C${c}` }));
    const { columns } = datasetOf([{ category: 'c254' }, { category: 'c255' }, { category: 'c299' }], { categories });
    expect([...columns.category]).toEqual([254, NO_CATEGORY, NO_CATEGORY]);
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
    const { places, placesOf } = datasetOf([
      { when: '2026-02-06', place: 'Oman' },
      { when: '2026-02-03', place: { ...PLACES.Tehran, basis: { kind: 'inferred', from: 'the dateline' } } },
      { when: '2026-02-04', places: [PLACES.Tehran, PLACES.Oman, PLACES.Tehran] },
      { when: '2026-02-05', place: { kind: 'not-stated', name: 'Tehran', basis: { kind: 'stated' }, wording: undefined } },
    ]);
    expect(places.map(({ place, events }) => [place.name, events])).toEqual([['Oman', [2, 0]], ['Tehran', [1, 2]]]);
    expect(placesOf).toEqual([[0], [1], [1, 0], []]);
  });

  it('refuses equal ids, naming them', () => {
    expect(() => datasetOf([{ id: 'a' }, { id: 'b' }, { id: 'a' }])).toThrow('events 0 and 2 have the same id "a"');
  });

  it('finds every event by its id, and every event at its places', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const { story } = datasetOf([]);
        const dataset = buildDataset(story, events);
        expect(events.map(({ id }) => dataset.numberOf.get(id))).toEqual(events.map((_, i) => i));
        expect([...dataset.inTimeOrder].sort((a, b) => a - b)).toEqual(events.map((_, i) => i));
        dataset.placesOf.forEach((groups, i) => {
          const groupsWithIt = dataset.places.flatMap((group, g) => (group.events.includes(i) ? [g] : []));
          expect([...groups].sort((a, b) => a - b)).toEqual(groupsWithIt);
        });
        expect(new Set(dataset.places.map(({ key }) => key)).size).toBe(dataset.places.length);
      }),
    );
  });

  it('cannot be changed', () => {
    const dataset = datasetOf([{ when: '2026', place: 'Tehran' }]);
    for (const part of [dataset, dataset.events, dataset.events[0], dataset.inTimeOrder, dataset.places, dataset.placesOf, dataset.story]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});
