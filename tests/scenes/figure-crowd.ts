import { layoutFigure } from '../../src/core/layout/figure.ts';
import { customFigureSize } from '../../src/core/layout/figure-size.ts';
import { INITIAL_VIEW } from '../../src/core/view/view-state.ts';
import { datasetOf, type EventSketch } from '../support/dataset.ts';
import type { Picture } from './machinery/picture.ts';

const PLACES = ['Tehran', 'Ankara', 'Muscat'] as const;

/** Two hundred days in a repeatable disorder. */
const sketches = Array.from({ length: 200 }, (_, i): EventSketch => {
  const [month, day] = [1 + ((i * 7) % 12), 1 + ((i * i * 3 + i) % 28)];
  const when = `20${String(10 + ((i * 5) % 9))}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { when, category: ['North', 'South', 'East'][(i * i) % 3] ?? 'East', place: PLACES[i % 3] ?? 'Tehran' };
});
const dataset = datasetOf(sketches, { title: 'More events than a list can hold' });

/** So many events that they are counted along a time axis. */
export const picture: Picture = {
  name: 'figure-crowd',
  scene: (world) =>
    layoutFigure({ dataset, view: INITIAL_VIEW, parts: 'both', scope: 'story', size: customFigureSize(1000, 560), world, base: undefined }).scene,
};
