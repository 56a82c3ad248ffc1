import type { Json, Media, Source } from '../../model/event.ts';
import { plainText } from '../plain-text.ts';
import type { Tell } from './positions.ts';

/** What a text that may be HTML gives an event. */
export interface Described {
  readonly text: string | undefined;
  readonly sources: readonly Source[];
  readonly media: readonly Media[];
  /** The text as it stood, where its markup held more than words. */
  readonly html: string | undefined;
}

/** Most links, and most pictures, that are taken from one text. */
const MOST_LINKS = 50;

/** Its words, with links as sources and pictures as media. Markup that was removed because it could run or load something is told. */
export function describe(html: string | undefined, column: string, tell: Tell): Described {
  if (html === undefined || html.trim() === '') return { text: undefined, sources: [], media: [], html: undefined };
  const { text, removed, rich } = plainText(html);
  for (const tag of removed.filter(isMoreThanPicture)) tell({ code: 'markup-removed', column, value: tag });
  return {
    text: text.trim() === '' ? undefined : text.trim(),
    sources: urlsIn(html, LINK).map((url) => linkedSource(url)),
    media: urlsIn(html, PICTURE).map((url) => ({ url, caption: undefined, credit: undefined })),
    html: rich ? html.trim() : undefined,
  };
}

const LINK = /<a\s[^<>]{0,400}?href\s{0,9}=\s{0,9}["']?(?<url>[^\s"'<>]{1,2000})/gi;
const PICTURE = /<img\s[^<>]{0,400}?src\s{0,9}=\s{0,9}["']?(?<url>[^\s"'<>]{1,2000})/gi;

/** The whole web addresses of tags of a kind, each once. */
const urlsIn = (html: string, tag: RegExp): readonly string[] =>
  [...new Set(Array.from(html.matchAll(tag), ({ groups }) => (groups?.['url'] ?? '').replaceAll('&amp;', '&')))].filter(isWebUrl).slice(0, MOST_LINKS);

/** Whether a tag that was removed is anything but a picture, which is not lost. */
const isMoreThanPicture = (tag: string): boolean => !/^<img\b/i.test(tag) || /\son[a-z]+\s*=/i.test(tag);

/** Whether an address can be followed: of the web, and whole. */
export const isWebUrl = (url: string): boolean => /^https?:\/\/[^\s/\\]\S*$/i.test(url);

/** A source of which the address is known, and perhaps its title. */
export const linkedSource = (url: string, title?: string, publisher?: string): Source =>
  ({ publisher, title, url, date: undefined, locator: undefined });

/** The address of a link as it stands in a file; one that cannot be followed is told, and kept in `extra` under its column. */
export function webUrl(url: string | undefined, column: string, extra: Map<string, Json>, tell: Tell): string | undefined {
  const trimmed = url?.trim() ?? '';
  if (trimmed === '' || isWebUrl(trimmed)) return trimmed === '' ? undefined : trimmed;
  tell({ code: 'url-refused', column, value: trimmed });
  keep(extra, column, trimmed);
  return undefined;
}

/** Keeps a value beside an event; several of one name become a list, so that a single one is no list itself. */
export function keep(extra: Map<string, Json>, name: string, value: Json): void {
  const before = extra.get(name);
  if (before === undefined) extra.set(name, value);
  else if (Array.isArray(before)) (before as Json[]).push(value);
  else extra.set(name, [before, value]);
}
