import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brushPartAt, movedBrush } from '../../../../src/web/gestures/move-brush.ts';

const brush = { x0: 100, x1: 300 };

describe('brushPartAt', () => {
  it.each([
    [100, 'start'],
    [93, 'start'],
    [305, 'end'],
    [200, 'whole'],
    [50, 'new'],
    [400, 'new'],
  ] as const)('takes at %i the part %s', (x, part) => {
    expect(brushPartAt(brush, x)).toBe(part);
  });

  it('takes the nearer handle of a narrow brush', () => {
    expect(brushPartAt({ x0: 100, x1: 106 }, 101)).toBe('start');
    expect(brushPartAt({ x0: 100, x1: 106 }, 105)).toBe('end');
    expect(brushPartAt({ x0: 100, x1: 100 }, 97)).toBe('start');
  });
});

describe('movedBrush', () => {
  it('moves one end, both, or draws a new one', () => {
    expect(movedBrush('start', brush, 100, 80)).toEqual({ x0: 80, x1: 300 });
    expect(movedBrush('end', brush, 300, 320)).toEqual({ x0: 100, x1: 320 });
    expect(movedBrush('whole', brush, 150, 160)).toEqual({ x0: 110, x1: 310 });
    expect(movedBrush('new', brush, 500, 420)).toEqual({ x0: 420, x1: 500 });
  });

  it('keeps its ends in order, whichever handle is pulled past the other', () => {
    fc.assert(
      fc.property(fc.constantFrom('start', 'end', 'whole', 'new'), fc.integer(), fc.integer(), (part, from, to) => {
        const { x0, x1 } = movedBrush(part, brush, from, to);
        expect(x0).toBeLessThanOrEqual(x1);
      }),
    );
  });
});
