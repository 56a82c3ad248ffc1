import { buildEvent, UNDATED } from '../../src/core/model/build-event.ts';
import { buildStory } from '../../src/core/model/build-story.ts';
import { datasetBuilder } from '../../src/core/model/dataset-builder.ts';
import type { Dataset } from '../../src/core/model/dataset.ts';
import type { Place, TimelineEvent } from '../../src/core/model/event.ts';
import { parseEdtf } from '../../src/core/time/edtf.ts';
import { GENERATED_CATEGORIES, generatedRows, rowSource, type GeneratedRow } from './generated-rows.ts';

const TITLE = 'Generated events';

/** The first `count` events of a seed as a dataset. */
export function generatedDataset(count: number, seed = 1): Dataset {
  const builder = datasetBuilder();
  for (const row of generatedRows(count, seed)) builder.add(eventOfRow(row));
  return builder.finish(buildStory({ title: TITLE, language: 'en', categories: GENERATED_CATEGORIES }));
}

/** The event of a row. */
export function eventOfRow(row: GeneratedRow): TimelineEvent {
  const edtf = parseEdtf(row.when);
  if (!edtf.ok) throw new Error(`${row.id}: ${JSON.stringify(row.when)} is not EDTF`);
  return buildEvent({
    id: row.id,
    title: row.title,
    description: row.text,
    when: { ...UNDATED, edtf: edtf.value },
    categories: [categoryOf(row)],
    status: row.status,
    attribution: row.attribution,
    places: placesOf(row),
  });
}

const categoryOf = ({ category }: GeneratedRow): string => GENERATED_CATEGORIES[category]?.id ?? '';

function placesOf({ town, at, radiusKm }: GeneratedRow): readonly Place[] {
  if (town === undefined || at === undefined) return [];
  const base = { name: town, at, basis: { kind: 'stated' }, wording: undefined } as const;
  return [radiusKm === undefined ? { ...base, kind: 'exact' } : { ...base, kind: 'near', radiusKm }];
}

/** Features in a piece of a file. */
const PIECE = 4096;

/** The first `count` events of a seed as a file of the native format, in UTF-8 and in pieces, for sizes beyond the longest string. */
export function* generatedFile(count: number, seed = 1): Generator<Uint8Array<ArrayBuffer>, void, void> {
  const encoder = new TextEncoder();
  const { rowAt } = rowSource(seed);
  const header = { version: 1, title: TITLE, language: 'en', categories: GENERATED_CATEGORIES };
  yield encoder.encode(`{"type":"FeatureCollection","dateline":${JSON.stringify(header)},"features":[`);
  for (let from = 0; from < count; from += PIECE) {
    const features = Array.from({ length: Math.min(PIECE, count - from) }, (_, k) => JSON.stringify(featureOf(rowAt(from + k))));
    yield encoder.encode(`${from === 0 ? '' : ','}\n${features.join(',\n')}`);
  }
  yield encoder.encode('\n]}\n');
}

/** The same file in one piece. */
export function generatedBytes(count: number, seed = 1): Uint8Array<ArrayBuffer> {
  const pieces = [...generatedFile(count, seed)];
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The feature of a row in the native format. */
function featureOf(row: GeneratedRow): object {
  const place = { name: row.town, kind: row.radiusKm === undefined ? 'exact' : 'near', basis: 'stated', radiusKm: row.radiusKm };
  return {
    type: 'Feature',
    id: row.id,
    geometry: row.at === undefined ? null : { type: 'Point', coordinates: row.at },
    properties: {
      title: row.title,
      description: row.text,
      when: row.when,
      ...(row.at === undefined ? {} : { places: [place] }),
      categories: [categoryOf(row)],
      status: row.status,
      attribution: row.attribution,
    },
  };
}
