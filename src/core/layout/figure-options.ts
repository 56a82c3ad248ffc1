import type { Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ViewState } from '../view/view-state.ts';
import type { FigureSize } from './figure-size.ts';
import type { World } from './world.ts';

export const FIGURE_PARTS = ['both', 'timeline', 'map'] as const;
/** What a figure shows of a story. */
export type FigureParts = (typeof FIGURE_PARTS)[number];

export const FIGURE_SCOPES = ['story', 'view'] as const;
/** All events of the story, or those that pass the view's filters, in its time window and its part of the map. */
export type FigureScope = (typeof FIGURE_SCOPES)[number];

export interface FigureOptions {
  readonly dataset: Dataset;
  readonly view: ViewState;
  readonly parts: FigureParts;
  readonly scope: FigureScope;
  readonly size: FigureSize;
  /** The part of the world that the view's map shows, and its pixels there; without it, the view's own on a map of usual size. */
  readonly shownMap?: { readonly viewport: MapViewport; readonly size: Size } | undefined;
  /** Words in place of the story's own; an empty text leaves a deck or a credit out. */
  readonly title?: string | undefined;
  readonly deck?: string | undefined;
  readonly credit?: string | undefined;
  readonly world: World;
  /** Without it, places stand on bare sea. */
  readonly base: BaseMap | undefined;
}
