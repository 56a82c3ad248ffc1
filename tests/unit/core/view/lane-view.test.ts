import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneViewBy, withAllFolded, withFolded, withHeight, withMoved } from '../../../../src/core/view/lane-view.ts';
import { INITIAL_VIEW, LANE_HEIGHTS, type LaneView } from '../../../../src/core/view/view-state.ts';

const first = INITIAL_VIEW.lanes;

/** The order in which lanes stand: those given first, then the others in their own. */
const shownIn = ({ order }: LaneView, natural: readonly string[]): readonly string[] => {
  const rankOf = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...natural].sort((a, b) => rankOf(a) - rankOf(b));
};

describe('lanes', () => {
  it('are cut by one facet or two, and by no facet twice', () => {
    expect(laneViewBy(first, 'status').by).toEqual(['status']);
    expect(laneViewBy(first, 'status', 'place').by).toEqual(['status', 'place']);
    expect(laneViewBy(first, 'status', 'status').by).toEqual(['status']);
    expect(laneViewBy(first, 'category')).toBe(first);
  });

  it('forget what was done to lanes of another kind, and keep their order when they are cut a second time', () => {
    const changed = withHeight(withFolded({ ...first, order: ['b'] }, 'a', true), 'a', 80);
    expect(laneViewBy(changed, 'status')).toEqual({ ...first, by: ['status'] });
    expect(laneViewBy(changed, 'category', 'status')).toEqual({ by: ['category', 'status'], folded: ['a'], order: ['b'], heights: [] });
  });

  it('are folded and unfolded, one or all', () => {
    const folded = withFolded(withFolded(first, 'a', true), 'a', true);
    expect(folded.folded).toEqual(['a']);
    expect(withFolded(folded, 'a', false).folded).toEqual([]);
    expect(withAllFolded(folded, ['b', 'c']).folded).toEqual(['b', 'c']);
  });

  it('have heights within limits, or none of their own', () => {
    expect(withHeight(first, 'a', 1e6).heights).toEqual([['a', LANE_HEIGHTS.most]]);
    expect(withHeight(withHeight(first, 'a', 60.4), 'a', 70).heights).toEqual([['a', 70]]);
    expect(withHeight(withHeight(first, 'a', 60), 'a', undefined).heights).toEqual([]);
  });

  it('are moved without remembering more than it takes', () => {
    const natural = ['a', 'b', 'c', 'd'];
    expect(withMoved(first, 'c', 0, natural, natural).order).toEqual(['c']);
    expect(withMoved(first, 'a', 1, natural, natural).order).toEqual(['b']);
    expect(withMoved({ ...first, order: ['b'] }, 'b', 1, ['b', 'a', 'c', 'd'], natural).order).toEqual([]);
    expect(withMoved(first, 'unknown', 0, natural, natural)).toBe(first);
  });

  it('stand after any moves in the order in which they were put', () => {
    const natural = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...natural), fc.integer({ min: -1, max: 7 }))), (moves) => {
        let view: LaneView = first;
        let order = natural;
        for (const [key, to] of moves) {
          view = withMoved(view, key, to, order, natural);
          const others = order.filter((other) => other !== key);
          order = others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, key);
          expect(shownIn(view, natural)).toEqual(order);
        }
      }),
    );
  });

  it('leave the order of others alone', () => {
    const view = withMoved({ ...first, order: ['x\ny', 'b'] }, 'a', 0, ['b', 'a'], ['a', 'b']);
    expect(view.order).toEqual(['x\ny']);
  });
});
