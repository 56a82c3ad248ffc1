import type { Media, Source } from '../../model/event.ts';
import { isWebUrl, linkedSource } from '../xml/words.ts';

/** What the words of an event say beside what is read of them. */
interface EventWords {
  readonly text: string;
  readonly tags: readonly string[];
  readonly places: readonly string[];
  readonly sources: readonly Source[];
  readonly media: readonly Media[];
  /** Addresses that cannot be followed. */
  readonly refused: readonly string[];
}

/** Tags are letters after a number sign, not digits alone. */
const TAG = /(^|[\s(])#(?!\d+(?:\s|$))([\p{L}\p{N}_-]{1,80})/gu;

const LINK = /(!?)\[([^[\]\n]{0,300})\]\(([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)\)/g;

/** The first line of an event: its title, without its tags at the end, its id in the former way, and whether it is still to be done. */
export function readTitle(line: string): EventWords & { readonly isOpen: boolean } {
  const box = /^\[([ xX]?)\]\s*/.exec(line);
  const tags: string[] = [];
  const rest = line.slice(box?.[0].length ?? 0).replace(/(?:^|\s)!([\w-]{1,100})(?=\s|$)/, '');
  const { text, ...gathered } = readLinks(rest);
  const bare = text
    .replace(TAG, (_, before: string, tag: string) => {
      tags.push(tag);
      return `${before}${MARK}${tag}`;
    })
    .replace(new RegExp(`(?:\\s*${MARK}[^\\s${MARK}]+)+\\s*$`, 'u'), '')
    .replaceAll(MARK, '');
  return { text: bare.replace(/\s+/g, ' ').trim(), tags, ...gathered, isOpen: box !== null && !/x/i.test(box[1] ?? '') };
}

/** Stands for the number sign of a tag while a title is taken apart. */
const MARK = '\uE000';

/** The lines under an event: its description. */
export function readBody(lines: readonly string[]): EventWords {
  const { text, ...gathered } = readLinks(lines.join('\n'));
  const tags = Array.from(text.matchAll(TAG), (match) => match[2] ?? '');
  return { text: text.split('\n').map((line) => line.trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').trim(), tags, ...gathered };
}

/** Takes links and pictures out of a text: the words of a link stay, and those of a place on a line of its own do not. */
function readLinks(markdown: string): Omit<EventWords, 'tags'> {
  const places: string[] = [];
  const sources = new Map<string, Source>();
  const media: Media[] = [];
  const refused: string[] = [];
  const text = markdown.replace(LINK, (_, picture: string, words: string, target: string) => {
    if (/^(?:location|map)$/i.test(target)) {
      places.push(words.trim());
      return words;
    }
    if (!isWebUrl(target) && !/^mailto:\S+@\S+$/i.test(target)) {
      if (/^[a-z][\w+.-]*:/i.test(target)) refused.push(target);
    } else if (picture === '!') media.push({ url: target, caption: words === '' ? undefined : words, credit: undefined });
    else sources.set(target, linkedSource(target, words === '' ? undefined : words));
    return picture === '!' ? '' : words;
  });
  const alone = new Set(places);
  const kept = places.length === 0 ? text : text.split('\n').filter((line) => !alone.has(line.trim())).join('\n');
  return { text: kept, places, sources: [...sources.values()], media, refused };
}
