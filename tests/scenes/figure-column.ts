import { layoutFigure } from '../../src/core/layout/figure.ts';
import { customFigureSize } from '../../src/core/layout/figure-size.ts';
import { INITIAL_VIEW } from '../../src/core/view/view-state.ts';
import { datasetOf } from '../support/dataset.ts';
import type { Picture } from './machinery/picture.ts';

const dataset = datasetOf(
  [
    { title: 'An event of a month', when: '2026-01', category: 'War', status: 'reported', attribution: 'an agency', place: 'Iran' },
    { title: 'A headline so long that it takes two lines of a narrow column, whatever its type', when: '2026-02-03', category: 'Talks', place: 'Tehran' },
    { title: 'The same day, in doubt', when: '2026-02-03?', category: 'Talks', status: 'disputed', partOfDay: 'evening' },
    { title: 'At a stated hour', when: '2026-02-04T17:30Z', category: 'War', status: 'denied', place: 'Strait of Hormuz' },
    { title: 'On one of four days', when: '[2026-02-05..2026-02-08]', category: 'Talks', status: 'planned', place: 'Türkiye' },
    { title: 'Over the end of a month', when: '2026-02-27/2026-03-02', category: 'Talks', status: 'planned', place: 'Oman' },
    { title: 'Without a date', category: 'War', status: 'retracted', place: 'Qeshm' },
  ],
  { title: 'A story for a narrow column', deck: 'With every way to write a date', credit: 'Graphic: A. Person' },
);

/** A narrow timeline: a list that runs downwards. */
export const picture: Picture = {
  name: 'figure-column',
  scene: (world) =>
    layoutFigure({ dataset, view: INITIAL_VIEW, parts: 'timeline', scope: 'story', size: customFigureSize(420, undefined), world, base: undefined }).scene,
};
