import { unpackPlain } from '../../core/base/pack-plain.ts';
import { err, ok, unreachable, type Result } from '../../core/base/result.ts';
import type { Validated } from '../../core/validate/validate-dateline.ts';
import type { Messages } from '../../core/i18n/messages.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { withStory } from '../../core/model/rows.ts';
import { whileBusy } from '../platform/busy.ts';
import { fetchedCode } from '../platform/fetched-code.ts';
import type { Opened } from '../store/store.ts';
import type { Decision } from '../views/import/asked.ts';
import type { OpeningWatch } from '../worker/import-session.ts';
import type { FileOpening } from './open-file.ts';
import { STORIES } from './stories.ts';

/** A story to be looked at, and what a link calls it: an id of a shipped story, `file:` and a name, `kept:` and an id, or nothing for the first. */
export interface Arrival {
  readonly opened: Opened;
  readonly story: string | undefined;
}

/** The readers of files, which no story that ships with the page needs. */
export const FILE_OPENING = fetchedCode(() => import('./open-file.ts'));

/** Why a story did not come: a sentence, or that somebody stopped it, of which nothing needs to be said. */
export type Absence = { readonly kind: 'failed'; readonly sentence: string } | { readonly kind: 'stopped' };

/** For an opening that is too short to watch. */
export const UNWATCHED: OpeningWatch = { onProgress: () => undefined, signal: new AbortController().signal };

const FILE = 'file:';

/** The name of the file that a link was made from, if it was made from a person's own. */
export const fileNameIn = (story: string | undefined): string | undefined =>
  story?.startsWith(FILE) === true ? story.slice(FILE.length) : undefined;

const KEPT = 'kept:';

/** What a link calls a story that is kept in this browser. */
export const keptLink = (id: string): string => KEPT + id;

/** The id of the kept story that a link was made from, if it was made from one. */
export const keptIdIn = (story: string | undefined): string | undefined => (story?.startsWith(KEPT) === true ? story.slice(KEPT.length) : undefined);

const failed = (sentence: string): Result<never, Absence> => err({ kind: 'failed', sentence });

/** Fetches a shipped story; the first one for an id that is not known. */
export async function fetchStory(id: string | undefined, messages: Messages, watch = UNWATCHED): Promise<Result<Arrival, Absence>> {
  const story = STORIES.find((known) => known.id === id) ?? STORIES[0];
  if (story === undefined) return failed(messages.app.failed.story);
  const bytes = await whileBusy(bytesAt(story.url, watch.signal));
  if (watch.signal.aborted) return err({ kind: 'stopped' });
  if (bytes === undefined) return failed(messages.app.failed.story);
  // A file of this program: its shape is known.
  const opened = { ...(unpackPlain(bytes) as Validated), fileName: story.fileName };
  return ok({ opened, story: story === STORIES[0] ? undefined : story.id });
}

async function bytesAt(url: string, signal: AbortSignal): Promise<ArrayBuffer | undefined> {
  try {
    const response = await fetch(url, { signal });
    return response.ok ? await response.arrayBuffer() : undefined;
  } catch {
    return undefined;
  }
}

/** A file that was read, and what a person has decided about it. */
export interface Incoming extends Arrival {
  readonly decision: Decision;
}

/** Opens a file of a person's own, or its bytes. */
export async function readFile(
  file: ArrayBuffer | Blob,
  name: string,
  messages: Messages,
  watch: OpeningWatch,
  opening: FileOpening,
): Promise<Result<Incoming, Absence>> {
  const read = await readAny(file, name, messages, watch, opening);
  if (read.ok) return read;
  const { error } = read;
  return error.kind === 'stopped' ? read : failed(`${messages.app.failed.file(name)} ${error.sentence} ${messages.app.failed.kept}`);
}

async function readAny(
  file: ArrayBuffer | Blob,
  fileName: string,
  messages: Messages,
  watch: OpeningWatch,
  opening: FileOpening,
): Promise<Result<Incoming, Absence>> {
  const readers = await whileBusy(FILE_OPENING.load().catch(() => undefined));
  if (readers === undefined) return failed(messages.app.failed.part);
  const { outcome, decision } = await readers.openFile(file, watch, opening);
  switch (outcome.kind) {
    case 'opened': {
      const { dataset, issues, account, about } = outcome;
      const opened = { dataset: titled(dataset, fileName), issues, fileName, imported: { account, about, answers: decision.answers } };
      return ok({ opened, story: FILE + fileName, decision });
    }
    case 'refused':
      return failed((await whileBusy(import('../../core/i18n/describe-issue.ts'))).describeIssue(outcome.issue, messages));
    case 'unreadable':
      return failed(messages.app.failed.unreadable);
    case 'failed':
      return failed(messages.app.failed.overwhelmed);
    case 'stopped':
      return err({ kind: 'stopped' });
    default:
      return unreachable(outcome);
  }
}

/** A story that its file gives no title is called as the file is; a text that was pasted has no name. */
function titled(dataset: Dataset, fileName: string): Dataset {
  const stem = /^(?<stem>.+?)(?:\.(?:[a-z0-9]{1,8}))+$/i.exec(fileName)?.groups?.['stem'] ?? '';
  const { story } = dataset;
  return story.title !== '' || stem === '' ? dataset : withStory(dataset, { ...story, title: stem.replaceAll(/[_\s]+/g, ' ').trim() });
}
