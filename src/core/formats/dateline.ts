import { err, ok, type Result } from '../base/result.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Json } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import { eventsInFileOrder } from '../model/rows.ts';
import { isObject, membersOf, quoted, type DatelineFile } from './dateline-file.ts';
import { lineAndColumn } from './json-scan.ts';
import { firstFault, found, recoverFile } from './recover.ts';
import { serializeFeature, serializeHeader } from './serialize-dateline.ts';

/** Version of the native format that this program writes, and the newest that it knows. */
export const DATELINE_VERSION = 1;

/** Whether a text is likely GeoJSON with features: cheap, and true also of a damaged file. */
const looksLikeDateline = (text: string): boolean => /^\uFEFF?\s*\{/.test(text) && text.includes('"Feature');

/**
 * Reads the text of a GeoJSON FeatureCollection (RFC 7946), or of a single Feature. A damaged file is read as far as it goes.
 * The error says that it is empty, no JSON or no GeoJSON, or that not one feature was whole.
 */
function parseDateline(text: string): Result<DatelineFile, Issue> {
  const clean = text.replace(/^\uFEFF/, '');
  if (clean.trim() === '') return err({ code: 'file-empty', severity: 'error', place: {} });
  const json = parseJson(clean);
  if (json !== undefined) return fromJson(json);
  if (!looksLikeDateline(clean)) return err(notJson(clean));
  const file = recoverFile(clean);
  if (file.features.length > 0) return ok(file);
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

function fromJson(json: Json): Result<DatelineFile, Issue> {
  if (!isObject(json)) return err(notGeoJson(json));
  const members = new Map(membersOf(json));
  if (members.get('type') === 'Feature') return ok({ collection: new Map(), features: [{ number: 1, json }], issues: [] });
  const features = members.get('features');
  if (members.get('type') !== 'FeatureCollection' || !Array.isArray(features)) return err(notGeoJson(json));
  members.delete('features');
  const raw = (features as readonly Json[]).map((feature, f) => ({ number: f + 1, json: feature }));
  return ok({ collection: members, features: raw, issues: [] });
}

/** Writes a dataset as a native file: the header, then one feature a line, so that versions of a file compare well. */
function serializeDateline(dataset: Dataset): string {
  const header = [...serializeHeader(dataset.story, DATELINE_VERSION)].map(([key, value]) => {
    const lines = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
    return `  ${JSON.stringify(key)}: ${lines},\n`;
  });
  const features = Array.from(eventsInFileOrder(dataset), (event) => `    ${JSON.stringify(serializeFeature(event))}`);
  return `{\n${header.join('')}  "features": [${features.length === 0 ? '' : `\n${features.join(',\n')}\n  `}]\n}\n`;
}

/**
 * The native format: a GeoJSON FeatureCollection with a member `dateline`, described by `data/schema/dateline.schema.json`.
 * GeoJSON without that member is read as far as its names agree.
 */
export const dateline = {
  id: 'dateline',
  extensions: ['geojson', 'json'],
  mediaType: 'application/geo+json',
  looksLike: looksLikeDateline,
  parse: parseDateline,
  serialize: serializeDateline,
} as const;
