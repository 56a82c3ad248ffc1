import { ok } from '../../base/result.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import type { Json } from '../../model/event.ts';
import { skipSpaceBytes, valueEnd } from '../byte-scan.ts';
import { isObject } from '../dateline-file.ts';
import type { Reader } from '../format.ts';
import { readFeatures } from '../geojson/read-geojson.ts';
import { jsonRecord, parsedJson, type JsonRecord } from '../json-cut.ts';
import { jsonTable } from './json-table.ts';

const [LINE_FEED, RECORD_SEPARATOR, COMMA] = [0x0a, 0x1e, 0x2c];

/** Reads values one after the other. A line that is no JSON is refused by itself. Features become events as those of a collection do, all else is a table. */
export const readJsonLines: Reader = function* ({ bytes }, answers) {
  const isByLine = isWholeLine(bytes);
  const records = (): Iterable<JsonRecord> => (isByLine ? lineRecords(bytes) : valueRecords(bytes));
  const first = firstJson(records());
  if (isObject(first) && (first['type'] === 'Feature' || first['type'] === 'FeatureCollection')) {
    return ok({ kind: 'entries', ...readFeatures(featureRecords(records), answers), issues: [] });
  }
  return ok({ kind: 'table', table: yield* jsonTable(records), layout: undefined, issues: [] });
};

function firstJson(records: Iterable<JsonRecord>): Json | undefined {
  for (const { json, fault } of records) if (fault === undefined) return json;
  return undefined;
}

/** Whether the first line that is not blank holds a value. */
function isWholeLine(bytes: Uint8Array): boolean {
  const start = skipSeparators(bytes, 0);
  const feed = bytes.indexOf(LINE_FEED, start);
  return parsedJson(decodeUtf8(bytes.subarray(start, feed === -1 ? bytes.length : feed))) !== undefined;
}

function skipSeparators(bytes: Uint8Array, from: number): number {
  let at = skipSpaceBytes(bytes, from);
  while (bytes[at] === RECORD_SEPARATOR || bytes[at] === COMMA || (at < 3 && [0xef, 0xbb, 0xbf].includes(bytes[at] ?? 0))) at = skipSpaceBytes(bytes, at + 1);
  return at;
}

function* lineRecords(bytes: Uint8Array): Iterable<JsonRecord> {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const from = Math.min(skipSeparators(bytes, start), end);
    if (from < end) yield jsonRecord(decodeUtf8(bytes.subarray(from, end)).trim().replace(/,$/, ''), line, end / bytes.length);
    start = end + 1;
  }
}

function* valueRecords(bytes: Uint8Array): Iterable<JsonRecord> {
  let [line, counted] = [1, 0];
  for (let at = skipSeparators(bytes, 0); at < bytes.length; ) {
    for (let feed = bytes.indexOf(LINE_FEED, counted); feed !== -1 && feed < at; feed = bytes.indexOf(LINE_FEED, counted)) {
      line += 1;
      counted = feed + 1;
    }
    const end = valueEnd(bytes, at) ?? bytes.length;
    yield jsonRecord(decodeUtf8(bytes.subarray(at, end)), line, end / bytes.length);
    at = skipSeparators(bytes, Math.max(end, at + 1));
  }
}

/** Features of a sequence: those of a collection within it one by one. */
const featureRecords = (records: () => Iterable<JsonRecord>) =>
  function* (): Iterable<JsonRecord> {
    for (const record of records()) {
      const { json } = record;
      if (isObject(json) && json['type'] === 'FeatureCollection' && Array.isArray(json['features'])) {
        for (const feature of json['features'] as readonly Json[]) yield { ...record, json: feature };
      } else {
        yield record;
      }
    }
  };
