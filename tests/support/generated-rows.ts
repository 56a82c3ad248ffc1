import labels from '../../data/basemap/labels.json' with { type: 'json' };
import type { LngLat } from '../../src/core/geo/coordinates.ts';
import type { Status } from '../../src/core/model/event.ts';
import { seeded, type Seeded } from './seeded.ts';

/*
 * Events by the number for tests, pictures and measurements: ten years with bursts, three in ten of them over a while, eight categories,
 * four in five placed near 300 towns, 200 characters of text each. The same seed gives the same rows everywhere, and the first rows of many
 * are the rows of few.
 */

/** One generated event, as plain as a row of a table. */
export interface GeneratedRow {
  readonly id: string;
  readonly title: string;
  /** Exactly `TEXT_LENGTH` characters. */
  readonly text: string;
  /** EDTF text. */
  readonly when: string;
  /** Bounds of `when` in UTC milliseconds, half-open, as drawn by tools that know no uncertainty. */
  readonly start: number;
  readonly end: number;
  /** Whether `when` is an interval. */
  readonly isRange: boolean;
  /** Position in `GENERATED_CATEGORIES`. */
  readonly category: number;
  readonly status: Status;
  readonly attribution: string;
  readonly town: string | undefined;
  readonly at: LngLat | undefined;
  /** Kilometres around `at` for an event that happened somewhere near it. */
  readonly radiusKm: number | undefined;
}

export const GENERATED_CATEGORIES = [
  { id: 'weather', name: 'Weather' },
  { id: 'transport', name: 'Transport' },
  { id: 'health', name: 'Health' },
  { id: 'elections', name: 'Elections' },
  { id: 'protests', name: 'Protests' },
  { id: 'fires', name: 'Fires' },
  { id: 'earthquakes', name: 'Earthquakes' },
  { id: 'culture', name: 'Culture' },
] as const;

/** What happens in each category, as titles begin. */
const HAPPENINGS: readonly (readonly string[])[] = [
  ['Storm warning', 'River above its banks', 'Heat record', 'Snow closes the airport', 'Hail damages crops'],
  ['Bridge closed', 'New tram line opens', 'Freight train derails', 'Ferry service resumes', 'Ring road blocked after a landslide'],
  ['Measles cases', 'Vaccination drive', 'Hospital wing opens', 'Water to be boiled', 'Clinic closes for want of staff'],
  ['Council election', 'Run-off vote', 'Recount ordered', 'Polling stations move', 'Referendum on the new charter'],
  ['March through the centre', 'General strike', 'Sit-in at the university', 'Farmers block the motorway', 'Vigil'],
  ['Forest fire', 'Warehouse burns', 'Evacuation order', 'Fire under control', 'Smoke over the old town'],
  ['Tremor felt', 'Magnitude 5 earthquake', 'Aftershock', 'Tide gauges raised to alert', 'Buildings inspected after shaking'],
  ['Museum reopens', 'Film festival', 'Excavation finds a gate', 'Choir on tour', 'Book fair'],
];
/** Parts of an event in each category; the first four make up most. */
const CATEGORY_WEIGHTS = [24, 20, 15, 12, 11, 8, 6, 4] as const;

const STATUS_WEIGHTS: readonly (readonly [Status, number])[] = [
  ['confirmed', 70],
  ['reported', 18],
  ['planned', 4],
  ['disputed', 4],
  ['denied', 2],
  ['retracted', 2],
];

const ATTRIBUTIONS = [
  'the city council', 'a ministry', 'local police', 'the fire service', 'residents', 'a news agency', 'the operator', 'an observatory', 'the university',
  'a relief agency', 'the port authority', 'organisers',
] as const;

/** What is told of an event. */
const SENTENCES = [
  'Crews were sent from three districts.', 'The road stayed open until evening.', 'Officials are still counting.', 'A second report is expected.',
  'No further details were given.', 'Those present speak of a calm night.', 'Trains ran with delays of up to an hour.', 'Nobody was hurt.',
  'Work goes on along the river.', 'Schools stay closed on Monday.', 'The number was corrected twice.', 'Neighbours had warned of it in spring.',
  'An inspection follows after the weekend.', 'It is the third time in four years.', 'Two of the five halls are ready.', 'Tickets keep their validity.',
  'The harbour works at half its capacity.', 'A line for questions is open.', 'Power was back by noon.', 'Insurers put the loss in the millions.',
] as const;
export const TEXT_LENGTH = 200;

const MINUTE = 60_000;
const DAY = 86_400_000;
/** 2016-01-01 and ten years on. */
export const GENERATED_FROM = Date.UTC(2016, 0, 1);
export const GENERATED_UNTIL = Date.UTC(2026, 0, 1);
const LENGTH = GENERATED_UNTIL - GENERATED_FROM;

interface Town {
  readonly name: string;
  readonly at: LngLat;
}

/** Towns have more people than this; the base map names stations in the ice as well. */
const PEOPLE = 100_000;

/** The first 300 towns of the base map that share no name. */
export const TOWNS: readonly Town[] = [...new Map(labels.places.filter(({ p }) => p > PEOPLE).map(({ en, x, y }) => [en, { name: en, at: [x, y] as const }])).values()].slice(
  0, 300,
);

/** A time and region in which one kind of event crowds. */
interface Burst {
  readonly middle: number;
  readonly spread: number;
  readonly category: number;
  readonly town: number;
  readonly weight: number;
}

const BURSTS = 32;
/** Of a hundred events, how many belong to a burst. */
const IN_BURST = 45;
/** Neighbours in rank around a burst's town that share its events. */
const BURST_TOWNS = 12;
/** How far around its town an event lies, in degrees: one standard deviation. */
const SCATTER = 0.4;

function burstsOf(seed: number): readonly Burst[] {
  const draws = seeded(seed ^ 0x9e3779b9);
  return Array.from({ length: BURSTS }, () => ({
    middle: GENERATED_FROM + draws.next() * LENGTH,
    spread: DAY * 10 ** (0.2 + 1.5 * draws.next()),
    category: weighted(draws, CATEGORY_WEIGHTS),
    town: draws.below(TOWNS.length),
    weight: 1 + 24 * draws.next() ** 4,
  }));
}

/** A position in a list of weights, in proportion to them. */
function weighted(draws: Seeded, weights: readonly number[]): number {
  let left = draws.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}

/** What rows are generated from: a row is worked out from its number alone. */
export interface RowSource {
  readonly rowAt: (i: number) => GeneratedRow;
}

/** The rows of a seed. */
export function rowSource(seed: number): RowSource {
  const bursts = burstsOf(seed);
  const weights = bursts.map(({ weight }) => weight);
  return { rowAt: (i) => rowOfDraws(seeded(seed ^ Math.imul(i + 1, 0x85ebca6b)), i, bursts, weights) };
}

/** The first `count` rows of a seed. */
export function* generatedRows(count: number, seed = 1): Generator<GeneratedRow, void, void> {
  const { rowAt } = rowSource(seed);
  for (let i = 0; i < count; i += 1) yield rowAt(i);
}

function rowOfDraws(draws: Seeded, i: number, bursts: readonly Burst[], weights: readonly number[]): GeneratedRow {
  const burst = draws.below(100) < IN_BURST ? bursts[weighted(draws, weights)] : undefined;
  const moment = momentIn(draws, burst);
  const category = burst !== undefined && draws.below(100) < 75 ? burst.category : weighted(draws, CATEGORY_WEIGHTS);
  const isRange = draws.below(100) < 30;
  const isPlaced = draws.below(100) < 80;
  const town = isPlaced ? TOWNS[townOf(draws, burst)] : undefined;
  const at = town === undefined ? undefined : around(draws, town.at);
  const happening = draws.pick(HAPPENINGS[category] ?? []);
  const title = town === undefined ? happening : `${happening}, ${town.name}`;
  return {
    id: `g${i}`,
    title,
    text: textOf(draws, title),
    ...(isRange ? rangeFrom(draws, moment) : pointAt(draws, moment)),
    isRange,
    category,
    status: STATUS_WEIGHTS[weighted(draws, STATUS_WEIGHTS.map(([, weight]) => weight))]?.[0] ?? 'confirmed',
    attribution: draws.pick(ATTRIBUTIONS),
    town: town?.name,
    at,
    radiusKm: at !== undefined && draws.below(100) < 15 ? 2 + draws.below(24) : undefined,
  };
}

function momentIn(draws: Seeded, burst: Burst | undefined): number {
  const moment = burst === undefined ? GENERATED_FROM + draws.next() * LENGTH : burst.middle + draws.normal() * burst.spread;
  const within = GENERATED_FROM + ((((moment - GENERATED_FROM) % LENGTH) + LENGTH) % LENGTH);
  return Math.floor(within / MINUTE) * MINUTE;
}

const townOf = (draws: Seeded, burst: Burst | undefined): number =>
  burst === undefined ? Math.floor(draws.next() ** 2 * TOWNS.length) : (burst.town + draws.below(BURST_TOWNS)) % TOWNS.length;

/** Degrees to four decimals, as place names are looked up. */
const degrees = (value: number, limit: number): number => Math.round(Math.max(-limit, Math.min(limit, value)) * 10_000) / 10_000;

function around(draws: Seeded, [lng, lat]: LngLat): LngLat {
  return [degrees(lng + (SCATTER * draws.normal()) / Math.cos((lat * Math.PI) / 180), 179.9), degrees(lat + SCATTER * draws.normal(), 84)];
}

function textOf(draws: Seeded, title: string): string {
  let text = `${title}.`;
  while (text.length < TEXT_LENGTH) text += ` ${draws.pick(SENTENCES)}`;
  return `${text.slice(0, TEXT_LENGTH - 1)}.`;
}

type Dates = Pick<GeneratedRow, 'when' | 'start' | 'end'>;

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
const floorDay = (at: number): number => Math.floor(at / DAY) * DAY;

/** A single time: to the day for half of them, to the minute, about a day, to the hour, to the month, to the year. */
function pointAt(draws: Seeded, moment: number): Dates {
  const share = draws.below(100);
  const day = floorDay(moment);
  if (share < 50) return { when: isoDay(day), start: day, end: day + DAY };
  if (share < 72) return { when: `${new Date(moment).toISOString().slice(0, 16)}Z`, start: moment, end: moment + MINUTE };
  if (share < 80) return { when: `${isoDay(day)}~`, start: day, end: day + DAY };
  if (share < 86) {
    const hour = Math.floor(moment / (60 * MINUTE)) * 60 * MINUTE;
    return { when: `${new Date(hour).toISOString().slice(0, 13)}Z`, start: hour, end: hour + 60 * MINUTE };
  }
  const date = new Date(moment);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (share < 97) return { when: isoDay(day).slice(0, 7), start: Date.UTC(year, month, 1), end: Date.UTC(year, month + 1, 1) };
  return { when: String(year), start: Date.UTC(year, 0, 1), end: Date.UTC(year + 1, 0, 1) };
}

/** From one day to another, two days to a few months on; some about, some with a month for an end. */
function rangeFrom(draws: Seeded, moment: number): Dates {
  const start = floorDay(moment);
  const last = start + Math.ceil(10 ** (2 * draws.next() ** 1.5)) * DAY;
  const share = draws.below(100);
  if (share < 85) return { when: `${isoDay(start)}/${isoDay(last)}`, start, end: last + DAY };
  if (share < 95) return { when: `${isoDay(start)}~/${isoDay(last)}`, start, end: last + DAY };
  const end = new Date(last);
  return { when: `${isoDay(start)}/${isoDay(last).slice(0, 7)}`, start, end: Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 1) };
}
