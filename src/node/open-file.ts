import { err, ok, type Result } from '../core/base/result.ts';
import { finished } from '../core/base/steps.ts';
import type { Answers } from '../core/formats/answers.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { describeIssue } from '../core/i18n/describe-issue.ts';
import type { Issue } from '../core/model/issue.ts';
import { beginImport, type Imported } from '../core/validate/import.ts';
import { readBytes } from './files.ts';
import { findPlace } from './resources.ts';

/** A file as it was opened: the events that could be read, and what is wrong with the rest, in sentences. */
export interface OpenedFile extends Imported {
  /** One for each issue, in the same order. */
  readonly sentences: readonly string[];
}

/** Opens a file of any format, or the standard input; the error is a sentence. */
export async function openFile(name: string, answers: Answers, words: Words): Promise<Result<OpenedFile, string>> {
  const command = commandMessagesOf(words.messages);
  const sentenceOf = (issue: Issue): string => `${command[issue.severity]}: ${describeIssue(issue, words.messages)}`;
  const read = await readBytes(name, words);
  if (!read.ok) return read;
  const begun = await beginImport(read.value, answers, { placed: findPlace });
  if (!begun.ok) return err(sentenceOf(begun.error));
  const opened = finished(begun.value.steps());
  return opened.ok ? ok({ ...opened.value, sentences: opened.value.issues.map(sentenceOf) }) : err(sentenceOf(opened.error));
}
