import type { Place } from '../../model/event.ts';
import type { Layout } from '../format.ts';
import { coarserWhen } from './coarser-when.ts';
import { hasColumns, mappedBy, partsOf } from './columns.ts';
import { asRegion, near } from './coarser-place.ts';

/** How far from its point a place of precision 2 may lie: the codebook says "near a known location, or part of a region", without a number. */
const NEAR_KM = 20;

/**
 * The table of the Armed Conflict Location & Event Data project, of now and of before 2023: the codebook,
 * https://acleddata.com/knowledge-base/codebook/. `time_precision` 2 is some day of the week and 3 of the month around the date;
 * `geo_precision` 2 is near the point, and with 3 the point stands for a region.
 */
export const acled: Layout = {
  id: 'acled',
  name: 'ACLED',
  looksLike: (header) => (hasColumns(header, ['event_id_cnty', 'event_date']) ? 0.99 : 0),
  mapping: mappedBy({
    event_id_cnty: 'id',
    event_date: 'start',
    event_type: 'category',
    sub_event_type: 'title',
    notes: 'description',
    location: 'place',
    latitude: 'latitude',
    longitude: 'longitude',
    country: 'country',
    admin1: 'region',
    source: 'source',
  }),
  order: 'day-first',
  refine: (draft, cell) => {
    const [what, where] = [draft.title?.trim() ?? '', cell('location').trim()];
    const actors = ['actor1', 'assoc_actor_1', 'actor2', 'assoc_actor_2'].flatMap((name) => partsOf(cell(name)));
    const year = cell('year').trim();
    const disagrees = draft.when?.edtf !== undefined && /^\d{4}$/.test(year) && !draft.when.edtf.text.startsWith(year);
    return {
      kind: 'event',
      draft: {
        ...draft,
        title: [what === '' ? cell('event_type').trim() : what, where].filter((part) => part !== '').join(' – '),
        actors: [...new Set(actors)],
        when: coarserWhen(draft.when, WIDTHS.get(cell('time_precision').trim()), cell('event_date').trim()),
        places: draft.places?.map((place) => coarserPlace(place, cell('geo_precision').trim(), cell('admin1').trim())) ?? [],
      },
      findings: disagrees
        ? [{ code: 'date-disagrees', column: 'event_date', value: cell('event_date').trim(), parameters: { other: year, column: 'year' } }]
        : [],
    };
  },
};

const WIDTHS: ReadonlyMap<string, 'week' | 'month'> = new Map([['2', 'week'], ['3', 'month']]);

function coarserPlace(place: Place, precision: string, region: string): Place {
  if (precision === '2') return near(place, NEAR_KM);
  return precision === '3' ? asRegion(place, region) : place;
}
