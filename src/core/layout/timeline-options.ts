import type { Size } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Visible } from '../query/visible.ts';
import type { Interval } from '../time/instant.ts';
import type { Warp } from '../time/time-scale.ts';
import type { LaneView, Spacing } from '../view/view-state.ts';
import type { LabelLength } from './labels.ts';
import type { World } from './world.ts';

/** What a timeline is laid out from. */
export interface TimelineOptions {
  readonly dataset: Dataset;
  /** What passes all clauses but the time window's: the window only moves and scales. */
  readonly visible: Visible;
  /** `undefined` shows all dated events. */
  readonly window: Interval | undefined;
  readonly spacing: Spacing;
  /** The time line while it changes from one spacing to another; by default that of the spacing. */
  readonly warp?: Warp | undefined;
  readonly size: Size;
  readonly world: World;
  /** How events are cut into lanes; by category when left out. */
  readonly lanes?: LaneView;
  /** More lanes than these are gathered: see `gatherLanes`. */
  readonly mostLanes?: number | undefined;
  /** IANA zone whose clocks and days the axis shows; UTC when left out. */
  readonly zone?: string;
  /**
   * On the page (the default) nothing but zooming moves an event to another row, labels run out of the picture as the window moves, and
   * lanes may be taller than the picture; in a picture to keep, labels stay within it, and lanes fill it.
   */
  readonly interactive?: boolean;
  /** By default whole titles where all have room on the page, the few words elsewhere. */
  readonly labels?: LabelLength;
  /** Pixels by which lanes taller than the picture are scrolled down; 0 by default, `overflow` of the layout at most. */
  readonly scroll?: number;
  /** A dataset of up to so many dated events is packed as a whole; of a larger one only the part near the window is. */
  readonly wholeUpTo?: number;
}
