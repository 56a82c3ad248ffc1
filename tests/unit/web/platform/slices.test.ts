import { describe, expect, it } from 'vitest';
import { inSlices } from '../../../../src/web/platform/slices.ts';

/** Steps that take a while each, by turning round. */
function* slowSteps(count: number, ms: number): Generator<number, string, void> {
  for (let step = 1; step <= count; step += 1) {
    const until = performance.now() + ms;
    while (performance.now() < until);
    yield step;
  }
  return 'done';
}

describe('work in slices', () => {
  it('takes what is quick in one go', async () => {
    const paused: number[] = [];
    expect(await inSlices(slowSteps(50, 0), { onPause: (step) => paused.push(step) })).toBe('done');
    expect(paused.length).toBeLessThan(50);
  });

  it('lets other things have their turn while it is at work', async () => {
    const turns: string[] = [];
    const work = inSlices(slowSteps(6, 15), { onPause: (step) => turns.push(`step ${step}`) });
    setTimeout(() => turns.push('other'));
    expect(await work).toBe('done');
    expect(turns.indexOf('other')).toBeGreaterThan(0);
    expect(turns.indexOf('other')).toBeLessThan(turns.length - 1);
  });

  it('stops between two steps', async () => {
    const controller = new AbortController();
    const paused: number[] = [];
    const onPause = (step: number): void => {
      paused.push(step);
      if (step === 2) controller.abort();
    };
    expect(await inSlices(slowSteps(50, 15), { onPause, signal: controller.signal })).toBeUndefined();
    expect(paused.at(-1)).toBe(2);
    expect(await inSlices(slowSteps(1, 0), { signal: controller.signal })).toBeUndefined();
  });
});
