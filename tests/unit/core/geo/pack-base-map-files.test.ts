import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBaseMapFiles, unpackBaseMapFiles, type WholeBaseMap } from '../../../../src/core/geo/pack-base-map-files.ts';

const file = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/basemap/${name}`, import.meta.url), 'utf8'));

const topology = (arcs: readonly (readonly (readonly [number, number])[])[]): WholeBaseMap['countries'] => ({
  type: 'Topology',
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs,
  objects: {},
});
const labels: WholeBaseMap['labels'] = { countries: [], places: [], marine: [] };

describe('the packed files of a base map', () => {
  it('are the files again when they are unpacked, in less than two thirds of the bytes', () => {
    const whole = { countries: file('countries.topo.json'), overlay: file('overlay.topo.json'), labels: file('labels.json') } as WholeBaseMap;
    const packed = packBaseMapFiles(whole);
    expect(unpackBaseMapFiles(packed)).toEqual(whole);
    expect(packed.length).toBeLessThan((JSON.stringify(whole).length * 2) / 3);
  });

  it('keep arcs of any length with steps of any size and direction', () => {
    const step = fc.tuple(fc.integer(), fc.integer()).map(([x, y]) => [x + 0, y + 0] as const);
    const arcs = fc.array(fc.array(step));
    fc.assert(
      fc.property(arcs, arcs, (ofCountries, ofOverlay) => {
        const whole = { countries: topology(ofCountries), overlay: topology(ofOverlay) as WholeBaseMap['overlay'], labels };
        expect(unpackBaseMapFiles(packBaseMapFiles(whole))).toEqual(whole);
      }),
    );
  });

  it('are read wherever in a block of memory they lie', () => {
    const whole = { countries: topology([[[3, -4]]]), overlay: topology([]) as WholeBaseMap['overlay'], labels };
    const packed = packBaseMapFiles(whole);
    const shifted = new Uint8Array(packed.length + 7);
    shifted.set(packed, 7);
    expect(unpackBaseMapFiles(shifted.subarray(7))).toEqual(whole);
  });
});
