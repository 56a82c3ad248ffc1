import type { TimelineEvent } from '../../model/event.ts';
import type { Category } from '../../model/story.ts';
import { plainText } from '../plain-text.ts';
import { isWebUrl } from '../xml/words.ts';
import type { EventCell } from './write-cells.ts';

/** What of an event a format shows in full that has one category by its name, one medium and a description. `description`: the words that its reader makes of it. */
export function heldByOne({ categories, description, media }: TimelineEvent, known: readonly Category[], shown: string | undefined): readonly EventCell[] {
  const [category] = categories;
  const isNamed = category === undefined || known.every(({ id, name }) => id !== category || id === name);
  const [medium] = media;
  const hasAddress = medium === undefined || isWebUrl(medium.url);
  return [
    ...(description === shown ? (['description'] as const) : []),
    ...(categories.length <= 1 && isNamed && category === category?.trim() ? (['categories'] as const) : []),
    ...(media.length <= 1 && hasAddress && isPlain(medium?.caption) && isPlain(medium?.credit) ? (['media', 'mediaCaption', 'mediaCredit'] as const) : []),
  ];
}

const isPlain = (text: string | undefined): boolean => text === undefined || (text === text.trim() && text !== '' && !/[<&\n]/.test(text));

/** Which of id and title are lines that every reader gives back as they are. */
export const heldLines = ({ id, title }: TimelineEvent): readonly EventCell[] => [
  ...(isLine(id) ? (['id'] as const) : []),
  ...(isLine(title) ? (['title'] as const) : []),
];

/** Whether a text is words with single blanks between them, without signs that anything reads as more than text. */
export const isLine = (text: string): boolean => /^[^\s\p{C}\\;,<&|]+(?: [^\s\p{C}\\;,<&|]+)*$/u.test(text);

/** The words that readers make of HTML; `undefined` where signs in it do not survive XML. */
export function wordsOfHtml(html: string): string | undefined {
  const text = plainText(html).text.trim();
  return text === '' || /[^\P{C}\n\t]/u.test(text) ? undefined : text;
}
