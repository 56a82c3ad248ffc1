import { layoutTimeline } from '../../src/core/layout/timeline.ts';
import { selectVisible } from '../../src/core/query/select.ts';
import { datasetOf } from '../support/dataset.ts';
import type { Picture } from './machinery/picture.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 1,200 events over fifty years, three quarters of them in one lane and most in its middle decades. */
const dataset = datasetOf(
  Array.from({ length: 1200 }, (_, k) => {
    const spread = Math.sin(k * 12.9898) * 43_758.5453;
    const share = spread - Math.floor(spread);
    const category = k % 4 > 0 ? 'Many' : k % 60 === 0 ? 'Few' : 'Some';
    return { when: `${1945 + Math.floor(25 + 50 * (share - 0.5) ** 3 * 4)}-${twoDigits(1 + (k % 12))}-${twoDigits(1 + (k % 28))}`, category, title: `Event ${k}` };
  }),
);

/** More events than rows, on a narrow screen: lanes that count, rings with numbers, names above the lanes. */
export const picture: Picture = {
  name: 'timeline-crowd',
  scene: (world) => {
    const visible = selectVisible(dataset, { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' });
    return layoutTimeline({ dataset, visible, window: undefined, spacing: 'compressed', size: { width: 420, height: 380 }, world }).scene;
  },
};
