import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, type Interval } from '../../../../src/core/time/instant.ts';
import { STRAIGHT, warpOf } from '../../../../src/core/time/warp.ts';
import { longestStep, PLAYBACK_KINDS, shareAt, sweepOver, sweptWindow, type SweepKind } from '../../../../src/core/view/playback.ts';

const intervalOf = (start: number, end: number): Interval => ({ start: instant(start), end: instant(end) });
const WHOLE = intervalOf(0, 1000);
const GAP = warpOf([{ interval: intervalOf(200, 800), kind: 'gap', drawn: 100 }]);
const SWEEPS = PLAYBACK_KINDS.filter((kind): kind is SweepKind => kind !== 'events');

describe('a growing window', () => {
  it('begins with a little of the whole and ends with all of it', () => {
    const sweep = sweepOver('growing', WHOLE, undefined, STRAIGHT);
    expect(sweptWindow(sweep, 0)).toEqual(intervalOf(0, 20));
    expect(sweptWindow(sweep, 1)).toEqual(WHOLE);
  });

  it('is soon over a compressed gap', () => {
    const { end } = sweptWindow(sweepOver('growing', WHOLE, undefined, GAP), 0.5);
    expect(end).toBeGreaterThan(200);
    expect(end).toBeLessThan(800);
  });
});

describe('a sliding window', () => {
  it('is an eighth of the whole where none is set', () => {
    expect(sweptWindow(sweepOver('sliding', WHOLE, undefined, STRAIGHT), 0)).toEqual(intervalOf(0, 125));
  });

  it('keeps the length of one that is set, and begins where it stands', () => {
    const set = intervalOf(300, 400);
    const sweep = sweepOver('sliding', WHOLE, set, STRAIGHT);
    expect(sweptWindow(sweep, shareAt(sweep, set))).toEqual(set);
  });

  it('is an eighth again where the one that is set shows nearly everything', () => {
    expect(sweepOver('sliding', WHOLE, intervalOf(0, 900), STRAIGHT).width).toBe(125);
  });

  it('ends at the end of the whole', () => {
    expect(sweptWindow(sweepOver('sliding', WHOLE, undefined, GAP), 1).end).toBe(WHOLE.end);
  });
});

describe('a moving window', () => {
  const sweeps = fc.record({
    kind: fc.constantFrom(...SWEEPS),
    warp: fc.constantFrom(STRAIGHT, GAP),
    set: fc.option(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 99 })).map(([start, length]) => intervalOf(start, start + length)), { nil: undefined }),
  });

  it('passes over no instant, however long a frame takes', () => {
    fc.assert(
      fc.property(sweeps, fc.integer({ min: 0, max: 999 }), fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), ({ kind, warp, set }, at, frames) => {
        const sweep = sweepOver(kind, WHOLE, set, warp);
        let [share, seen] = [0, false];
        for (let k = 0; ; k += 1) {
          const { start, end } = sweptWindow(sweep, share);
          seen ||= start <= at && at < end;
          if (share >= 1) break;
          share = Math.min(share + Math.min(frames[k % frames.length] ?? 1, longestStep(sweep)), 1);
        }
        expect(seen).toBe(true);
      }),
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(sweeps, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), ({ kind, warp, set }, a, b) => {
        const sweep = sweepOver(kind, WHOLE, set, warp);
        const [first, second] = [sweptWindow(sweep, Math.min(a, b)), sweptWindow(sweep, Math.max(a, b))];
        expect(second.start).toBeGreaterThanOrEqual(first.start);
        expect(second.end).toBeGreaterThanOrEqual(first.end);
      }),
    );
  });
});
