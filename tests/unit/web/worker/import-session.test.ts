import { describe, expect, it } from 'vitest';
import type { Review } from '../../../../src/core/validate/review.ts';
import { beginSession, type ImportSession } from '../../../../src/web/worker/import-session.ts';
import type { ImportOrder, ImportReport, PlaceChoice } from '../../../../src/web/worker/protocol.ts';

const NO_PLACES: PlaceChoice = { taken: new Map(), others: false };
const REVIEWED: ImportReport = { kind: 'reviewed', review: {} as Review, isGlimpse: false };
const UNREADABLE: ImportReport = { kind: 'unreadable' };

interface Begun {
  readonly session: ImportSession;
  readonly stopping: AbortController;
  /** The kinds of the orders that were sent, in their order. */
  readonly orders: readonly string[];
  readonly report: (report: ImportReport | undefined) => void;
}

function begin(): Begun {
  const orders: ImportOrder['kind'][] = [];
  let report: Begun['report'] = () => undefined;
  const stopping = new AbortController();
  const line = {
    order: ({ kind }: ImportOrder) => void orders.push(kind),
    onReport: (callback: Begun['report']) => {
      report = callback;
    },
    end: () => undefined,
  };
  const session = beginSession(line, new Blob([]), { onProgress: () => undefined, signal: stopping.signal });
  return { session, stopping, orders, report: (told) => report(told) };
}

/** Lets everything go on that waits for nothing but promises. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a file that is looked at and read', () => {
  it('is read only when the look at it is answered, so that no answer is taken for another', async () => {
    const { session, orders, report } = begin();
    const look = session.review({}, true);
    const reading = session.read({}, NO_PLACES);
    await settled();
    expect(orders).toEqual(['take', 'review']);
    report(REVIEWED);
    expect(await look).toEqual(REVIEWED);
    await settled();
    expect(orders).toEqual(['take', 'review', 'read']);
    report(UNREADABLE);
    expect(await reading).toEqual(UNREADABLE);
  });

  it('is stopped with all that is asked and not answered when it ends', async () => {
    const { session, orders } = begin();
    const look = session.review({}, true);
    const reading = session.read({}, NO_PLACES);
    await settled();
    session.end();
    expect(await Promise.all([look, reading])).toEqual([{ kind: 'stopped' }, { kind: 'stopped' }]);
    expect(orders).toEqual(['take', 'review']);
  });

  it('is stopped by a person at once, and asks nothing more', async () => {
    const { session, stopping, orders } = begin();
    const look = session.review({}, true);
    await settled();
    stopping.abort();
    expect(await look).toEqual({ kind: 'stopped' });
    expect(await session.read({}, NO_PLACES)).toEqual({ kind: 'stopped' });
    expect(orders).toEqual(['take', 'review']);
  });

  it('has failed when the worker cannot go on', async () => {
    const { session, report } = begin();
    const reading = session.read({}, NO_PLACES);
    await settled();
    report(undefined);
    expect(await reading).toEqual({ kind: 'failed' });
  });

  it('has failed, too, when the worker ended before it was asked', async () => {
    const { session, orders, report } = begin();
    const look = session.review({}, true);
    await settled();
    report(REVIEWED);
    await look;
    report(undefined);
    expect(await session.read({}, NO_PLACES)).toEqual({ kind: 'failed' });
    expect(orders).toEqual(['take', 'review']);
  });
});
