import { figureSizeOf } from '../../src/core/layout/figure-size.ts';
import { datasetOf, type EventSketch } from '../support/dataset.ts';
import { figurePicture } from './machinery/figure.ts';
import type { Picture } from './machinery/picture.ts';
import { nuclearTests } from './machinery/stories.ts';

const CALLS = ['Fire', 'Flood', 'Power', 'Traffic'] as const;

/** Three hundred calls in a night of storm, most of them around midnight. */
const oneDay = datasetOf(
  Array.from({ length: 300 }, (_, i): EventSketch => {
    const minute = Math.round(720 + 700 * Math.sin(i * 1.7) ** 3);
    const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return { title: `Call ${i + 1}`, when: `2024-01-02T${clock}Z`, category: CALLS[(i * 7) % 4] ?? 'Fire' };
  }),
  { title: 'Three hundred calls in one day', deck: 'Emergency calls by kind' },
);

/** More events than can be named: drawn where there is room, counted where there is not. */
export const pictures: readonly Picture[] = [
  figurePicture('figure-one-day', () => oneDay, { parts: 'timeline' }),
  figurePicture('figure-nuclear-tests', nuclearTests),
  figurePicture('figure-nuclear-tests-tall', nuclearTests, { size: figureSizeOf('story') }),
  figurePicture('figure-poster', nuclearTests, { parts: 'timeline', size: figureSizeOf('poster') }),
  figurePicture('figure-table-crowd', nuclearTests, { parts: 'table', size: figureSizeOf('slide') }),
];
