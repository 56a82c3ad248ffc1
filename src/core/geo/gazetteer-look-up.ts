import type { LngLat } from './coordinates.ts';
import { foldPlaceName, type Terrain } from './gazetteer-names.ts';
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts';
import { distanceKm } from './sphere.ts';

/** What is known about a name beside it. */
export interface LookUpContext {
  /** Names or codes of countries, or names of regions, that the place is said to lie in. */
  readonly within?: readonly string[];
  /** Positions of other places of the same file. */
  readonly others?: readonly LngLat[];
}

/** A place that a name may mean, as exactly as a name tells, and no more exactly. */
export interface PlaceMeant {
  /** Its usual English name. */
  readonly name: string;
  readonly terrain: Terrain;
  /** A country and a region stand for what lies in them; water and land is near its middle, within its extent; a town is a point. */
  readonly kind: 'country' | 'region' | 'near' | 'exact';
  readonly at: LngLat;
  /** For `near`. */
  readonly radiusKm: number | undefined;
  /** ISO 3166-1 alpha-3 of a country, ISO 3166-2 of a region. */
  readonly code: string | undefined;
  /** ISO 3166-1 alpha-3 of the country that it lies in; empty where it lies in none or several. */
  readonly country: string;
  /** How sure it is that the name means it: from 0 to 1. */
  readonly confidence: number;
}

/** What a name may mean: the likeliest place, and others of the name. */
export interface LookedUp {
  readonly found: PlaceMeant;
  readonly others: readonly PlaceMeant[];
}

/** No name is surer than this: there are more places than a gazetteer knows. */
const SUREST = 0.98;

/** How well a name fits: as it stands, but for a word that says what it is, and where such a word says that it is something else. */
const [WHOLE, BUT_FOR_KIND, OTHER_KIND] = [1, 0.93, 0.3] as const;

/** How strongly a better fit weighs against a more prominent place. */
const FITTING = 3;

/** How much is left of the confidence where a name says “near” it, and where only what the place lies in was found. */
const [BESIDE, AROUND] = [0.85, 0.5] as const;

/** How likely a place outside of what it is said to lie in is, and one of which it is not known. */
const [OUTSIDE, NOT_KNOWN] = [0.03, 0.4] as const;

/** A region and its capital have one name: whichever is meant, the other is hardly wrong. */
const SAME_STEM = 0.2;

/** Places of one name within this distance are taken for one. */
const ONE_PLACE_KM = 40;

/** How far the neighbourhood of other places of a file reaches, and how much more likely it makes a place at most. */
const [NEIGHBOURHOOD_KM, NEIGHBOURLY] = [800, 6] as const;

/** The extent of “near” a town. */
const NEAR_TOWN_KM = 25;

/** Most other places that are told. */
const MOST_OTHERS = 5;

interface Candidate {
  readonly place: GazetteerPlace;
  /** How well the name fits. */
  readonly fit: number;
  /** How likely it is meant, beside the others. */
  readonly weight: number;
}

/**
 * Looks a place name up: `Tehran`, `Isfahan, Iran`, `Strait of Hormuz`, `near Aleppo`, تنگه هرمز. Of several places of the name the likeliest is
 * found, the less surely the likelier the others are. `undefined` for a name that means nothing here.
 */
export function lookUp(gazetteer: Gazetteer, name: string, context: LookUpContext = {}): LookedUp | undefined {
  const { text, isBeside } = withoutBeside(name.trim());
  const parts = partsOf(text);
  const [first] = parts;
  if (first === undefined) return undefined;
  const around = parts.slice(1);
  const within = [...around, ...(context.within ?? [])].filter((part) => part.trim() !== '');
  const whole = around.length === 0 ? [] : candidatesFor(gazetteer, text);
  const candidates = whole.some(({ fit }) => fit === WHOLE) ? whole : candidatesFor(gazetteer, first);
  const found = judged(candidates, { gazetteer, within, others: context.others ?? [] }, isBeside);
  if (found?.isInside === true) return found.lookedUp;
  // The place itself is not known: what it lies in stands in for it.
  for (const [position, part] of within.entries()) {
    const around = lookUp(gazetteer, part, { within: within.slice(position + 1) })?.found;
    if (around === undefined || around.kind === 'exact') continue;
    return { found: { ...around, confidence: hundredths(around.confidence * AROUND) }, others: found === undefined ? [] : [found.lookedUp.found] };
  }
  return found?.lookedUp;
}

const hundredths = (share: number): number => Math.round(share * 100) / 100;

/** Words, in front of a name or behind it, that say that something is not in the place but beside it. */
const BEFORE =
  /^(?:near|nearby|close to|outside(?: of)?|off(?: the coast of)?|around|in the vicinity of|(?:north|south|east|west)(?:east|west)? of|نزدیک|حوالی|قرب|بالقرب من)\s+/iu;
const BEHIND = /\s+(?:yakınları|yakınlarında|yakınında|açıkları|açıklarında|area|vicinity)$/iu;

function withoutBeside(name: string): { readonly text: string; readonly isBeside: boolean } {
  const text = name.slice(0, 200).replace(BEFORE, '').replace(BEHIND, '').trim();
  return { text, isBeside: text !== name.slice(0, 200) && text !== '' };
}

/** A name and what it lies in: `Isfahan, Iran`, `Springfield (Illinois)`. */
const partsOf = (text: string): readonly string[] =>
  text.split(/[,،;()[\]]|\s[-–—/]\s/u).map((part) => part.trim()).filter((part) => part !== '');

type Fitting = Omit<Candidate, 'weight'>;

function candidatesFor({ byKey, byCore }: Gazetteer, name: string): readonly Fitting[] {
  const { key, core, terrains } = foldPlaceName(name);
  const fits = new Map<GazetteerPlace, number>();
  const take = (places: readonly GazetteerPlace[] | undefined, fit: number, suits: (terrain: Terrain) => boolean = () => true): void => {
    for (const place of places ?? []) fits.set(place, Math.max(fits.get(place) ?? 0, suits(place.terrain) ? fit : fit * OTHER_KIND));
  };
  take(byKey.get(key), WHOLE);
  // Water is seldom called by the name of the land beside it; a province often is by that of its town.
  if (fits.size === 0) take(byCore.get(key), BUT_FOR_KIND);
  else if (terrains === undefined) take(byCore.get(key)?.filter(({ terrain }) => terrain === 'region' || terrain === 'city'), BUT_FOR_KIND);
  if (fits.size === 0 && terrains !== undefined) {
    const isOfKind = (terrain: Terrain): boolean => terrains.includes(terrain);
    take(byKey.get(core), BUT_FOR_KIND, isOfKind);
    take(byCore.get(core), BUT_FOR_KIND, isOfKind);
  }
  return Array.from(fits, ([place, fit]) => ({ place, fit }));
}

interface Surroundings {
  readonly gazetteer: Gazetteer;
  readonly within: readonly string[];
  readonly others: readonly LngLat[];
}

interface Judged {
  readonly lookedUp: LookedUp;
  /** Whether the likeliest place lies in what it is said to lie in. */
  readonly isInside: boolean;
}

function judged(fitting: readonly Fitting[], surroundings: Surroundings, isBeside: boolean): Judged | undefined {
  const isWithin = withinTest(surroundings);
  const candidates = fitting
    .map(({ place, fit }): Candidate => {
      const weight = fit ** FITTING * 2 ** place.weight * isWithin(place) * neighbourly(place, surroundings.others);
      return { place, fit, weight };
    })
    .sort((a, b) => b.weight - a.weight);
  const [best] = candidates;
  if (best === undefined) return undefined;
  const isInside = isWithin(best.place) > OUTSIDE;
  const factor = (isInside ? 1 : AROUND) * (isBeside ? BESIDE : 1);
  const rivals = candidates.slice(1).filter(({ place }) => rivalry(best.place, place) > 0);
  const against = rivals.reduce((sum, { place, weight }) => sum + weight * rivalry(best.place, place), 0);
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
  const meant = ({ place, fit }: Candidate, share: number): PlaceMeant =>
    placeMeant(place, hundredths(Math.min(fit * share * factor, SUREST)), isBeside);
  const found = meant(best, best.weight / (best.weight + against));
  return { lookedUp: { found, others: rivals.slice(0, MOST_OTHERS).map((rival) => meant(rival, rival.weight / total)) }, isInside };
}

/** How much another place of the name speaks against one: not at all where both are one place, little where one is the capital of the other. */
function rivalry(place: GazetteerPlace, other: GazetteerPlace): number {
  if (distanceKm(place.at, other.at) <= Math.max(ONE_PLACE_KM, Math.min(place.radiusKm ?? 0, other.radiusKm ?? 0))) return 0;
  return place.country !== '' && place.country === other.country && place.terrain !== other.terrain ? SAME_STEM : 1;
}

/** How likely a place is by what it is said to lie in. */
function withinTest({ gazetteer, within }: Surroundings): (place: GazetteerPlace) => number {
  const regions: GazetteerPlace[] = [];
  const countries = new Set<string>();
  for (const part of within) {
    const country = countryNamed(gazetteer, part);
    const called = candidatesFor(gazetteer, part).filter(({ place, fit }) => place.terrain === 'region' && place.country !== '' && fit >= BUT_FOR_KIND);
    regions.push(...called.map(({ place }) => place));
    for (const code of country === undefined ? called.map(({ place }) => place.country) : [country]) countries.add(code);
  }
  return (place) => {
    if (countries.size === 0) return 1;
    const inCountry = place.country === '' ? NOT_KNOWN : countries.has(place.country) ? 1 : OUTSIDE;
    // Among places of one country, the one that is close to the region that is named.
    const distance = Math.min(...regions.filter(({ country }) => country === place.country).map(({ at }) => distanceKm(at, place.at)), Infinity);
    return inCountry * (Number.isFinite(distance) ? 1 / (1 + distance / NEIGHBOURHOOD_KM) : 1);
  };
}

/** The code of the country that a text names, by name or by code. */
function countryNamed({ byCode, byKey }: Gazetteer, text: string): string | undefined {
  const code = byCode.get(text.trim().toUpperCase());
  if (code?.terrain === 'country') return code.code;
  return byKey.get(foldPlaceName(text).key)?.find(({ terrain }) => terrain === 'country')?.code;
}

/** How much likelier a place is by others that are near it. */
function neighbourly(place: GazetteerPlace, others: readonly LngLat[]): number {
  if (others.length === 0) return 1;
  const near = others.reduce((sum, at) => sum + Math.exp(-distanceKm(at, place.at) / NEIGHBOURHOOD_KM), 0) / others.length;
  return 1 + NEIGHBOURLY * near;
}

function placeMeant(place: GazetteerPlace, confidence: number, isBeside: boolean): PlaceMeant {
  const { name, terrain, at, code, country, radiusKm } = place;
  const base = { name, terrain, at, country, confidence };
  if (terrain === 'country' || terrain === 'region') return { ...base, kind: terrain, code, radiusKm: undefined };
  if (radiusKm === undefined && !isBeside) return { ...base, kind: 'exact', code: undefined, radiusKm: undefined };
  return { ...base, kind: 'near', code: undefined, radiusKm: Math.max(radiusKm ?? 0, isBeside ? NEAR_TOWN_KM : 0) };
}
