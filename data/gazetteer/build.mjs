// Makes places.tsv from the name tables of Natural Earth, the labels of the base map and supplement.json. README.md says where the tables come from.
//   node data/gazetteer/build.mjs FOLDER > data/gazetteer/places.tsv
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: build.mjs <folder with natural-earth-{countries,admin1,marine,physical}.json>');

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const table = (name) => read(join(folder, `natural-earth-${name}.json`));
const here = import.meta.dirname;
const labels = read(join(here, '../basemap/labels.json'));
const supplement = read(join(here, 'supplement.json'));

/** ISO 3166-1 codes of countries that Natural Earth has codes of its own for. */
const ISO = { PSX: 'PSE', SDS: 'SSD', SAH: 'ESH', KOS: 'XKX', ALD: 'ALA' };

/** Names that people use and the tables lack. */
const USUAL = {
  USA: ['US', 'U.S.', 'USA', 'America'],
  GBR: ['UK', 'U.K.', 'Britain', 'Great Britain'],
  ARE: ['UAE', 'U.A.E.', 'Emirates'],
  TUR: ['Turkey', 'Türkiye'],
  CZE: ['Czechia', 'Czech Republic'],
  PRK: ['DPRK'],
  KOR: ['ROK'],
  COD: ['DRC', 'Congo', 'DR Congo', 'Congo-Kinshasa', 'Democratic Republic of Congo'],
  COG: ['Congo-Brazzaville', 'Congo', 'Republic of Congo'],
  MMR: ['Burma'],
  CIV: ['Ivory Coast', 'Côte d’Ivoire'],
  SWZ: ['Swaziland'],
  MKD: ['Macedonia'],
  CPV: ['Cape Verde'],
  TLS: ['East Timor'],
  RUS: ['Russian Federation'],
  IRN: ['Iran (Islamic Republic of)'],
  SYR: ['Syrian Arab Republic'],
  VNM: ['Viet Nam'],
  LAO: ['Lao PDR'],
  PSE: ['Palestinian territories', 'State of Palestine', 'Occupied Palestinian Territory'],
};

/** Rough extents in kilometres by rank, from 0, the most prominent, to the last, which holds for all beyond it. */
const RADII = {
  ocean: [4000],
  sea: [1500, 1200, 700, 400, 250, 150],
  gulf: [700, 600, 400, 250, 150, 80],
  bay: [700, 600, 400, 200, 120, 60],
  strait: [200, 150, 120, 80, 60, 40],
  continent: [2500],
  river: [1500, 1000, 700, 400, 250, 150, 100],
  lake: [200, 150, 100, 70, 50, 30, 20],
  island: [600, 500, 400, 200, 120, 80, 50, 30, 20],
  land: [900, 800, 700, 500, 300, 200, 120, 60],
  cape: [15],
};

/** The kinds of the sources, in the few that a name is told apart by. */
const KINDS = {
  channel: 'strait', sound: 'strait', passage: 'strait', canal: 'strait', fjord: 'bay', inlet: 'bay', lagoon: 'bay', reef: 'island', 'island group': 'island',
  'pen/cape': 'cape', 'country part': 'region', 'organisation area': 'land', peninsula: 'land', isthmus: 'land',
};
const WATERS_AND_LANDS = new Set(Object.keys(RADII));
const kindOf = (kind) => KINDS[kind] ?? (WATERS_AND_LANDS.has(kind) || kind === 'region' || kind === 'country' ? kind : 'land');

const LANGUAGES = ['en', 'fa', 'ar', 'tr'];
const rows = [];

const isName = (name) => typeof name === 'string' && name.trim().length > 1 && !/[\t\n|‚\uFFFD]/.test(name);
const tidy = (name) => name.trim().replace(/\s+/g, ' ').replace(/^(.{4,})$/u, (whole) => (whole === whole.toUpperCase() && /^[A-Z .'-]+$/.test(whole) ? whole.toLowerCase().replace(/(?<![\w'])[a-z]/g, (letter) => letter.toUpperCase()) : whole));

function add({ kind, country = '', code = '', weight, lng, lat, radius = 0, names }) {
  const columns = LANGUAGES.map((language) => [...new Set((names[language] ?? []).filter(isName).map(tidy))]);
  if (columns[0].length === 0 || !Number.isFinite(lng) || !Number.isFinite(lat)) return;
  rows.push({ kind, country, code, weight: Math.round(weight * 10) / 10, lng: Math.round(lng * 1000) / 1000, lat: Math.round(lat * 1000) / 1000, radius, columns });
}

const byLanguage = (names, more = []) => Object.fromEntries(LANGUAGES.map((language) => [language, [names?.[language], ...(language === 'en' ? more : [])]]));

// Countries: their label points and short names are the base map's.
const positions = new Map(labels.countries.map((label) => [label.a3, label]));
const codeByTwo = new Map();
const people = new Map();
for (const { name, formal, abbrev, cc, a3, type, pop, names } of table('countries')) {
  const label = positions.get(a3);
  const code = ISO[a3] ?? (cc === '-99' ? '' : a3);
  // Small dependencies share the two letters of the country that they belong to.
  if (cc !== '-99' && !(people.get(codeByTwo.get(cc)) > pop)) codeByTwo.set(cc, code);
  people.set(code, Math.max(people.get(code) ?? 0, pop));
  if (label === undefined) continue;
  const isWhole = type !== 'Indeterminate' && type !== 'Lease';
  const all = byLanguage({ ...names, en: label.en }, [name, names.en, formal, /\..*\./.test(abbrev ?? '') ? abbrev : undefined, ...(USUAL[code] ?? [])]);
  for (const language of ['fa', 'ar', 'tr']) all[language].push(label[language]);
  add({ kind: isWhole && code !== '' ? 'country' : 'land', country: code, code, weight: Math.max(Math.log10(pop + 1) + 1, 5), lng: label.x, lat: label.y, radius: isWhole ? 0 : 50, names: all });
}

for (const { en, fa, ar, tr, x, y, p, k, a3 } of labels.places) {
  add({ kind: 'city', country: ISO[a3] ?? a3 ?? '', weight: Math.log10((p ?? 0) + 1000) + (k === 2 ? 0.7 : 0), lng: x, lat: y, names: { en: [en], fa: [fa], ar: [ar], tr: [tr] } });
}

for (const { name, cc, iso, lat, lon, alt, names } of table('admin1')) {
  const country = codeByTwo.get(cc) ?? '';
  const code = /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(iso ?? '') ? iso : '';
  // States of large countries are named more often than districts of small ones.
  const weight = 4 + Math.max(Math.log10(people.get(country) ?? 1) - 5.5, 0) * 0.7;
  add({ kind: 'region', country, code, weight, lng: lon, lat, names: byLanguage({ ...names, en: name }, [names.en, ...alt]) });
}

const same = (name) => name.toLowerCase().normalize('NFKD').replace(/[^a-z]/g, '');
const byHand = supplement.features.map(({ name, kind, lat, lon, radiusKm, aliases }) => {
  const names = Object.fromEntries(LANGUAGES.map((language) => [language, [...(language === 'en' ? [name] : []), ...(aliases[language] ?? [])]]));
  const isCountry = kind === 'country';
  const ours = kindOf(kind);
  const weight = { ocean: 8.5, sea: 8, gulf: 8, strait: 8, continent: 8, region: 7.5, land: 7 }[ours] ?? 7;
  // What is not a country or province of ISO 3166 is a stretch of land with an extent.
  return { kind: isCountry ? 'country' : ours === 'region' ? 'land' : ours, country: isCountry ? 'VAT' : '', code: isCountry ? 'VAT' : '', weight, lng: lon, lat, radius: isCountry ? 0 : radiusKm, names };
});
/** Names in other languages that are those of a place written by hand, and that the tables give to another one as well. */
const ownedByHand = new Map(byHand.flatMap((place) => ['fa', 'ar', 'tr'].flatMap((language) => place.names[language].map((name) => [`${language} ${name}`, place]))));
const taken = new Set(byHand.flatMap(({ names }) => names.en.map(same)));

for (const source of ['marine', 'physical']) {
  for (const { name, kind, rank, lat, lon, alt, names } of table(source)) {
    if (kind === 'dragons-be-here') continue;
    const isShortened = /\.|^[A-Z .'-]+$/.test(name);
    const full = byLanguage({ ...names, en: isShortened ? (names.en ?? name) : name }, [name, names.en, alt].filter((other) => typeof other === 'string'));
    const hand = byHand.find((place) => [name, names.en].some((other) => other !== undefined && place.names.en.map(same).includes(same(other))));
    for (const language of ['fa', 'ar', 'tr']) {
      const owner = ownedByHand.get(`${language} ${full[language][0]}`);
      if (owner !== undefined && owner !== hand) full[language] = [];
    }
    if (hand !== undefined) {
      for (const language of LANGUAGES) hand.names[language].push(...full[language]);
      continue;
    }
    if (taken.has(same(name))) continue;
    const ours = kindOf(kind);
    const radii = RADII[ours];
    add({ kind: ours, weight: Math.max(7 - 0.5 * rank, 3), lng: lon, lat, radius: radii[Math.min(rank, radii.length - 1)], names: full });
  }
}
for (const place of byHand) if (place.kind !== 'country' || !rows.some(({ code }) => code === place.code)) add(place);
for (const place of byHand) {
  const known = place.kind === 'country' && rows.find(({ code }) => code === place.code);
  if (known) known.columns.forEach((column, c) => column.push(...place.names[LANGUAGES[c]].filter((name) => !column.includes(name))));
}

rows.sort((a, b) => b.weight - a.weight || (a.columns[0][0] < b.columns[0][0] ? -1 : 1));
const text = rows.map(({ kind, country, code, weight, lng, lat, radius, columns }) => [kind, country, code, weight, lng, lat, radius === 0 ? '' : radius, ...columns.map((names) => names.join('|'))].join('\t').trimEnd());
process.stdout.write(`${['kind', 'country', 'code', 'weight', 'lng', 'lat', 'radiusKm', ...LANGUAGES].join('\t')}\n${text.join('\n')}\n`);
