import type { MapViewport } from '../geo/coordinates.ts';
import type { Status } from '../model/event.ts';
import type { Interval } from '../time/instant.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How empty stretches of time are drawn: at true scale, or compressed with a labelled break. */
export const SPACINGS = ['compressed', 'true'] as const;
export type Spacing = (typeof SPACINGS)[number];

/** Which of map and timeline fills the stage. */
export const STAGES = ['both', 'map', 'timeline'] as const;
export type Stage = (typeof STAGES)[number];

/** Everything a person can change about what is shown: plain JSON, replaced and never edited, and in the URL. */
export interface ViewState {
  /** The time window; `undefined` shows all dated events and filters nothing. */
  readonly window: Interval | undefined;
  /** What the map shows; `undefined` fits all places. */
  readonly map: MapViewport | undefined;
  /** Id of the selected event. */
  readonly selected: string | undefined;
  /** Id of the event under the pointer; not in the URL. */
  readonly hovered: string | undefined;
  /** Key of the place whose events the list shows. */
  readonly place: string | undefined;
  readonly hiddenCategories: readonly string[];
  readonly hiddenStatuses: readonly Status[];
  readonly text: string;
  readonly spacing: Spacing;
  readonly theme: Theme;
  readonly stage: Stage;
  /** Share of the stage's height that the map takes, within `DIVIDER_LIMITS`. */
  readonly divider: number;
}

/** The least and the most of the stage's height that the map takes. */
export const DIVIDER_LIMITS = { least: 0.15, most: 0.85 } as const;

/** The view a story opens with. */
export const INITIAL_VIEW: ViewState = {
  window: undefined,
  map: undefined,
  selected: undefined,
  hovered: undefined,
  place: undefined,
  hiddenCategories: [],
  hiddenStatuses: [],
  text: '',
  spacing: 'compressed',
  theme: 'auto',
  stage: 'both',
  divider: 0.62,
};
