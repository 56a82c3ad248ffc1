import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOverlap } from '../../../../src/core/base/geometry.ts';
import { fitPlaces, leastZoom, reachesOf } from '../../../../src/core/layout/map-fit.ts';
import { focusCountries } from '../../../../src/core/layout/map-focus.ts';
import { placeKeyAt, placeNameAt } from '../../../../src/core/layout/map-place-names.ts';
import { layoutMapPointer } from '../../../../src/core/layout/map-pointer.ts';
import { layoutMap, mapScene, signBox, type MapInput } from '../../../../src/core/layout/map.ts';
import { lngLatOf, pointOf, projectionOf } from '../../../../src/core/geo/mercator.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import type { Place } from '../../../../src/core/model/event.ts';
import { boundsOf } from '../../../../src/core/scene/bounds.ts';
import { hitTest } from '../../../../src/core/scene/hit-test.ts';
import { datasetOf, PLACES, type EventSketch } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';
import { everything, flat, ofRole, squareOman, texts } from './map-world.ts';

const size = { width: 800, height: 500 };
const viewport = { lng: 52, lat: 30, zoom: 4.5 };

const layoutOf = (dataset: Dataset, more: Partial<MapInput> = {}) =>
  layoutMap({ dataset, visible: everything(dataset), viewport, size, world: world(), base: squareOman, ...more });

const exact = (name: string, lng: number, lat: number): Place => ({ ...PLACES.Tehran, name, at: [lng, lat] });

describe('a place on the map', () => {
  it('stands where it is, with the sign of its event’s status', () => {
    const dataset = datasetOf([{ place: 'Tehran', status: 'planned' }]);
    const [sign] = ofRole([layoutOf(dataset).marks], 'place');
    const { x, y } = pointOf(projectionOf(viewport, size), [51.4215, 35.694]);
    expect(sign).toMatchObject({ kind: 'symbol', symbol: 'planned', event: 0, key: placeKeyAt(dataset, 0) });
    expect((sign as { x: number }).x).toBeCloseTo(x, 0);
    expect((sign as { y: number }).y).toBeCloseTo(y, 0);
  });

  it('is named, and tells its only event or how many there are', () => {
    const one = datasetOf([{ place: 'Tehran', title: 'A long title', shortTitle: 'Statement' }]);
    const two = datasetOf([{ place: 'Tehran' }, { place: 'Tehran' }]);
    expect(texts([layoutOf(one, { base: undefined }).marks]).map(({ text }) => text)).toEqual(['Tehran', 'Statement']);
    expect(texts([layoutOf(two, { base: undefined }).marks]).map(({ text }) => text)).toEqual(['2', 'Tehran', '2 events']);
  });

  it('that is several goes by the first of them and how many more, in as few words as there is room for', () => {
    const near = (name: string, step: number): EventSketch => ({ place: exact(name, 51 + step / 1000, 35) });
    const labelOf = (...names: readonly string[]) => layoutOf(datasetOf(names.map(near)), { base: undefined }).labels[0]?.marks[0]?.text;
    expect(labelOf('Tehran', 'Karaj')).toBe('Tehran and Karaj');
    expect(labelOf('Tehran', 'Karaj', 'Qom')).toBe('Tehran and 2 more places');
    expect(labelOf('A place with a long name', 'Another place with a name')).toBe('A place with a long name\u00A0+1');
    expect(labelOf('A place with quite a long name', 'Karaj', 'Qom')).toBe('A place with quite a long na…\u00A0+2');
  });

  it('does not appear when its events are filtered out', () => {
    const dataset = datasetOf([{ place: 'Tehran', category: 'a' }, { place: 'Muscat', category: 'b' }]);
    const { spots, gathering } = layoutOf(dataset, { visible: everything(dataset, ['a']) });
    expect(spots.flatMap((spot) => gathering.placesOf(spot, 9)).map((place) => placeNameAt(dataset, place))).toEqual(['Muscat']);
  });

  it('with several events has a ring split by category in proportion', () => {
    const dataset = datasetOf([{ place: 'Tehran', category: 'a' }, { place: 'Tehran', category: 'b' }, { place: 'Tehran', category: 'b' }, { place: 'Tehran', category: 'b' }]);
    const sectors = ofRole([layoutOf(dataset).marks], 'ring') as readonly { from?: number; to?: number; fill?: unknown }[];
    const { palette } = world();
    expect(sectors.map(({ fill }) => fill)).toEqual([palette.categories[0], palette.categories[1]]);
    expect(sectors[0]?.from).toBe(0);
    expect(sectors[0]?.to).toBeCloseTo(Math.PI / 2, 9);
    expect(sectors[1]?.to).toBeCloseTo(2 * Math.PI, 9);
  });

  it('across the antimeridian stands beside the centre', () => {
    const dataset = datasetOf([{ place: exact('Fiji', -179, -17) }]);
    const { spots } = layoutOf(dataset, { viewport: { lng: 178, lat: -17, zoom: 4 } });
    expect(spots[0]?.x).toBeCloseTo(400 + (3 / 360) * 256 * 2 ** 4, 0);
  });
});

describe('what is drawn under a place’s sign', () => {
  const rolesOf = (sketch: EventSketch, zoom = 4.5) => {
    const dataset = datasetOf([sketch]);
    return flat([layoutOf(dataset, { viewport: { ...viewport, zoom } }).marks]).flatMap(({ role }) => (role !== undefined && ['extent', 'stand-in', 'hatch', 'route'].includes(role) ? [role] : []));
  };

  it('is nothing where the place is exact', () => expect(rolesOf({ place: 'Tehran' })).toEqual([]));
  it('lies under no other disc of its category that shows as much', () => {
    const near = (name: string, lng: number, radiusKm: number): Place => ({ ...PLACES.Qeshm, name, at: [lng, 26.95], radiusKm });
    const discsOf = (...sketches: readonly EventSketch[]): number =>
      ofRole([layoutOf(datasetOf(sketches), { viewport: { lng: 56.27, lat: 26.95, zoom: 8 } }).marks], 'extent').length;
    const at = (place: Place, category = 'a'): EventSketch => ({ place, category });
    expect(discsOf(at(near('one', 56.2, 55)), at(near('two', 56.3, 55)), at(near('three', 56.4, 40)))).toBe(1);
    expect(discsOf(at(near('one', 56.2, 55)), at(near('far', 57.2, 55)))).toBe(2);
    expect(discsOf(at(near('one', 56.2, 55)), at(near('wide', 56.2, 120)))).toBe(2);
    expect(discsOf(at(near('one', 56.2, 55)), at(near('other', 56.2, 55), 'b'))).toBe(2);
  });

  it('is a soft extent where it is near a position or an area', () => {
    expect(rolesOf({ place: 'Qeshm' }, 6)).toEqual(['extent']);
    expect(rolesOf({ place: 'Strait of Hormuz' })).toEqual(['extent']);
  });
  it('is nothing where the sign itself would cover all of it', () => expect(rolesOf({ place: 'Qeshm' })).toEqual([]));
  it('is a hatched outline where only the country is known', () => expect(rolesOf({ place: 'Oman' })).toEqual(['hatch', 'stand-in']));
  it('is a line where it is a route', () => expect(rolesOf({ place: 'Muscat to Qeshm' })).toEqual(['route']));

  it('follows the country’s outline, or is a small disc where that is not known', () => {
    const widthOf = (place: EventSketch['place']): number => {
      const [outline] = ofRole([layoutOf(datasetOf([place === undefined ? {} : { place }])).marks], 'stand-in');
      const xs = outline?.kind === 'path' ? outline.rings.flatMap((ring) => Array.from(ring).filter((_, k) => k % 2 === 0)) : [];
      return Math.max(...xs) - Math.min(...xs);
    };
    expect(widthOf('Oman')).toBeCloseTo((10 / 360) * 256 * 2 ** 4.5, 0);
    expect(widthOf('Iran')).toBe(28);
  });

  it('has the radius of a place that is near a position', () => {
    const [disc] = ofRole([layoutOf(datasetOf([{ place: 'Qeshm' }]), { viewport: { lng: 56.27, lat: 26.95, zoom: 7 } }).marks], 'extent');
    const ys = disc?.kind === 'path' ? Array.from(disc.rings[0] ?? []).filter((_, k) => k % 2 === 1) : [];
    const kmPerPixel = (40_030 * Math.cos((26.95 * Math.PI) / 180)) / (256 * 2 ** 7);
    expect((Math.max(...ys) - Math.min(...ys)) * kmPerPixel).toBeCloseTo(60, 0);
  });
});

describe('places close together', () => {
  const around = (count: number, step: number): Dataset => datasetOf(Array.from({ length: count }, (_, k) => ({ place: exact(`P${k}`, 50 + k * step, 30) })));

  it('share one sign with all their events, and part when the map comes closer', () => {
    const dataset = around(3, 0.1);
    const far = layoutOf(dataset);
    expect(far.spots.map(({ count }) => count)).toEqual([3]);
    expect(far.spots.map((spot) => far.gathering.eventsOf(spot, 9))).toEqual([[0, 1, 2]]);
    expect(layoutOf(dataset, { viewport: { lng: 50, lat: 30, zoom: 9 } }).spots).toHaveLength(3);
  });

  it('are named once each', () => {
    const dataset = datasetOf([{ place: exact('Site', 50, 30) }, { place: exact('Site', 50.1, 30) }, { place: exact('Site', 50.2, 30) }]);
    expect(texts([layoutOf(dataset, { base: undefined }).marks]).map(({ text }) => text)).toEqual(['3', 'Site', '3 events']);
  });

  it('of one name that stand beside each other say it once, the others what happened there; far from each other each says it', () => {
    const labelled = (...lngs: readonly number[]) =>
      layoutOf(datasetOf(lngs.map((lng, k) => ({ place: exact('Site', lng, 30), title: `Test ${k}` }))), { base: undefined }).labels.map(({ marks }) => marks.map(({ text }) => text));
    expect(labelled(50, 54)).toEqual([['Site', 'Test 0'], ['Test 1']]);
    expect(labelled(34, 69)).toEqual([['Site', 'Test 0'], ['Site', 'Test 1']]);
  });

  const sketches = fc.array(fc.tuple(fc.integer({ min: 200, max: 800 }), fc.integer({ min: 100, max: 400 })), { minLength: 1, maxLength: 60 });

  it('lose no event, and leave no two signs touching', () => {
    fc.assert(
      fc.property(sketches, (positions) => {
        const dataset = datasetOf(positions.map(([lng, lat], k) => ({ place: exact(`P${k % 7}`, lng / 10, lat / 10) })));
        const { spots, gathering } = layoutOf(dataset);
        expect(spots.flatMap((spot) => gathering.eventsOf(spot, Infinity)).sort((a, b) => a - b)).toEqual(positions.map((_, i) => i));
        for (const spot of spots) expect(spot.count).toBe(gathering.eventsOf(spot, Infinity).length);
        for (const [k, a] of spots.entries()) {
          for (const b of spots.slice(k + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are gathered the same wherever the map is', () => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: 20, max: 80 }), (positions, lng) => {
        const dataset = datasetOf(positions.map(([x, y], k) => ({ place: exact(`P${k}`, x / 10, y / 10) })));
        const keys = (centre: number) => layoutOf(dataset, { viewport: { ...viewport, lng: centre }, base: undefined }).spots.map(({ key, count }) => [key, count]);
        expect(keys(lng)).toEqual(keys(52));
      }),
      { numRuns: 30 },
    );
  });

  it('have names that cover neither one another nor a sign nor an obstacle', () => {
    const obstacles = [{ x: 300, y: 200, width: 120, height: 60 }];
    fc.assert(
      fc.property(sketches, (positions) => {
        const dataset = datasetOf(positions.map(([lng, lat], k) => ({ place: exact(`Place ${k}`, lng / 10, lat / 10) })));
        const { labels, spots } = layoutOf(dataset, { obstacles });
        const boxes = labels.map(({ box }) => box);
        for (const [k, { box, spot }] of labels.entries()) {
          expect(boxes.slice(k + 1).some((other) => boxesOverlap(box, other))).toBe(false);
          expect(obstacles.some((other) => boxesOverlap(box, other))).toBe(false);
          expect(spots.some((other) => other !== spot && boxesOverlap(box, signBox(other, world())))).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a numbered map', () => {
  it('bears the numbers of the list, neighbours joined by a dash', () => {
    const dataset = datasetOf([{ place: 'Tehran' }, { place: 'Tehran' }, { place: 'Muscat' }, { place: 'Tehran' }]);
    const numbering = new Map([[0, 2], [1, 3], [2, 1], [3, 6]]);
    const layout = layoutOf(dataset, { numbering, base: undefined });
    expect(texts([layout.marks]).map(({ text }) => text)).toEqual(['2–3, 6', '1', 'Tehran', 'Muscat']);
  });
});

describe('the base map’s names', () => {
  it('are set in capitals for countries and slanted for waters, and not again where a place bears the name', () => {
    const named = texts([layoutOf(datasetOf([]), { viewport: { lng: 57, lat: 18, zoom: 4.5 } }).marks]);
    expect(named.map(({ text }) => text)).toEqual(['Arabian Sea', 'OMAN']);
    expect(named[0]?.font).toMatchObject({ family: 'serif', italic: true });
    expect(texts([layoutOf(datasetOf([{ place: 'Oman' }])).marks]).map(({ text }) => text)).not.toContain('OMAN');
  });

  it('name towns only from close by', () => {
    const close = layoutOf(datasetOf([]), { viewport: { lng: 58, lat: 22, zoom: 6.5 } });
    expect(texts([close.marks]).map(({ text }) => text)).toContain('Muscat');
  });

  it('are in the language of the interface', () => {
    expect(texts([layoutOf(datasetOf([]), { world: world({ locale: 'fa' }) }).marks]).map(({ text }) => text)).toContain('عمان');
  });
});

describe('the view that a map opens with', () => {
  it('shows every place, a country that stands in for one with all its land', () => {
    const dataset = datasetOf([{ place: 'Ankara' }, { place: 'Oman' }]);
    const fitted = fitPlaces(reachesOf(dataset, everything(dataset), squareOman), size);
    const projection = projectionOf(fitted, size);
    for (const corner of [[32.85, 39.92], [50, 15], [60, 15], [60, 25]] as const) {
      const { x, y } = pointOf(projection, corner);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(size.height);
    }
  });

  it('is the inhabited world when nothing has a place', () => {
    expect(fitPlaces(reachesOf(datasetOf([]), undefined, undefined), size).zoom).toBeLessThan(2);
  });

  it('keeps a story from around the world in the usual order', () => {
    const dataset = datasetOf([{ place: exact('Johnston', -169, 17) }, { place: exact('Mississippi', -89, 31) }, { place: exact('Sahara', 5, 24) }, { place: exact('Lop Nor', 88, 41) }]);
    expect(fitPlaces(reachesOf(dataset, everything(dataset), undefined), size).lng - 12).toBeLessThanOrEqual(12);
  });

  it('cuts a whole world where no place is near', () => {
    const places = [exact('Atoll', -169, 17), exact('Mississippi', -89, 31), exact('Sahara', 5, 24), exact('Lop Nor', 88, 41), exact('Island', 179, 51)];
    const dataset = datasetOf(places.map((place) => ({ place })));
    const fitted = fitPlaces(reachesOf(dataset, everything(dataset), undefined), size);
    const projection = projectionOf(fitted, size);
    for (const { at } of reachesOf(dataset, everything(dataset), undefined)) {
      const { x } = pointOf(projection, at);
      expect(x).toBeGreaterThan(12);
      expect(x).toBeLessThan(size.width - 12);
    }
  });

  it('has no place beneath what lies over the map', () => {
    const cover = { x: 740, y: 10, width: 50, height: 160 };
    const dataset = datasetOf([{ place: exact('Far corner', 60, 40) }, { place: exact('Near corner', 40, 20) }]);
    const places = reachesOf(dataset, everything(dataset), undefined);
    const corner = (covers: readonly (typeof cover)[]) => pointOf(projectionOf(fitPlaces(places, size, { covers, padding: { top: 28, right: 48, bottom: 28, left: 48 } }), size), [60, 40]);
    const beneath = { ...cover, x: corner([]).x - 20 };
    const { x, y } = corner([beneath]);
    expect(x < beneath.x || y > beneath.y + beneath.height).toBe(true);
  });

  it('is never farther away than the world is wide, or the inhabited world is high', () => {
    expect(leastZoom({ width: 512, height: 2000 })).toBeCloseTo(Math.log2(512 / 256) + Math.log2(0.85), 9);
    expect(leastZoom({ width: 2000, height: 300 })).toBeLessThan(leastZoom({ width: 2000, height: 600 }));
  });

  it('lights the countries that the story is about', () => {
    expect([...focusCountries(datasetOf([{ place: 'Muscat' }, { place: 'Tehran' }]), squareOman)]).toEqual(['OMN']);
  });
});

describe('pointing at the map', () => {
  it('answers the place under the pointer, and the country where nothing nearer is', () => {
    const dataset = datasetOf([{ place: 'Oman' }, { place: 'Muscat' }]);
    const layout = layoutOf(dataset);
    const scene = mapScene(layout);
    const muscat = pointOf(layout.projection, [58.4059, 23.588]);
    const corner = pointOf(layout.projection, [51, 16]);
    expect(hitTest(scene, muscat.x, muscat.y, 3)).toEqual({ event: 1, key: placeKeyAt(dataset, 1) });
    expect(hitTest(scene, corner.x, corner.y, 3)).toEqual({ event: 0, key: placeKeyAt(dataset, 0) });
    expect(hitTest(scene, 20, 20, 3)).toBeUndefined();
  });

  it('rings the selected event’s sign in ink and says which event it is', () => {
    const dataset = datasetOf([{ place: 'Tehran' }, { place: 'Tehran', title: 'The second' }]);
    const { marks } = layoutMapPointer(layoutOf(dataset), { selected: 1, hovered: undefined }, world());
    expect(ofRole(marks, 'selected')).toHaveLength(1);
    expect(ofRole(marks, 'selected')[0]).toMatchObject({ stroke: { colour: world().palette.ink } });
    expect(texts(marks).map(({ text }) => text)).toEqual(['Tehran', 'The second', '2']);
  });

  it('rings the place whose events are listed, and gives what is hovered a halo', () => {
    const dataset = datasetOf([{ place: 'Tehran' }, { place: 'Muscat' }]);
    const { marks } = layoutMapPointer(layoutOf(dataset), { selected: undefined, hovered: 1, place: 0 }, world());
    expect(ofRole(marks, 'selected')).toHaveLength(1);
    expect(ofRole(marks, 'halo')).toHaveLength(2);
  });

  it('keeps the label that it brings out within the map, however small that is, and hides nothing where there is none', () => {
    const position = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }), title: fc.string({ maxLength: 60 }) });
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 6 }), fc.integer({ min: 60, max: 400 }), fc.integer({ min: 60, max: 300 }), fc.boolean(), (spots, width, height, isListed) => {
        const small = { width, height };
        const projection = projectionOf(viewport, small);
        const dataset = datasetOf(spots.map(({ x, y, title }, k) => {
          const [lng, lat] = lngLatOf(projection, { x: x * width, y: y * height });
          return { place: exact(`Place ${k}`, lng, lat), title: `Event ${title}` };
        }));
        const layout = layoutOf(dataset, { size: small, base: undefined });
        const { marks } = layoutMapPointer(layout, isListed ? { selected: undefined, hovered: undefined, place: 0 } : { selected: 0, hovered: undefined }, world());
        const named = texts(marks).filter(({ role }) => role === 'label' || role === 'detail');
        for (const box of named.flatMap((mark) => boundsOf(mark) ?? [])) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height + 2);
        }
        expect(ofRole(marks, 'plate').length === 0).toBe(named.length === 0);
      }),
    );
  });

  it('shows nothing for an event without a place', () => {
    const dataset = datasetOf([{ place: 'Tehran' }, {}]);
    expect(flat(layoutMapPointer(layoutOf(dataset), { selected: 1, hovered: 1 }, world()).marks).filter(({ kind }) => kind !== 'group')).toEqual([]);
  });
});
