import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lngLatOfFixed } from '../../../../src/core/geo/fixed.ts';
import { projectionOf } from '../../../../src/core/geo/mercator.ts';
import { cellCounts, windowOver, type CellWindow } from '../../../../src/core/layout/map-cells.ts';
import { placeTally } from '../../../../src/core/layout/map-tally.ts';
import { layoutMap, type MapInput } from '../../../../src/core/layout/map.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import type { Place } from '../../../../src/core/model/event.ts';
import { FEW_PLACES, neighbourhoodOrder } from '../../../../src/core/model/place-order.ts';
import { categoryAt, placesOfRow } from '../../../../src/core/model/rows.ts';
import { NO_CLAUSES } from '../../../../src/core/query/clauses.ts';
import { selectVisible } from '../../../../src/core/query/select.ts';
import { passesIn } from '../../../../src/core/query/visible.ts';
import { datasetOf, PLACES } from '../../../support/dataset.ts';
import { seeded } from '../../../support/seeded.ts';
import { world } from '../../../support/world.ts';
import { everything, flat, ofRole } from './map-world.ts';

const exact = (lng: number, lat: number): Place => ({ ...PLACES.Tehran, name: `${lng} ${lat}`, at: [lng, lat] });
const size = { width: 800, height: 500 };

/** Events at up to three of some positions, which lie on both sides of the antimeridian, and one or another country. */
const stories = fc
  .array(
    fc.record({
      places: fc.uniqueArray(fc.oneof(fc.tuple(fc.integer({ min: -1800, max: 1799 }), fc.integer({ min: -60, max: 70 })), fc.constantFrom('Oman', 'Iran')), {
        maxLength: 3,
        selector: String,
      }),
      category: fc.constantFrom('a', 'b', 'c'),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((events) =>
    datasetOf(
      events.map(({ places, category }) => ({
        category,
        places: places.map((place) => (typeof place === 'string' ? PLACES[place as 'Oman' | 'Iran'] : exact(place[0] / 10, place[1]))),
      })),
    ),
  );

const windows: fc.Arbitrary<CellWindow> = fc.integer({ min: 1, max: 6 }).chain((level) =>
  fc.record({
    level: fc.constant(level),
    column: fc.integer({ min: -(2 ** level), max: 2 ** level }),
    columns: fc.integer({ min: 1, max: 2 ** level }),
    row: fc.integer({ min: 0, max: 2 ** level - 1 }),
    rows: fc.integer({ min: 1, max: 4 }),
    fineness: fc.constant(2),
  }),
);

/** Events by site and category, told one by one. */
function slowCounts(dataset: Dataset, passing: readonly boolean[], siteOf: (place: number) => number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  passing.forEach((passes, i) => {
    if (!passes) return;
    for (const site of new Set(Array.from(placesOfRow(dataset, i), siteOf))) {
      const entry = `${site} ${categoryAt(dataset, i)}`;
      if (site >= 0) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
  });
  return counts;
}

const countsIn = ({ counts, width }: { readonly counts: Uint32Array; readonly width: number }): ReadonlyMap<string, number> =>
  new Map(Array.from(counts, (count, entry) => [`${Math.floor(entry / width)} ${entry % width}`, count] as const).filter(([, count]) => count > 0));

/** The cell of a place, worked out from its position. */
function cellOf({ places }: Dataset, window: CellWindow, place: number): number {
  const across = 2 ** window.level;
  const [lng] = lngLatOfFixed(places.x[place] ?? 0, 0);
  const column = Math.floor(((lng + 180) / 360) * across);
  const row = Math.floor(((places.y[place] ?? 0) / 2 ** 32) * across);
  const along = (((column - window.column) % across) + across) % across;
  return along < window.columns && row >= window.row && row < window.row + window.rows ? (row - window.row) * window.columns + along : -1;
}

const isCountry = ({ places }: Dataset, place: number): boolean => places.kind[place] === 3;

describe('counts on the map', () => {
  it('by place are the same event by event as all at once', () => {
    fc.assert(
      fc.property(stories, fc.array(fc.nat()), (dataset, flips) => {
        const { value, add, remove, recount } = placeTally(dataset);
        const passing = Array.from({ length: dataset.size }, () => true);
        recount(new Uint8Array(dataset.size), 0);
        for (const flip of flips) {
          const i = flip % dataset.size;
          if (passing[i] === true) remove(i);
          else add(i);
          passing[i] = passing[i] !== true;
        }
        expect(countsIn(value)).toEqual(slowCounts(dataset, passing, (place) => place));
        const failed = Uint8Array.from(passing, (passes) => (passes ? 0 : 1));
        recount(failed, 0);
        expect(countsIn(value)).toEqual(slowCounts(dataset, passing, (place) => place));
      }),
      { numRuns: 60 },
    );
  });

  it('by cell are those of a slow count in every window, an event once in each cell, countries by themselves', () => {
    fc.assert(
      fc.property(stories, windows, windows, fc.array(fc.nat()), (dataset, first, second, flips) => {
        const counting = cellCounts(dataset);
        const passing = Array.from({ length: dataset.size }, () => true);
        const failed = new Uint8Array(dataset.size);
        counting.recount(failed, 0);
        counting.value.over(first);
        for (const flip of flips) {
          const i = flip % dataset.size;
          if (passing[i] === true) counting.remove(i);
          else counting.add(i);
          passing[i] = passing[i] !== true;
          failed[i] = passing[i] === true ? 0 : 1;
        }
        for (const window of [first, second]) {
          const tally = counting.value.over(window);
          const cells = window.columns * window.rows;
          const siteOf = (place: number): number => (isCountry(dataset, place) ? cells + counting.value.outlined.indexOf(place) : cellOf(dataset, window, place));
          expect(countsIn(tally)).toEqual(slowCounts(dataset, passing, siteOf));
          for (let site = 0; site < cells + counting.value.outlined.length; site += 1) {
            const here = passing.flatMap((passes, i) => (passes && Array.from(placesOfRow(dataset, i), siteOf).includes(site) ? [i] : []));
            expect(tally.totals[site]).toBe(here.length);
            expect(tally.rowSums[site]).toBe(here.reduce((sum, i) => sum + i, 0));
          }
          const inCells = Array.from(tally.totals.subarray(0, cells)).reduce((sum, count) => sum + count, 0);
          expect(Array.from(tally.fine).reduce((sum, count) => sum + count, 0)).toBe(inCells);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('reach a quarter of a picture beyond each of its edges', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -80, max: 80 }), fc.integer({ min: 0, max: 200 }), (lng, lat, zoom) => {
        const projection = projectionOf({ lng, lat, zoom: zoom / 20 }, size);
        const { level, column, columns, row, rows } = windowOver(projection);
        const side = projection.scale / 2 ** level;
        expect(side).toBeGreaterThanOrEqual(31.9);
        expect(side).toBeLessThan(64.1);
        if (columns < 2 ** level) {
          expect(column * side).toBeLessThanOrEqual(projection.left - size.width / 4);
          expect((column + columns) * side).toBeGreaterThanOrEqual(projection.left + 1.25 * size.width);
        }
        expect(row * side).toBeLessThanOrEqual(Math.max(projection.top - size.height / 4, 0));
        expect((row + rows) * side).toBeGreaterThanOrEqual(Math.min(projection.top + 1.25 * size.height, projection.scale) - 1e-6);
      }),
    );
  });
});

/** Events in towns around the world, each at a place of its own but for some that happened at two. */
const crowd = ((): Dataset => {
  const { next, below, normal } = seeded(7);
  const towns = Array.from({ length: 40 }, () => [next() * 360 - 180, next() * 120 - 55] as const);
  const near = ([lng, lat]: readonly [number, number]): Place => exact(Math.round((lng + normal() * 0.5) * 1e4) / 1e4, Math.round((lat + normal() * 0.5) * 1e4) / 1e4);
  return datasetOf(
    Array.from({ length: FEW_PLACES + 1000 }, () => {
      const town = towns[below(towns.length)] ?? [0, 0];
      return { category: `c${below(9)}`, places: Array.from({ length: below(12) === 0 ? 2 : 1 }, () => near(town)) };
    }),
  );
})();

describe('the signs of very many places', () => {
  const look = world();
  const layoutOf = (viewport: MapInput['viewport'], more: Partial<MapInput> = {}) =>
    layoutMap({ dataset: crowd, visible: everything(crowd), viewport, size, world: look, base: undefined, ...more });
  const filtered = selectVisible(crowd, { ...NO_CLAUSES, hiddenCategories: ['c1', 'c4', 'c7'] });

  it('count every event once under each sign that it has, and lose none', () => {
    for (const visible of [everything(crowd), filtered]) {
      for (const zoom of [1.5, 2, 2.4]) {
        const { spots, gathering } = layoutOf({ lng: 30, lat: 20, zoom }, { visible });
        let expected = 0;
        for (let i = 0; i < crowd.size; i += 1) {
          if (!passesIn(visible, i)) continue;
          const signs = new Set(Array.from(placesOfRow(crowd, i), gathering.spotOfPlace));
          expect(signs.has(undefined)).toBe(false);
          expected += signs.size;
        }
        expect(spots.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
        for (const spot of spots) {
          const events = gathering.eventsOf(spot, Infinity);
          expect(events).toHaveLength(spot.count);
          expect(spot.categories.reduce((sum, [, count]) => sum + count, 0)).toBe(spot.count);
          if (spot.only !== undefined) expect(events).toEqual([spot.only]);
          for (const [category, count] of spot.categories) expect(events.filter((i) => categoryAt(crowd, i) === category)).toHaveLength(count);
        }
      }
    }
  });

  it('do not touch one another', () => {
    for (let zoom = 2; zoom <= 9; zoom += 0.35) {
      const at = crowd.places;
      const [lng, lat] = lngLatOfFixed(at.x[700] ?? 0, at.y[700] ?? 0);
      const { spots } = layoutOf({ lng, lat, zoom });
      for (const [k, a] of spots.entries()) for (const b of spots.slice(k + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius);
    }
  });

  it('stand over small squares that are denser where there are more', () => {
    const densities = ofRole([layoutOf({ lng: 0, lat: 20, zoom: 2 }).marks], 'density').flatMap((mark) => (mark.kind === 'boxes' ? [mark] : []));
    expect(densities.length).toBeGreaterThan(1);
    const widths = densities.map(({ boxes }) => Array.from(boxes).filter((_, k) => k % 4 === 2));
    for (const same of widths) expect(new Set(same).size).toBe(1);
    expect(new Set(widths.flat()).size).toBeGreaterThan(2);
  });

  it('lead in no order that the window has: the same signs stand wherever the map lies', () => {
    const keysOf = (lng: number): ReadonlySet<string> => {
      const { spots } = layoutOf({ lng, lat: 20, zoom: 2 });
      return new Set(spots.filter(({ x }) => x > 100 && x < 700).map(({ key }) => key));
    };
    expect([...keysOf(0)].filter((key) => !new Set(layoutOf({ lng: 3, lat: 20, zoom: 2 }).spots.map((spot) => spot.key)).has(key))).toEqual([]);
  });

  it('say where they are by the name of one of their places', () => {
    const { spots, gathering } = layoutOf({ lng: 0, lat: 20, zoom: 2 });
    const [greatest] = spots.toSorted((a, b) => b.count - a.count);
    expect(greatest && gathering.namesOf(greatest).names.length).toBeGreaterThan(0);
    expect(greatest && gathering.namesOf(greatest).areAll).toBe(false);
  });

  it('are the same for the same input', () => {
    const viewport = { lng: 12, lat: 40, zoom: 3.3 };
    expect(layoutOf(viewport).marks).toEqual(layoutOf(viewport).marks);
  });

  it('keep their names where they were while counts change, and tell the new counts', () => {
    const viewport = { lng: 12, lat: 40, zoom: 3.3 };
    const before = layoutOf(viewport);
    const after = layoutOf(viewport, { visible: filtered, held: before });
    expect(after.labels.length).toBeGreaterThan(5);
    for (const label of after.labels) {
      const old = before.labels.find(({ spot }) => spot.key === label.spot.key);
      expect(label.position).toBe(old?.position);
      expect(label.text.name).toBe(old?.text.name);
      const told = flat([{ kind: 'group', marks: label.marks }]).find(({ role }) => role === 'detail');
      if (label.spot.only === undefined && told?.kind === 'text') expect(told.text).toBe(`${world().formats.number(label.spot.count)} events`);
    }
  });
});

describe('an event at two places', () => {
  const twice = datasetOf([{ places: [exact(50, 30), exact(50.01, 30)] }, { places: [exact(50, 30)] }]);

  it('counts once where they share a sign, and at each where they do not', () => {
    const countsAt = (zoom: number) =>
      layoutMap({ dataset: twice, visible: everything(twice), viewport: { lng: 50, lat: 30, zoom }, size, world: world(), base: undefined }).spots.map(({ count }) => count);
    expect(countsAt(4)).toEqual([2]);
    expect(countsAt(16)).toEqual([2, 1]);
  });
});

describe('a map wider than the world', () => {
  it('shows each sign in every copy of the world', () => {
    const dataset = datasetOf([{ place: 'Tehran' }]);
    const { marks } = layoutMap({ dataset, visible: everything(dataset), viewport: { lng: 51.4, lat: 20, zoom: 0 }, size, world: world(), base: undefined });
    const xs = ofRole([marks], 'place').map((mark) => (mark.kind === 'symbol' ? Math.round(mark.x) : undefined));
    expect(xs).toEqual([144, 400, 656]);
  });
});

describe('the order of places', () => {
  it('stays that of the file while they are few', () => {
    expect(neighbourhoodOrder(new Uint32Array(FEW_PLACES), new Uint32Array(FEW_PLACES))).toBeUndefined();
  });

  it('brings very many together by where they lie, each once', () => {
    const { below } = seeded(3);
    const xs = Uint32Array.from({ length: FEW_PLACES + 1 }, () => below(2 ** 32));
    const ys = Uint32Array.from({ length: FEW_PLACES + 1 }, () => below(2 ** 32));
    const order = neighbourhoodOrder(xs, ys) ?? new Uint32Array();
    expect(Array.from(order).sort((a, b) => a - b)).toEqual(Array.from(xs, (_, p) => p));
    const quarters = Array.from(order, (p) => ((xs[p] ?? 0) >>> 31) + 2 * ((ys[p] ?? 0) >>> 31));
    expect(quarters).toEqual(quarters.toSorted((a, b) => a - b));
  });
});
