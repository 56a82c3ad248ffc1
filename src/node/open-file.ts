import { err, ok, type Result } from '../core/base/result.ts';
import { finished } from '../core/base/steps.ts';
import type { Answers } from '../core/formats/answers.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { describeIssue } from '../core/i18n/describe-issue.ts';
import type { Issue } from '../core/model/issue.ts';
import { beginImport, type About, type Imported } from '../core/validate/import.ts';
import { readBytes } from './files.ts';
import { findPlace } from './resources.ts';

/** A file as it was opened: the events that could be read, and what is wrong with the rest, in sentences. */
export interface OpenedFile extends Imported {
  /** One for each issue, in the same order. */
  readonly sentences: readonly string[];
}

/** What was said of a column or a sheet that the file does not have, in a sentence. */
function unheeded({ columns, sheet, sheets }: About, { mapping, sheet: wanted }: Answers, { messages }: Words): string | undefined {
  const command = commandMessagesOf(messages);
  if (wanted !== undefined && sheet !== undefined && sheet !== wanted) return command.noSheet(wanted, [sheet, ...sheets]);
  const names = columns.map(({ name }) => name);
  const missing = [...(mapping?.keys() ?? [])].find((column) => !names.includes(column));
  return missing === undefined ? undefined : command.noColumn(missing, names);
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
  if (!opened.ok) return err(sentenceOf(opened.error));
  const amiss = unheeded(opened.value.about, answers, words);
  return amiss === undefined ? ok({ ...opened.value, sentences: opened.value.issues.map(sentenceOf) }) : err(amiss);
}
