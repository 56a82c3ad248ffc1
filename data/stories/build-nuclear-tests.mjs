// Makes nuclear-tests.geojson from the table of SIPRI's report. README.md in this folder says where the table comes from.
//   node data/stories/build-nuclear-tests.mjs sipri-report-explosions.csv > data/stories/nuclear-tests.geojson
import { readFileSync } from 'node:fs';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: build-nuclear-tests.mjs <sipri-report-explosions.csv>');

const COUNTRIES = new Map([
  ['USA', { id: 'usa', name: 'United States' }],
  ['USSR', { id: 'ussr', name: 'Soviet Union' }],
  ['FRANCE', { id: 'france', name: 'France' }],
  ['UK', { id: 'uk', name: 'United Kingdom' }],
  ['CHINA', { id: 'china', name: 'China' }],
  ['INDIA', { id: 'india', name: 'India' }],
  ['PAKIST', { id: 'pakistan', name: 'Pakistan' }],
]);

/** Names of sites for the table's abbreviations; the scan's misreadings ("HURUROA") stand beside the right ones. */
const SITES = new Map(
  Object.entries({
    'Nevada Test Site': ['NTS'],
    'Nellis Range, Nevada': ['NELLIS NV', 'MELLIS NV'],
    'Central Nevada': ['C. NEVADA'],
    'Fallon, Nevada': ['FALLON NV'],
    'Alamogordo, New Mexico': ['ALAMOGORDO'],
    'Carlsbad, New Mexico': ['CARLSBAD NM'],
    'Farmington, New Mexico': ['FARMINGT NM'],
    'Grand Valley, Colorado': ['GRAND V CO'],
    'Rifle, Colorado': ['RIFLE CO'],
    'Hattiesburg, Mississippi': ['HATTIESB MS', 'HATTIESE MS'],
    'Amchitka, Alaska': ['AMCHITKA AK'],
    'Off the U.S. west coast': ['OFFUSWCOAST'],
    Hiroshima: ['HIROSHIMA'],
    Nagasaki: ['NAGASAKI'],
    Bikini: ['BIKINI'],
    Enewetak: ['ENEWETAK'],
    'Johnston Island': ['JOHNSTON IS'],
    'Christmas Island': ['CHRISTMAS IS'],
    'Malden Island': ['MALDEN IS'],
    'Pacific Ocean': ['PACIFIC'],
    'South Atlantic': ['S.ATLANTIC', 'S. ATLANTIC'],
    Maralinga: ['MARALI AUSTR'],
    'Monte Bello Islands': ['MONTEB AUSTR'],
    'Emu Field': ['EMU AUSTR'],
    Mururoa: ['MURUROA', 'MUEUEOA', 'MURUHOA', 'MURUEOA', 'HURUROA', 'W MURUROA', 'WSW MURUROA'],
    Fangataufa: ['FANGATAUFA', 'FANGATAUFAA'],
    'Reggane, Algeria': ['REGGANE ALG'],
    'In Ekker, Algeria': ['IN ECKER ALG'],
    'Lop Nor': ['LOP NOR'],
    Pokhran: ['POKHRAN'],
    Chagai: ['CHAGAI'],
    Kharan: ['KHARAN'],
    Semipalatinsk: ['SEMI KAZAKH'],
    'Novaya Zemlya': ['NZ RUSS', 'N2 RUSS', 'KZ RUSS'],
    'Kapustin Yar': ['MTR RUSS', 'HTR RUSS'],
    Azgir: ['AZGIR KAZAKH', 'AZGIR', 'AZGIE KAZAKH'],
    Mangyshlak: ['MANGY KAZAKH'],
    Kazakhstan: ['KAZAKH', 'KAZAKHSTAN', 'W KAZAKH'],
    Astrakhan: ['ASTRAK RUSS'],
    Yakutia: ['JAKUTS RUSS', 'JAKUTS RUSE'],
    Krasnoyarsk: ['KRASNO RUSS'],
    Perm: ['PERM RUSS'],
    Tyumen: ['TYUMEN RUSS', 'TUYMEN RUSS'],
    Orenburg: ['ORENBG RUSS'],
    Bashkiria: ['BASHKIR RUSS', 'BASHKI RUSS'],
    Arkhangelsk: ['ARKHAN RUSS'],
    Urals: ['URAL RUSS'],
    Murmansk: ['MURM RUSS'],
    Komi: ['KOMI RUSS'],
    Irkutsk: ['IRKUTS RUSS'],
    Stavropol: ['STAVRO RUSS'],
    Kalmykia: ['KALMYK RUSS'],
    Chita: ['CHITA RUSS'],
    Kemerovo: ['KEMERO RUSS'],
    'Pamuk, Uzbekistan': ['PAMUK UZBEK'],
    Uzbekistan: ['UZBEK'],
    'Mary, Turkmenistan': ['MARY TURKMEN'],
    Ukraine: ['UKRAINE', 'UKEAINE'],
  }).flatMap(([name, abbreviations]) => abbreviations.map((abbreviation) => [abbreviation, name])),
);

/** Purposes and emplacements in words, by the first part of the table's code. A code not listed here stays a code. */
const PURPOSES = new Map([
  ['WR', 'Weapons-related test'],
  ['WE', 'Test of weapons effects'],
  ['PNE', 'Peaceful nuclear explosion'],
  ['SE', 'Safety experiment'],
  ['TRANSP', 'Test of safety in transport and storage'],
  ['ME', 'Military exercise'],
]);
const EMPLACEMENTS = new Map([
  ['SHAFT', 'in a shaft'],
  ['TUNNEL', 'in a tunnel'],
  ['GALLERY', 'in a gallery'],
  ['MINE', 'in a mine'],
  ['UG', 'under ground'],
  ['UW', 'under water'],
  ['CRATER', 'as a crater shot'],
  ['ATMOSPH', 'in the atmosphere'],
  ['AIRDROP', 'dropped from an aircraft'],
  ['TOWER', 'on a tower'],
  ['SURFACE', 'on the ground'],
  ['WATERSUR', 'on the water'],
  ['WATER SU', 'on the water'],
  ['BALLOON', 'hung from a balloon'],
  ['BARGE', 'on a barge'],
  ['SHIP', 'on a ship'],
  ['ROCKET', 'carried by a rocket'],
  ['SPACE', 'in space'],
]);
const TITLES = new Map([
  ['HIROSHIMA', { title: 'Atomic bombing of Hiroshima', description: 'The United States drops the bomb “Little Boy” on the city.' }],
  ['NAGASAKI', { title: 'Atomic bombing of Nagasaki', description: 'The United States drops the bomb “Fat Man” on the city.' }],
]);

const known = (map, key, what) => map.get(key) ?? fail(`${what} ${JSON.stringify(key)} has no name here`);
const fail = (message) => {
  throw new Error(message);
};
const firstPart = (code) => code.split(/[/:]/)[0];

/** Names that the table runs together. */
const RUN_TOGETHER = new Map([['GERBOISEBLANCHE', 'GERBOISE BLANCHE'], ['HURONKING', 'HURON KING']]);

/** "CLEAN SLATE:II" → "Clean Slate II": words in capitals, but for Roman numerals, numbers and single letters. */
const titleOf = (name) =>
  (RUN_TOGETHER.get(name) ?? name)
    .replace(/\s*:\s*/g, ' ')
    .replace(/\s[.]$/, '')
    .replace(/[A-Z]+/g, (word) => (/^(?:I{1,3}|IV|VI{0,3}|IX|X|[A-Z])$/.test(word) ? word : word[0] + word.slice(1).toLowerCase()));

/** EDTF of a row: `origin_t` is HHMMSS.S in UTC, 0.0 when the time is not known, and "65 hours" is a misprint. Whole minutes stay minutes. */
function whenOf({ date_long: date, origin_t: time }) {
  const day = date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const [, hour, minute, second] = /^(\d{2})(\d{2})(\d{2})/.exec(time.padStart(8, '0'));
  if (Number(time) === 0 || Number(hour) > 24) return day;
  return second === '00' && hour !== '24' ? `${day}T${hour}:${minute}Z` : `${day}T${hour}:${minute}:${second}Z`;
}

/**
 * How near the coordinates are, in kilometres; `undefined` when they are exact to a kilometre. They are as good as their last digit:
 * a whole degree is half a degree either way. Those from the U.S. Department of Energy are taken as no better, since many of them
 * are degrees and minutes written as a decimal number (Hiroshima 34.23 for 34°23′).
 */
function radiusOf({ latitude, longitude, source }) {
  const decimals = Math.max(...[latitude, longitude].map((degrees) => degrees.split('.')[1].replace(/0+$/, '').length));
  if (decimals === 0 || source === 'DOE') return 55;
  return decimals === 1 ? 6 : undefined;
}

function yieldOf(lower, upper) {
  if (upper === 0) return '';
  const kilotons = (value) => value.toLocaleString('en', { maximumFractionDigits: 3 });
  if (lower === upper) return ` Yield ${kilotons(upper)} kt.`;
  return lower === 0 ? ` Yield up to ${kilotons(upper)} kt.` : ` Yield ${kilotons(lower)}–${kilotons(upper)} kt.`;
}

function descriptionOf({ purpose, type, yield_1: lower, yield_u: upper }) {
  const what = PURPOSES.get(firstPart(purpose)) ?? 'Nuclear explosion';
  const how = EMPLACEMENTS.get(firstPart(type)) ?? EMPLACEMENTS.get(type);
  return `${what}${how === undefined ? '' : `, ${how}`}.${yieldOf(Number(lower), Number(upper))}`;
}

const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/);
const header = lines[0].split(',');
const rows = lines.slice(1).map((line) => {
  const cells = line.split(',');
  if (cells.length !== header.length) throw new Error(`expected ${header.length} cells, got ${line}`);
  return Object.fromEntries(header.map((name, column) => [name, cells[column]]));
});

const seen = new Map();
const features = rows.map((row) => {
  const site = known(SITES, row.region, 'region');
  const count = (seen.get(row.id_no) ?? 0) + 1;
  seen.set(row.id_no, count);
  const located = Number(row.latitude) !== 0 || Number(row.longitude) !== 0;
  const radiusKm = located ? radiusOf(row) : undefined;
  const kind = !located ? 'not-stated' : radiusKm === undefined ? 'exact' : 'near';
  const measured = { depthKm: row.depth, magnitudeMb: row.mb, magnitudeMs: row.Ms, yieldLowerKt: row.yield_1, yieldUpperKt: row.yield_u };
  return {
    type: 'Feature',
    id: count === 1 ? row.id_no : `${row.id_no}-${count}`,
    geometry: located ? { type: 'Point', coordinates: [Number(row.longitude), Number(row.latitude)] } : null,
    properties: {
      title: row.name === '' ? `Unnamed test, ${site}` : titleOf(row.name),
      description: descriptionOf(row),
      when: whenOf(row),
      ...TITLES.get(row.region),
      places: [{ name: site, kind, basis: 'stated', ...(radiusKm === undefined ? {} : { radiusKm }) }],
      categories: [known(COUNTRIES, row.country, 'country').id],
      status: 'confirmed',
      attribution: 'SIPRI report',
      ...(row.purpose === '' ? {} : { purpose: row.purpose }),
      emplacement: row.type,
      dataFrom: row.source,
      ...Object.fromEntries(Object.entries(measured).map(([name, value]) => [name, Number(value)]).filter(([, value]) => value !== 0)),
    },
  };
});

const dateline = {
  version: 1,
  title: 'Nuclear explosions, 1945–1998',
  deck: `The ${features.length.toLocaleString('en')} nuclear explosions, by seven countries, that a report of the year 2000 lists.`,
  language: 'en',
  sources: [
    { publisher: 'SIPRI and the Swedish Defence Research Establishment', title: 'Nuclear Explosions 1945–1998', date: '2000-07' },
    { publisher: 'Data Is Plural', title: 'Nuclear Explosion Data', url: 'https://github.com/data-is-plural/nuclear-explosions' },
  ],
  credit: 'Data: SIPRI, transcribed by Data Is Plural',
  licence: 'MIT',
  categories: [...COUNTRIES.values()],
};
const body = features.map((feature) => `    ${JSON.stringify(feature)}`).join(',\n');
const head = JSON.stringify(dateline, null, 2).replaceAll('\n', '\n  ');
process.stdout.write(`{\n  "type": "FeatureCollection",\n  "dateline": ${head},\n  "features": [\n${body}\n  ]\n}\n`);
