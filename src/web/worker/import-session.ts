import gazetteer from '../../../data/gazetteer/places.tsv?url';
import type { Answers } from '../../core/formats/answers.ts';
import type { Account, NotEvent, Refusal } from '../../core/model/account.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { adoptPrepared } from '../../core/model/derived.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { About } from '../../core/validate/import.ts';
import type { OpeningProgress } from '../../core/validate/open.ts';
import type { Review } from '../../core/validate/review.ts';
import type { PlaceChoice } from './protocol.ts';
import type { ImportLine } from './start-import-worker.ts';

/** Why a file did not open. */
export type OpeningFailure =
  | { readonly kind: 'refused'; readonly issue: Issue }
  /** The file could not be read from where it lies. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'stopped' }
  /** The worker could not go on; it may have run out of memory. */
  | { readonly kind: 'failed' };

/** How an opening ended. */
export type OpeningOutcome =
  | {
      readonly kind: 'opened';
      readonly dataset: Dataset;
      readonly issues: readonly Issue[];
      readonly account: Account;
      readonly about: About;
    }
  | OpeningFailure;

/** How a look at a file ended. */
export type ReviewOutcome =
  /** A glimpse is what the head of the file tells: the file itself is still to be looked at. */
  | { readonly kind: 'reviewed'; readonly review: Review; readonly isGlimpse: boolean }
  /** A story of this program, of which there is nothing to ask. */
  | { readonly kind: 'native' }
  | OpeningFailure;

/** What the opening of a file tells on its way, and how it is stopped. */
export interface OpeningWatch {
  readonly onProgress: (progress: OpeningProgress) => void;
  readonly signal: AbortSignal;
}

/** A file that somebody is at work on: it is looked at as often as a person wants, then read. What is asked waits until what was asked before it is answered. */
export interface ImportSession {
  readonly review: (answers: Answers, isAsked: boolean) => Promise<ReviewOutcome>;
  readonly read: (answers: Answers, places: PlaceChoice) => Promise<OpeningOutcome>;
  /** Gives back all memory; whatever is not answered yet is stopped. */
  readonly end: () => void;
}

/** Begins with a file, at the other end of a line; an `ArrayBuffer` is handed over to it. */
export function beginSession(line: ImportLine, file: ArrayBuffer | Blob, { onProgress, signal }: OpeningWatch): ImportSession {
  let issues: Issue[] = [];
  let refused: Refusal[] = [];
  let notEvents: NotEvent[] = [];
  let settle: (outcome: OpeningOutcome | ReviewOutcome) => void = () => undefined;
  /** How all that is still asked ends: nobody is there any more to answer it. */
  let over: 'stopped' | 'failed' | undefined = signal.aborted ? 'stopped' : undefined;
  const endAll = (how: 'stopped' | 'failed'): void => {
    over ??= how;
    settle({ kind: over });
  };
  const stop = (): void => endAll('stopped');
  signal.addEventListener('abort', stop);
  line.onReport((report) => {
    switch (report?.kind) {
      case 'progress':
        onProgress(report.progress);
        return;
      case 'issues':
        issues.push(...report.issues);
        return;
      case 'set-aside':
        refused.push(...report.refused);
        notEvents.push(...report.notEvents);
        return;
      case 'opened': {
        const { dataset, prepared, about, records } = report;
        adoptPrepared(dataset, prepared);
        settle({ kind: 'opened', dataset, issues, about, account: { records, events: dataset.size, refused, notEvents } });
        return;
      }
      case 'reviewed':
      case 'native':
      case 'refused':
      case 'unreadable':
        settle(report);
        return;
      default:
        endAll('failed');
    }
  });
  line.order({ kind: 'take', file, gazetteer }, file instanceof ArrayBuffer ? [file] : []);

  let before: Promise<unknown> = Promise.resolve();
  const asked = <Outcome extends ReviewOutcome | OpeningOutcome>(order: () => void): Promise<Outcome> => {
    const answered = before.then(
      () =>
        new Promise<Outcome>((resolve) => {
          // Each order is answered by reports of its own kind.
          settle = resolve as (outcome: ReviewOutcome | OpeningOutcome) => void;
          if (over !== undefined) settle({ kind: over });
          else order();
        }),
    );
    before = answered;
    return answered;
  };
  return {
    review: (answers, isAsked) => asked<ReviewOutcome>(() => line.order({ kind: 'review', answers, isAsked }, [])),
    read: (answers, places) =>
      asked<OpeningOutcome>(() => {
        [issues, refused, notEvents] = [[], [], []];
        line.order({ kind: 'read', answers, places }, []);
      }),
    end: () => {
      stop();
      line.end();
    },
  };
}
