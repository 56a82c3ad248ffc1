import type { ReadonlySignal } from '@preact/signals';
import type { Answers } from '../../../core/formats/answers.ts';
import type { Issue } from '../../../core/model/issue.ts';
import type { TakenPlaces } from '../../../core/validate/look-up.ts';
import type { Comparison } from '../../../core/validate/re-import.ts';
import type { Review } from '../../../core/validate/review.ts';

/** What becomes of a file: a story of its own, more events of the open story, or news of those that it has. */
export type Entering = 'open' | 'add' | 'update';

/** What a person has decided about a file. */
export interface Decision {
  readonly how: Entering;
  readonly answers: Answers;
  readonly places: { readonly taken: TakenPlaces; readonly others: boolean };
}

/** A file that waits until a person has looked at it. */
export interface ReviewAsked {
  readonly kind: 'review';
  readonly fileName: string;
  /** The last reading of its beginning, and the answers that it followed. */
  readonly review: ReadonlySignal<Review>;
  readonly answers: ReadonlySignal<Answers>;
  /** Whether the beginning is being read again. */
  readonly isReading: ReadonlySignal<boolean>;
  /** Why it could not be read as the answers say; the last reading stands. */
  readonly problem: ReadonlySignal<Issue | 'failed' | undefined>;
  /** Whether the columns are taken as they were the last time that a file had these columns. */
  readonly isRemembered: ReadonlySignal<boolean>;
  /** What can become of it, what is likeliest first. */
  readonly choices: readonly [Entering, ...Entering[]];
  readonly answer: (answers: Answers) => void;
  /** Ends the looking: `undefined`, the file is not to enter. */
  readonly decide: (decision: Decision | undefined) => void;
}

/** What of a comparison is to be done: ids of the events, as they stand in it. */
export interface Chosen {
  readonly added: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

/** A file that was opened again and compared with the story. */
export interface ComparisonAsked {
  readonly kind: 'comparison';
  readonly fileName: string;
  readonly comparison: Comparison;
  readonly decide: (chosen: Chosen | undefined) => void;
}

/** What the page asks about a file. */
export type Asked = ReviewAsked | ComparisonAsked;
