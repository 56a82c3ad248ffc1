import type { LngLat } from './coordinates.ts';
import { foldPlaceName, TERRAINS, type Terrain } from './gazetteer-names.ts';

/** A place that the gazetteer knows. */
export interface GazetteerPlace {
  readonly terrain: Terrain;
  /** Its usual English name, and all its names in all languages. */
  readonly name: string;
  readonly names: readonly string[];
  /** ISO 3166-1 alpha-3 of the country that it lies in, or is; empty where it lies in none or several. */
  readonly country: string;
  /** ISO 3166-1 alpha-3 of a country, ISO 3166-2 of a region. */
  readonly code: string | undefined;
  readonly at: LngLat;
  /** Rough extent, where it is larger than a point and not a country or region. */
  readonly radiusKm: number | undefined;
  /** How likely its name means it rather than another place of the name: twice as likely for each 1 more. */
  readonly weight: number;
}

/** Places by their names. */
export interface Gazetteer {
  /** Places of a folded name: those that have it as it is, and those that have it beside a word for what they are. */
  readonly byKey: ReadonlyMap<string, readonly GazetteerPlace[]>;
  readonly byCore: ReadonlyMap<string, readonly GazetteerPlace[]>;
  readonly byCode: ReadonlyMap<string, GazetteerPlace>;
}

const COLUMNS = ['kind', 'country', 'code', 'weight', 'lng', 'lat', 'radiusKm', 'en', 'fa', 'ar', 'tr'] as const;

/**
 * Builds the gazetteer from the text of `data/gazetteer/places.tsv`: a line a place, its names separated by bars.
 * Throws on a text that is no such table.
 */
export function parseGazetteer(text: string): Gazetteer {
  const [header = '', ...lines] = text.split('\n');
  if (header !== COLUMNS.join('\t')) throw new Error(`a gazetteer begins with ${COLUMNS.join(', ')}, got ${header.slice(0, 80)}`);
  const byKey = new Map<string, GazetteerPlace[]>();
  const byCore = new Map<string, GazetteerPlace[]>();
  const byCode = new Map<string, GazetteerPlace>();
  for (const line of lines) {
    if (line === '') continue;
    const place = placeOf(line);
    if (place.code !== undefined && !byCode.has(place.code)) byCode.set(place.code, place);
    for (const name of place.names) {
      const { key, core } = foldPlaceName(name);
      addTo(byKey, key, place);
      if (core !== key) addTo(byCore, core, place);
    }
  }
  return { byKey, byCore, byCode };
}

function placeOf(line: string): GazetteerPlace {
  const [kind = '', country = '', code = '', weight, lng, lat, radius = '', ...languages] = line.split('\t');
  const terrain = TERRAINS.find((known) => known === kind);
  if (terrain === undefined) throw new Error(`a place of a gazetteer has a kind, got ${line.slice(0, 80)}`);
  const names = languages.flatMap((list) => (list === '' ? [] : list.split('|')));
  return {
    terrain,
    name: names[0] ?? '',
    names,
    country,
    code: code === '' ? undefined : code,
    at: [Number(lng), Number(lat)],
    radiusKm: radius === '' ? undefined : Number(radius),
    weight: Number(weight),
  };
}

function addTo(index: Map<string, GazetteerPlace[]>, key: string, place: GazetteerPlace): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [place]);
  else if (!known.includes(place)) known.push(place);
}
