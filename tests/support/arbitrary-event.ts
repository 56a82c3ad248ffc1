import fc from 'fast-check';
import type { LngLat } from '../../src/core/geo/coordinates.ts';
import { anchorOfArea, anchorOfRoute } from '../../src/core/model/anchor.ts';
import { buildEvent, UNDATED } from '../../src/core/model/build-event.ts';
import type { Basis, Json, Place, TimelineEvent } from '../../src/core/model/event.ts';
import { PARTS_OF_DAY, RELATION_KINDS, STATUSES } from '../../src/core/model/event.ts';
import { parseEdtf } from '../../src/core/time/edtf.ts';

/** Texts that writing and reading might stumble over. */
const ODD_TEXTS = ['تهران', 'İstanbul', '“quotes” and "quotes"', '\\', '\u0000', 'a\u2028b', '\ud800', '🏛️', '</script>', ' x '];

/** Text with something to see in it. */
const filledText = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom(...ODD_TEXTS)).filter((text) => text.trim() !== '');
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const EDTF_TEXTS = [
  '2026', '2026-02', '2026-02-03', '2026-02-03?', '1850~', '[2026-02-05..2026-02-08]', '2026-02-05/..', '2026-02-03T17:54:59Z', '-0043',
];

const edtf = fc.constantFrom(...EDTF_TEXTS).map((text) => {
  const parsed = parseEdtf(text);
  if (!parsed.ok) throw new Error(`${text} should be EDTF`);
  return parsed.value;
});

/** Degrees to four decimals, as a file would have them, without 0: 0, 0 is no place. */
const degrees = (limit: number): fc.Arbitrary<number> =>
  fc.integer({ min: 1 - limit * 10_000, max: limit * 10_000 - 1 }).map((n) => (n === 0 ? 1 : n) / 10_000);
const position: fc.Arbitrary<LngLat> = fc.tuple(degrees(180), degrees(90));

/** A closed square around a position. */
const ring = position.map(([lng, lat]): readonly LngLat[] => {
  const [west, south] = [Math.min(lng, 178), Math.min(lat, 88)];
  return [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]];
});

const basis: fc.Arbitrary<Basis> = fc
  .option(filledText)
  .map((from) => (from === null ? { kind: 'stated' } : { kind: 'inferred', from }));
const placeBase = fc.record({ name: filledText, basis, wording: maybe(filledText) });

/** A place of any kind. */
export const arbitraryPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ base: placeBase, at: position }).map(({ base, at }): Place => ({ ...base, kind: 'exact', at })),
  fc
    .record({ base: placeBase, at: position, radiusKm: fc.integer({ min: 1, max: 500 }) })
    .map(({ base, ...rest }): Place => ({ ...base, kind: 'near', ...rest })),
  fc
    .record({ base: placeBase, at: position, kind: fc.constantFrom('country' as const, 'region' as const), code: maybe(filledText) })
    .map(({ base, ...rest }): Place => ({ ...base, ...rest })),
  fc
    .record({ base: placeBase, area: fc.array(fc.tuple(ring), { minLength: 1, maxLength: 3 }) })
    .map(({ base, area }): Place => ({ ...base, kind: 'area', area, at: anchorOfArea(area) })),
  fc
    .record({ base: placeBase, path: fc.array(fc.array(position, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 3 }) })
    .map(({ base, path }): Place => ({ ...base, kind: 'route', path, at: anchorOfRoute(path) })),
  fc
    .record({ base: placeBase, kind: fc.constantFrom('withheld' as const, 'not-stated' as const) })
    .map(({ base, kind }): Place => ({ ...base, kind })),
);

const source = fc.record({
  publisher: maybe(filledText),
  title: maybe(filledText),
  url: maybe(fc.webUrl({ withQueryParameters: true })),
  date: maybe(fc.constantFrom(...EDTF_TEXTS)),
  locator: maybe(filledText),
});

/** JSON as it is after a round trip: without minus zero. */
const jsonValue = fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text.replaceAll('-0', '1')) as Json);

/** Members that the native format does not know, under names that might be dangerous. */
const extra: fc.Arbitrary<ReadonlyMap<string, Json>> = fc
  .uniqueArray(fc.constantFrom('__proto__', 'constructor', 'toString', 'note', 'yieldKt', 'ß'))
  .chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), jsonValue))))
  .map((members) => new Map(members));

/** Events with ids of their own, whose relations point at each other. */
export const arbitraryEvents: fc.Arbitrary<readonly TimelineEvent[]> = fc
  .uniqueArray(filledText, { minLength: 1, maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.map((id) => arbitraryEvent(id, ids))));

function arbitraryEvent(id: string, ids: readonly string[]): fc.Arbitrary<TimelineEvent> {
  return fc
    .record({
      title: filledText,
      shortTitle: maybe(filledText),
      description: maybe(filledText),
      when: fc.record({
        edtf: maybe(edtf),
        wording: maybe(filledText),
        basis,
        zone: fc.constantFrom(UNDATED.zone, 'UTC', 'Asia/Tehran', 'America/Argentina/Buenos_Aires'),
        partOfDay: maybe(fc.constantFrom(...PARTS_OF_DAY)),
      }),
      places: fc.array(arbitraryPlace, { maxLength: 3 }),
      categories: fc.uniqueArray(fc.constantFrom('diplomacy', 'military', 'inside-iran'), { maxLength: 3 }),
      status: fc.constantFrom(...STATUSES),
      attribution: maybe(filledText),
      actors: fc.array(filledText, { maxLength: 3 }),
      sources: fc.array(source, { maxLength: 2 }),
      relations: fc.array(fc.record({ kind: fc.constantFrom(...RELATION_KINDS), to: fc.constantFrom(...ids) }), { maxLength: 2 }),
      media: fc.array(fc.record({ url: fc.webUrl(), caption: maybe(filledText), credit: maybe(filledText) }), { maxLength: 2 }),
      extra,
      featureExtra: fc.constant<ReadonlyMap<string, Json>>(new Map([['bbox', [50, 20, 60, 40]]])),
    })
    .map((members) => buildEvent({ id, ...members }));
}
