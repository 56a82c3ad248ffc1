import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../../src/core/scene/bounds.ts';
import { hatch, softBar, translated } from '../../../../src/core/scene/compose.ts';
import type { Mark } from '../../../../src/core/scene/scene.ts';

const SQUARE = [10, 10, 50, 10, 50, 50, 10, 50];

function linesOf(mark: Mark): readonly ArrayLike<number>[] {
  const path = mark.kind === 'group' ? mark.marks[0] : undefined;
  return path?.kind === 'path' ? path.rings : [];
}

/** Where between two lines of the whole plane's hatching an area's first line lies, from 0 to 1. */
function phase(ring: readonly number[]): number {
  const [line] = linesOf(hatch([ring], 5, '#000000'));
  return (((line?.[0] ?? 0) + (line?.[1] ?? 0)) / (5 * Math.SQRT2)) % 1;
}

function offsets(start: number, end: number): readonly number[] {
  const { fill } = softBar({ x: 0, y: 0, width: 100, height: 10 }, '#0069b4', { start, end, strength: 0.4 });
  return typeof fill === 'object' ? fill.stops.map((stop) => stop.offset) : [];
}

describe('hatch', () => {
  it('draws parallel lines at the distance asked for, all through the area', () => {
    const sums = linesOf(hatch([SQUARE], 5, '#000000')).map((line) => (line[0] ?? 0) + (line[1] ?? 0));
    expect(sums.length).toBe(Math.floor(100 / (5 * Math.SQRT2)) - Math.ceil(20 / (5 * Math.SQRT2)) + 1);
    sums.slice(1).forEach((sum, i) => expect((sum - (sums[i] ?? 0)) / Math.SQRT2).toBeCloseTo(5, 9));
  });

  it('is cut to the area', () => {
    expect(boundsOf(hatch([SQUARE], 5, '#000000'))).toEqual({ x: 10, y: 10, width: 40, height: 40 });
  });

  it('meets the lines of a neighbour', () => {
    const moved = SQUARE.map((value, i) => (i % 2 === 0 ? value + 40 : value));
    expect(phase(moved)).toBeCloseTo(phase(SQUARE), 6);
  });

  it('refuses lines without a distance', () => {
    expect(() => hatch([SQUARE], 0, '#000000')).toThrow('0');
  });
});

describe('softBar', () => {
  it('fades over the pixels asked for', () => {
    expect(offsets(20, 10)).toEqual([0, 0.2, 0.9, 1]);
  });

  it('shortens both ends alike when the bar is too short for them', () => {
    const [, rise = 0, fall = 0] = offsets(300, 100);
    expect(rise).toBeCloseTo(0.75, 9);
    expect(fall).toBeCloseTo(0.75, 9);
  });

  it('has a hard end where nothing is to fade', () => {
    const { fill } = softBar({ x: 0, y: 0, width: 100, height: 10 }, '#0069b4', { start: 0, end: 20, strength: 1 });
    expect(typeof fill === 'object' && fill.stops.map((stop) => stop.colour)).toEqual(['#0069b4ff', '#0069b4ff', '#0069b4ff', '#0069b400']);
  });
});

describe('translated', () => {
  it('moves marks together', () => {
    expect(boundsOf(translated([{ kind: 'rect', x: 1, y: 1, width: 2, height: 2, fill: '#000000' }], 10, 20))).toEqual({ x: 11, y: 21, width: 2, height: 2 });
  });
});
