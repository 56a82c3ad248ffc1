import { batch, signal, type Signal } from '@preact/signals';
import type { Answers } from '../../core/formats/answers.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { Review } from '../../core/validate/review.ts';
import type { Asked, Decision, Entering } from '../views/import/asked.ts';
import { answersFor, rememberAnswers } from '../views/import/remembered.ts';
import type { ReviewOutcome } from '../worker/import-session.ts';

/** What is to be looked at, and where the page shows what it asks. */
interface Asking {
  readonly fileName: string;
  readonly first: Review;
  /** Whether that is what its head tells, and the file is to be looked at at once. */
  readonly isGlimpse: boolean;
  readonly look: (answers: Answers) => Promise<ReviewOutcome>;
  readonly choices: readonly [Entering, ...Entering[]];
  readonly asked: Signal<Asked | undefined>;
  readonly signal: AbortSignal;
}

/** Shows a person what a file was taken for, reads its beginning again with every answer, and resolves to what is to become of it. */
export function askReview({ fileName, first, isGlimpse, look, choices, asked, signal: stopped }: Asking): Promise<Decision | undefined> {
  const review = signal(first);
  const answers = signal<Answers>({});
  const isReading = signal(false);
  const isRemembered = signal(false);
  const problem = signal<Issue | 'failed' | undefined>(undefined);
  let waiting: Answers | undefined;
  const read = async (): Promise<void> => {
    isReading.value = true;
    for (let next = waiting; next !== undefined; next = waiting) {
      waiting = undefined;
      const outcome = await look(next);
      if (outcome.kind === 'reviewed') {
        batch(() => {
          review.value = outcome.review;
          problem.value = undefined;
        });
      } else {
        problem.value = outcome.kind === 'refused' ? outcome.issue : 'failed';
      }
    }
    isReading.value = false;
  };
  const answer = (next: Answers): void => {
    batch(() => {
      answers.value = next;
      isRemembered.value = false;
    });
    waiting = next;
    if (!isReading.peek()) void read();
  };
  const known = answersFor(first.about.columns);
  if (known !== undefined) {
    answer(known);
    isRemembered.value = true;
  } else if (isGlimpse) {
    answer({});
  }
  return new Promise((resolve) => {
    const end = (decision: Decision | undefined): void => {
      // Something else may be asked by then.
      if (asked.peek()?.decide === end) asked.value = undefined;
      if (decision !== undefined) rememberAnswers(review.peek().about.columns, decision.answers);
      resolve(decision);
    };
    stopped.addEventListener('abort', () => end(undefined), { once: true });
    asked.value = { kind: 'review', fileName, review, answers, isReading, isRemembered, problem, choices, answer, decide: end };
  });
}
