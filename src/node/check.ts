import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { describeIssue } from '../core/i18n/describe-issue.ts';
import type { Issue } from '../core/model/issue.ts';
import type { About } from '../core/validate/import.ts';
import type { Input } from './arguments.ts';
import { openFile } from './open-file.ts';
import { refusal, type Outcome } from './outcome.ts';

/** Says what is wrong in a file, a line each, as compilers do: `file:line:column: severity: message`. It is done where nothing had to be set aside. */
export async function runCheck({ input, answers }: Input, words: Words): Promise<Outcome> {
  const command = commandMessagesOf(words.messages);
  const { number } = words.formats;
  const opened = await openFile(input, answers, words);
  if (!opened.ok) return refusal(opened.error);
  const { dataset, issues, about } = opened.value;
  const found = issues.map((issue) => findingOf(issue, about, words));
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const findings = issues.length === 0 ? command.nothingWrong : command.found(number(errors), number(issues.length - errors));
  return {
    isDone: errors === 0,
    said: [
      ...found.map(({ line, column, severity, message }) => `${[input, line, column].filter((part) => part !== null).join(':')}: ${command[severity]}: ${message}`),
      `${command.events(dataset.size, number(dataset.size))} ${findings}`,
    ],
    complaints: [],
    facts: { events: dataset.size, errors, warnings: issues.length - errors, issues: found },
  };
}

/** An issue by its line, and its column: that of the character, or in a table the position of the cell, from 1. */
function findingOf(issue: Issue, { columns }: About, { messages }: Words) {
  const { severity, code, place } = issue;
  const { line, column, ...rest } = place;
  const cell = columns.findIndex(({ name }) => name === place.member);
  return {
    line: line ?? null,
    column: line === undefined ? null : (column ?? (cell < 0 ? 1 : cell + 1)),
    severity,
    code,
    message: describeIssue({ ...issue, place: rest }, messages),
  };
}
