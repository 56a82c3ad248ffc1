import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGazetteer } from '../../../../src/core/geo/gazetteer.ts';
import type { Place } from '../../../../src/core/model/event.ts';
import { placeByName, placeFinder, proposePlaces, takePlaces } from '../../../../src/core/validate/look-up.ts';

const gazetteer = parseGazetteer(readFileSync(resolve(import.meta.dirname, '../../../../data/gazetteer/places.tsv'), 'utf8'));

const named = (name: string, wording?: string): Place => ({ kind: 'not-stated', name, wording, basis: { kind: 'stated' } });
const TBILISI: Place = { kind: 'exact', name: 'Tbilisi', wording: undefined, basis: { kind: 'stated' }, at: [44.79, 41.72] };

describe('proposing positions for places that have a name alone', () => {
  it('proposes one for each name, the most frequent first', () => {
    const proposals = proposePlaces(gazetteer, [named('Tehran'), named('Strait of Hormuz'), named('Strait of Hormuz'), named('Nowhere at all'), named(' '), TBILISI]);
    expect(proposals.map(({ name, count, lookedUp }) => [name, count, lookedUp?.found.kind])).toEqual([
      ['Strait of Hormuz', 2, 'near'],
      ['Tehran', 1, 'exact'],
      ['Nowhere at all', 1, undefined],
    ]);
  });

  it('reads what a place lies in from the source’s own words', () => {
    const codeOf = (place: Place): string | undefined => proposePlaces(gazetteer, [place])[0]?.lookedUp?.found.code;
    expect(codeOf(named('Georgia', 'Georgia, United States'))).toBe('US-GA');
    expect(codeOf(named('Georgia', 'Georgia'))).toBe('GEO');
    expect(codeOf(named('Unknown', 'Unknown, Sindh, Pakistan'))).toBe('PK-SD');
  });

  it('goes by the other places of the file where a name means several', () => {
    const near = (places: readonly Place[]): string | undefined => proposePlaces(gazetteer, [...places, named('Georgia')]).find(({ name }) => name === 'Georgia')?.lookedUp?.found.code;
    expect(near([TBILISI])).toBe('GEO');
    expect(near([named('Florida'), named('Alabama'), named('South Carolina')])).toBe('US-GA');
  });
});

describe('taking proposals', () => {
  const proposals = proposePlaces(gazetteer, ['Iran', 'Tehran Province', 'Tehran', 'Strait of Hormuz', 'Punjab'].map((name) => named(name)));
  const taken = takePlaces(proposals);

  it.each([
    ['Iran', { kind: 'country', code: 'IRN' }],
    ['Tehran Province', { kind: 'region', code: 'IR-07' }],
    ['Tehran', { kind: 'exact', at: [51.422, 35.674] }],
    ['Strait of Hormuz', { kind: 'near', radiusKm: 60 }],
  ])('places %s as exactly as a name tells', (name, place) => {
    expect(placeByName(named(name), taken)).toMatchObject({ ...place, name, basis: { kind: 'inferred', from: 'gazetteer' } });
  });

  it('leaves what is not sure to a person', () => {
    expect(placeByName(named('Punjab'), taken)).toEqual(named('Punjab'));
    expect(placeByName(named('Punjab'), takePlaces(proposals, 0.2))).toMatchObject({ kind: 'region' });
  });

  it('places one after the other as well', () => {
    const placed = placeFinder(gazetteer);
    expect(['Tehran', 'Punjab', 'Tehran', 'Nowhere at all'].map((name) => placed(named(name)).kind)).toEqual(['exact', 'not-stated', 'exact', 'not-stated']);
    expect(placed(TBILISI)).toBe(TBILISI);
    expect(placeFinder(gazetteer, 0.2)(named('Punjab'))).toMatchObject({ kind: 'region' });
  });

  it('leaves places alone that have a position, or whose position is withheld', () => {
    const withheld: Place = { kind: 'withheld', name: 'Tehran', wording: undefined, basis: { kind: 'stated' } };
    expect(placeByName(TBILISI, taken)).toBe(TBILISI);
    expect(placeByName(withheld, taken)).toBe(withheld);
  });
});
