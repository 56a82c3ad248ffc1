import { UNDATED } from '../../model/build-event.ts';
import type { When } from '../../model/event.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import type { Field } from '../fields.ts';
import type { Layout } from '../format.ts';

/** An entity of Wikidata by its address. */
const ENTITY = /^https?:\/\/www\.wikidata\.org\/entity\/([QPL]\d{1,12})$/;

/** Variables that people use in queries for events, without case and signs, and what they hold. */
const VARIABLES: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...['date', 'pointintime', 'time', 'start', 'startdate', 'starttime', 'begin', 'inception', 'when', 'datetime', 'year', 'birthdate', 'dob'].map((name) => [name, 'start'] as const),
  ...['end', 'enddate', 'endtime', 'until', 'deathdate', 'dod'].map((name) => [name, 'end'] as const),
  ...['coord', 'coords', 'coordinate', 'coordinates', 'coordinatelocation', 'geo', 'point', 'wkt', 'geom', 'geometry', 'position', 'locationcoord', 'placecoord'].map((name) => [name, 'geometry'] as const),
  ...['lat', 'latitude'].map((name) => [name, 'latitude'] as const),
  ...['lon', 'lng', 'long', 'longitude'].map((name) => [name, 'longitude'] as const),
  ...['placelabel', 'locationlabel', 'citylabel', 'placename', 'location', 'place', 'city'].map((name) => [name, 'place'] as const),
  ...['countrylabel', 'country'].map((name) => [name, 'country'] as const),
  ...['typelabel', 'classlabel', 'instancelabel', 'instanceoflabel', 'type', 'category'].map((name) => [name, 'category'] as const),
  ...['image', 'img', 'pic', 'picture', 'depiction'].map((name) => [name, 'media'] as const),
  ...['article', 'articleen', 'sitelink', 'wikipedia', 'url', 'link'].map((name) => [name, 'sourceUrl'] as const),
  ...['description', 'abstract'].map((name) => [name, 'description'] as const),
]);

const folded = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The variables of a query, without case and signs. */
const variablesOf = (header: readonly string[]): ReadonlySet<string> => new Set(header.map(folded));

/** The variable of which the rows of a query are about, without case and signs: the first one that has a label beside it. */
function subjectOf(header: readonly string[]): string | undefined {
  const variables = variablesOf(header);
  return header.map(folded).find((name) => variables.has(`${name}label`));
}

/**
 * Results of a query of Wikidata, as its query service saves them. Dates are days of the proleptic Gregorian calendar written with a midnight, and their years astronomical; a variable for their precision
 * says how exact they are. Source: https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Value_representation
 */
export const wikidata: Layout = {
  id: 'wikidata',
  name: 'Wikidata',
  looksLike: (header, rows) => (subjectOf(header) !== undefined && rows.slice(0, 20).some((row) => row.some((cell) => ENTITY.test(cell))) ? 0.9 : 0),
  mapping: (header) => {
    const subject = subjectOf(header) ?? '';
    const variables = variablesOf(header);
    const taken = new Set<Field>();
    return header.map((name): Field | undefined => {
      const plain = folded(name);
      const field = fieldOf(plain, subject, variables);
      if (field === undefined || (taken.has(field) && field !== 'start' && field !== 'sourceUrl')) return undefined;
      taken.add(field);
      return field;
    });
  },
  hasOwnColumns: true,
  years: 'astronomical',
  daysOnly: true,
  refine: (draft, cell) => {
    const id = ENTITY.exec(draft.id ?? '')?.[1];
    const precision = ['precision', 'datePrecision', 'date_precision', 'timePrecision', 'startPrecision', 'dateprecision'].map(cell).find((text) => text !== '');
    return {
      kind: 'event',
      draft: {
        ...draft,
        ...(id === undefined ? {} : { id, sources: [...(draft.sources ?? []), { publisher: 'Wikidata', title: undefined, url: `https://www.wikidata.org/wiki/${id}`, date: undefined, locator: undefined }] }),
        when: precision === undefined ? (draft.when ?? UNDATED) : asExact(draft.when ?? UNDATED, Number(precision)),
      },
      findings: [],
    };
  },
};

function fieldOf(plain: string, subject: string, variables: ReadonlySet<string>): Field | undefined {
  if (plain === subject) return 'id';
  if (plain === `${subject}label`) return 'title';
  if (plain === `${subject}description` || plain === `${subject}desc`) return 'description';
  if (subject === '' && (plain === 'label' || plain === 'name' || plain === 'title')) return 'title';
  // Of an entity and its label the label is for people.
  if (variables.has(`${plain}label`)) return undefined;
  return VARIABLES.get(plain) ?? (plain.startsWith('article') ? 'sourceUrl' : undefined);
}

/** Numbers of precision: https://www.wikidata.org/wiki/Help:Dates#Precision. */
const [CENTURY, DECADE, YEAR, MONTH] = [7, 8, 9, 10] as const;

/** A date of Wikidata is a day, however exact it is; what its precision leaves of it. */
function asExact(when: When, precision: number): When {
  const { edtf } = when;
  if (edtf?.kind !== 'date' || edtf.day === undefined || precision > MONTH) return when;
  const text = coarserText(edtf.year.digits, edtf.month?.digits ?? '', precision);
  const reading = text === undefined ? undefined : parseEdtf(text);
  const coarser: Edtf | undefined = reading?.ok === true ? reading.value : undefined;
  return coarser === undefined ? when : { ...when, edtf: coarser };
}

function coarserText(year: string, month: string, precision: number): string | undefined {
  if (precision === MONTH) return `${year}-${month}`;
  if (precision === YEAR) return year;
  if (year.startsWith('-')) return `${year}~`;
  if (precision === DECADE) return `${year.slice(0, 3)}X`;
  // 1600 is the last year of the 16th century.
  const century = Math.max(Math.ceil(Number(year) / 100) - 1, 0);
  return precision === CENTURY ? `${String(century).padStart(2, '0')}XX` : `${year.slice(0, 1)}XXX`;
}
