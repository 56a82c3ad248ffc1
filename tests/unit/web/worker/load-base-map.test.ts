import { describe, expect, it } from 'vitest';
import { loadBaseMap, type BaseMapLine } from '../../../../src/web/worker/load-base-map.ts';

const VERSIONS = [{ countries: 'countries.json' }, { packed: 'all.bin' }] as const;

/** A worker that answers its orders by going away, or is gone before the first. */
function goneWorker(when: 'before' | 'on order'): BaseMapLine & { readonly orders: readonly string[] } {
  const orders: string[] = [];
  let report: Parameters<BaseMapLine['onReport']>[0] = () => undefined;
  return {
    orders,
    order: ({ kind }) => {
      orders.push(kind);
      report(undefined);
    },
    onReport: (callback) => {
      report = callback;
      if (when === 'before') callback(undefined);
    },
    end: () => undefined,
  };
}

describe('a base map', () => {
  it.each([['before', []], ['on order', ['base-map']]] as const)('is missed, not waited for, where its worker is gone %s', async (when, orders) => {
    const worker = goneWorker(when);
    const outcome = await loadBaseMap({ versions: VERSIONS, startWorker: () => Promise.resolve(worker) }, () => undefined);
    expect([outcome.ok, worker.orders]).toEqual([false, orders]);
  });
});
