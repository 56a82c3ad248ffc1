import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPlain } from '../../../../src/core/base/pack-plain.ts';
import { dateline } from '../../../../src/core/formats/dateline.ts';
import { packedStory, unpackedStory, type KeptContent } from '../../../../src/core/keep/packed-story.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { datasetOf } from '../../../support/dataset.ts';

/** The story as it comes back from the disk. */
const kept = (content: KeptContent): KeptContent => unpackedStory(new Uint8Array(Array.from(packedStory(content)).flatMap((piece) => [...piece])).buffer);

describe('a packed story', () => {
  it('comes back with every column and record', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const dataset = buildDataset(buildStory({ title: 'T', categories: [{ id: 'a', name: 'A' }] }), events);
        expect(kept({ dataset, issues: [] })).toEqual({ dataset, issues: [], imported: undefined });
      }),
    );
  });

  it('comes back with the account of its import and what was found wrong', () => {
    const issue = { code: 'title-missing', severity: 'error', place: { line: 3 }, value: 'x' } as const;
    const refused = Array.from({ length: 5000 }, (_, line) => ({ issue: { ...issue, place: { line } }, cells: new Map([['Title', `Row ${line}`]]) }));
    const account = { records: 5003, events: 2, refused, notEvents: [{ line: 1, kind: 'header' as const }] };
    const about = {
      format: 'csv', formatName: 'CSV', layoutName: undefined, encoding: 'UTF-8', delimiter: ',', sheet: undefined, sheets: [], columns: [], habits: {}, questions: [],
    };
    const content: KeptContent = { dataset: datasetOf([{ title: 'One' }, { title: 'Two' }]), issues: [issue], imported: { account, about, answers: { encoding: 'UTF-8' } } };
    expect(kept(content)).toEqual(content);
  });

  it('of other columns is built anew from its records', () => {
    const dataset = datasetOf([{ title: 'One', when: '2026-02-03', place: 'Tehran' }, { title: 'دو' }]);
    const { story, size, records } = dataset;
    const older = packPlain({ columns: 0, dataset: { story, size, records, ofOld: new Uint8Array(3) }, issues: [], imported: undefined });
    const opened = unpackedStory(older.buffer).dataset;
    expect(opened).toEqual(dataset);
    expect(dateline.serialize(opened)).toBe(dateline.serialize(dataset));
  });
});

/** The names and kinds of all that a dataset consists of. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  if (ArrayBuffer.isView(value)) return [`${path}: ${value.constructor.name.replace(/^Uint(?:8|16|32)Array$/, 'UintArray')}`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: ${Array.isArray(value) ? 'list' : typeof value}`];
  return Object.entries(value).flatMap(([name, member]) => shapeOf(member, path === '' ? name : `${path}.${name}`));
}

describe('the number of the columns', () => {
  it('is raised in `packed-story.ts` when a dataset consists of something else than this', () => {
    const { story: _, ...dataset } = datasetOf([{ title: 'One', when: '2026-02-03', place: 'Tehran' }]);
    expect(shapeOf(dataset)).toMatchInlineSnapshot(`
      [
        "size: number",
        "dated: number",
        "columns.earliestStart: Float64Array",
        "columns.latestEnd: Float64Array",
        "columns.categories.values: list",
        "columns.categories.ids: list",
        "columns.categories.codes: UintArray",
        "columns.dating.values: list",
        "columns.dating.codes: UintArray",
        "columns.status: UintArray",
        "columns.importance: UintArray",
        "columns.actor.values: list",
        "columns.actor.codes: UintArray",
        "columns.attribution.values: list",
        "columns.attribution.codes: UintArray",
        "columns.placeName.values: list",
        "columns.placeName.codes: UintArray",
        "columns.placeStart: UintArray",
        "columns.placeList: UintArray",
        "columns.file: UintArray",
        "places.size: number",
        "places.x: UintArray",
        "places.y: UintArray",
        "places.kind: UintArray",
        "places.eventStart: UintArray",
        "places.events: UintArray",
        "relations.to: UintArray",
        "relations.from: UintArray",
        "relations.kind: UintArray",
        "relations.loose.to: list",
        "relations.loose.from: UintArray",
        "relations.loose.kind: UintArray",
        "records.bytes: UintArray",
        "records.start: UintArray",
        "records.rows: undefined",
        "byId: UintArray",
      ]
    `);
  });
});
