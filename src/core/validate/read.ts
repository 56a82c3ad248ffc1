import { isObject, type Members } from '../formats/dateline-file.ts';
import type { Json } from '../model/event.ts';
import type { Issue, IssueCode } from '../model/issue.ts';

/**
 * Tells that something is wrong with a value. `below` is the path from the object at hand to it, such as `.sources[0].url`:
 * entries of lists count from 0, as in JSON paths.
 */
export type Tell = (code: IssueCode, value: Json | undefined, parameters?: Issue['parameters'], below?: string) => void;

/** Reads a JSON value; tells what is wrong with it and returns `undefined` where nothing can be made of it. */
export type Read<T> = (json: Json, tell: Tell) => T | undefined;

/** A `Tell` for what lies one step further down: a member, or an entry of a list. */
const under =
  (tell: Tell, step: string | number): Tell =>
  (code, value, parameters, below = '') =>
    tell(code, value, parameters, `${typeof step === 'string' ? `.${step}` : `[${step}]`}${below}`);

/** What a value should have been; each has a word in the catalogue. */
export const WANTED = ['text', 'number', 'list', 'object'] as const;
export type Wanted = (typeof WANTED)[number];

const wrongKind = (tell: Tell, json: Json, wanted: Wanted): undefined => {
  tell('member-wrong-kind', json, { wanted });
  return undefined;
};

/** Reads a member; `undefined` when it is absent or `null`. */
export function readMember<T>(members: Members, name: string, read: Read<T>, tell: Tell): T | undefined {
  const json = members[name];
  return json === undefined || json === null ? undefined : read(json, under(tell, name));
}

export const readText: Read<string> = (json, tell) => (typeof json === 'string' ? json : wrongKind(tell, json, 'text'));

/** A text of more than white space. */
export const readFilledText: Read<string> = (json, tell) => {
  const text = readText(json, tell);
  return text === undefined || text.trim() === '' ? undefined : text;
};

/** A number above zero. */
export const readPositive: Read<number> = (json, tell) => (typeof json === 'number' && json > 0 ? json : wrongKind(tell, json, 'number'));

/** Any entries that can be read; each is told of by itself. */
export const readList =
  <T>(readEntry: Read<T>): Read<readonly T[]> =>
  (json, tell) => {
    if (!Array.isArray(json)) return wrongKind(tell, json, 'list');
    const entries = (json as readonly Json[]).map((entry, e) => readEntry(entry, under(tell, e)));
    return entries.filter((entry) => entry !== undefined);
  };

export const readObject =
  <T>(readMembers: (members: Members, tell: Tell) => T | undefined): Read<T> =>
  (json, tell) =>
    isObject(json) ? readMembers(json, tell) : wrongKind(tell, json, 'object');

/** One of a few fixed words; another value is read as `otherwise`, if there is such a word. */
export const readChoice =
  <T extends string>(choices: readonly T[], otherwise?: T): Read<T> =>
  (json, tell) => {
    const choice = choices.find((known) => known === json);
    if (choice !== undefined) return choice;
    tell('member-value-unknown', json, { choices: choices.join(', '), ...(otherwise === undefined ? {} : { otherwise }) });
    return otherwise;
  };

/** A web address: only `http` and `https` become links. */
export const readUrl: Read<string> = (json, tell) => {
  const url = readText(json, tell);
  if (url === undefined || /^https?:\/\/[^\s/\\]\S*$/i.test(url)) return url;
  tell('url-refused', url);
  return undefined;
};
