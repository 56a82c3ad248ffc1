import type { Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ViewState } from '../view/view-state.ts';
import type { FigureRequest } from './figure-request.ts';
import type { World } from './world.ts';

/** What is asked of a figure, but for its theme, which is the world's; what is left out is as in `FIRST_FIGURE`. */
type Asked = Partial<Omit<FigureRequest, 'theme'>>;

/** What a figure is drawn from. */
export interface FigureOptions extends Asked {
  readonly dataset: Dataset;
  readonly view: ViewState;
  /** The part of the world that the view's map shows, and its pixels there; without it, the view's own on a map of usual size. */
  readonly shownMap?: { readonly viewport: MapViewport; readonly size: Size } | undefined;
  readonly world: World;
  /** Without it, places stand on bare sea. */
  readonly base: BaseMap | undefined;
}

/** The same with everything decided. */
export type DecidedOptions = FigureOptions & Required<Asked>;
