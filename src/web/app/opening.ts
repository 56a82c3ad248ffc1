import { err, ok, type Result } from '../../core/base/result.ts';
import { describeIssue } from '../../core/i18n/describe-issue.ts';
import type { Messages } from '../../core/i18n/messages.ts';
import { openText } from '../../core/validate/open.ts';
import { whileBusy } from '../platform/busy.ts';
import type { Opened } from '../store/store.ts';
import { STORIES } from './stories.ts';

/** A story to be looked at, and what a link calls it: an id of a shipped story, `file:` and a name, or nothing for the first. */
export interface Arrival {
  readonly opened: Opened;
  readonly story: string | undefined;
}

const FILE = 'file:';

/** The name of the file that a link was made from, if it was made from a person's own. */
export const fileNameIn = (story: string | undefined): string | undefined =>
  story?.startsWith(FILE) === true ? story.slice(FILE.length) : undefined;

/** Fetches a shipped story; the first one for an id that is not known. A failure is a sentence. */
export async function fetchStory(id: string | undefined, messages: Messages): Promise<Result<Arrival, string>> {
  const story = STORIES.find((known) => known.id === id) ?? STORIES[0];
  if (story === undefined) return err(messages.app.failed.story);
  try {
    const response = await whileBusy(fetch(story.url));
    if (!response.ok) return err(messages.app.failed.story);
    const opened = read(await whileBusy(response.text()), story.fileName, messages);
    return opened.ok ? ok({ opened: opened.value, story: story === STORIES[0] ? undefined : story.id }) : opened;
  } catch {
    return err(messages.app.failed.story);
  }
}

/** Opens a file from a person's own machine. A failure is a sentence. */
export async function readFile(file: File, messages: Messages): Promise<Result<Arrival, string>> {
  const { failed } = messages.app;
  try {
    const opened = read(await whileBusy(file.text()), file.name, messages);
    return opened.ok
      ? ok({ opened: opened.value, story: FILE + file.name })
      : err(`${failed.file(file.name)} ${opened.error} ${failed.kept}`);
  } catch {
    return err(`${failed.file(file.name)} ${failed.unreadable} ${failed.kept}`);
  }
}

function read(text: string, fileName: string, messages: Messages): Result<Opened, string> {
  const outcome = openText(text);
  return outcome.ok ? ok({ ...outcome.value, fileName }) : err(describeIssue(outcome.error, messages));
}
