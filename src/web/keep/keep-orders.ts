import type { NotEvent, Refusal } from '../../core/model/account.ts';
import type { Prepared } from '../../core/model/derived.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { HeadBefore } from '../../core/keep/snapshot.ts';
import type { Found, FoundOpen, KeptStory, SnapshotOutcome } from './disk.ts';
import type { NumberedLine, ShelfName } from './shelf.ts';

/** What the page asks of the worker that keeps stories. */
export type KeepWork =
  | { readonly do: 'shelves' }
  | { readonly do: 'list' }
  | { readonly do: 'find'; readonly story: string }
  | { readonly do: 'open'; readonly story: string; readonly known: string | undefined }
  | { readonly do: 'append'; readonly shelf: ShelfName; readonly story: string; readonly base: number; readonly lines: readonly NumberedLine[] }
  | { readonly do: 'forget'; readonly shelf: ShelfName; readonly story: string; readonly seq: number }
  | { readonly do: 'remove'; readonly shelf: ShelfName; readonly story: string }
  /** The body of a snapshot comes before it, part by part, under the same ticket; a snapshot that is given up has none to write. */
  | { readonly do: 'snapshot'; readonly head: HeadBefore | undefined };

/** A piece of work under a ticket, by which its answer is known. */
export type KeepOrder =
  | { readonly kind: 'work'; readonly ticket: number; readonly work: KeepWork }
  | { readonly kind: 'part'; readonly ticket: number; readonly bytes: ArrayBuffer };

/** An opened story with what the first picture of it needs; its long lists are told before it. */
export interface OpenedAnswer {
  readonly found: FoundOpen;
  readonly prepared: Prepared;
}

/** What is answered to each piece of work. */
export interface KeepAnswers {
  readonly shelves: readonly ShelfName[];
  readonly list: readonly KeptStory[];
  readonly find: Found | undefined;
  readonly open: OpenedAnswer | undefined;
  readonly append: undefined;
  readonly forget: undefined;
  readonly remove: undefined;
  readonly snapshot: Omit<SnapshotOutcome, 'failures'> & { readonly failures: readonly (readonly [ShelfName, Failure])[] };
}

/** Why something could not be done, as a `DOMException` has it. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** Some of the long lists of a story: copying them all at once would hold the page up. */
export interface ToldLists {
  readonly issues: readonly Issue[];
  readonly refused: readonly Refusal[];
  readonly notEvents: readonly NotEvent[];
}

/** What the worker says. */
export type KeepReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'told'; readonly ticket: number; readonly lists: ToldLists }
  | { readonly kind: 'done'; readonly ticket: number; readonly answer: KeepAnswers[KeepWork['do']] }
  | { readonly kind: 'failed'; readonly ticket: number; readonly failure: Failure };
