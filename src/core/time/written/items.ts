import { clockAt, type Clock } from './clock.ts';
import { LONGEST_PHRASE, rolesOf, type Roles } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A number of a date, as it is written. */
export interface NumberItem {
  readonly kind: 'number';
  readonly digits: string;
  readonly value: number;
  readonly suffix: string;
  readonly spaced: boolean;
}

/** A word or phrase, with all that it can mean. */
interface WordItem {
  readonly kind: 'word';
  readonly roles: Roles;
  readonly spaced: boolean;
  readonly text: string;
}

/** A sign that parts numbers or encloses words. */
interface SignItem {
  readonly kind: 'sign';
  readonly text: string;
  readonly spaced: boolean;
}

/** What a date is made of. */
export type Item = NumberItem | WordItem | SignItem | Clock;

/** What a word can mean; nothing for other items. */
export const rolesIn = (item: Item | undefined): Roles => (item?.kind === 'word' ? item.roles : NOTHING);

const NOTHING: Roles = {};

export const isSign = (item: Item | undefined, ...signs: readonly string[]): boolean => item?.kind === 'sign' && signs.includes(item.text);

/** Joins tokens to what they mean; `undefined` where a word means nothing in a date, `impossible` where an hour does not exist. */
export function itemsOf(tokens: readonly Token[]): readonly Item[] | undefined | 'impossible' {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = mayBeginClock(tokens, at) ? clockAt(tokens, at) : undefined;
    if (found === 'impossible') return found;
    if (found !== undefined) {
      // The colon that parts a day from its time in the logs of web servers.
      if (isSign(items.at(-1), ':')) items.pop();
      items.push(found.clock);
      at = found.next;
      continue;
    }
    const phrase = phraseAt(tokens, at);
    if (phrase !== undefined) {
      items.push(phrase.item);
      at = phrase.next;
      continue;
    }
    const token = tokens[at];
    if (token === undefined || token.kind === 'word') return undefined;
    items.push(token.kind === 'sign' ? { kind: 'sign', text: token.text, spaced: token.spaced } : numberOf(token));
    at += 1;
  }
  return items;
}

const numberOf = ({ text, suffix, spaced }: Token): NumberItem => ({ kind: 'number', digits: text, value: Number(text), suffix, spaced });

/** Whether a clock can begin at a token: not in the midst of 2019:07:04. */
function mayBeginClock(tokens: readonly Token[], at: number): boolean {
  const [before, sign] = [tokens[at - 2], tokens[at - 1]];
  if (sign?.text !== ':') return true;
  return before?.kind === 'number' && before.text.length === 4 && at > 2;
}

function phraseAt(tokens: readonly Token[], at: number): { readonly item: WordItem; readonly next: number } | undefined {
  const first = tokens[at];
  if (first === undefined || first.kind === 'number') return undefined;
  let [key, best] = ['', undefined as { readonly item: WordItem; readonly next: number } | undefined];
  for (let next = at; next < tokens.length && next < at + LONGEST_PHRASE; next += 1) {
    key += `${next === at ? '' : ' '}${tokens[next]?.text ?? ''}`;
    const roles = rolesOf(key);
    if (roles !== undefined) best = { item: { kind: 'word', roles, spaced: first.spaced, text: key }, next: next + 1 };
  }
  return best;
}
