import type { Snapshot } from '../../core/keep/snapshot.ts';

/** What a shelf holds of one story. Nothing in it is sure to be whole. */
export interface ShelfStory {
  /** Bodies are read piece by piece, so that a large one need not be in memory to be looked through. */
  readonly snapshots: readonly { readonly head: string; readonly body: () => AsyncIterable<Uint8Array> }[];
  /** The lines of its journal, the torn and the whole. */
  readonly lines: readonly string[];
}

/** A line of a journal, and how much was written of the story with it. */
export interface NumberedLine {
  readonly seq: number;
  readonly line: string;
}

export type ShelfName = 'database' | 'files';

/** What is written to a shelf besides snapshots. It lies on the disk when the promise resolves; rejects as a shelf does. */
export interface ShelfPen {
  readonly name: ShelfName;
  /** Writes lines at the end of a journal; `base` is the snapshot that they come after, done or under way. */
  readonly append: (story: string, base: number, lines: readonly NumberedLine[]) => Promise<void>;
  /** Gives back the room of what is in a snapshot: snapshots before it, and lines up to it. */
  readonly forgetBefore: (story: string, seq: number) => Promise<void>;
  readonly remove: (story: string) => Promise<void>;
}

/**
 * A place where stories are kept: two of them hold the same, so that one may fail. What is written lies on the disk when the promise resolves;
 * it rejects with a `DOMException`, of the name `QuotaExceededError` where there is no room.
 */
export interface Shelf extends ShelfPen {
  /** Ids of the stories that something is kept of. */
  readonly stories: () => Promise<readonly string[]>;
  readonly read: (story: string) => Promise<ShelfStory>;
  readonly writeSnapshot: (story: string, snapshot: Snapshot) => Promise<void>;
}
