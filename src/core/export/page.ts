import { PAGE_STORY } from '../formats/page-story.ts';
import type { FontFace } from '../scene/font-faces.ts';

/*
 * A story as one HTML file that holds all it needs. The file is a template with a story put in: the template comes from the build and holds
 * code, styles and base map; what is put in stands in blocks of data, which no browser takes for code.
 */

/** How a story is first seen in a page of its own. */
export interface PageSettings {
  /** A view as in a link: `v=1&event=…`; empty for the first view. */
  readonly view: string;
  readonly theme: 'auto' | 'light' | 'dark';
  /** IETF tag for the forms of dates and numbers. */
  readonly locale: string;
}

/** A font file in a page. */
export interface PageFont {
  readonly face: FontFace;
  /** The bytes of the WOFF2 file. */
  readonly base64: string;
}

/** What is put into the template. */
export interface PageContent {
  readonly title: string;
  /** What the page says of itself to search engines and in lists of links. */
  readonly description: string;
  /** The story as a native file. */
  readonly story: string;
  readonly settings: PageSettings;
  /** Those of `pageFaces`. */
  readonly fonts: readonly PageFont[];
}

/** The blocks of data of such a page, by the ids of their elements. */
export const PAGE_BLOCKS = {
  story: PAGE_STORY,
  settings: 'dateline-settings',
  fonts: 'dateline-fonts',
  ownFonts: 'dateline-own-fonts',
  baseMap: 'dateline-base-map',
  worker: 'dateline-worker',
} as const;

/** Where the template has room for something. */
export const PAGE_SLOTS = ['title', 'description', 'story', 'settings', 'fonts'] as const;
type Slot = (typeof PAGE_SLOTS)[number];

/** How a slot is written in the template. */
export const slotOf = (slot: Slot): string => `<!--dateline:${slot}-->`;

const SLOT = new RegExp(`<!--dateline:(${PAGE_SLOTS.join('|')})-->`, 'g');

/**
 * The page of a story, from the template of the build. What is put in cannot end the place that it stands in, whatever it holds.
 * @throws Error when the template lacks a slot, or has one twice.
 */
export function fillPage(template: string, { title, description, story, settings, fonts }: PageContent): string {
  const contents: Readonly<Record<Slot, string>> = {
    title: escapeText(title),
    description: escapeText(description),
    story: escapeJson(story),
    settings: escapeJson(JSON.stringify(settings)),
    fonts: escapeJson(JSON.stringify(fonts)),
  };
  const found = Array.from(template.matchAll(SLOT), ([, slot]) => slot);
  if (PAGE_SLOTS.some((slot) => found.filter((other) => other === slot).length !== 1)) {
    throw new Error(`the template of pages has the slots ${JSON.stringify(found)}`);
  }
  return template.replaceAll(SLOT, (_written, slot: Slot) => contents[slot]);
}

/** In JSON, `<` and the two line ends that scripts know beside the usual ones stand within strings alone, and can be written by their numbers. */
const escapeJson = (json: string): string => json.replaceAll(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
const escapeText = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
