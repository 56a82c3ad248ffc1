import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastOrder } from '../../../../src/web/platform/last-order.ts';

/** Orders whose work ends when it is told to. */
function workshop() {
  const begun: number[] = [];
  const done: [outcome: string, order: number][] = [];
  let end: (how: 'well' | 'badly') => void = () => undefined;
  const order = lastOrder<number, string>(
    (wanted) =>
      new Promise((resolve, reject) => {
        begun.push(wanted);
        end = (how) => (how === 'well' ? resolve(`did ${wanted}`) : reject(new Error(`could not do ${wanted}`)));
      }),
    (outcome, wanted) => done.push([outcome, wanted]),
    () => undefined,
  );
  const finish = async (how: 'well' | 'badly' = 'well'): Promise<void> => {
    end(how);
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  return { order, begun, done, finish };
}

describe('orders of which the last counts', () => {
  it('begin at once when nothing is under way', () => {
    const { order, begun } = workshop();
    order(1);
    expect(begun).toEqual([1]);
  });

  it('wait for the one under way, and the last alone follows it', async () => {
    const { order, begun, done, finish } = workshop();
    for (const wanted of [1, 2, 3]) order(wanted);
    await finish();
    expect(begun).toEqual([1, 3]);
    await finish();
    expect(done).toEqual([['did 1', 1], ['did 3', 3]]);
  });

  it('go on after one that failed', async () => {
    const { order, begun, done, finish } = workshop();
    order(1);
    order(2);
    await finish('badly');
    await finish();
    expect(begun).toEqual([1, 2]);
    expect(done).toEqual([['did 2', 2]]);
  });

  it('end with the last one, whenever they come and their work ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (moves) => {
        const { order, begun, done, finish } = workshop();
        let last = 0;
        order(last);
        for (const isOrder of moves) {
          if (isOrder) order((last += 1));
          else await finish();
        }
        await finish();
        await finish();
        expect(done.at(-1)).toEqual([`did ${last}`, last]);
        expect(begun).toEqual([...new Set(begun)].toSorted((a, b) => a - b));
      }),
    );
  });
});
