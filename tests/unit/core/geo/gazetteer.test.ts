import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../../src/core/geo/coordinates.ts';
import { lookUp, type LookUpContext } from '../../../../src/core/geo/gazetteer-look-up.ts';
import { foldPlaceName } from '../../../../src/core/geo/gazetteer-names.ts';
import { parseGazetteer } from '../../../../src/core/geo/gazetteer.ts';

const gazetteer = parseGazetteer(readFileSync(resolve(import.meta.dirname, '../../../../data/gazetteer/places.tsv'), 'utf8'));

/** What a name most likely means, its code or name and its kind; and how sure that is. */
function meaning(name: string, context?: LookUpContext): readonly [what: string, kind: string] | undefined {
  const found = lookUp(gazetteer, name, context)?.found;
  return found === undefined ? undefined : [found.code ?? found.name, found.kind];
}

const confidenceOf = (name: string, context?: LookUpContext): number => lookUp(gazetteer, name, context)?.found.confidence ?? 0;

describe('folding place names', () => {
  it.each([
    ['İSTANBUL', 'istanbul'],
    ['ISPARTA', 'ısparta'],
    ['Diyarbakır', 'DIYARBAKIR'],
    ['Sana’a', 'Sanaa'],
    ['Bandar Abbas', 'bandar-abbas'],
    ['São Paulo', 'Sao Paulo'],
    ['the Strait of Hormuz', 'Strait of Hormuz'],
    ['St. Petersburg', 'Saint Petersburg'],
    ['Bab el-Mandeb', 'Bab al-Mandeb'],
    ['تنگهٔ هرمز', 'تنگه هرمز'],
    ['باب‌المندب', 'باب المندب'],
    ['محافظة', 'محافظه'],
    ['القاهرة', 'قاهره'],
    ['إيران', 'ايران'],
    ['كرمان', 'کرمان'],
    ['Ｔｅｈｒａｎ', 'Tehran'],
  ])('makes %s and %s one', (one, other) => {
    expect(foldPlaceName(one).key).toBe(foldPlaceName(other).key);
  });

  it.each([
    ['Tehran Province', 'tehran', 'region'],
    ['استان تهران', 'تهران', 'region'],
    ['محافظة طهران', 'طهران', 'region'],
    ['Diyarbakır ili', 'diyarbakir', 'region'],
    ['Hürmüz Boğazı', 'hurmuz', 'strait'],
    ['Gulf of Oman', 'oman', 'gulf'],
    ['Lake Van', 'van', 'lake'],
  ])('takes the word for what it is off %s', (name, core, terrain) => {
    const folded = foldPlaceName(name);
    expect(folded.core).toBe(core);
    expect(folded.terrains).toContain(terrain);
  });

  it('leaves names alone that are nothing but such words', () => {
    expect(foldPlaceName('Lake District')).toMatchObject({ core: 'lakedistrict', terrains: undefined });
    expect(foldPlaceName('El Salvador').key).toBe('elsalvador');
  });
});

describe('looking places up', () => {
  it.each([
    ['Iran', 'IRN', 'country'],
    ['Türkiye', 'TUR', 'country'],
    ['turkey', 'TUR', 'country'],
    ['U.S.', 'USA', 'country'],
    ['Oman', 'OMN', 'country'],
    ['Tehran', 'Tehran', 'exact'],
    ['İSTANBUL', 'Istanbul', 'exact'],
    ['Istanbul Province', 'TR-34', 'region'],
    ['Diyarbakır ili', 'TR-21', 'region'],
    ['İzmir', 'İzmir', 'exact'],
    ['Kudüs', 'Jerusalem', 'exact'],
    ['تهران', 'Tehran', 'exact'],
    ['استان تهران', 'IR-07', 'region'],
    ['طهران', 'Tehran', 'exact'],
    ['بندرعباس', 'Bandar Abbas', 'exact'],
    ['Strait of Hormuz', 'Strait of Hormuz', 'near'],
    ['تنگه هرمز', 'Strait of Hormuz', 'near'],
    ['مضيق هرمز', 'Strait of Hormuz', 'near'],
    ['Hürmüz Boğazı', 'Strait of Hormuz', 'near'],
    ['خلیج فارس', 'Persian Gulf', 'near'],
    ['Gulf of Oman', 'Gulf of Oman', 'near'],
    ['Kharg Island', 'Kharg Island', 'near'],
    ['Kherson Oblast', 'UA-65', 'region'],
    ['the Gaza Strip', 'Gaza Strip', 'near'],
    ['Eldoret, Kenya', 'Eldoret', 'exact'],
  ])('finds %s surely', (name, what, kind) => {
    expect(meaning(name)).toEqual([what, kind]);
    expect(confidenceOf(name)).toBeGreaterThan(0.85);
  });

  it('says how far water reaches, and where a country lies', () => {
    expect(lookUp(gazetteer, 'Strait of Hormuz')?.found).toMatchObject({ radiusKm: 60, at: [56.25, 26.57], terrain: 'strait', code: undefined });
    expect(lookUp(gazetteer, 'Iran')?.found).toMatchObject({ radiusKm: undefined, code: 'IRN', country: 'IRN' });
  });

  it.each(['Georgia', 'Punjab', 'Victoria', 'Santiago', 'Congo', 'San José'])('is not sure of %s, and names the others', (name) => {
    const found = lookUp(gazetteer, name);
    expect(found?.found.confidence).toBeLessThan(0.75);
    expect(found?.others.length).toBeGreaterThan(0);
  });

  it('tells places of one name apart by what they lie in', () => {
    expect(meaning('Georgia', { within: ['United States'] })).toEqual(['US-GA', 'region']);
    expect(meaning('Georgia, USA')).toEqual(['US-GA', 'region']);
    expect(meaning('Punjab', { within: ['PAK'] })).toEqual(['PK-PB', 'region']);
    expect(meaning('Punjab (India)')).toEqual(['IN-PB', 'region']);
    expect(meaning('San Jose, California')).toEqual(['San Jose', 'exact']);
    expect(confidenceOf('Georgia, USA')).toBeGreaterThan(0.85);
  });

  it('tells them apart by the other places of a file', () => {
    const caucasus: readonly LngLat[] = [[44.5, 40.2], [49.9, 40.4]];
    const south: readonly LngLat[] = [[-81.6, 30.3], [-86.8, 33.5], [-80, 32.8]];
    expect(meaning('Georgia', { others: caucasus })).toEqual(['GEO', 'country']);
    expect(meaning('Georgia', { others: south })).toEqual(['US-GA', 'region']);
    expect(confidenceOf('Georgia', { others: caucasus })).toBeGreaterThan(0.85);
  });

  it('lets what a place lies in stand in for it, unsurely', () => {
    expect(meaning('Paris, Texas')).toEqual(['US-TX', 'region']);
    expect(meaning('Ain Ebel, Lebanon')).toEqual(['LBN', 'country']);
    expect(meaning('Birmingham', { within: ['Alabama', 'USA'] })).toEqual(['US-AL', 'region']);
    for (const name of ['Paris, Texas', 'Ain Ebel, Lebanon']) expect(confidenceOf(name)).toBeLessThanOrEqual(0.5);
  });

  it('takes what is near a town for no closer than near', () => {
    expect(lookUp(gazetteer, 'near Aleppo')?.found).toMatchObject({ kind: 'near', radiusKm: 25 });
    expect(lookUp(gazetteer, 'Gaziantep yakınları')?.found).toMatchObject({ kind: 'near', radiusKm: 25 });
    expect(confidenceOf('near Aleppo')).toBeLessThan(confidenceOf('Aleppo'));
  });

  it.each(['', ' ', '—', 'xyzzy', 'of the', '12', '<b>', 'a'.repeat(100_000), `${','.repeat(5000)}x`])('finds nothing for %j', (name) => {
    expect(lookUp(gazetteer, name)).toBeUndefined();
  });

  it('finds every place by each of its names, or another of that name', () => {
    const names = [...gazetteer.byKey.values()].flatMap((places) => places.slice(0, 1).map(({ names: all }) => all.at(-1) ?? '')).filter((name) => !/[,،;()[\]]|\s[-–—/]\s/u.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expect(lookUp(gazetteer, name)).toBeDefined();
      }),
    );
  });

  it('is never surer than sure, whatever the name', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Georgia', 'Punjab', ',', ' ', '(', 'near ', 'Iran', 'ایران', '-', 'Province'), { maxLength: 8 }), fc.array(fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })), { maxLength: 3 }), (parts, others) => {
        const lookedUp = lookUp(gazetteer, parts.join(''), { others });
        for (const { confidence } of lookedUp === undefined ? [] : [lookedUp.found, ...lookedUp.others]) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(0.98);
        }
      }),
    );
  });
});

describe('the text of a gazetteer', () => {
  it('is refused with its beginning where it is no gazetteer', () => {
    expect(() => parseGazetteer('name,lat,lng\n')).toThrow('name,lat,lng');
    expect(() => parseGazetteer('kind\tcountry\tcode\tweight\tlng\tlat\tradiusKm\ten\tfa\tar\ttr\nplanet\t\t\t1\t2\t3\t\tMars')).toThrow('planet');
  });
});
