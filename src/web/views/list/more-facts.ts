import { EVENT_MEMBERS } from '../../../core/formats/serialize-dateline.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';

/** A member of the file as its name and its value in text. */
export type FreeFact = readonly [name: string, text: string];

/**
 * What the file says of an event beyond the members that this program knows: they may have a meaning for the reader. Members without
 * a value are left out, and so are known lists and objects that are kept for saving: what can be read of them stands on the card. Of a text
 * with markup whose words stand on the card, there are its links.
 */
export function moreFacts({ extra, title, description, media }: TimelineEvent): readonly FreeFact[] {
  const told = new Set([title, description ?? '', ...media.flatMap(({ caption = '', credit = '' }) => [caption, credit])].map(lettersOf));
  return [...extra]
    .filter(([name, value]) => value !== null && value !== '' && !(typeof value === 'object' && EVENT_MEMBERS.has(name)))
    .map(([name, value]): FreeFact => [name, typeof value === 'string' ? beyondTold(value, told) : JSON.stringify(value)])
    .filter(([, text]) => text !== '');
}

/** What a text with markup says beyond words that are told: its links. Any other text is all new. */
const beyondTold = (text: string, told: ReadonlySet<string>): string =>
  text.includes('<') && told.has(lettersOf(text)) ? [...new Set(Array.from(text.matchAll(LINK), ({ 1: url = '' }) => url))].join(' ') : text;

const LINK = /\s(?:href|src)=["']?(https?:\/\/[^\s"'<>]+)/gi;

/** A text without its tags, character references, blanks and signs, to be compared with another. */
const lettersOf = (text: string): string => text.replaceAll(/<[^<>]*>|&#?\w{1,12};|[^\p{L}\p{N}<>&]+/gu, '');
