import type { Json } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';

/** Members of a JSON object, in a map: their names come from outside. */
export type Members = ReadonlyMap<string, Json>;

/** A feature as it stands in a file. */
export interface RawFeature {
  /** Position in the file, from 1, counting also those that could not be read. */
  readonly number: number;
  readonly json: Json;
}

/** A GeoJSON file cut into its features, before anything in them is judged. */
export interface DatelineFile {
  /** Members of the collection but `features`. */
  readonly collection: Members;
  readonly features: readonly RawFeature[];
  /** What was wrong with the file as a whole, or with features that are no JSON. */
  readonly issues: readonly Issue[];
}

/** Whether a JSON value is an object. */
export const isObject = (json: Json | undefined): json is { readonly [key: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The members of a JSON object. */
export const membersOf = (object: { readonly [key: string]: Json }): Members => new Map(Object.entries(object));

/** Most characters of a value that an issue quotes. */
const QUOTED = 60;

/** A value as an issue quotes it: text as it is, anything else as JSON, shortened. */
export function quoted(json: Json): string {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const characters = Array.from(text.slice(0, 2 * QUOTED + 2));
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED - 1).join('')}…` : text;
}
