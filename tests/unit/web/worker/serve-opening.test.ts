import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { eventAt, eventsInFileOrder, rowOf } from '../../../../src/core/model/rows.ts';
import { openBytes } from '../../../../src/core/validate/open.ts';
import { buffersOf, ISSUES_AT_ONCE, type OpeningReport } from '../../../../src/web/worker/protocol.ts';
import { serveOpening } from '../../../../src/web/worker/serve-opening.ts';
import { generatedBytes } from '../../../support/generated.ts';

/** What the page hears when it orders a file, with each report copied or handed over as between threads; every look at the clock takes 100 ms. */
async function reportsOf(file: ArrayBuffer | Blob): Promise<readonly OpeningReport[]> {
  const reports: OpeningReport[] = [];
  let ms = 0;
  await serveOpening(
    file,
    (report, handedOver) => reports.push(structuredClone(report, { transfer: [...handedOver] })),
    () => (ms += 100),
  );
  return reports;
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

const featureWith = (when: string): object => ({ type: 'Feature', properties: { title: 'An event', when }, geometry: null });

describe('opening a file for the page', () => {
  it('gives the dataset that opening it at once gives', async () => {
    const bytes = generatedBytes(500);
    const expected = openBytes(bytes);
    const last = (await reportsOf(bufferOf(bytes))).at(-1);
    if (!expected.ok || last?.kind !== 'opened') return expect.fail('not opened');
    const { dataset } = expected.value;
    expect(last.dataset).toEqual(dataset);
    expect([...eventsInFileOrder(last.dataset)]).toEqual([...eventsInFileOrder(dataset)]);
    expect(eventAt(last.dataset, rowOf(last.dataset, 'g7') ?? -1).id).toBe('g7');
  });

  it('tells how far it is, about once a second', async () => {
    const reports = await reportsOf(new Blob([bufferOf(generatedBytes(3000))]));
    const shares = reports.flatMap((report) => (report.kind === 'progress' ? [report.progress.share] : []));
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('says why a file is none', async () => {
    expect(await reportsOf(bufferOf(encodeUtf8('Dear diary')))).toMatchObject([{ kind: 'refused', issue: { code: 'file-not-json' } }]);
    const gone = Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await reportsOf(gone)).toEqual([{ kind: 'unreadable' }]);
  });

  it('tells all that is wrong, some at a time', async () => {
    const count = 2 * ISSUES_AT_ONCE + 1;
    const features = Array.from({ length: count }, () => featureWith('soon'));
    const text = JSON.stringify({ type: 'FeatureCollection', dateline: { version: 1, title: 'A story' }, features });
    const reports = await reportsOf(bufferOf(encodeUtf8(text)));
    const lists = reports.flatMap((report) => (report.kind === 'issues' ? [report.issues] : []));
    // Each of them lacks an id, too.
    expect(lists.flat()).toHaveLength(2 * count);
    expect(Math.max(...lists.map(({ length }) => length))).toBe(ISSUES_AT_ONCE);
  });

  it('hands over every block of memory of a dataset, once', () => {
    const opened = openBytes(generatedBytes(50));
    if (!opened.ok) throw new Error(opened.error.code);
    const { dataset } = opened.value;
    const buffers = buffersOf(dataset);
    expect(new Set(buffers).size).toBe(buffers.length);
    const moved = structuredClone<Dataset>(dataset, { transfer: [...buffers] });
    expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
    expect(moved.size).toBe(50);
    expect(dataset.records.bytes).toHaveLength(0);
  });
});
