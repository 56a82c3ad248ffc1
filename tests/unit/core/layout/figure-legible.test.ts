import { describe, expect, it } from 'vitest';
import { FIGURE_PARTS } from '../../../../src/core/layout/figure-request.ts';
import { FIGURE_PRESETS, figureSizeOf } from '../../../../src/core/layout/figure-size.ts';
import { layoutFigure } from '../../../../src/core/layout/figure.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { textMarksOf } from '../../../../src/core/scene/texts.ts';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { coarseBaseMap } from '../../../support/coarse-base-map.ts';
import { datasetOf, PLACES, type EventSketch } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

/** Seven points at 96 pixels an inch. */
const SEVEN_POINTS = (7 * 96) / 72;

const NAMES = Object.keys(PLACES) as (keyof typeof PLACES)[];

/** So many events over some years, at every kind of place, two of them without a date and some without a place. */
const storyOf = (count: number): Dataset =>
  datasetOf(
    Array.from({ length: count }, (_, i): EventSketch => {
      const [year, month, day] = [1990 + ((i * 7) % 23), 1 + ((i * 5) % 12), 1 + ((i * 11) % 28)];
      const place = NAMES[i % (NAMES.length + 1)];
      return {
        ...(i > 1 && { when: i % 6 === 0 ? String(year) : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }),
        ...(place !== undefined && { place }),
        category: ['North', 'South', 'East'][i % 3] ?? 'North',
        sources: [{ publisher: `Source ${i % 4}`, title: undefined, url: 'https://example.org/report', date: '2020', locator: undefined }],
      };
    }),
    { title: 'Of all sizes', deck: 'With everything that a figure can say' },
  );

const CASES = [1, 12, 48, 400].flatMap((count) => FIGURE_PARTS.map((parts) => ({ count, parts })));

describe('the type of a figure', () => {
  it.each(CASES)('is never below seven points at print size, with $count events as $parts in any preset', ({ count, parts }) => {
    const dataset = storyOf(count);
    for (const { id } of FIGURE_PRESETS) {
      const { scene } = layoutFigure({ dataset, view: INITIAL_VIEW, parts, size: figureSizeOf(id), sources: 'list', world: world(), base: coarseBaseMap });
      for (const { text, font } of textMarksOf(scene.marks)) expect(font.size, `${id}: “${text}”`).toBeGreaterThanOrEqual(SEVEN_POINTS);
    }
  });
});
