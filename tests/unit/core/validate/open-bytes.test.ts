import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../../../src/core/base/result.ts';
import { finished } from '../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { dateline } from '../../../../src/core/formats/dateline.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import type { Json } from '../../../../src/core/model/event.ts';
import type { Issue } from '../../../../src/core/model/issue.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { openBytes, openSteps, openText, type OpeningProgress } from '../../../../src/core/validate/open.ts';
import { validateDateline, type Validated } from '../../../../src/core/validate/validate-dateline.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { generatedBytes } from '../../../support/generated.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const FILES = ['tests/formats/dateline', 'data/stories', 'tests/browser/fixtures'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:md|mjs)$/.test(entry.name))
    .map(({ name }) => `${folder}/${name}`),
);

/** What opening gives, in a form that can be compared. */
function outcomeOf(opened: Result<Validated, Issue>): unknown {
  if (!opened.ok) return opened;
  const { dataset, issues } = opened.value;
  return { ...dataset, story: dataset.story, issues, events: [...eventsInFileOrder(dataset)] };
}

/** Opens bytes by reading all of them as one text, as files are that have to be mended. */
function openMended(bytes: Uint8Array): Result<Validated, Issue> {
  const file = dateline.mend(bytes);
  if (!file.ok) return err(file.error);
  return ok(finished(validateDateline(file.value)) ?? expect.fail('a mended file is JSON'));
}

describe('opening bytes', () => {
  it.each(FILES)('says the same of %s, cut into features or read as a whole', (file) => {
    const bytes = new Uint8Array(readFileSync(join(ROOT, file)));
    expect(outcomeOf(openBytes(bytes))).toEqual(outcomeOf(openMended(bytes)));
  });

  it('says the same of any events, whatever ids they state and name', { timeout: 60_000 }, () => {
    const ids = fc.oneof(fc.constantFrom<Json | undefined>(undefined, null, '', 'a', 'a-2', 'event-2', '7', 7, { a: 1 }), fc.string({ maxLength: 2 }));
    const feature = fc.record({ id: ids, to: fc.option(fc.constantFrom('a', 'a-2', 'a-3', 'event-2', 'event-4', '7', 'nobody')) }).map(({ id, to }) => ({
      type: 'Feature',
      ...(id === undefined ? {} : { id }),
      properties: { title: 'An event', when: '2026', ...(to === null ? {} : { relations: [{ kind: 'follows', to }] }) },
      geometry: null,
    }));
    const entry = fc.oneof({ weight: 9, arbitrary: feature as fc.Arbitrary<Json> }, { weight: 1, arbitrary: fc.constantFrom<Json>(null, 'x', {}, []) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.boolean(), (features, isNative) => {
        const text = JSON.stringify({ type: 'FeatureCollection', ...(isNative ? { dateline: { version: 1, title: 'A story' } } : {}), features }, null, 1);
        const bytes = encodeUtf8(text);
        expect(outcomeOf(openBytes(bytes))).toEqual(outcomeOf(openMended(bytes)));
      }),
    );
  });

  it('says the same of any whole file, and of one that is damaged anywhere', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryEvents, fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('', '"', '}', ']', ',', '\\', '#'), (events, share, damage) => {
        const text = dateline.serialize(buildDataset(datasetOf([]).story, events));
        const at = Math.floor(text.length * share);
        const bytes = encodeUtf8(text.slice(0, at) + damage + text.slice(at));
        expect(outcomeOf(openBytes(bytes))).toEqual(outcomeOf(openMended(bytes)));
      }),
    );
  });

  it('mends a file whose damage shows only when its features are read', () => {
    const whole = dateline.serialize(datasetOf([{ when: '2026-02-03' }, { when: '2026-02-04' }, { when: '2026-02-05' }]));
    const opened = openText(whole.replace('"Event 1"', 'Event 1'));
    if (!opened.ok) throw new Error(opened.error.code);
    expect(Array.from(eventsInFileOrder(opened.value.dataset), ({ id }) => id)).toEqual(['e0', 'e2']);
    expect(opened.value.issues.map(({ code, place }) => [code, place.feature])).toEqual([['feature-not-json', 2]]);
  });

  it('reads what a file says about itself behind its features, too', () => {
    const opened = openText('{"features": [{"properties": {"title": "A", "when": "2026"}}], "dateline": {"version": 1, "title": "Behind"}, "type": "FeatureCollection"}');
    expect(opened.ok && [opened.value.dataset.story.title, opened.value.dataset.size]).toEqual(['Behind', 1]);
  });

  it('tells how far it is, without ever going back', () => {
    const steps = openSteps(generatedBytes(2000));
    const told: OpeningProgress[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) told.push(step.value);
    expect(step.value.ok && step.value.value.dataset.size).toBe(2000);
    expect(told.length).toBeGreaterThan(10);
    for (const [t, { share, events }] of told.entries()) {
      expect(share).toBeGreaterThanOrEqual(told[t - 1]?.share ?? 0);
      expect(share).toBeLessThanOrEqual(1);
      expect(events).toBeGreaterThanOrEqual(told[t - 1]?.events ?? 0);
    }
    expect(told.at(-1)?.events).toBe(2000);
  });

  it('holds a row in at most 50 bytes besides its text, and the text in three quarters of the file', () => {
    const bytes = generatedBytes(20_000);
    const opened = openBytes(bytes);
    if (!opened.ok) throw new Error(opened.error.code);
    const { columns, places, records, size } = opened.value.dataset;
    const bytesOf = (value: unknown): number =>
      ArrayBuffer.isView(value) ? value.byteLength : typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, member) => sum + bytesOf(member), 0) : 0;
    expect((bytesOf(columns) + bytesOf(places)) / size).toBeLessThanOrEqual(50);
    expect(records.bytes.length + records.start.byteLength).toBeLessThanOrEqual(0.75 * bytes.length);
  });
});
