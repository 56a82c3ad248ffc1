import { decodeUtf8 } from '../../core/base/utf8.ts';
import type { Answers } from '../../core/formats/answers.ts';
import type { Issue } from '../../core/model/issue.ts';
import { beginImport } from '../../core/validate/import.ts';
import { isNative, type Review } from '../../core/validate/review.ts';
import { whileBusy } from '../platform/busy.ts';
import { inSlices } from '../platform/slices.ts';
import type { Decision } from '../views/import/asked.ts';
import { beginSession, type ImportSession, type OpeningOutcome, type OpeningWatch, type ReviewOutcome } from '../worker/import-session.ts';
import type { ImportReport, PlaceChoice } from '../worker/protocol.ts';
import { startImportWorker, type ImportLine } from '../worker/start-import-worker.ts';

export { askReview } from './ask-review.ts';

/** Stories up to this size are opened on the page's own thread: they are open before a worker has started. */
const SMALL_BYTES = 2 ** 21;

/** Browsers read no file into memory that is larger: Chromium's limit, which is the lowest of theirs. */
const MOST_BYTES = 2 ** 31 - 1;

/** Lets a person look at a file before it enters, after its head where that came first, as often as they want; `undefined` when it is not to enter. */
export type Ask = (first: Review, isGlimpse: boolean, look: (answers: Answers) => Promise<ReviewOutcome>) => Promise<Decision | undefined>;

/** How a file is opened. */
export interface FileOpening {
  /** Left out, a file of another program enters as it is understood by itself. */
  readonly ask?: Ask | undefined;
  /** Whether a person is asked about a story of this program, too. */
  readonly isAsked: boolean;
}

/** A file that was read, and what is to become of it. */
export interface ReadFile {
  readonly outcome: OpeningOutcome;
  readonly decision: Decision;
}

const NO_PLACES: PlaceChoice = { taken: new Map(), others: false };
const AS_IT_IS: Decision = { how: 'open', answers: {}, places: NO_PLACES };
const TOO_LARGE: Issue = { code: 'file-too-large', severity: 'error', place: {}, parameters: { limit: '2 GB' } };

/**
 * Opens a file of any format without making the page wait: small stories between other things, all else in a worker. An `ArrayBuffer` may be
 * handed over.
 */
export async function openFile(file: ArrayBuffer | Blob, watch: OpeningWatch, { ask, isAsked }: FileOpening): Promise<ReadFile> {
  const size = file instanceof ArrayBuffer ? file.byteLength : file.size;
  if (size > MOST_BYTES) return { outcome: { kind: 'refused', issue: TOO_LARGE }, decision: AS_IT_IS };
  const small = size <= SMALL_BYTES && !isAsked ? await whileBusy(openSmallStory(file, watch)) : undefined;
  if (small !== undefined) return { outcome: small, decision: AS_IT_IS };
  const line = await whileBusy(startImportWorker().then((started) => started ?? lineHere(watch)));
  const session = beginSession(line, file, watch);
  try {
    return await withSession(session, ask, isAsked);
  } finally {
    session.end();
  }
}

async function withSession(session: ImportSession, ask: Ask | undefined, isAsked: boolean): Promise<ReadFile> {
  const first = await whileBusy(session.review({}, isAsked));
  switch (first.kind) {
    case 'native':
      return { outcome: await whileBusy(session.read({}, NO_PLACES)), decision: AS_IT_IS };
    case 'reviewed': {
      const decision = ask === undefined ? AS_IT_IS : await ask(first.review, first.isGlimpse, (answers) => whileBusy(session.review(answers, true)));
      if (decision === undefined) return { outcome: { kind: 'stopped' }, decision: AS_IT_IS };
      return { outcome: await whileBusy(session.read(decision.answers, decision.places)), decision };
    }
    default:
      return { outcome: first, decision: AS_IT_IS };
  }
}

/** Opens a story of this program; `undefined` for a file that is none. */
async function openSmallStory(file: ArrayBuffer | Blob, { onProgress, signal }: OpeningWatch): Promise<OpeningOutcome | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(file instanceof ArrayBuffer ? file : await file.arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
  if (signal.aborted) return { kind: 'stopped' };
  if (!/^\uFEFF?\s*\{/.test(decodeUtf8(bytes.subarray(0, 256))) || !/"dateline"\s*:/.test(decodeUtf8(bytes))) return undefined;
  const begun = await beginImport(bytes);
  if (!begun.ok || !begun.value.detected.some(({ format }) => isNative({ format: format.id }))) return undefined;
  const outcome = await inSlices(begun.value.steps(), { onPause: onProgress, signal });
  if (outcome === undefined) return { kind: 'stopped' };
  return outcome.ok ? { kind: 'opened', ...outcome.value } : { kind: 'refused', issue: outcome.error };
}

/** The other end of a line on the page's own thread, for browsers that start no worker. */
async function lineHere({ signal }: OpeningWatch): Promise<ImportLine> {
  const { importService } = await import('../worker/serve-import.ts');
  let tell: (report: ImportReport | undefined) => void = () => undefined;
  const post = (report: ImportReport): void => tell(report);
  const serve = importService(post, (steps) => inSlices(steps, { onPause: (progress) => post({ kind: 'progress', progress }), signal }));
  return {
    order: (order) => {
      serve(order).catch(() => tell(undefined));
    },
    onReport: (callback) => {
      tell = callback;
    },
    end: () => undefined,
  };
}
