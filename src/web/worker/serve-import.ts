import { unreachable } from '../../core/base/result.ts';
import type { Steps } from '../../core/base/steps.ts';
import { parseGazetteer, type Gazetteer } from '../../core/geo/gazetteer.ts';
import { prepareIndexes } from '../../core/layout/indexes.ts';
import type { Place } from '../../core/model/event.ts';
import { beginImport, type Imported } from '../../core/validate/import.ts';
import { placeByName, placeFinder } from '../../core/validate/look-up.ts';
import type { OpeningProgress } from '../../core/validate/open.ts';
import { glimpseFile, HEAD, isNative, reviewFile } from '../../core/validate/review.ts';
import { buffersOf, TOLD_AT_ONCE, type ImportOrder, type ImportReport, type PlaceChoice, type Post } from './protocol.ts';

/** Takes the steps of a reading; `undefined` when they were stopped. */
export type Run = <T>(steps: Steps<OpeningProgress, T>) => Promise<T | undefined>;

/** How often the page is told how far the opening is: every telling is a frame of the page, and its bar glides from one to the next. */
const REPORT_MS = 1000;

/** Takes steps without a pause, and tells once a second how far they have come. `now` gives milliseconds since some moment. */
export const everySecond =
  (post: Post<ImportReport>, now: () => number): Run =>
  (steps) => {
    let told = now();
    let step = steps.next();
    while (step.done !== true) {
      if (now() - told >= REPORT_MS) {
        told = now();
        post({ kind: 'progress', progress: step.value }, []);
      }
      step = steps.next();
    }
    return Promise.resolve(step.value);
  };

/** From so many bytes on, the head of a file is at hand sooner than the file. */
const LARGE = 8 * HEAD;

type Taken = Extract<ImportOrder, { readonly kind: 'take' }>;

/** Serves what the page asks about one file, and reports to it. What is asked is done one after the other. */
export function importService(post: Post<ImportReport>, run: Run): (order: ImportOrder) => Promise<void> {
  let taken: Taken | undefined;
  let read: Promise<Uint8Array | undefined> | undefined;
  let isGlimpsed = false;
  let gazetteer: Promise<Gazetteer | undefined> | undefined;
  const fetchGazetteer = (): Promise<Gazetteer | undefined> => (gazetteer ??= loadGazetteer(taken?.gazetteer ?? ''));

  const glimpse = async (file: ArrayBuffer | Blob): Promise<boolean> => {
    const head = await bytesOf(file.slice(0, HEAD));
    const seen = head && (await glimpseFile(head, run));
    if (seen !== undefined) post({ kind: 'reviewed', review: seen, isGlimpse: true }, []);
    return seen !== undefined;
  };
  const review = async (bytes: Uint8Array, { answers, isAsked }: Extract<ImportOrder, { readonly kind: 'review' }>): Promise<void> => {
    if (!isAsked) {
      const begun = await beginImport(bytes, answers);
      if (begun.ok && begun.value.detected.some(({ format }) => isNative({ format: format.id }))) return post({ kind: 'native' }, []);
    }
    const reviewed = await reviewFile(bytes, answers, { run, gazetteer: fetchGazetteer });
    if (reviewed === undefined) return undefined;
    return post(reviewed.ok ? { kind: 'reviewed', review: reviewed.value, isGlimpse: false } : { kind: 'refused', issue: reviewed.error }, []);
  };
  const readWhole = async (bytes: Uint8Array, { answers, places }: Extract<ImportOrder, { readonly kind: 'read' }>): Promise<void> => {
    const others = places.others ? await fetchGazetteer() : undefined;
    const placed = placing(places, others);
    const begun = await beginImport(bytes, { ...answers, lookUp: true }, { placed });
    if (!begun.ok) return post({ kind: 'refused', issue: begun.error }, []);
    const outcome = await run(begun.value.steps());
    if (outcome === undefined) return undefined;
    if (!outcome.ok) return post({ kind: 'refused', issue: outcome.error }, []);
    // The file is handed over with the events that stand in its rows.
    read = undefined;
    return tellOpened(outcome.value, post);
  };

  return async (order) => {
    switch (order.kind) {
      case 'take':
        taken = order;
        return;
      case 'review':
      case 'read': {
        if (taken === undefined) throw new Error('a file is looked at before it was taken');
        const mayGlimpse = order.kind === 'review' && !isGlimpsed && sizeOf(taken.file) > LARGE;
        isGlimpsed = true;
        if (mayGlimpse && (await glimpse(taken.file))) return;
        const bytes = await (read ??= bytesOf(taken.file));
        if (bytes === undefined) return post({ kind: 'unreadable' }, []);
        return order.kind === 'review' ? review(bytes, order) : readWhole(bytes, order);
      }
      default:
        return unreachable(order);
    }
  };
}

/** Gives places their positions: those that were taken, and, where there is a gazetteer for it, those that it is sure of. */
function placing({ taken }: PlaceChoice, gazetteer: Gazetteer | undefined): (place: Place) => Place {
  const find = gazetteer === undefined ? (place: Place) => place : placeFinder(gazetteer);
  return (place) => {
    const known = placeByName(place, taken);
    return known === place ? find(place) : known;
  };
}

function tellOpened({ dataset, issues, account, about }: Imported, post: Post<ImportReport>): void {
  const { refused, notEvents, records } = account;
  for (const some of piecesOf(issues)) post({ kind: 'issues', issues: some }, []);
  for (const some of piecesOf(refused)) post({ kind: 'set-aside', refused: some, notEvents: [] }, []);
  for (const some of piecesOf(notEvents)) post({ kind: 'set-aside', refused: [], notEvents: some }, []);
  const prepared = prepareIndexes(dataset);
  post({ kind: 'opened', dataset, prepared, about, records }, buffersOf({ dataset, prepared }));
}

function* piecesOf<T>(all: readonly T[]): Generator<readonly T[], void, void> {
  for (let at = 0; at < all.length; at += TOLD_AT_ONCE) yield all.slice(at, at + TOLD_AT_ONCE);
}

async function loadGazetteer(url: string): Promise<Gazetteer | undefined> {
  try {
    const answer = await fetch(url);
    return answer.ok ? parseGazetteer(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}

const sizeOf = (file: ArrayBuffer | Blob): number => (file instanceof ArrayBuffer ? file.byteLength : file.size);

async function bytesOf(file: ArrayBuffer | Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(file instanceof ArrayBuffer ? file : await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
