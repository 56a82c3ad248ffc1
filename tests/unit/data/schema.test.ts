import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/core/formats/index.ts';
import { EVENT_MEMBERS, STORY_MEMBERS } from '../../../src/core/formats/serialize-dateline.ts';
import { buildDataset } from '../../../src/core/model/build-dataset.ts';
import { PARTS_OF_DAY, RELATION_KINDS, STATUSES } from '../../../src/core/model/event.ts';
import { openText } from '../../../src/core/validate/open.ts';
import { arbitraryEvents } from '../../support/arbitrary-event.ts';
import { datasetOf } from '../../support/dataset.ts';

const ROOT = join(import.meta.dirname, '../../..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

interface Schema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

const schema = readJson('data/schema/dateline.schema.json') as Schema & { readonly $defs: Readonly<Record<string, Schema>> };
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTuples: false, allowUnionTypes: true, allErrors: true });
const validate = ajv.compile(schema);
const faultsOf = (json: unknown): readonly string[] =>
  validate(json) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

describe('the schema of the native format', () => {
  it.each(readdirSync(join(ROOT, 'data/stories')).filter((name) => name.endsWith('.geojson')))('accepts %s', (name) => {
    expect(faultsOf(readJson(`data/stories/${name}`))).toEqual([]);
  });

  it('accepts whatever is written', { timeout: 30_000 }, () => {
    const { story } = datasetOf([]);
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        expect(faultsOf(JSON.parse(FORMATS[0].serialize(buildDataset(story, events))))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['bad-date', 'latitude-123', 'equal-ids', 'odd-members', 'plain'])('finds fault with %s, as opening does', (name) => {
    const path = `tests/formats/dateline/${name}.geojson`;
    const opened = openText(readFileSync(join(ROOT, path), 'utf8'));
    expect(opened.ok && opened.value.issues.length).toBeGreaterThan(0);
    expect(faultsOf(readJson(path)).length).toBeGreaterThan(0);
  });

  it('describes every member', () => {
    const members = [schema, ...Object.values(schema.$defs)].flatMap((object) => Object.entries(object.properties ?? {}));
    expect(members.length).toBeGreaterThan(50);
    // A member that is described where its kind is defined need not be described again.
    expect(members.filter(([, member]) => member.description === undefined && member['$ref'] === undefined).map(([name]) => name)).toEqual([]);
    expect(Object.entries(schema.$defs).filter(([, { description }]) => description === undefined).map(([name]) => name)).toEqual([]);
  });

  it('names the members that are written, and no others', () => {
    const namesOf = (definition: string): readonly string[] => Object.keys(schema.$defs[definition]?.properties ?? {});
    expect(namesOf('eventProperties')).toEqual([...EVENT_MEMBERS.keys()]);
    expect(namesOf('story')).toEqual(['version', ...STORY_MEMBERS.keys()]);
  });

  it('has the words of the model', () => {
    const choices = (definition: string, member: string): unknown => schema.$defs[definition]?.properties?.[member]?.enum;
    expect(choices('eventProperties', 'status')).toEqual(STATUSES);
    expect(choices('eventProperties', 'partOfDay')).toEqual(PARTS_OF_DAY);
    expect(choices('relation', 'kind')).toEqual(RELATION_KINDS);
  });
});
