import { ok, type Result } from '../base/result.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import type { Issue } from '../model/issue.ts';
import type { Source } from './format.ts';
import { decodeEntities } from './html-entities.ts';
import { inflate } from './inflate.ts';

/*
 * A story inside a picture of it: where it stands in PNG and SVG files, and how it is taken out again.
 */

/** The keyword of the text in a PNG file that is the story. */
export const PNG_STORY = 'Dateline story';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** What surrounds the data of a chunk: before it its length and four letters, after it a checksum of as many bytes as either (W3C, PNG, 5.3). */
const [BEFORE, AFTER] = [8, 4];

/** An `iTXt` chunk of the story: the keyword, and that what follows is packed, in the only way that there is (W3C, PNG, 11.3.3.4). */
const STORY_TEXT = encodeUtf8(`${PNG_STORY}\0\u0001\0`);

/** What zlib puts around deflated bytes: two before them, and a checksum of four after them (RFC 1950, 2.2). */
const [ZLIB_BEFORE, ZLIB_AFTER] = [2, 4];

/** How many times its packed length a story is at first taken to be. */
const USUAL_DENSITY = 8;

const SVG_TAG = '<dateline:story';

/** The namespace of the element. */
const NAMESPACE = 'urn:dateline:story';

/** The most bytes that are sure to fit into one text: V8, the tightest of the engines, stops at 2²⁹ − 24 characters. */
const LONGEST_TEXT = 2 ** 29 - 24;

/**
 * A story as an element that may stand in the metadata of an SVG file. What XML cannot hold is in JSON the part of a string, and is escaped there.
 * @param story the text of a native file.
 */
export function svgStory(story: string): string {
  const text = story.replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `${SVG_TAG} xmlns:dateline="${NAMESPACE}">${text}</dateline:story>`;
}

/** Whether bytes begin as a PNG file does. */
const looksLikePng = (bytes: Uint8Array): boolean => PNG_SIGNATURE.every((byte, at) => bytes[at] === byte);

/**
 * The UTF-8 bytes of the native file that a picture holds, as far as they go where the picture is damaged; `undefined` for one that holds
 * none, and for what is no picture. The error says that it is too large or too dense.
 * @param bytes before any decoding.
 */
export function storyInPicture(bytes: Uint8Array, { bytes: text, sample }: Source): Result<Uint8Array | undefined, Issue> {
  if (looksLikePng(bytes)) return storyInPng(bytes);
  return ok(sample.rootElement?.toLowerCase() === 'svg' && text.length <= LONGEST_TEXT ? storyInSvg(decodeUtf8(text)) : undefined);
}

function storyInPng(bytes: Uint8Array): Result<Uint8Array | undefined, Issue> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG_SIGNATURE.length; at + BEFORE <= bytes.length; ) {
    const [start, end] = [at + BEFORE, at + BEFORE + view.getUint32(at)];
    const packed = packedStory(bytes.subarray(start, end), decodeUtf8(bytes.subarray(at + 4, start)));
    if (packed !== undefined) {
      const story = inflate(packed, 'deflate', packed.length * USUAL_DENSITY);
      return story.ok ? ok(story.value.bytes) : story;
    }
    at = end + AFTER;
  }
  return ok(undefined);
}

/** The deflated bytes of the story, if a chunk holds it: behind the keyword stand a language and a keyword in it, each up to a zero. */
function packedStory(data: Uint8Array, kind: string): Uint8Array | undefined {
  if (kind !== 'iTXt' || !STORY_TEXT.every((byte, at) => data[at] === byte)) return undefined;
  const translated = data.indexOf(0, STORY_TEXT.length);
  const text = translated === -1 ? -1 : data.indexOf(0, translated + 1);
  return text === -1 ? undefined : data.subarray(text + 1 + ZLIB_BEFORE, Math.max(data.length - ZLIB_AFTER, text + 1 + ZLIB_BEFORE));
}

function storyInSvg(text: string): Uint8Array | undefined {
  const tag = text.indexOf(SVG_TAG);
  const start = tag === -1 ? -1 : text.indexOf('>', tag) + 1;
  if (start <= 0) return undefined;
  const end = text.indexOf('<', start);
  return encodeUtf8(decodeEntities(text.slice(start, end === -1 ? text.length : end)));
}
