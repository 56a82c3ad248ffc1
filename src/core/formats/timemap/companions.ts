import type { Json, Source } from '../../model/event.ts';
import { isObject } from '../dateline-file.ts';
import type { RecordList } from '../json-cut.ts';
import { scalarText } from '../json-entries.ts';
import { isWebUrl, linkedSource } from '../xml/words.ts';

/** What an id among the associations of an event stands for. */
export interface Association {
  readonly mode: 'CATEGORY' | 'NARRATIVE' | 'FILTER';
  readonly title: string;
  /** From the root of the tree of filters to this one. */
  readonly path: readonly string[];
}

/** What stands beside the events, by id; `undefined` where the file has none. */
export interface Companions {
  readonly associations: ReadonlyMap<string, Association> | undefined;
  readonly sources: ReadonlyMap<string, readonly Source[]> | undefined;
}

/** Reads what stands beside the events in one file. */
export function companionsOf(associations: RecordList | undefined, sources: RecordList | undefined): Companions {
  return {
    associations: associations === undefined ? undefined : new Map(entriesOf(associations, associationOf)),
    sources: sources === undefined ? undefined : new Map(entriesOf(sources, sourcesOf)),
  };
}

function* entriesOf<T>(list: RecordList, read: (json: Json) => T | undefined): Iterable<readonly [string, T]> {
  for (const { key, json } of list.records()) {
    const id = (isObject(json) ? scalarText(json['id']) : undefined) ?? key;
    const value = read(json);
    if (id !== undefined && value !== undefined) yield [id, value];
  }
}

function associationOf(json: Json): Association | undefined {
  if (!isObject(json)) return undefined;
  const path = textsIn(json['filter_paths']);
  const title = scalarText(json['title']) ?? path.at(-1) ?? scalarText(json['id']) ?? '';
  const mode = scalarText(json['mode'])?.toUpperCase();
  return { mode: mode === 'CATEGORY' || mode === 'NARRATIVE' ? mode : 'FILTER', title, path };
}

/** The sources of one record: one for each address that can be followed, or one that has a name alone. */
export function sourcesOf(json: Json): readonly Source[] | undefined {
  if (typeof json === 'string' && isWebUrl(json)) return [linkedSource(json)];
  if (!isObject(json)) return undefined;
  const title = scalarText(json['title']);
  const description = scalarText(json['description']);
  const named = [title, description].find((text) => text !== undefined && text !== '-');
  const author = scalarText(json['author']);
  const stated = [...textsIn(json['paths']), ...textsIn([json['url'] ?? null, json['path'] ?? null])];
  const urls = [...new Set(stated)].filter(isWebUrl);
  const date = scalarText(json['date']);
  if (urls.length > 0) return urls.map((url) => ({ publisher: author, title: named, url, date: undefined, locator: date }));
  return named === undefined && author === undefined ? [] : [{ publisher: author, title: named, url: undefined, date: undefined, locator: date }];
}

/** The texts of a list. */
export const textsIn = (json: Json | undefined): readonly string[] =>
  Array.isArray(json) ? (json as readonly Json[]).map(scalarText).filter((text) => text !== undefined) : [];
