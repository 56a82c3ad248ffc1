import { describe, expect, it } from 'vitest';
import type { LocatedPlace } from '../../../../src/core/model/event.ts';
import { isLocated, placeKey } from '../../../../src/core/model/place.ts';
import { PLACES } from '../../../support/dataset.ts';

const tehran: LocatedPlace = PLACES.Tehran;

describe('the key of a place', () => {
  it('is readable and fit for a link', () => {
    expect(placeKey(tehran)).toBe('exact:51.4215,35.694:Tehran');
    expect(placeKey({ ...tehran, at: [-0.00001, 12] })).toBe('exact:0,12:Tehran');
  });

  it('is the code of a country, wherever its label stands and whatever it is called', () => {
    expect(placeKey({ ...PLACES.Türkiye, name: 'Turkey', at: [35, 39] })).toBe(placeKey(PLACES.Türkiye));
    expect(placeKey(PLACES.Türkiye)).toBe('country:TUR');
  });

  it('does not tell positions within ten metres apart, nor who states them', () => {
    expect(placeKey({ ...tehran, at: [51.42152, 35.69398], basis: { kind: 'inferred', from: 'the dateline' }, wording: 'the capital' })).toBe(placeKey(tehran));
  });

  it.each<[string, LocatedPlace]>([
    ['another name', { ...tehran, name: 'Rey' }],
    ['another position', { ...tehran, at: [51.4225, 35.694] }],
    ['another kind', { ...tehran, kind: 'near', radiusKm: 5 }],
    ['a country without a code', { ...tehran, kind: 'country', code: undefined }],
  ])('tells %s apart', (_, other) => {
    expect(placeKey(other)).not.toBe(placeKey(tehran));
  });
});

describe('a located place', () => {
  it('is every place with a position, and neither a withheld nor an unstated one', () => {
    expect(Object.values(PLACES).every(isLocated)).toBe(true);
    const { name, basis, wording } = tehran;
    expect(isLocated({ name, basis, wording, kind: 'withheld' })).toBe(false);
    expect(isLocated({ name, basis, wording, kind: 'not-stated' })).toBe(false);
  });
});
