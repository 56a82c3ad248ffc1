import type { Json, Source } from './event.ts';
import type { Instant } from '../time/instant.ts';

/** A value of the facet that colours events and makes lanes; at most eight have a colour of their own. */
export interface Category {
  readonly id: string;
  readonly name: string;
}

/** A named interval drawn behind the lanes. `when` is EDTF text. */
export interface Era {
  readonly name: string;
  readonly when: string;
}

/** One step of the walk through a story: what is said, and the view that is shown beside it. */
export interface WalkStep {
  /** Empty where the step has no headline of its own. */
  readonly title: string;
  readonly text: string;
  /** The view as a link has it after `#`; empty for the first view of the story. */
  readonly view: string;
}

/** What a file says about itself as a whole. */
export interface Story {
  /** Empty when the file states none. */
  readonly title: string;
  /** One sentence under the title. */
  readonly deck: string | undefined;
  /** BCP 47 tag of the texts' language; `und` when the file does not say. */
  readonly language: string;
  /** When the report was published; drawn as a line through the timeline. Day precision: the start of that day. */
  readonly reportDate: { readonly edtf: string; readonly at: Instant } | undefined;
  readonly sources: readonly Source[];
  readonly credit: string | undefined;
  readonly licence: string | undefined;
  /** In order of display: the order of lanes, chips and legend. */
  readonly categories: readonly Category[];
  readonly eras: readonly Era[];
  /** The story as it is told: saved views with words, in order. */
  readonly walk: readonly WalkStep[];
  /** Members of `dateline` that the members above do not hold in full, for saving: see `TimelineEvent.extra`. */
  readonly extra: ReadonlyMap<string, Json>;
  /** The same for members of the collection itself. */
  readonly collectionExtra: ReadonlyMap<string, Json>;
}
