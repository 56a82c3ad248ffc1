import type { Place, Source, When } from '../../model/event.ts';
import type { Layout } from '../format.ts';
import { asCountry, asRegion, near } from './coarser-place.ts';
import { coarserWhen, momentWithin, type Width } from './coarser-when.ts';
import { hasColumns, mappedBy, partsOf } from './columns.ts';

/** Within what distance of a named place an event of precision 2 lies: the codebook's "limited area around", given as 25 km. */
const NEAR_KM = 25;

/** The three kinds of organised violence by their numbers, as the codebook names them. */
const VIOLENCE: ReadonlyMap<string, string> = new Map([['1', 'State-based conflict'], ['2', 'Non-state conflict'], ['3', 'One-sided violence']]);

/** What a date without an end stands for, by its precision; with an end, it is some day from the start to the end. */
const WIDTHS: ReadonlyMap<string, Width> = new Map([['2', 'days'], ['3', 'week'], ['4', 'month'], ['5', 'year']]);

/**
 * The Georeferenced Event Dataset of the Uppsala Conflict Data Program: the codebook, https://ucdp.uu.se/downloads/. Dates are days, also
 * where a time is written. `date_prec` runs from 1, a day, over 2, up to six days, 3, a week, and 4, a month, to 5, a year: from 2 on start
 * and end are the first and the last day that the event may have been on. `where_prec` runs from 1, a named place, over 3 and 4, districts
 * and provinces, to 6, a country.
 */
export const ucdp: Layout = {
  id: 'ucdp-ged',
  name: 'UCDP GED',
  looksLike: (header) => (hasColumns(header, ['date_prec', 'where_prec', 'date_start']) ? 0.99 : 0),
  mapping: mappedBy({
    id: 'id',
    dyad_name: 'title',
    date_start: 'start',
    date_end: 'end',
    latitude: 'latitude',
    longitude: 'longitude',
    where_coordinates: 'place',
    adm_1: 'region',
    country: 'country',
    source_original: 'attribution',
  }),
  daysOnly: true,
  refine: (draft, cell) => {
    const violence = VIOLENCE.get(cell('type_of_violence').trim());
    const title = draft.title?.trim() ?? '';
    return {
      kind: 'event',
      draft: {
        ...draft,
        title: title === '' ? cell('conflict_name').trim() : title,
        categories: violence === undefined ? [] : [violence],
        actors: ['side_a', 'side_b'].map((name) => cell(name).trim()).filter((name) => name !== ''),
        sources: sourcesOf(cell),
        when: whenOf(draft.when, cell),
        places: draft.places?.map((place) => coarserPlace(place, cell('where_prec').trim(), cell)) ?? [],
      },
      findings: [],
    };
  },
};

function whenOf(when: When | undefined, cell: (column: string) => string): When | undefined {
  const width = WIDTHS.get(cell('date_prec').trim());
  return when?.edtf?.kind === 'interval' && width !== undefined ? momentWithin(when) : coarserWhen(when, width, cell('date_start').trim());
}

function coarserPlace(place: Place, precision: string, cell: (column: string) => string): Place {
  switch (precision) {
    case '2':
      return near(place, NEAR_KM);
    case '3':
      return asRegion(place, cell('adm_2').trim());
    case '4':
      return asRegion(place, cell('adm_1').trim());
    case '5':
    case '7':
      return asRegion(place);
    case '6':
      return asCountry(place);
    default:
      return place;
  }
}

/** Offices, dates and headlines stand in three cells, one entry each; where their numbers differ they cannot be told to belong together. */
function sourcesOf(cell: (column: string) => string): readonly Source[] {
  const [offices, dates, headlines] = [partsOf(cell('source_office')), partsOf(cell('source_date')), partsOf(cell('source_headline'))];
  return offices.map((publisher, position) => ({
    publisher,
    title: headlines.length === offices.length ? headlines[position] : undefined,
    url: undefined,
    date: dates.length === offices.length && /^\d{4}-\d\d-\d\d$/.test(dates[position] ?? '') ? dates[position] : undefined,
    locator: undefined,
  }));
}
