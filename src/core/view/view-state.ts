import type { Bounds, MapViewport } from '../geo/coordinates.ts';
import type { Status } from '../model/event.ts';
import type { FacetId } from '../query/facets.ts';
import type { Interval } from '../time/instant.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How time is spread: empty stretches compressed with labelled breaks, at true scale, or events equally far apart. */
export const SPACINGS = ['compressed', 'true', 'equal'] as const;
export type Spacing = (typeof SPACINGS)[number];

/** Which of map and timeline fills the stage. */
export const STAGES = ['both', 'map', 'timeline'] as const;
export type Stage = (typeof STAGES)[number];

/** How the timeline is cut into lanes. Keys of lanes are those of `core/query/facets.ts`. */
export interface LaneView {
  /** One facet, or two: lanes of the second within those of the first. */
  readonly by: readonly [FacetId] | readonly [FacetId, FacetId];
  /** Keys of lanes drawn as one line. */
  readonly folded: readonly string[];
  /** Keys of lanes in the order a person gave them; lanes not among them follow in their own order. */
  readonly order: readonly string[];
  /** Heights in pixels that a person gave lanes, by key. */
  readonly heights: readonly (readonly [key: string, height: number])[];
}

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
  /** Part of the map that filters: a box, or whatever the map shows. */
  readonly area: Bounds | 'view' | undefined;
  readonly hiddenCategories: readonly string[];
  readonly hiddenStatuses: readonly Status[];
  readonly text: string;
  readonly spacing: Spacing;
  readonly lanes: LaneView;
  /** IANA zone whose clocks and days the time axis shows. */
  readonly zone: string;
  readonly theme: Theme;
  readonly stage: Stage;
  /** Share of the stage's height that the map takes, within `DIVIDER_LIMITS`. */
  readonly divider: number;
  /** Position of the step of the walk through the story that is being read; `undefined` beside the walk. */
  readonly step: number | undefined;
}

/** The least and the most of the stage's height that the map takes. */
export const DIVIDER_LIMITS = { least: 0.15, most: 0.85 } as const;

/** The least and the most height in pixels that a person can give a lane. */
export const LANE_HEIGHTS = { least: 24, most: 1200 } as const;

/** The view a story opens with. */
export const INITIAL_VIEW: ViewState = {
  window: undefined,
  map: undefined,
  selected: undefined,
  hovered: undefined,
  place: undefined,
  area: undefined,
  hiddenCategories: [],
  hiddenStatuses: [],
  text: '',
  spacing: 'compressed',
  lanes: { by: ['category'], folded: [], order: [], heights: [] },
  zone: 'UTC',
  theme: 'auto',
  stage: 'both',
  divider: 0.62,
  step: undefined,
};
