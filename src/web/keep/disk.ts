import type { About } from '../../core/keep/journal.ts';
import type { HeadBefore, SnapshotHead } from '../../core/keep/snapshot.ts';
import type { Opened } from '../store/store.ts';
import type { ShelfName, ShelfPen } from './shelf.ts';

/** Where the writing of a story begins: after what was written of it before. */
export interface LogStart {
  readonly seq: number;
  /** What the next line follows. */
  readonly end: string;
  /** What stood in forms that were open. */
  readonly drafts: ReadonlyMap<string, string>;
  /** The snapshot that each shelf builds upon, of those that hold all that was written. */
  readonly whole: ReadonlyMap<ShelfName, number>;
  /** How many lines there are after the last snapshot, and how many bytes in that. */
  readonly lines: number;
  readonly length: number;
}

/** What is known of a kept story without opening it. */
export interface Found {
  readonly head: SnapshotHead;
  /** What it was last. */
  readonly about: About;
  /** Where the writing goes on. */
  readonly start: LogStart;
}

/** A kept story, opened; without its content where that was not wanted. */
export interface FoundOpen extends Found {
  readonly opened: Opened | undefined;
}

/** What a list says of a kept story. */
export interface KeptStory {
  readonly id: string;
  readonly about: About;
  readonly fileName: string;
  /** Bytes of its last snapshot. */
  readonly length: number;
  readonly isDeleted: boolean;
}

/** What came of writing a snapshot: its length, and why a shelf did not take it. */
export interface SnapshotOutcome {
  readonly length: number;
  readonly failures: ReadonlyMap<ShelfName, unknown>;
}

/** All shelves together. */
export interface Disk {
  readonly shelves: readonly ShelfPen[];
  /** What is kept, the last changed first, those deleted among them. */
  readonly list: () => Promise<readonly KeptStory[]>;
  /** Finds the last state of a story that can be put together from what the shelves hold; `undefined` when no snapshot is whole. */
  readonly find: (story: string) => Promise<Found | undefined>;
  /** Finds it and opens it, unless it still ends where `known` says; `undefined` when it cannot be read. */
  readonly open: (story: string, known?: string) => Promise<FoundOpen | undefined>;
  /** Writes a snapshot of a packed story to all shelves. */
  readonly writeSnapshot: (head: HeadBefore, pieces: Iterable<Uint8Array>) => Promise<SnapshotOutcome>;
}
