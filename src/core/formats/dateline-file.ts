import type { Json } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';

/** Id of the format. */
export const DATELINE_FORMAT = 'dateline';

/** What a native file ends with, the usual ending first, and its media type (RFC 7946, section 12). */
export const DATELINE_EXTENSIONS = ['geojson', 'json'] as const;
export const DATELINE_MEDIA_TYPE = 'application/geo+json';

/**
 * Members of a JSON object as it was parsed. Their names come from outside, so it is only ever asked for a name that a format knows
 * (none of these is a name that every object has), or listed.
 */
export type Members = Readonly<Record<string, Json>>;

/** A feature as it stands in a file. */
export interface RawFeature {
  /** Position in the file, from 1, counting also those that could not be read. */
  readonly number: number;
  readonly json: Json;
}

/** Some features of a file, one after the other. */
export interface FeatureBunch {
  /** Parses them, anew at each call: nothing of a large file is held but its bytes. `undefined` when they turn out to be no JSON. */
  readonly read: () => readonly RawFeature[] | undefined;
  /** How far into the file they reach, in bytes; in characters where the file had to be mended. */
  readonly end: number;
}

/** A GeoJSON file cut into its features, before anything in them is judged. */
export interface DatelineFile {
  /** Members of the collection but `features`. */
  readonly collection: Members;
  /** All features, in order. */
  readonly bunches: readonly FeatureBunch[];
  /** What was wrong with the file as a whole, or with features that are no JSON. */
  readonly issues: readonly Issue[];
  /** The lines on which features begin, from 1, by feature number; those of the wanted ones that there are. */
  readonly linesOf: (wanted: ReadonlySet<number>) => ReadonlyMap<number, number>;
}

/** Whether a JSON value is an object. */
export const isObject = (json: Json | undefined): json is Members =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The members of an object but one. */
export function without(members: Members, name: string): Members {
  const { [name]: _, ...rest } = members;
  return rest;
}

/** Most characters of a value that an issue quotes. */
const QUOTED = 60;

/** A value as an issue quotes it: text as it is, anything else as JSON, shortened. */
export function quoted(json: Json): string {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const characters = Array.from(text.slice(0, 2 * QUOTED + 2));
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED - 1).join('')}…` : text;
}
