import { ok } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import type { Json, Media, Source } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import type { Story } from '../model/story.ts';
import { epochDate } from '../time/date-numbers.ts';
import { yearText } from '../time/edtf-of.ts';
import type { Answers, Question } from './answers.ts';
import { isObject, quoted, type Members } from './dateline-file.ts';
import type { Entry, Finding } from './entry.ts';
import type { Reader, Sample } from './format.ts';
import { beginningOf, cutJson, type JsonCut, type JsonRecord, type RecordPaths } from './json-cut.ts';
import type { Stated } from './xml/dates.ts';
import type { Tell } from './xml/positions.ts';
import { describe, isWebUrl, keep, linkedSource } from './xml/words.ts';

/** What a format makes of a JSON file that was taken apart. */
export interface JsonReading {
  readonly entries: Iterable<Entry>;
  readonly questions?: readonly Question[];
  readonly issues?: readonly Issue[];
  readonly story?: Partial<Story>;
}

/** The reader of a JSON format whose records stand at some paths, which may depend on what the file begins with. */
export const jsonReader = (paths: RecordPaths | ((json: Json | undefined) => RecordPaths), read: (cut: JsonCut, answers: Answers) => JsonReading): Reader =>
  // Nothing is parsed before an entry is asked for, so there is no step to be taken here.
  // oxlint-disable-next-line require-yield
  function* (source, answers) {
    const cut = cutJson(source.bytes, typeof paths === 'function' ? paths(sampledJson(source.sample)) : paths);
    if (!cut.ok) return cut;
    const { entries, questions = [], issues = [], story } = read(cut.value, answers);
    return ok({ kind: 'entries', entries, questions, issues: [...cut.value.issues, ...issues], ...(story === undefined ? {} : { story }) });
  };

const beginnings = new WeakMap<Sample, { readonly json: Json | undefined }>();

/** What a file begins with, where that is JSON or nearly JSON: of the record that the sample cuts off, what stands in it. */
export function sampledJson(sample: Sample): Json | undefined {
  let known = beginnings.get(sample);
  if (known === undefined) {
    known = { json: /^[^<]{0,2000}?[[{]/.test(sample.text.slice(0, 2000)) ? beginningOf(sample.text) : undefined };
    beginnings.set(sample, known);
  }
  return known.json;
}

/** The objects among the first entries of a list. */
export const firstObjects = (json: Json | undefined, count = 20): readonly Members[] =>
  Array.isArray(json) ? (json as readonly Json[]).slice(0, count).filter((entry) => isObject(entry)) : [];

/** The entry of a record that is an object; one that is none, or that is damaged, is refused. */
export function entryOf(record: JsonRecord, read: (members: Members) => Entry): Entry {
  const { line, json, fault } = record;
  if (fault !== undefined) return { kind: 'refused', line, finding: fault, cells: new Map([['', typeof json === 'string' ? json : quoted(json)]]) };
  return isObject(json) ? read(json) : wrongKind(line, json);
}

/** The refusal of a record that holds no event because of what it is. */
export const wrongKind = (line: number, json: Json): Entry => ({
  kind: 'refused',
  line,
  finding: { code: 'entry-wrong-kind', value: quoted(json), parameters: { wanted: 'object' } },
  cells: new Map([['', typeof json === 'string' ? json : JSON.stringify(json)]]),
});

/** Takes the members of a record one by one; those that nobody takes are kept beside the event. */
export interface Taking {
  readonly members: Members;
  readonly findings: Finding[];
  readonly extra: Map<string, Json>;
  /** What was taken from links and pictures in texts. */
  readonly sources: Source[];
  readonly media: Media[];
  readonly tell: Tell;
  /** The path of a member, for findings. */
  readonly path: (name: string) => string;
  /** Takes a member, whatever it is. */
  readonly take: (name: string) => Json | undefined;
  /** Takes a member that is a text or number, as text; `undefined` for blank text, and for any other value, which is not taken. */
  readonly text: (name: string) => string | undefined;
  /** The same of a text that may be HTML, without its markup. */
  readonly words: (name: string) => string | undefined;
  /** Takes a member that is a web address; any other is told and kept. */
  readonly url: (name: string) => string | undefined;
  /** Takes a date as it stands: text, a year, or a count since 1970. */
  readonly date: (name: string) => Stated | undefined;
  /** The same of any value, said to stand at a path. */
  readonly dateOf: (json: Json, column: string) => Stated | undefined;
  /** Takes the members of an object within. */
  readonly within: (name: string) => Taking;
  /** Keeps what nobody took, also of the objects within. */
  readonly keepRest: () => void;
}

/** Begins to take the members of a record. */
export const taking = (members: Members): Taking => takingAt(members, '', { findings: [], extra: new Map(), sources: [], media: [], takes: [] });

interface Common extends Pick<Taking, 'findings' | 'extra' | 'sources' | 'media'> {
  readonly takes: { readonly members: Members; readonly prefix: string; readonly taken: Set<string> }[];
}

function takingAt(members: Members, prefix: string, common: Common): Taking {
  const { findings, extra, sources, media } = common;
  const taken = new Set<string>();
  common.takes.push({ members, prefix, taken });
  const path = (name: string): string => prefix + name;
  const tell: Tell = (finding) => findings.push(finding);
  const get = (name: string): Json | undefined => (Object.hasOwn(members, name) ? members[name] : undefined);
  const text = (name: string): string | undefined => {
    const value = scalarText(get(name));
    if (value !== undefined) taken.add(name);
    return value;
  };
  const self: Taking = {
    members,
    findings,
    extra,
    sources,
    media,
    tell,
    path,
    take: (name) => {
      taken.add(name);
      return get(name);
    },
    text,
    words: (name) => {
      const value = text(name);
      if (value === undefined || !/[<&]/.test(value)) return value;
      const described = describe(value, path(name), tell);
      sources.push(...described.sources);
      media.push(...described.media);
      if (described.html !== undefined) keep(extra, path(name), described.html);
      return described.text;
    },
    url: (name) => {
      const value = text(name);
      return value === undefined ? undefined : webAddress(value, path(name), extra, tell);
    },
    date: (name) => {
      const stated = statedDate(get(name), path(name));
      if (stated !== undefined) taken.add(name);
      return stated;
    },
    dateOf: (json, column) => statedDate(json, path(column)),
    within: (name) => {
      const value = get(name);
      if (isObject(value)) taken.add(name);
      return takingAt(isObject(value) ? value : {}, `${path(name)}.`, common);
    },
    keepRest: () => {
      for (const take of common.takes) {
        for (const name of Object.keys(take.members)) {
          const value = take.members[name] as Json;
          if (!take.taken.has(name) && !isVoid(value) && !extra.has(take.prefix + name)) extra.set(take.prefix + name, value);
        }
      }
    },
  };
  return self;
}

/** Text or a number as text; `undefined` for blank text and any other value. */
export function scalarText(json: Json | undefined): string | undefined {
  if (typeof json === 'number') return String(json);
  return typeof json === 'string' && json.trim() !== '' ? json.trim() : undefined;
}

function statedDate(json: Json | undefined, column: string): Stated | undefined {
  const text = scalarText(json);
  if (text === undefined) return undefined;
  const isCount = typeof json === 'number' || /^-?\d{9,19}$/.test(text);
  return { text: isCount ? numberDate(Number(text)) : text.replace(EXPANDED_YEAR, (_, sign: string, year: string) => (sign === '-' ? `-${year}` : year)), column };
}

/** A year of six digits, as ECMAScript writes those that four do not hold: https://tc39.es/ecma262/#sec-expanded-years. */
const EXPANDED_YEAR = /^([+-])00(\d{4})(?=$|-)/;

/** Years that a whole number may mean; greater ones count from 1970. */
const LATEST_YEAR = 9999;

/** The date of a number: a year, or a count of seconds or a part of one since 1970. As it stands where it is neither, and where it is zero. */
function numberDate(number: number): string {
  if (number === 0) return '0';
  if (Number.isInteger(number) && Math.abs(number) <= LATEST_YEAR) return yearText(number);
  const date = epochDate(number);
  return date.ok ? date.value.text : String(number);
}

/** An address of the web; two slashes at its beginning stand for https. One that cannot be followed is told, and kept. */
export function webAddress(url: string, column: string, extra: Map<string, Json>, tell: Tell): string | undefined {
  const whole = url.startsWith('//') ? `https:${url}` : url;
  if (isWebUrl(whole)) return whole;
  tell({ code: 'url-refused', column, value: url });
  keep(extra, column, url);
  return undefined;
}

/** A source of an address of the web or of mail. */
export function sourceAt(record: Taking, name: string, title?: string): Source | undefined {
  const text = record.text(name);
  if (text === undefined) return undefined;
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(text)) return linkedSource(text, title);
  const url = webAddress(text, record.path(name), record.extra, record.tell);
  return url === undefined ? undefined : linkedSource(url, title);
}

/** A value that says nothing. */
const isVoid = (json: Json): boolean => json === null || json === '' || (Array.isArray(json) ? json.length === 0 : isObject(json) && Object.keys(json).length === 0);

/** Ends the taking of a record: the event, with all that nobody took beside it. */
export function eventEntry(line: number, record: Taking, draft: Draft): Entry {
  const { findings, extra, sources, media } = record;
  record.keepRest();
  return {
    kind: 'event',
    line,
    findings,
    draft: {
      ...draft,
      sources: distinct([...(draft.sources ?? []), ...sources]),
      media: distinct([...(draft.media ?? []), ...media]),
      extra: draft.extra === undefined ? extra : new Map([...extra, ...draft.extra]),
    },
  };
}

/** Of several that have the same address the first. */
const distinct = <T extends { readonly url: string | undefined }>(list: readonly T[]): readonly T[] =>
  list.filter(({ url }, position) => url === undefined || list.findIndex((other) => other.url === url) === position);
