import { FIRST_FIGURE, type FigureRequest } from '../../../src/core/layout/figure-request.ts';
import { layoutFigure } from '../../../src/core/layout/figure.ts';
import type { Dataset } from '../../../src/core/model/dataset.ts';
import { INITIAL_VIEW, type ViewState } from '../../../src/core/view/view-state.ts';
import { coarseBaseMap } from '../../support/coarse-base-map.ts';
import type { Picture } from './picture.ts';

/** What a picture of a figure asks for: the rest is as in the first figure, in the first view. */
interface FigureScene extends Partial<Omit<FigureRequest, 'theme'>> {
  readonly view?: Partial<ViewState>;
}

/** A figure of a dataset as a picture to guard, on light paper; the dark one of a layout differs from it in colours alone. */
export const figurePicture = (name: string, dataset: () => Dataset, { view, ...request }: FigureScene = {}): Picture => ({
  name,
  themes: ['light'],
  scene: (world) => layoutFigure({ ...FIRST_FIGURE, ...request, dataset: dataset(), view: { ...INITIAL_VIEW, ...view }, world, base: coarseBaseMap }).scene,
});
