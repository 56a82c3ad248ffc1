import { err, ok, type Result } from '../base/result.ts';
import type { Steps } from '../base/steps.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Json } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import { cutFile, linesIn, type FeatureBlock } from './cut-file.ts';
import { DATELINE_EXTENSIONS, DATELINE_MEDIA_TYPE, isObject, quoted, without, type DatelineFile, type Members, type RawFeature } from './dateline-file.ts';
import { lineAndColumn } from './json-scan.ts';
import { firstFault, found, recoverFile } from './recover.ts';
import { serializeFeature, serializeHeader } from './serialize-dateline.ts';
import { wholeOf, type StoryPart } from './story-part.ts';
import { linesInText } from './walk-file.ts';

/** Version of the native format that this program writes, and the newest that it knows. */
export const DATELINE_VERSION = 1;

/** Whether a text is likely GeoJSON with features: cheap, and true also of a damaged file. */
const looksLikeDateline = (text: string): boolean => /^\uFEFF?\s*\{/.test(text) && text.includes('"Feature');

/**
 * Reads the UTF-8 bytes of a GeoJSON FeatureCollection (RFC 7946), or of a single Feature, without holding more of it than a bunch of
 * features at a time. Yields how many bytes it has passed. What shows damage at once is mended; damage within a feature shows when its bunch is read.
 * The error says that the file is empty, no JSON or no GeoJSON, or that not one feature was whole.
 */
function* parseDateline(bytes: Uint8Array): Steps<number, Result<DatelineFile, Issue>> {
  const cut = yield* cutFile(bytes);
  const collection = cut === undefined ? undefined : parseJson(cut.frame);
  if (cut === undefined || !isObject(collection) || collection['type'] !== 'FeatureCollection') return mendDateline(bytes);
  const bunches = cut.blocks.map((block) => ({ read: () => featuresOf(bytes, block), end: block.end }));
  return ok({ collection: without(collection, 'features'), bunches, issues: [], linesOf: (wanted) => linesIn(bytes, cut.blocks, wanted) });
}

function featuresOf(bytes: Uint8Array, { start, end, first, count }: FeatureBlock): readonly RawFeature[] | undefined {
  const list = parseJson(`[${decodeUtf8(bytes.subarray(start, end))}]`);
  return Array.isArray(list) && list.length === count ? numbered(list as readonly Json[], first) : undefined;
}

const numbered = (features: readonly Json[], first: number): readonly RawFeature[] => features.map((json, f) => ({ number: first + f, json }));

/** The most bytes that are sure to fit into one text: V8, the tightest of the engines, stops at 2²⁹ − 24 characters. */
const LONGEST_TEXT = 2 ** 29 - 24;

/** Reads all that is whole in a file, however damaged; of one that does not fit into a text, what stands before that length. */
function mendDateline(bytes: Uint8Array): Result<DatelineFile, Issue> {
  if (bytes.length <= LONGEST_TEXT) return parseText(decodeUtf8(bytes));
  const file = recoverFile(decodeUtf8(bytes.subarray(0, LONGEST_TEXT)));
  return ok({ ...file, issues: file.issues.map((issue) => (issue.code === 'file-truncated' ? { ...issue, code: 'file-broken' } : issue)) });
}

function parseText(text: string): Result<DatelineFile, Issue> {
  const clean = text.replace(/^\uFEFF/, '');
  if (clean.trim() === '') return err({ code: 'file-empty', severity: 'error', place: {} });
  const json = parseJson(clean);
  if (json !== undefined) return fromJson(json, clean);
  if (!looksLikeDateline(clean)) return err(notJson(clean));
  const file = recoverFile(clean);
  if (file.bunches.length > 0) return ok(file);
  const truncated = file.issues.find(({ code }) => code === 'file-truncated');
  return err(truncated === undefined ? notJson(clean) : { ...truncated, severity: 'error' });
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function notJson(text: string): Issue {
  const at = firstFault(text);
  return { code: 'file-not-json', severity: 'error', place: lineAndColumn(text, at), ...found(text, at) };
}

const notGeoJson = (json: Json): Issue => ({ code: 'file-not-geojson', severity: 'error', place: {}, value: quoted(json) });

function fromJson(json: Json, text: string): Result<DatelineFile, Issue> {
  if (!isObject(json)) return err(notGeoJson(json));
  const whole = (collection: Members, features: readonly Json[]): Result<DatelineFile, Issue> => {
    const bunches = [{ read: () => numbered(features, 1), end: text.length }];
    return ok({ collection, bunches, issues: [], linesOf: (wanted) => linesInText(text, wanted) });
  };
  if (json['type'] === 'Feature') return whole({}, [json]);
  const features = json['features'];
  if (json['type'] !== 'FeatureCollection' || !Array.isArray(features)) return err(notGeoJson(json));
  return whole(without(json, 'features'), features);
}

/** How many features are written at a time. */
const WRITTEN_AT_ONCE = 256;

/**
 * Writes a story as a native file: the header, then one feature a line, so that versions of a file compare well.
 * In pieces that together are its text: of a large file that is more than one text can hold.
 */
function* writeDateline({ story, events }: StoryPart): Generator<string, void, void> {
  const header = [...serializeHeader(story, DATELINE_VERSION)].map(([key, value]) => {
    const lines = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
    return `  ${JSON.stringify(key)}: ${lines},\n`;
  });
  yield `{\n${header.join('')}  "features": [`;
  let piece: string[] = [];
  let separator = '\n';
  for (const event of events()) {
    piece.push(`${separator}    ${JSON.stringify(serializeFeature(event))}`);
    separator = ',\n';
    if (piece.length < WRITTEN_AT_ONCE) continue;
    yield piece.join('');
    piece = [];
  }
  yield `${piece.join('')}${separator === '\n' ? '' : '\n  '}]\n}\n`;
}

/** Writes a dataset as the text of a native file. */
const serializeDateline = (dataset: Dataset): string => [...writeDateline(wholeOf(dataset))].join('');

/**
 * The native format: a GeoJSON FeatureCollection with a member `dateline`, described by `data/schema/dateline.schema.json`.
 * GeoJSON without that member is read as far as its names agree.
 */
export const dateline = {
  id: 'dateline',
  extensions: DATELINE_EXTENSIONS,
  mediaType: DATELINE_MEDIA_TYPE,
  looksLike: looksLikeDateline,
  parse: parseDateline,
  mend: mendDateline,
  write: (dataset: Dataset): Generator<string, void, void> => writeDateline(wholeOf(dataset)),
  writePart: writeDateline,
  serialize: serializeDateline,
} as const;
