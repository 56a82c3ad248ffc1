import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { Answers } from '../../../core/formats/answers.ts';
import { describeIssue } from '../../../core/i18n/describe-issue.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import { takePlaces, type TakenPlaces } from '../../../core/validate/look-up.ts';
import type { Review } from '../../../core/validate/review.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Store } from '../../store/store.ts';
import type { Entering, ReviewAsked } from './asked.ts';
import { ColumnTable } from './column-table.tsx';
import { FirstEvents } from './first-events.tsx';
import { PlaceProposals } from './place-proposals.tsx';
import { Questions } from './questions.tsx';
import { ReadingChoices } from './reading-choices.tsx';
import './import.css';

interface ReviewDialogProps {
  readonly store: Store;
  readonly asked: ReviewAsked;
}

/** A file before it enters: what it was taken for and what comes of it, with all that can be said otherwise. */
export function ReviewDialog({ store, asked }: ReviewDialogProps) {
  const world = store.world.value;
  const { review: words, close } = importMessagesOf(world.messages);
  const review = asked.review.value;
  const answers = asked.answers.value;
  const places = useTaken(asked.review);
  const others = useSignal(false);
  const answer = (change: (now: Answers) => Answers): void => asked.answer(change(asked.answers.peek()));
  const decide = (how: Entering): void =>
    asked.decide({ how, answers: asked.answers.peek(), places: { taken: places.now(), others: others.peek() } });
  const isEmpty = review.counts.events === 0;
  return (
    <Dialog title={words.title(asked.fileName)} closeLabel={close} onClose={() => asked.decide(undefined)}>
      <form
        class="import"
        aria-busy={asked.isReading.value}
        onSubmit={(submission) => {
          submission.preventDefault();
          if (!isEmpty) decide(asked.choices[0]);
        }}
      >
        <div class="import-how">
          <h3>{words.how}</h3>
          <ReadingChoices world={world} review={review} answers={answers} onAnswer={answer} />
        </div>
        <div class="import-what">
          <Said asked={asked} world={world} />
          <Questions world={world} review={review} onAnswer={answer} />
          <FirstEvents world={world} review={review} />
          {review.about.columns.length > 0 && <ColumnTable world={world} review={review} onAnswer={answer} />}
          {review.places.length > 0 && (
            <PlaceProposals world={world} review={review} taken={places.taken} onTake={places.take} others={others} />
          )}
          <Noticed review={review} world={world} />
        </div>
        <footer class="import-foot">
          <Counts review={review} world={world} isReading={asked.isReading.value} />
          <button type="button" class="button" onClick={() => asked.decide(undefined)}>
            {words.cancel}
          </button>
          {asked.choices.slice(1).map((how) => (
            <button key={how} type="button" class="button" disabled={isEmpty} onClick={() => decide(how)}>
              {words[how]}
            </button>
          ))}
          {/* Where a question waits, that comes first. */}
          <button type="submit" class="button button-main" autofocus disabled={isEmpty}>
            {words[asked.choices[0]]}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

interface Taken {
  readonly taken: TakenPlaces;
  /** Those of this moment, which may not be on show yet. */
  readonly now: () => TakenPlaces;
  readonly take: (change: (now: TakenPlaces) => TakenPlaces) => void;
}

/** The places that are taken for names: the sure ones, until a person says otherwise; another reading of the file keeps what was said. */
function useTaken(review: ReadonlySignal<Review>): Taken {
  const said = useSignal<TakenPlaces | undefined>(undefined);
  const now = (): TakenPlaces => said.peek() ?? takePlaces(review.peek().places);
  return {
    taken: said.value ?? takePlaces(review.value.places),
    now,
    take: (change) => {
      said.value = change(now());
    },
  };
}

/** That the last answers were remembered, or that the file cannot be read as they say. */
function Said({ asked, world }: { readonly asked: ReviewAsked; readonly world: World }) {
  const { review: words } = importMessagesOf(world.messages);
  const problem = asked.problem.value;
  return (
    <>
      {asked.isRemembered.value && (
        <p class="import-note">
          {words.remembered}{' '}
          <button type="button" class="link-button" onClick={() => asked.answer({})}>
            {words.forget}
          </button>
        </p>
      )}
      <div role="alert">
        {problem !== undefined && (
          <p class="import-problem">{problem === 'failed' ? words.failed : words.problem(describeIssue(problem, world.messages))}</p>
        )}
      </div>
    </>
  );
}

interface PartProps {
  readonly review: Review;
  readonly world: World;
}

/** Where the records have gone, in numbers that sum up. */
function Counts({ review, world, isReading }: PartProps & { readonly isReading: boolean }) {
  const { review: words } = importMessagesOf(world.messages);
  const { number } = world.formats;
  const { records, events, refused, notEvents } = review.counts;
  return (
    <p class="import-counts" role="status">
      <strong>{words.counts(records, number(records), review.isWhole)}</strong> = {words.events(events, number(events))}
      {` + ${words.refused(number(refused))} + ${words.notEvents(notEvents, number(notEvents))}`}
      {!review.isWhole && <span class="import-later">{words.beginning}</span>}
      {isReading && <span class="import-later">{words.reading}</span>}
    </p>
  );
}

/** What is to be told of the records that were read. */
function Noticed({ review, world }: PartProps) {
  const { review: words } = importMessagesOf(world.messages);
  const { issueCount, issues } = review;
  if (issueCount === 0) return null;
  return (
    <details class="import-part">
      <summary>
        <h3>{words.issues}</h3> <span class="import-hint">{words.warnings(issueCount, world.formats.number(issueCount))}</span>
      </summary>
      <ul class="import-issues">
        {issues.map((issue, position) => (
          <li key={position} dir="auto">
            {describeIssue(issue, world.messages)}
          </li>
        ))}
      </ul>
    </details>
  );
}
