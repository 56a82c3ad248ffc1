import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBaseMap, type CountriesFile, type LabelsFile, type OverlayFile } from '../../../../src/core/geo/build-base-map.ts';
import { packBaseMap, unpackBaseMap } from '../../../../src/core/geo/pack-base-map.ts';
import { buffersOf } from '../../../../src/web/worker/protocol.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../../../../data/basemap', name), 'utf8'));
const overlay = read('overlay.topo.json') as OverlayFile;
const labels = read('labels.json') as LabelsFile;
const coarse = read('countries-110m.topo.json') as CountriesFile;

describe('a packed base map', () => {
  it.each([
    ['the coarse one', buildBaseMap({ countries: coarse })],
    ['one with everything', buildBaseMap({ countries: coarse, overlay, labels })],
  ])('comes out on another thread as it went in: %s', (_, base) => {
    const packed = packBaseMap(base);
    const buffers = buffersOf(packed);
    expect(buffers).toHaveLength(4);
    const unpacked = unpackBaseMap(structuredClone(packed, { transfer: [...buffers] }));
    expect(unpacked).toEqual(base);
    for (const [code, country] of base.countryOf) expect(unpacked.countryOf.get(code)?.a3).toBe(country.a3);
    for (const country of unpacked.countryOf.values()) expect(unpacked.countries).toContain(country);
  });
});
