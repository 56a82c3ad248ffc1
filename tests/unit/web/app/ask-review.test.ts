import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/core/formats/answers.ts';
import type { Review } from '../../../../src/core/validate/review.ts';
import { askReview } from '../../../../src/web/app/ask-review.ts';
import type { Asked, Decision } from '../../../../src/web/views/import/asked.ts';
import type { ReviewOutcome } from '../../../../src/web/worker/import-session.ts';

const REVIEW = { about: { columns: [] } } as unknown as Review;
const DECISION: Decision = { how: 'open', answers: {}, places: { taken: new Map(), others: false } };

function ask(asked = signal<Asked | undefined>(undefined)) {
  const stopping = new AbortController();
  const looks: { readonly answers: Answers; readonly tell: (outcome: ReviewOutcome) => void }[] = [];
  const decided = askReview({
    fileName: 'may.csv',
    first: REVIEW,
    isGlimpse: false,
    look: (answers) => new Promise((tell) => void looks.push({ answers, tell })),
    choices: ['open'],
    asked,
    signal: stopping.signal,
  });
  const question = asked.peek();
  if (question?.kind !== 'review') throw new Error('nothing is asked');
  return { asked, stopping, looks, decided, question };
}

describe('a question about a file', () => {
  it('is gone when it is answered, and when the file is stopped', async () => {
    const [answered, stopped] = [ask(), ask()];
    answered.question.decide(DECISION);
    stopped.stopping.abort();
    expect(await Promise.all([answered.decided, stopped.decided])).toEqual([DECISION, undefined]);
    expect([answered.asked.value, stopped.asked.value]).toEqual([undefined, undefined]);
  });

  it('does not take a later question with it when its own file is stopped', async () => {
    const first = ask();
    first.question.decide(DECISION);
    const later = ask(first.asked);
    first.stopping.abort();
    first.question.decide(undefined);
    expect(first.asked.value).toBe(later.question);
    expect(await first.decided).toEqual(DECISION);
  });

  it('has the file looked at with the last of the answers that come during a look', async () => {
    const { looks, question } = ask();
    question.answer({ order: 'day-first' });
    question.answer({ order: 'month-first' });
    question.answer({ order: 'month-first', years: 'historical' });
    looks[0]?.tell({ kind: 'reviewed', review: REVIEW, isGlimpse: false });
    await expect.poll(() => looks.length).toBe(2);
    expect(looks.map(({ answers }) => answers)).toEqual([{ order: 'day-first' }, { order: 'month-first', years: 'historical' }]);
    expect(question.answers.value).toEqual({ order: 'month-first', years: 'historical' });
  });
});
