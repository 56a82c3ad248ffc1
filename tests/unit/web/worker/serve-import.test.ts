import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { eventAt, eventsInFileOrder, rowOf } from '../../../../src/core/model/rows.ts';
import { openBytes } from '../../../../src/core/validate/open.ts';
import { HEAD } from '../../../../src/core/validate/review.ts';
import { buffersOf, TOLD_AT_ONCE, type ImportOrder, type ImportReport } from '../../../../src/web/worker/protocol.ts';
import { everySecond, importService } from '../../../../src/web/worker/serve-import.ts';
import { generatedBytes } from '../../../support/generated.ts';

const READ: ImportOrder = { kind: 'read', answers: {}, places: { taken: new Map(), others: false } };
const REVIEW: ImportOrder = { kind: 'review', answers: {}, isAsked: false };

/** What the page hears when it gives orders about a file, with each report copied or handed over as between threads; every look at the clock takes 100 ms. */
async function reportsOf(file: ArrayBuffer | Blob, ...orders: readonly ImportOrder[]): Promise<readonly ImportReport[]> {
  const reports: ImportReport[] = [];
  let ms = 0;
  const post = (report: ImportReport, handedOver: readonly Transferable[]): void => {
    reports.push(structuredClone(report, { transfer: [...handedOver] }));
  };
  const serve = importService(post, everySecond(post, () => (ms += 100)));
  await serve({ kind: 'take', file, gazetteer: 'data:text/plain,' });
  for (const order of orders) await serve(order);
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
    const last = (await reportsOf(bufferOf(bytes), READ)).at(-1);
    if (!expected.ok || last?.kind !== 'opened') return expect.fail('not opened');
    const { dataset } = expected.value;
    expect(last.dataset).toEqual(dataset);
    expect([...eventsInFileOrder(last.dataset)]).toEqual([...eventsInFileOrder(dataset)]);
    expect(eventAt(last.dataset, rowOf(last.dataset, 'g7') ?? -1).id).toBe('g7');
  });

  it('has nothing to ask about a story of this program, unless it is asked to', async () => {
    const file = bufferOf(generatedBytes(3));
    expect(await reportsOf(file, REVIEW)).toEqual([{ kind: 'native' }]);
    expect(await reportsOf(file, { ...REVIEW, isAsked: true })).toMatchObject([{ kind: 'reviewed', review: { counts: { events: 3 } } }]);
  });

  it('shows the beginning of a file of another program, as often as that is asked, before it reads it', async () => {
    const file = bufferOf(encodeUtf8('date,title\n03/04/2026,One\n05/06/2026,Two\n'));
    const reports = await reportsOf(file, REVIEW, { ...REVIEW, answers: { order: 'day-first' } }, { ...READ, answers: { order: 'day-first' } });
    expect(reports.map(({ kind }) => kind)).toEqual(['reviewed', 'reviewed', 'opened']);
    expect(reports).toMatchObject([
      { review: { events: [{ when: { edtf: undefined } }, {}] } },
      { review: { events: [{ when: { edtf: { text: '2026-04-03' } } }, {}] } },
      { records: 2, about: { format: 'csv' } },
    ]);
  });

  it('shows what the head of a large table tells before the table is at hand, once', async () => {
    const rows = Array.from({ length: 30_000 }, (_, k) => `${1800 + (k % 200)}-03-04,"Event ${k}, ${'of a long title '.repeat(8)}",Muscat\n`);
    const file = new Blob(['date,title,place\n', ...rows]);
    const reports = await reportsOf(file, REVIEW, REVIEW, REVIEW, READ);
    expect(reports.map((report) => (report.kind === 'reviewed' ? report.isGlimpse : report.kind))).toEqual([true, false, false, ...reports.slice(3).map(({ kind }) => kind)]);
    const [glimpse, look] = reports;
    if (glimpse?.kind !== 'reviewed' || look?.kind !== 'reviewed') return expect.fail('not reviewed');
    expect(glimpse.review).toEqual({ ...look.review, counts: { records: 200, events: 200, refused: 0, notEvents: 0 } });
    expect(reports.at(-1)).toMatchObject({ kind: 'opened', records: 30_000 });
  });

  it('takes no glimpse of a large file whose head does not tell enough', async () => {
    const features = Array.from({ length: 50_000 }, (_, k) => JSON.stringify(featureWith(`${1800 + (k % 200)}-03-04`)));
    // What tells that it is a story of this program comes last.
    const file = new Blob([`{"type":"FeatureCollection","features":[${features.join(',')}],"dateline":{"version":1,"title":"Late"}}`]);
    expect(file.size).toBeGreaterThan(8 * HEAD);
    expect(await reportsOf(file, REVIEW)).toEqual([{ kind: 'native' }]);
  });

  it('gives places the positions that were taken for their names', async () => {
    const file = bufferOf(encodeUtf8('date,title,place\n2026-04-03,One,Muscat\n2026-04-04,Two,Elsewhere\n'));
    const muscat = { name: 'Muscat', terrain: 'city', kind: 'exact', at: [58.59, 23.61], radiusKm: undefined, code: undefined, country: 'OMN', confidence: 0.9 } as const;
    const last = (await reportsOf(file, { ...READ, places: { taken: new Map([['Muscat\n', muscat]]), others: false } })).at(-1);
    if (last?.kind !== 'opened') return expect.fail('not opened');
    expect(Array.from(eventsInFileOrder(last.dataset), ({ places }) => places[0])).toMatchObject([
      { kind: 'exact', at: [58.59, 23.61], basis: { kind: 'inferred' } },
      { kind: 'not-stated' },
    ]);
  });

  it('tells how far it is, about once a second', async () => {
    const reports = await reportsOf(new Blob([bufferOf(generatedBytes(3000))]), READ);
    const shares = reports.flatMap((report) => (report.kind === 'progress' ? [report.progress.share] : []));
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('says why a file is none', async () => {
    expect(await reportsOf(bufferOf(encodeUtf8('')), REVIEW)).toMatchObject([{ kind: 'refused', issue: { code: 'file-empty' } }]);
    const gone = Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await reportsOf(gone, REVIEW)).toEqual([{ kind: 'unreadable' }]);
  });

  it('tells all that is wrong and all that was set aside, some at a time', async () => {
    const count = 2 * TOLD_AT_ONCE + 1;
    const features = Array.from({ length: count }, () => featureWith('soon'));
    const story = JSON.stringify({ type: 'FeatureCollection', dateline: { version: 1, title: 'A story' }, features });
    const lists = (await reportsOf(bufferOf(encodeUtf8(story)), READ)).flatMap((report) => (report.kind === 'issues' ? [report.issues] : []));
    // Each of them lacks an id, too.
    expect(lists.flat()).toHaveLength(2 * count);
    expect(Math.max(...lists.map(({ length }) => length))).toBe(TOLD_AT_ONCE);

    const rows = await reportsOf(bufferOf(encodeUtf8(`date,title\n2026-01-01,One\n${'\n'.repeat(count)}2026-01-02,Two\n`)), READ);
    const blanks = rows.flatMap((report) => (report.kind === 'set-aside' ? [report.notEvents] : []));
    expect(blanks.flat()).toHaveLength(count);
    expect(rows.at(-1)).toMatchObject({ kind: 'opened', records: count + 2 });
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
