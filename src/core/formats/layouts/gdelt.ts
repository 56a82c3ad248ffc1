import type { Place } from '../../model/event.ts';
import type { Layout } from '../format.ts';
import { CAMEO_CLASSES, CAMEO_ROOTS } from './cameo.ts';
import { asCountry, asRegion } from './coarser-place.ts';
import { mappedBy } from './columns.ts';

const [EVENT, ACTOR, ACTION, SOURCE] = [
  ['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code', 'Type1Code', 'Type2Code', 'Type3Code'],
  ['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale', 'NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ['DATEADDED', 'SOURCEURL'],
] as const;
const GEO_1 = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'Lat', 'Long', 'FeatureID'] as const;
const GEO_2 = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'] as const;

function columns(geo: readonly string[]): readonly string[] {
  const actors = ['Actor1', 'Actor2'].flatMap((actor) => ACTOR.map((name) => actor + name));
  const places = ['Actor1Geo', 'Actor2Geo', 'ActionGeo'].flatMap((place) => geo.map((name) => `${place}_${name}`));
  return [...EVENT, ...actors, ...ACTION, ...places, ...SOURCE];
}

const [VERSION_1, VERSION_2] = [columns(GEO_1), columns(GEO_2)];

/** Columns of a row: version 1 has an address of the source only from April 2013 on. */
const WIDTHS: ReadonlySet<number> = new Set([VERSION_1.length - 1, VERSION_1.length, VERSION_2.length]);

/**
 * The daily and quarter-hourly exports of events of the GDELT Project, versions 1 and 2: codebooks at
 * https://www.gdeltproject.org/data.html#documentation. They have no header, though some people add one. Titles are made of the actors and
 * the root of the event's code; everything is coded by machine.
 */
export const gdelt: Layout = {
  id: 'gdelt',
  name: 'GDELT',
  looksLike: (header, rows) => {
    const first = header.map((name) => name.trim().toLowerCase());
    if (first[0] === 'globaleventid' && first.includes('actiongeo_lat')) return 0.99;
    const checked = [header, ...rows].slice(0, 10);
    return checked.every(isGdeltRow) ? 0.99 : 0;
  },
  header: (width) => (width === VERSION_2.length ? VERSION_2 : VERSION_1),
  mapping: (header) => {
    const fields = mapping(header);
    const day = header.findIndex((name) => name.trim().toLowerCase() === 'day');
    return fields.includes('start') ? fields : fields.with(day, 'start');
  },
  zone: 'UTC',
  refine: (draft, cell) => {
    const actors = ['Actor1Name', 'Actor2Name'].map((name) => cell(name).trim()).filter((name) => name !== '');
    const root = CAMEO_ROOTS.get(cell('EventRootCode').trim().padStart(2, '0')) ?? '';
    const about = CAMEO_CLASSES.get(cell('QuadClass').trim());
    const who = actors.length > 0 ? actors.join(' – ') : (draft.places?.[0]?.name ?? '');
    return {
      kind: 'event',
      draft: {
        ...draft,
        title: [root, who].filter((part) => part !== '').join(': '),
        status: 'reported',
        actors: [...new Set(actors)],
        categories: about === undefined ? [] : [about],
        sources: draft.sources?.map((source) => ({ ...source, publisher: source.publisher ?? hostOf(source.url) })) ?? [],
        places: draft.places?.map((place) => coarserPlace(place, cell('ActionGeo_Type').trim())) ?? [],
      },
      findings: [],
    };
  },
};

const mapping = mappedBy({
  GLOBALEVENTID: 'id',
  SQLDATE: 'start',
  ActionGeo_FullName: 'place',
  ActionGeo_Lat: 'latitude',
  ActionGeo_Long: 'longitude',
  SOURCEURL: 'sourceUrl',
});

function isGdeltRow(row: readonly string[]): boolean {
  const [id = '', day = '', month = '', year = ''] = row;
  const isDated = /^\d{8}$/.test(day) && month.length === 6 && day.startsWith(month) && year.length === 4 && month.startsWith(year);
  return isDated && WIDTHS.has(row.length) && /^\d{1,15}$/.test(id);
}

/** What a point stands for, by the kind of place: 1 a country, 2 and 5 provinces, 3 and 4 towns. */
function coarserPlace(place: Place, kind: string): Place {
  if (kind === '1') return asCountry(place);
  return kind === '2' || kind === '5' ? asRegion(place) : place;
}

const hostOf = (url = ''): string | undefined => /^https?:\/\/(?:www\.)?([^/:?#\s]+)/i.exec(url)?.[1];
