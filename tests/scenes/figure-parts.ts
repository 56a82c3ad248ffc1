import { customFigureSize, figureSizeOf } from '../../src/core/layout/figure-size.ts';
import { instantOf } from '../../src/core/time/calendar.ts';
import { figurePicture } from './machinery/figure.ts';
import type { Picture } from './machinery/picture.ts';
import { february } from './machinery/stories.ts';

const wide = customFigureSize(1100, undefined);

/** What a figure may show of a story, and what may go with it. */
export const pictures: readonly Picture[] = [
  figurePicture('figure-timeline', february, { parts: 'timeline', size: wide }),
  figurePicture('figure-map', february, { parts: 'map', size: figureSizeOf('square') }),
  figurePicture('figure-table', february, { parts: 'table', size: wide }),
  figurePicture('figure-table-narrow', february, { parts: 'table', size: customFigureSize(400, undefined) }),
  figurePicture('figure-selection', february, { scope: 'selection', view: { selected: 'talks-oman' } }),
  figurePicture('figure-view', february, {
    scope: 'view',
    parts: 'timeline',
    size: wide,
    view: { window: { start: instantOf(2026, 2, 2), end: instantOf(2026, 2, 8) }, hiddenCategories: ['inside-iran'], spacing: 'true', lanes: { by: ['status'], folded: [], order: [], heights: [] }, zone: 'Asia/Tehran' },
  }),
  figurePicture('figure-bare', february, { legend: false, sources: 'off', title: '', deck: '', asOf: '', size: customFigureSize(800, 500) }),
  figurePicture('figure-smallest', february, { size: customFigureSize(320, 320) }),
];
