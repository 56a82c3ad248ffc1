import type { LngLat } from '../geo/coordinates.ts';
import { lookUp, type LookedUp, type PlaceMeant } from '../geo/gazetteer-look-up.ts';
import type { Gazetteer } from '../geo/gazetteer.ts';
import type { Place } from '../model/event.ts';
import { isLocated } from '../model/place.ts';

/** What the gazetteer proposes for a name that has no position. */
export interface PlaceProposal {
  /** The name, and the source's own words for it where they say more, such as its country. */
  readonly name: string;
  readonly wording: string | undefined;
  /** How many times it occurs. */
  readonly count: number;
  /** `undefined` where the gazetteer knows nothing of the name. */
  readonly lookedUp: LookedUp | undefined;
}

/** From this confidence on a proposal can be taken without another look at it. */
export const SURE_ENOUGH = 0.75;

/** How many places of a file, at most, tell what part of the world it is about. */
const NEIGHBOURS = 60;

/** A place that has a name and no position. */
const isNameAlone = (place: Place): boolean => place.kind === 'not-stated' && place.name.trim() !== '';

/** What a proposal goes by: its name and wording. */
export const proposalKey = ({ name, wording }: Pick<Place, 'name' | 'wording'>): string => `${name}\n${wording ?? ''}`;

/**
 * Proposes positions for all places that have a name alone, each name once, the most frequent first. Places of the same file that have a
 * position, or a name that can mean one place only, tell which of several places of a name is likely.
 */
export function proposePlaces(gazetteer: Gazetteer, places: Iterable<Place>): readonly PlaceProposal[] {
  const names = new Map<string, { readonly name: string; readonly wording: string | undefined; count: number }>();
  const neighbours: LngLat[] = [];
  for (const place of places) {
    if (isLocated(place) && neighbours.length < NEIGHBOURS) neighbours.push(place.at);
    if (!isNameAlone(place)) continue;
    const known = names.get(proposalKey(place));
    if (known === undefined) names.set(proposalKey(place), { name: place.name, wording: place.wording, count: 1 });
    else known.count += 1;
  }
  const found = Array.from(names.values(), (named) => ({ ...named, lookedUp: lookUpNamed(gazetteer, named, []) }));
  for (const { lookedUp } of found) {
    if (neighbours.length < NEIGHBOURS && lookedUp !== undefined && lookedUp.found.confidence >= SURE_ENOUGH) neighbours.push(lookedUp.found.at);
  }
  const isOpen = ({ lookedUp }: PlaceProposal): boolean => lookedUp !== undefined && lookedUp.others.length > 0;
  return found
    .map((proposal) => (isOpen(proposal) ? { ...proposal, lookedUp: lookUpNamed(gazetteer, proposal, neighbours) } : proposal))
    .sort((a, b) => b.count - a.count);
}

/** The source's words name what a place lies in behind the name; any that only repeat it add nothing. */
function lookUpNamed(gazetteer: Gazetteer, named: Pick<PlaceProposal, 'name' | 'wording'>, others: readonly LngLat[]): LookedUp | undefined {
  const { name, wording = '' } = named;
  const within = wording.split(/[,،;]/u).map((part) => part.trim()).filter((part) => part !== '' && part !== name.trim());
  return lookUp(gazetteer, name, { within, others });
}

/** What a person, or a threshold, has taken of the proposals: by name and wording, as `proposePlaces` gave them. */
export type TakenPlaces = ReadonlyMap<string, PlaceMeant>;

/** Takes proposals from a confidence on, and leaves the others. */
export function takePlaces(proposals: readonly PlaceProposal[], least = SURE_ENOUGH): TakenPlaces {
  const taken = new Map<string, PlaceMeant>();
  for (const proposal of proposals) {
    const found = proposal.lookedUp?.found;
    if (found !== undefined && found.confidence >= least) taken.set(proposalKey(proposal), found);
  }
  return taken;
}

/**
 * The place with the position that was taken for its name, as inferred from the gazetteer, with its own name; places that have a position, and
 * names for which none was taken, stay as they are.
 */
export function placeByName(place: Place, taken: TakenPlaces): Place {
  const meant = isNameAlone(place) ? taken.get(proposalKey(place)) : undefined;
  return meant === undefined ? place : positioned(place, meant);
}

/** Gives places that have a name alone their positions as they come, without what the others of their file tell: from a confidence on. */
export function placeFinder(gazetteer: Gazetteer, least = SURE_ENOUGH): (place: Place) => Place {
  const known = new Map<string, PlaceMeant | undefined>();
  return (place) => {
    if (!isNameAlone(place)) return place;
    const key = proposalKey(place);
    if (!known.has(key)) {
      const found = lookUpNamed(gazetteer, place, [])?.found;
      known.set(key, found !== undefined && found.confidence >= least ? found : undefined);
    }
    const meant = known.get(key);
    return meant === undefined ? place : positioned(place, meant);
  };
}

function positioned({ name, wording }: Place, meant: PlaceMeant): Place {
  const base = { name, wording, basis: { kind: 'inferred', from: GAZETTEER }, at: meant.at } as const;
  switch (meant.kind) {
    case 'exact':
      return { ...base, kind: 'exact' };
    case 'near':
      return { ...base, kind: 'near', radiusKm: meant.radiusKm ?? 0 };
    case 'country':
    case 'region':
      return { ...base, kind: meant.kind, code: meant.code };
  }
}

/** What the basis of a looked-up place names. */
const GAZETTEER = 'gazetteer';
