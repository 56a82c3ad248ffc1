import type { Answers } from '../../core/formats/answers.ts';
import type { PackedBaseMap } from '../../core/geo/pack-base-map.ts';
import type { GroundView } from '../../core/layout/base-map-ground.ts';
import type { NotEvent, Refusal } from '../../core/model/account.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { Prepared } from '../../core/model/derived.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { About } from '../../core/validate/import.ts';
import type { TakenPlaces } from '../../core/validate/look-up.ts';
import type { OpeningProgress } from '../../core/validate/open.ts';
import type { Review } from '../../core/validate/review.ts';

/** Where a base map comes from: the address of its countries alone, or all its files as `packBaseMapFiles` packs them, compressed with gzip, or the address of that. */
export type BaseMapFiles = { readonly countries: string } | { readonly packed: Blob | string };

/** What a person has said about the places of a file that have a name alone. */
export interface PlaceChoice {
  /** The places that were taken for names. */
  readonly taken: TakenPlaces;
  /** Whether names beyond those that were shown get a place, too, where the gazetteer is sure. */
  readonly others: boolean;
}

/** What the page asks about a file: first to take it, of which an `ArrayBuffer` is handed over; then to look at it, again and again; then to read it. */
export type ImportOrder =
  /** `gazetteer` is the address of its file, at the page's own origin. */
  | { readonly kind: 'take'; readonly file: ArrayBuffer | Blob; readonly gazetteer: string }
  /** A story of this program is looked at only when that is asked for. */
  | { readonly kind: 'review'; readonly answers: Answers; readonly isAsked: boolean }
  | { readonly kind: 'read'; readonly answers: Answers; readonly places: PlaceChoice };

/** What the page asks about the base map: to build it, which the worker then keeps, and to paint it, so many pixels for each of the view's. */
export type BaseMapOrder =
  | { readonly kind: 'base-map'; readonly files: BaseMapFiles }
  | { readonly kind: 'ground'; readonly ticket: number; readonly view: GroundView; readonly scale: number };

/** What the worker tells of a file: how far it is, again and again; what it found wrong and set aside, some at a time; and the end. */
export type ImportReport =
  | { readonly kind: 'progress'; readonly progress: OpeningProgress }
  /** A glimpse of a large file's head comes sooner than a look at the file, which is still to be asked for. */
  | { readonly kind: 'reviewed'; readonly review: Review; readonly isGlimpse: boolean }
  /** It is a story of this program, of which there is nothing to ask. */
  | { readonly kind: 'native' }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'set-aside'; readonly refused: readonly Refusal[]; readonly notEvents: readonly NotEvent[] }
  | { readonly kind: 'opened'; readonly dataset: Dataset; readonly prepared: Prepared; readonly about: About; readonly records: number }
  | { readonly kind: 'refused'; readonly issue: Issue }
  /** The file could not be read from where it lies. */
  | { readonly kind: 'unreadable' };

/** What the worker tells of a base map. */
export type BaseMapReport =
  | { readonly kind: 'base-map'; readonly base: PackedBaseMap }
  /** A file could not be had; which, and why. */
  | { readonly kind: 'missing'; readonly reason: string }
  /** The picture of an order by its ticket; without one where workers cannot paint. */
  | { readonly kind: 'ground'; readonly ticket: number; readonly picture: ImageBitmap | undefined };

/** What every worker tells first: that it has started. */
export interface Ready {
  readonly kind: 'ready';
}

/** Sends a report to the page, and hands over blocks of memory and pictures with it. */
export type Post<Report, Handed extends Transferable = ArrayBuffer> = (report: Report, handedOver: readonly Handed[]) => void;

/** How many issues or records go in one message: copying them is work for the page. */
export const TOLD_AT_ONCE = 2000;

/** All blocks of memory in a plain value, each once: they are handed over instead of copied. Lists hold none. */
export function buffersOf(plain: object): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const walk = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const member of Object.values(value)) walk(member);
    }
  };
  walk(plain);
  return [...buffers];
}
