import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES, type Place } from '../../../../src/core/model/event.ts';
import { isLocated, placeKey } from '../../../../src/core/model/place.ts';
import { placeAt, placesOfRow } from '../../../../src/core/model/rows.ts';
import { NO_CLAUSES, type Clauses } from '../../../../src/core/query/clauses.ts';
import { facetCounts } from '../../../../src/core/query/countings.ts';
import { createCrossfilter } from '../../../../src/core/query/crossfilter.ts';
import { FACET_IDS, facetOf } from '../../../../src/core/query/facets.ts';
import { selectVisible } from '../../../../src/core/query/select.ts';
import { CLAUSE_SOURCES, datedRows, passesIn, undatedRows, type ClauseSource, type CountingKind, type Visible } from '../../../../src/core/query/visible.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { datasetOf, PLACES, type EventSketch } from '../../../support/dataset.ts';
import { plainFilter } from '../../../support/plain-filter.ts';

const pacific = (lng: number): Place => ({ kind: 'exact', name: `At ${lng}`, at: [lng, -17], basis: { kind: 'stated' }, wording: undefined });
const SITES: readonly Place[] = [...Object.values(PLACES), pacific(179.5), pacific(-179.5), pacific(-180)];

const sketch: fc.Arbitrary<EventSketch> = fc.record({
  when: fc.constantFrom(null, '2026-02-01', '2026-02-02T10:00', '2026-02-03', '2026-02-04', '2026-02', '2026', '2026-02-02/2026-02-04', '2026-02-03/..', '../2026-02-02', '-0044-03-15'),
  categories: fc.subarray(['a', 'b', 'c', 'unlisted']),
  status: fc.constantFrom(...STATUSES),
  title: fc.constantFrom('Émeute', 'Talks', 'A ship, a ship', 'كتاب'),
  description: fc.constantFrom('', 'Near\nthe port', 'talk of ships'),
  actors: fc.subarray(['Navy', 'Port authority']),
  places: fc.subarray([...SITES], { maxLength: 3 }),
});
const dataset = fc.array(sketch, { maxLength: 40 }).map((sketches) =>
  datasetOf(sketches, { categories: ['a', 'b', 'c'].map((id) => ({ id, name: id })) }));

/** Half days of the first week of February: bounds of events lie on them, too. */
const moment = fc.integer({ min: 0, max: 14 }).map((half) => instantOf(2026, 2, 1 + Math.floor(half / 2), (half % 2) * 12));
const box = fc.record({
  west: fc.constantFrom(-180, -200, 40, 56.25, 170, 179.5),
  width: fc.constantFrom(1, 15, 30, 180, 360, 400),
  south: fc.constantFrom(-90, -17, 23, 26.9),
  height: fc.constantFrom(0, 10, 40, 180),
}).map(({ west, width, south, height }) => ({ west, east: west + width, south, north: Math.min(90, south + height) }));
const members: { readonly [K in keyof Clauses]: fc.Arbitrary<Clauses[K]> } = {
  window: fc.option(fc.tuple(moment, moment).map(([a, b]) => ({ start: a < b ? a : b, end: a < b ? b : a })), { nil: undefined }),
  place: fc.constantFrom(undefined, 'nowhere', ...SITES.filter(isLocated).map(placeKey)),
  area: fc.option(box, { nil: undefined }),
  hiddenCategories: fc.subarray(['a', 'b', 'c', 'unknown']),
  hiddenStatuses: fc.subarray([...STATUSES]),
  text: fc.constantFrom('', ' ', 't', 'ta', 'TALK', 'talks', 'ship', 'emeute', 'port', 'كتاب', 'talks\nnear', 'muscat', 'x'),
};
/** Clauses one after the other: each step changes some members and leaves the rest, as a person does. */
const steps: fc.Arbitrary<readonly Clauses[]> = fc.array(fc.record(members, { requiredKeys: [] }), { minLength: 1, maxLength: 12 }).map((changes) => {
  let clauses = NO_CLAUSES;
  return changes.map((change) => (clauses = { ...clauses, ...change }));
});
const except = fc.subarray([...CLAUSE_SOURCES]);

/** The rows that pass, as a counting keeps them. */
const rowSet: CountingKind<Set<number>> = ({ size }) => {
  const value = new Set<number>();
  return {
    value,
    add: (i) => void value.add(i),
    remove: (i) => void value.delete(i),
    recount: (failed, ignored) => {
      value.clear();
      for (let i = 0; i < size; i += 1) if (((failed[i] ?? 0) & ~ignored) === 0) value.add(i);
    },
  };
};

/** Expects everything that can be asked of a filter to be what a plain filter finds. */
function expectPlain(visible: Visible, clauses: Clauses, ignored: readonly ClauseSource[]): void {
  const { dataset } = visible;
  const plain = plainFilter(dataset, clauses, ...ignored);
  const rows = [...datedRows(visible), ...undatedRows(visible)];
  expect(rows).toEqual(plain.rows);
  expect([visible.count, visible.datedCount]).toEqual([rows.length, rows.filter((i) => i < dataset.dated).length]);
  expect(visible.undatedCount).toBe(visible.count - visible.datedCount);
  expect(visible.hiddenBy).toEqual(plain.hiddenBy);
  expect(visible.categoryCounts).toEqual(plain.categoryCounts);
  expect([...visible.statusCounts].filter(([, count]) => count > 0)).toEqual(
    STATUSES.flatMap((status) => (plain.statusCounts.has(status) ? [[status, plain.statusCounts.get(status)]] : [])),
  );
  for (let i = 0; i <= dataset.size; i += 1) expect(visible.rankOf(i)).toBe(rows.filter((row) => row < i).length);
  for (let k = -1; k <= rows.length; k += 1) expect(visible.nth(k)).toBe(rows[k]);
  expect([...visible.counted(rowSet)].sort((a, b) => a - b)).toEqual(rows);
  for (const id of FACET_IDS) {
    const { codes, values } = facetOf(dataset, id);
    expect([...visible.counted(facetCounts(id))]).toEqual(values.map((_, code) => rows.filter((i) => codes[i] === code).length));
  }
}

describe('a crossfilter', () => {
  it('says after any changes of any clauses what a plain filter says', () => {
    fc.assert(
      fc.property(dataset, steps, except, (dataset, asked, ignored) => {
        const filter = createCrossfilter(dataset);
        for (const clauses of asked) {
          filter.apply(clauses);
          expectPlain(filter.visible(), clauses, []);
          expectPlain(filter.visible(...ignored), clauses, ignored);
        }
      }),
    );
  });

  it('says the same to whoever asks only now and then', () => {
    fc.assert(
      fc.property(dataset, fc.array(fc.tuple(steps, except), { minLength: 1, maxLength: 4 }), (dataset, rounds) => {
        const filter = createCrossfilter(dataset);
        for (const [asked, ignored] of rounds) {
          for (const clauses of asked) filter.apply(clauses);
          expectPlain(filter.visible(...ignored), asked.at(-1) ?? NO_CLAUSES, ignored);
        }
      }),
    );
  });

  it('is the filter of one that was asked at once', () => {
    fc.assert(fc.property(dataset, steps, except, (dataset, asked, ignored) => {
      const clauses = asked.at(-1) ?? NO_CLAUSES;
      expectPlain(selectVisible(dataset, clauses, ...ignored), clauses, ignored);
    }));
  });
});

const week = datasetOf(Array.from({ length: 2000 }, (_, i): EventSketch => ({
  when: i % 9 === 0 ? null : `2026-02-0${1 + (i % 7)}`,
  category: i % 2 === 0 ? 'a' : 'b',
  place: i % 3 === 0 ? 'Oman' : 'Tehran',
})));
const days = (from: number, to: number) => ({ start: instantOf(2026, 2, from), end: instantOf(2026, 2, to) });

describe('following a change', () => {
  /** Counts how often it is told of single rows, and how often it counts anew. */
  const told = () => {
    const value = { rows: 0, recounts: 0 };
    const row = (): void => {
      value.rows += 1;
    };
    return { value, kind: (() => ({ value, add: row, remove: row, recount: () => { value.recounts += 1; } })) satisfies CountingKind<typeof value> };
  };

  it('tells a counting only of the rows that turn over', () => {
    const filter = createCrossfilter(week);
    const { value, kind } = told();
    filter.apply({ ...NO_CLAUSES, window: days(1, 7) });
    filter.visible().counted(kind);
    filter.apply({ ...NO_CLAUSES, window: days(2, 7) });
    expect(value).toEqual({ rows: datedRows(selectVisible(week, { ...NO_CLAUSES, window: days(1, 2) })).length, recounts: 1 });
  });

  it('counts anew where much turns over at once', () => {
    const filter = createCrossfilter(week);
    const { value, kind } = told();
    filter.visible().counted(kind);
    filter.apply({ ...NO_CLAUSES, window: days(1, 2) });
    expect(value).toEqual({ rows: 0, recounts: 2 });
  });

  it('is the same object until something of it changes', () => {
    const filter = createCrossfilter(week);
    filter.apply({ ...NO_CLAUSES, hiddenCategories: ['a'] });
    const [all, anyTime] = [filter.visible(), filter.visible('time')];
    filter.apply({ ...NO_CLAUSES, hiddenCategories: ['a'], window: days(-20, 20) });
    expect(filter.visible()).toBe(all);
    filter.apply({ ...NO_CLAUSES, hiddenCategories: ['a'], window: days(2, 3) });
    expect(filter.visible() === all).toBe(false);
    expect(filter.visible('time')).toBe(anyTime);
  });

  it('refuses to be asked of what passed before', () => {
    const filter = createCrossfilter(week);
    const before = filter.visible();
    filter.apply({ ...NO_CLAUSES, window: days(2, 3) });
    expect(() => before.nth(0)).toThrow('before the filter changed');
    expect(passesIn(filter.visible(), filter.visible().nth(0) ?? -1)).toBe(true);
  });

  it('gives up what nobody asks for any more, and begins it anew when somebody does', () => {
    const filter = createCrossfilter(week);
    const { value, kind } = told();
    filter.visible().counted(kind);
    for (let day = 1; day < 40; day += 1) filter.apply({ ...NO_CLAUSES, window: days(1 + (day % 3), 7) });
    const { rows } = value;
    filter.apply({ ...NO_CLAUSES, window: days(1, 7) });
    expect(value.rows).toBe(rows);
    filter.visible().counted(kind);
    expect(value.recounts).toBeGreaterThan(1);
  });

  it('lets through only what has a place in the area', () => {
    const visible = selectVisible(week, { ...NO_CLAUSES, area: { west: 50, east: 52, south: 35, north: 36 } });
    expect(datedRows(visible).map((i) => placeAt(week, placesOfRow(week, i)[0] ?? -1).name)).toEqual(
      Array.from({ length: visible.datedCount }, () => 'Tehran'),
    );
    expect(visible.count).toBe(week.columns.file.filter((position) => position % 3 !== 0).length);
  });
});
