import { describe, expect, it } from 'vitest';
import { isLocated } from '../../../../../src/core/model/place.ts';
import { EMPTY_PLACE, kindsFor, placeAtHand, placeDraftOf, placeMeant, readPlace, type PlaceDraft } from '../../../../../src/web/views/edit/draft-places.ts';
import { PLACES } from '../../../../support/dataset.ts';

const read = (draft: Partial<PlaceDraft>) => readPlace({ ...EMPTY_PLACE, ...draft });

describe('a place in a form', () => {
  it.each(Object.values(PLACES))('is the very same place as long as nothing is changed: $name', (place) => {
    expect(readPlace(placeDraftOf(place))).toEqual({ kind: 'place', place });
  });

  it('is read from decimal degrees, and from degrees, minutes and seconds', () => {
    expect(read({ position: '35.69, 51.42' })).toMatchObject({ place: { kind: 'exact', at: [51.42, 35.69] } });
    expect(read({ position: '35°30′N 51°15′E' })).toMatchObject({ place: { at: [51.25, 35.5] } });
  });

  it('has a name whose position is not known where no position is given', () => {
    expect(read({ name: 'Somewhere' })).toMatchObject({ place: { kind: 'not-stated', name: 'Somewhere' } });
  });

  it('is no place where nothing is written', () => {
    expect(read({})).toEqual({ kind: 'nothing' });
  });

  it.each([
    [{ position: 'over there' }, 'unreadable'],
    [{ position: '95, 200' }, 'outside'],
    [{ position: '35, 51', kind: 'near' }, 'radius-missing'],
  ] as const)('says what is wrong with %o', (draft, problem) => {
    expect(read(draft)).toEqual({ kind: 'problem', problem });
  });

  it('keeps its shape when its name is changed', () => {
    const place = PLACES['Strait of Hormuz'];
    expect(readPlace({ ...placeDraftOf(place), name: 'The strait' })).toEqual({ kind: 'place', place: { ...place, name: 'The strait' } });
  });

  it('offers areas and routes only to places that are such', () => {
    expect(kindsFor(EMPTY_PLACE)).not.toContain('area');
    expect(kindsFor(placeDraftOf(PLACES['Muscat to Qeshm']))).toContain('route');
  });
});

describe('a place from the gazetteer', () => {
  it('is as exact as a name tells, and says where it is from', () => {
    const meant = { name: 'Oman', terrain: 'country', kind: 'country', at: [57.3, 22.1], radiusKm: undefined, code: 'OMN', country: 'OMN', confidence: 0.9 } as const;
    expect(readPlace(placeMeant(EMPTY_PLACE, meant))).toMatchObject({
      place: { kind: 'country', code: 'OMN', basis: { kind: 'inferred', from: 'gazetteer' } },
    });
  });
});

describe('a place that was pointed out', () => {
  it('is exactly there, and no longer the country that it was', () => {
    const reading = readPlace(placeAtHand(placeDraftOf(PLACES.Iran), [51, 35]));
    expect(reading).toMatchObject({ place: { kind: 'exact', name: 'Iran', at: [51, 35] } });
  });

  it('stays a place that something is near', () => {
    const reading = readPlace(placeAtHand(placeDraftOf(PLACES.Qeshm), [51, 35]));
    expect(reading.kind === 'place' && isLocated(reading.place) && reading.place.kind).toBe('near');
  });
});
