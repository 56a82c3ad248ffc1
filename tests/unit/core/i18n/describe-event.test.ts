import { describe, expect, it } from 'vitest';
import { capitalised, describePlaceInFull, describePlaces, describeStatus, describeStatusBriefly } from '../../../../src/core/i18n/describe-event.ts';
import type { Place } from '../../../../src/core/model/event.ts';
import { eventOf, PLACES } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

const places = (...list: readonly Place[]) => describePlaces(eventOf({ places: list }, 0), world());

describe('places in a few words', () => {
  it('are no more exact than they are known', () => {
    expect(places(PLACES.Tehran)).toBe('Tehran');
    expect(places(PLACES.Qeshm)).toBe('near Qeshm');
    expect(places(PLACES.Oman)).toBe('Oman, country only');
    expect(places()).toBe('place not stated');
    expect(places({ kind: 'withheld', name: '', basis: { kind: 'stated' }, wording: undefined })).toBe('place withheld');
    expect(places({ kind: 'not-stated', name: 'the base', basis: { kind: 'stated' }, wording: undefined })).toBe('the base, position not known');
  });

  it('are all named', () => {
    expect(places(PLACES.Tehran, PLACES.Ankara)).toBe('Tehran and Ankara');
  });

  it('have a name even when the file gives none', () => {
    expect(places({ ...PLACES.Tehran, name: '' })).toBe('Unnamed place');
  });
});

describe('a place in full', () => {
  const full = (place: Place) => describePlaceInFull(place, world());
  const nowhere = { basis: { kind: 'stated' }, wording: undefined } as const;

  it('is its name alone where that is stated exactly', () => {
    expect(full(PLACES.Tehran)).toBe('Tehran');
    expect(full({ ...PLACES.Tehran, name: '' })).toBe('Unnamed place');
  });

  it('says how exactly it is known and what it was inferred from', () => {
    expect(full({ ...PLACES.Tehran, basis: { kind: 'inferred', from: 'the dateline' } })).toBe('Tehran, inferred from the dateline');
    expect(full(PLACES.Qeshm)).toBe('Qeshm, within about 30 km');
    expect(full({ ...PLACES.Oman, wording: 'the sultanate' })).toBe('Oman, known only as a country, from “the sultanate”');
  });

  it('says that it is kept back or not known, named or not', () => {
    expect(full({ ...nowhere, kind: 'withheld', name: 'A base' })).toBe('A base, kept back by the publisher');
    expect(full({ ...nowhere, kind: 'withheld', name: '' })).toBe('kept back by the publisher');
    expect(full({ ...nowhere, kind: 'not-stated', name: 'A base' })).toBe('A base, position not known');
    expect(full({ ...nowhere, kind: 'not-stated', name: '', wording: 'somewhere at sea' })).toBe('place not stated, from “somewhere at sea”');
  });
});

describe('a status', () => {
  it('names who says so', () => {
    const reported = eventOf({ status: 'reported', attribution: 'HRANA' }, 0);
    expect(describeStatus(reported, world())).toBe('reported by HRANA');
    expect(describeStatus(eventOf({ status: 'planned', attribution: 'Iranian media' }, 0), world())).toBe('planned, per Iranian media');
    expect(describeStatus(eventOf({ status: 'denied' }, 0), world())).toBe('denied');
  });

  it('leaves out who says so where nobody doubts it and room is short', () => {
    const confirmed = eventOf({ status: 'confirmed', attribution: 'the report itself' }, 0);
    expect(describeStatusBriefly(confirmed, world())).toBe('confirmed');
    expect(describeStatus(confirmed, world())).toBe('confirmed, per the report itself');
  });
});

describe('a phrase at the beginning of a line', () => {
  it('has a capital, and is otherwise as it was', () => {
    expect(capitalised('élysée palace', world())).toBe('Élysée palace');
    expect(capitalised('“Friday”', world())).toBe('“Friday”');
    expect(capitalised('', world())).toBe('');
  });
});
