import { isObject, type RawFeature } from '../formats/dateline-file.ts';
import type { Json } from '../model/event.ts';

/** Why a feature does not go by the id that it states: it states none, it states something else, or an earlier feature states the same. */
export type IdFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong'; readonly json: Json }
  | { readonly kind: 'repeated'; readonly stated: string; readonly first: number };

/** The id that a feature goes by. */
export interface GivenId {
  readonly id: string;
  readonly fault: IdFault | undefined;
}

/** The ids of a file's features. */
export interface Ids {
  /** Gives the next feature an id that no other has. */
  readonly give: (feature: RawFeature) => GivenId;
  /** Whether a feature of the file goes by an id, be it one that is still to come. */
  readonly has: (id: string) => boolean;
}

/**
 * Gives every feature an id that no other has: the stated one (a number becomes text), the stated one with a number behind it
 * for all but the first of equals, or one made from the feature's number. As long as every feature states one of its own and names only
 * those before it, they are taken as they come; otherwise `all` features are asked for theirs first, once.
 */
export function idsOf(all: () => Iterable<RawFeature>): Ids {
  let given: ReadonlyMap<number, GivenId> | undefined;
  const taken = new Set<string>();
  const lookAhead = (): ReadonlyMap<number, GivenId> => {
    given ??= giveOthers(all(), taken);
    return given;
  };
  return {
    give: (feature) => {
      const stated = statedId(feature.json);
      if (given === undefined && typeof stated === 'string' && !taken.has(stated)) {
        taken.add(stated);
        return { id: stated, fault: undefined };
      }
      const other = lookAhead().get(feature.number);
      if (other !== undefined) return other;
      if (typeof stated !== 'string') throw new Error(`feature ${feature.number} was given no id`);
      return { id: stated, fault: undefined };
    },
    has: (id) => {
      if (!taken.has(id)) lookAhead();
      return taken.has(id);
    },
  };
}

/** Takes all ids that features state, and gives others to those that do not go by theirs. */
function giveOthers(features: Iterable<RawFeature>, taken: Set<string>): ReadonlyMap<number, GivenId> {
  const firsts = new Map<string, number>();
  const faults: (readonly [number: number, fault: IdFault])[] = [];
  for (const { number, json } of features) {
    const stated = statedId(json);
    const first = typeof stated === 'string' ? firsts.get(stated) : undefined;
    if (stated === undefined) faults.push([number, { kind: 'missing' }]);
    else if (typeof stated !== 'string') faults.push([number, { kind: 'wrong', json: stated.wrong }]);
    else if (first !== undefined) faults.push([number, { kind: 'repeated', stated, first }]);
    else firsts.set(stated, number);
  }
  for (const id of firsts.keys()) taken.add(id);
  const free = (stem: string, from: number): string => {
    let suffix = from;
    while (taken.has(`${stem}-${suffix}`)) suffix += 1;
    taken.add(`${stem}-${suffix}`);
    return `${stem}-${suffix}`;
  };
  return new Map(
    faults.map(([number, fault]) => [number, { id: fault.kind === 'repeated' ? free(fault.stated, 2) : free('event', number), fault }]),
  );
}

function statedId(feature: Json): string | { readonly wrong: Json } | undefined {
  const id = isObject(feature) ? feature['id'] : undefined;
  if (id === undefined || id === null || id === '') return undefined;
  return typeof id === 'string' ? id : typeof id === 'number' ? String(id) : { wrong: id };
}
