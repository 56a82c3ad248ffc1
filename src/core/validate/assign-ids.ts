import { isObject, type RawFeature } from '../formats/dateline-file.ts';
import type { Json } from '../model/event.ts';

/** The id that a feature goes by, and why it is not the one it states. */
export interface AssignedId {
  readonly id: string;
  readonly fault: 'missing' | { readonly kind: 'wrong'; readonly json: Json } | { readonly kind: 'repeated'; readonly stated: string; readonly first: number } | undefined;
}

/**
 * Gives every feature an id that no other has: the stated one (a number becomes text), the stated one with a number behind it
 * for all but the first of equals, or one made from the feature's number.
 */
export function assignIds(features: readonly RawFeature[]): readonly AssignedId[] {
  const stated = features.map(({ json }) => statedId(json));
  const taken = new Set(stated.filter((id) => typeof id === 'string'));
  const firsts = new Map<string, number>();
  const free = (stem: string, from: number): string => {
    let suffix = from;
    while (taken.has(`${stem}-${suffix}`)) suffix += 1;
    taken.add(`${stem}-${suffix}`);
    return `${stem}-${suffix}`;
  };
  return features.map(({ number }, f) => {
    const id = stated[f];
    if (id === undefined) return { id: free('event', number), fault: 'missing' };
    if (typeof id !== 'string') return { id: free('event', number), fault: { kind: 'wrong', json: id.wrong } };
    const first = firsts.get(id);
    if (first !== undefined) return { id: free(id, 2), fault: { kind: 'repeated', stated: id, first } };
    firsts.set(id, number);
    return { id, fault: undefined };
  });
}

function statedId(feature: Json): string | { readonly wrong: Json } | undefined {
  const id = isObject(feature) ? feature['id'] : undefined;
  if (id === undefined || id === null || id === '') return undefined;
  return typeof id === 'string' ? id : typeof id === 'number' ? String(id) : { wrong: id };
}
