import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GOALS } from './goals.ts';
import { book } from './machine/book.ts';
import { mean, median, quantile } from './machine/statistics.ts';
import { between, inAll, longest, type Traced } from './machine/trace.ts';
import { PAGE, PARTS } from './peers.ts';
import { figureTable, goalTable, tally } from './table.ts';

const figures = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('figures', () => {
  it('have a median with as many above as below', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const middle = median(values);
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  it('have quantiles among them that ascend', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const found = [0, 0.5, 0.95, 1].map((share) => quantile(values, share));
        expect(found.every((value) => values.includes(value))).toBe(true);
        expect(found.toSorted((a, b) => a - b)).toEqual(found);
      }),
    );
  });

  it('are the median over runs of what the steps of a run take on average, and the slowest step is so in most runs', () => {
    const kept = book(() => undefined);
    kept.add('pan', PAGE, 1000, [[1, 3], [2, 2], [90, 2]]);
    const figure = kept.find('pan', PAGE, 1000);
    expect(figure).toMatchObject({ value: mean([1, 3]), most: 2, runs: 3 });
    expect(() => kept.add('pan', PAGE, 10, [])).toThrow(/nothing was measured/);
  });
});

describe('a trace', () => {
  const trace: Traced = {
    tasks: [{ at: 1, cpu: 9 }, { at: 11, cpu: 2 }, { at: 15, cpu: 3 }, { at: 21, cpu: 4 }, { at: 40, cpu: 7 }],
    marks: [{ name: 'step', at: 10 }, { name: 'other', at: 12 }, { name: 'step', at: 20 }, { name: 'step', at: 30 }],
    workers: 0,
  };

  it('gives each step the tasks between its mark and the one before', () => {
    expect(between(trace, 'step')).toEqual([5, 4]);
  });

  it('sums up and finds the longest task', () => {
    expect([inAll(trace), longest(trace)]).toEqual([25, 9]);
  });
});

describe('the table', () => {
  it('has a line for every goal, measured or not', () => {
    const empty = book(() => undefined);
    expect(goalTable(empty).split('\n')).toHaveLength(GOALS.length + 2);
    expect(tally(empty)).toEqual({ met: 0, missed: 0, open: GOALS.length });
    expect(goalTable(empty).match(/not measured/g)).toHaveLength(GOALS.length);
  });

  it('tells goals that are met from those that are missed, in the same run', () => {
    const kept = book(() => undefined);
    kept.add('pan', PARTS, 10_000, [[5]]);
    kept.add('pan', 'd3-svg', 10_000, [[50]]);
    kept.add('pan', 'vis', 10_000, [[400]]);
    const lines = goalTable(kept).split('\n');
    expect(lines.find((line) => line.includes('10k: at most 1/8 of d3 + SVG'))).toMatch(/5 to 50: 1\/10 \| met/);
    expect(lines.find((line) => line.includes('10k: at most 1/100 of vis-timeline |'))).toMatch(/missed/);
    expect(tally(kept)).toMatchObject({ met: 1, missed: 1 });
  });

  it('says of what does not load that it does not', () => {
    const kept = book(() => undefined);
    kept.none('load', 'vis-flat', 100_000, 'does not load');
    expect(figureTable(kept)).toMatch(/vis-timeline, stack off \| load \| – \| – \| does not load \| –/);
  });
});
