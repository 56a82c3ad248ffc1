import { encodeUtf8 } from '../base/utf8.ts';
import { DATELINE_MEDIA_TYPE } from './dateline-file.ts';

/** Id of the element that holds the story of a page which is one HTML file (`core/export/page.ts`). */
export const PAGE_STORY = 'dateline-story';

/** How that element begins, to the letter. */
export const PAGE_STORY_TAG = `<script id="${PAGE_STORY}" type="${DATELINE_MEDIA_TYPE}">`;

const ENDING = '</script';
const LINE_FEED = 0x0a;

/**
 * The text of the story in the UTF-8 bytes of a web page, behind as many empty lines as the page has before it, so that a fault in it has its
 * line in the page; all that is there, of a page that breaks off within it. `undefined` for a page that holds none.
 * Nothing is read as HTML: in pages of this program no other text can look like the beginning of the element, and the story has no `<`.
 */
export function storyInPage(page: Uint8Array): Uint8Array | undefined {
  // Made here and not beside the function: code that stands in a page may not hold the beginning of an element.
  const [beginning, ending] = [encodeUtf8(PAGE_STORY_TAG), encodeUtf8(ENDING)];
  const tag = positionOf(beginning, page, 0);
  if (tag === -1) return undefined;
  const start = tag + beginning.length;
  const end = positionOf(ending, page, start);
  const lines = linesBefore(page, tag);
  const text = page.subarray(start, end === -1 ? page.length : end);
  const story = new Uint8Array(lines + text.length).fill(LINE_FEED, 0, lines);
  story.set(text, lines);
  return story;
}

/** Where some bytes first stand in others, from a position on; −1 where they do not. */
function positionOf(wanted: Uint8Array, bytes: Uint8Array, from: number): number {
  const first = wanted[0] ?? 0;
  let at = bytes.indexOf(first, from);
  while (at !== -1 && !wanted.every((byte, offset) => bytes[at + offset] === byte)) at = bytes.indexOf(first, at + 1);
  return at;
}

function linesBefore(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < end; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
