import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGazetteer } from '../../../../src/core/geo/gazetteer.ts';
import { suggestPlaces } from '../../../../src/core/geo/suggest-places.ts';

const gazetteer = parseGazetteer(readFileSync(resolve(import.meta.dirname, '../../../../data/gazetteer/places.tsv'), 'utf8'));
const names = (typed: string, most = 6): readonly string[] => suggestPlaces(gazetteer, typed, most).map(({ name }) => name);

describe('suggesting places', () => {
  it('puts what a whole name means first', () => {
    expect(names('Tehran')[0]).toBe('Tehran');
  });

  it('finds places by the beginning of their names, the prominent before the others', () => {
    expect(names('isfah')).toContain('Isfahan');
    expect(names('lond')[0]).toBe('London');
  });

  it('finds them in other languages', () => {
    expect(names('تهران')[0]).toBe('Tehran');
  });

  it('gives no more than it is asked for, and none twice', () => {
    const found = suggestPlaces(gazetteer, 'san', 5);
    expect(found).toHaveLength(5);
    expect(new Set(found.map(({ at }) => at.join())).size).toBe(5);
  });

  it('gives nothing for nothing, and for one letter that no place is called by', () => {
    expect(names('')).toEqual([]);
    expect(names('q')).toEqual([]);
  });
});
