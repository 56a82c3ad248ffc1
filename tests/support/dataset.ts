import { buildDataset } from '../../src/core/model/build-dataset.ts';
import { buildEvent, UNDATED } from '../../src/core/model/build-event.ts';
import { buildStory } from '../../src/core/model/build-story.ts';
import type { Dataset } from '../../src/core/model/dataset.ts';
import type { Place, TimelineEvent, When } from '../../src/core/model/event.ts';
import type { Story } from '../../src/core/model/story.ts';
import { parseEdtf } from '../../src/core/time/edtf.ts';

/** An event in the few words that a test is about; everything left out is empty. */
export interface EventSketch extends Partial<Omit<TimelineEvent, 'when'>> {
  /** EDTF text; left out or `null`: undated. */
  readonly when?: string | null;
  readonly partOfDay?: When['partOfDay'];
  readonly wording?: string;
  /** The first category. */
  readonly category?: string;
  /** The only place: a name of `PLACES`, or a place. */
  readonly place?: keyof typeof PLACES | Place;
}

const stated = { basis: { kind: 'stated' }, wording: undefined } as const;

/** Real places of every located kind, for sketches. */
export const PLACES = {
  Tehran: { kind: 'exact', name: 'Tehran', at: [51.4215, 35.694], ...stated },
  Ankara: { kind: 'exact', name: 'Ankara', at: [32.8542, 39.9208], ...stated },
  Muscat: { kind: 'exact', name: 'Muscat', at: [58.4059, 23.588], ...stated },
  Qeshm: { kind: 'near', name: 'Qeshm', at: [56.2719, 26.9492], radiusKm: 30, ...stated },
  Iran: { kind: 'country', name: 'Iran', at: [54.931, 32.166], code: 'IRN', ...stated },
  Oman: { kind: 'country', name: 'Oman', at: [57.337, 22.12], code: 'OMN', ...stated },
  Türkiye: { kind: 'country', name: 'Türkiye', at: [34.508, 39.345], code: 'TUR', ...stated },
  'Strait of Hormuz': {
    kind: 'area',
    name: 'Strait of Hormuz',
    at: [56.25, 26.55],
    area: [[[[55.75, 26.3], [56.25, 26.35], [56.75, 26.3], [56.75, 26.8], [56.25, 26.75], [55.75, 26.8], [55.75, 26.3]]]],
    ...stated,
  },
  'Muscat to Qeshm': {
    kind: 'route',
    name: 'Muscat to Qeshm',
    at: [57.3, 25.3],
    path: [[[58.4, 23.6], [57.3, 25.3], [56.3, 26.9]]],
    ...stated,
  },
} as const satisfies Readonly<Record<string, Place>>;

/** A dataset of sketched events. Ids are `e0`, `e1` …, titles “Event 0” …, categories those mentioned, unless said otherwise. */
export function datasetOf(sketches: readonly EventSketch[], story: Partial<Story> = {}): Dataset {
  const events = sketches.map(eventOf);
  const mentioned = [...new Set(events.flatMap(({ categories }) => categories))];
  const categories = mentioned.map((id) => ({ id, name: id }));
  return buildDataset(buildStory({ title: 'A story', language: 'en', categories, ...story }), events);
}

/** The event of a sketch at a position. Throws when its date is not EDTF. */
export function eventOf(sketch: EventSketch, i: number): TimelineEvent {
  const { when, partOfDay, wording, category, place, ...members } = sketch;
  return buildEvent({
    id: `e${i}`,
    title: `Event ${i}`,
    ...(category === undefined ? {} : { categories: [category] }),
    ...(place === undefined ? {} : { places: [typeof place === 'string' ? PLACES[place] : place] }),
    ...members,
    when: { ...UNDATED, edtf: when === undefined || when === null ? undefined : edtfOf(when), partOfDay, wording },
  });
}

function edtfOf(text: string): NonNullable<When['edtf']> {
  const parsed = parseEdtf(text);
  if (!parsed.ok) throw new Error(`${JSON.stringify(text)} is not EDTF: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}
