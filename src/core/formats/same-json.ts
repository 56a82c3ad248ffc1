import type { Json } from '../model/event.ts';
import { isObject, type Members } from './dateline-file.ts';

/** Whether two JSON values say the same; the order of members does not matter. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((entry: Json, e) => sameJson(entry, b[e] as Json));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] as Json, b[key] as Json));
}

const NOTHING: ReadonlyMap<string, Json> = new Map();

/** The members of an object as read that writing it again would lose or change; `writtenAs` gives each member as it would be written. */
export function notReproduced(read: Members, writtenAs: (name: string) => Json | undefined): ReadonlyMap<string, Json> {
  let lost: Map<string, Json> | undefined;
  for (const name of Object.keys(read)) {
    const value = read[name] as Json;
    const again = writtenAs(name);
    if (again === undefined || !sameJson(value, again)) (lost ??= new Map()).set(name, value);
  }
  return lost ?? NOTHING;
}
