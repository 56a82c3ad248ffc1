import { isObject, type RawFeature } from '../formats/dateline-file.ts';
import type { Json } from '../model/event.ts';

/** Why a feature does not go by the id that it states: it states none, it states something else, or an earlier feature states the same. */
export type IdFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong'; readonly json: Json }
  | { readonly kind: 'repeated'; readonly stated: string; readonly first: number };

/** A feature with the id that it goes by. */
export interface NamedFeature {
  readonly feature: RawFeature;
  readonly id: string;
  readonly fault: IdFault | undefined;
}

/**
 * Gives every feature an id that no other has: the stated one (a number becomes text), the stated one with a number behind it
 * for all but the first of equals, or one made from the feature's number.
 */
export function assignIds(features: readonly RawFeature[]): readonly NamedFeature[] {
  const stated = features.map(({ json }) => statedId(json));
  const taken = new Set(stated.filter((id) => typeof id === 'string'));
  const firsts = new Map<string, number>();
  const free = (stem: string, from: number): string => {
    let suffix = from;
    while (taken.has(`${stem}-${suffix}`)) suffix += 1;
    taken.add(`${stem}-${suffix}`);
    return `${stem}-${suffix}`;
  };
  return features.map((feature, f) => {
    const { number } = feature;
    const id = stated[f];
    if (id === undefined) return { feature, id: free('event', number), fault: { kind: 'missing' } };
    if (typeof id !== 'string') return { feature, id: free('event', number), fault: { kind: 'wrong', json: id.wrong } };
    const first = firsts.get(id);
    if (first !== undefined) return { feature, id: free(id, 2), fault: { kind: 'repeated', stated: id, first } };
    firsts.set(id, number);
    return { feature, id, fault: undefined };
  });
}

function statedId(feature: Json): string | { readonly wrong: Json } | undefined {
  const id = isObject(feature) ? feature['id'] : undefined;
  if (id === undefined || id === null || id === '') return undefined;
  return typeof id === 'string' ? id : typeof id === 'number' ? String(id) : { wrong: id };
}
