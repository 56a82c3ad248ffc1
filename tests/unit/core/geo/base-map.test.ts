import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBaseMap, type CountriesFile, type LabelsFile, type OverlayFile } from '../../../../src/core/geo/build-base-map.ts';
import { ringsContain } from '../../../../src/core/geo/contains.ts';
import { unitXOf, unitYOf } from '../../../../src/core/geo/mercator.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../data/basemap', name), 'utf8'));

/** Two squares of 10° side by side, which share the edge at 10° east; the eastern one has a small island far away. */
const squares: CountriesFile = {
  type: 'Topology',
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [
    [[10, 0], [0, 10]],
    [[10, 10], [-10, 0], [0, -10], [10, 0]],
    [[10, 0], [10, 0], [0, 10], [-10, 0]],
    [[60, 0], [1, 0], [0, 1], [-1, -1]],
  ],
  objects: {
    countries: {
      geometries: [
        { type: 'Polygon', id: 'WST', arcs: [[0, 1]], properties: { a3: 'WST', n: 'West' } },
        { type: 'MultiPolygon', id: 'SDS', arcs: [[[2, ~0]], [[3]]], properties: { a3: 'SDS', n: 'East' } },
      ],
    },
  },
};

describe('the base map of two countries', () => {
  const base = buildBaseMap({ countries: squares });

  it('joins arcs to rings, forwards and backwards, without repeating a vertex', () => {
    const [west, east] = base.countries;
    expect(west?.rings[0]?.weights).toHaveLength(4);
    expect(east?.rings[0]?.weights).toHaveLength(4);
    expect(ringsContain([east?.rings[0]?.points ?? []], unitXOf(15), unitYOf(5))).toBe(true);
    expect(ringsContain([west?.rings[0]?.points ?? []], unitXOf(15), unitYOf(5))).toBe(false);
  });

  it('draws the shared edge once, as a border, and the rest as coasts', () => {
    expect(base.borders).toHaveLength(1);
    expect(base.coasts).toHaveLength(3);
    expect(base.borders[0]?.box.x0).toBe(unitXOf(10));
  });

  it('leaves a far island out of a country’s main bounds', () => {
    const main = base.countries[1]?.main;
    expect(main?.west).toBeCloseTo(10, 9);
    expect(main?.east).toBeCloseTo(20, 9);
    expect(main?.north).toBeCloseTo(10, 9);
  });

  it('finds a country by its ISO code where the source has another', () => {
    expect(base.countryOf.get('SSD')?.name).toBe('East');
    expect(base.countryOf.get('SDS')?.name).toBe('East');
    expect(base.countryOf.get('XXX')).toBeUndefined();
  });

  it('refuses an arc that the file does not have', () => {
    const broken = { ...squares, arcs: squares.arcs.slice(0, 2) };
    expect(() => buildBaseMap({ countries: broken })).toThrow('arc 2');
  });
});

describe('a coast along the edge of the world', () => {
  it('is not drawn there', () => {
    const cut: CountriesFile = {
      ...squares,
      arcs: [[[170, 0], [10, 0], [0, 10], [-10, 0], [0, -10]]],
      objects: { countries: { geometries: [{ type: 'Polygon', arcs: [[0]], properties: { a3: 'CUT' } }] } },
    };
    const { coasts } = buildBaseMap({ countries: cut });
    expect(coasts.map(({ points }) => points.length / 2)).toEqual([2, 3]);
  });
});

describe('the shipped base map', () => {
  const base = buildBaseMap({
    countries: read('countries.topo.json') as CountriesFile,
    overlay: read('overlay.topo.json') as OverlayFile,
    labels: read('labels.json') as LabelsFile,
  });
  const at = (lng: number, lat: number): readonly string[] =>
    base.countries.filter(({ rings }) => ringsContain(rings.map(({ points }) => points), unitXOf(lng), unitYOf(lat))).map(({ a3 }) => a3);

  it('knows which country each of these places is in', () => {
    expect(at(51.42, 35.69)).toEqual(['IRN']);
    expect(at(58.4, 23.5)).toEqual(['OMN']);
    expect(at(56.3, 26.15)).toEqual(['OMN']);
    expect(at(32.85, 39.92)).toEqual(['TUR']);
    expect(at(54, 26)).toEqual([]);
  });

  it('bounds Oman from Dhofar to Musandam, and France without its overseas lands', () => {
    const { west, south, east, north } = base.countryOf.get('OMN')?.main ?? { west: 0, south: 0, east: 0, north: 0 };
    expect([west, south, east, north].map(Math.round)).toEqual([52, 17, 60, 26]);
    expect(base.countryOf.get('FRA')?.main.west).toBeGreaterThan(-6);
  });

  it('names every country and the seas around the story', () => {
    const names = new Set(base.labels.map(({ names: { en } }) => en));
    for (const name of ['Iran', 'Oman', 'Türkiye', 'Persian Gulf', 'Arabian Sea', 'Tehran']) expect(names).toContain(name);
    expect(base.labels.filter(({ kind }) => kind === 'country')).toHaveLength(base.countries.length);
  });

  it('has every country of the coarse map', () => {
    const coarse = buildBaseMap({ countries: read('countries-110m.topo.json') as CountriesFile });
    expect(coarse.countries).toHaveLength(177);
    expect(coarse.countries.filter(({ a3 }) => !base.countryOf.has(a3))).toEqual([]);
  });
});
