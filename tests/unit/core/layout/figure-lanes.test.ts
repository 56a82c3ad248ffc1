import { describe, expect, it } from 'vitest';
import { FIGURE_PRESETS, figureSizeOf } from '../../../../src/core/layout/figure-size.ts';
import { layoutFigure } from '../../../../src/core/layout/figure.ts';
import { boundsOf } from '../../../../src/core/scene/bounds.ts';
import type { Mark } from '../../../../src/core/scene/scene.ts';
import { textMarksOf } from '../../../../src/core/scene/texts.ts';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

const CATEGORIES = 60;
const EVENTS_EACH = 4;
const dayOf = (k: number): string => new Date(Date.UTC(2020, 0, 1 + k)).toISOString().slice(0, 10);
const dataset = datasetOf(
  Array.from({ length: CATEGORIES * EVENTS_EACH }, (_, k) => ({ when: dayOf(k), place: k % 2 === 0 ? 'Tehran' : 'Oman', category: `c${k % CATEGORIES}` }) as const),
);

/** The lowest pixel of a lane's name or of a mark of an event. */
function lowestOf(marks: readonly Mark[], y = 0): number {
  return Math.max(0, ...marks.map((mark) => {
    if (mark.kind === 'group') return mark.role === 'legend' ? 0 : lowestOf(mark.marks, y + (mark.translate?.y ?? 0));
    const box = boundsOf(mark);
    return box === undefined || (mark.event === undefined && mark.role !== 'lane-name') ? 0 : y + box.y + box.height;
  }));
}

describe('a figure with more lanes than it has room for', () => {
  for (const parts of ['both', 'timeline'] as const) {
    for (const { id } of FIGURE_PRESETS) {
      it(`gathers those with the fewest events into one, and none stands outside: ${parts}, ${id}`, () => {
        const size = figureSizeOf(id);
        const { scene } = layoutFigure({ dataset, view: INITIAL_VIEW, parts, size, world: world(), base: undefined });
        expect(lowestOf(scene.marks)).toBeLessThanOrEqual(scene.size.height);
        const texts = textMarksOf(scene.marks).map(({ text }) => text);
        const named = texts.filter((text) => /^c\d+$/.test(text)).length;
        const gathered = texts.flatMap((text) => /^(\d+) others$/.exec(text)?.[1] ?? []).map(Number);
        if (size.height === undefined) {
          expect(gathered).toEqual([]);
          expect(named).toBe(CATEGORIES);
        } else if (size.wraps !== true) {
          expect(gathered).toHaveLength(1);
          expect(named + (gathered[0] ?? 0)).toBe(CATEGORIES);
        }
      });
    }
  }
});
