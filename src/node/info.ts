import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { describeInParts } from '../core/i18n/describe-issue.ts';
import type { Issue } from '../core/model/issue.ts';
import { summaryOf } from '../core/validate/summary.ts';
import type { Input } from './arguments.ts';
import { openFile, type OpenedFile } from './open-file.ts';
import { refusal, type Outcome } from './outcome.ts';

/** Says what a file holds and how each of its records was read. */
export async function runInfo({ input, answers }: Input, words: Words): Promise<Outcome> {
  const opened = await openFile(input, answers, words);
  if (!opened.ok) return refusal(opened.error);
  return { isDone: true, said: linesOf(opened.value, words), complaints: [], facts: infoOf(opened.value, words) };
}

/** What `info --json` prints. */
export function infoOf({ dataset, issues, account, about }: OpenedFile, { messages }: Words) {
  const { dated, undated, withCoordinates, unplaced, first, last } = summaryOf(dataset);
  return {
    format: about.format,
    encoding: about.encoding ?? null,
    delimiter: about.delimiter ?? null,
    sheet: about.sheet ?? null,
    records: account.records,
    events: account.events,
    refused: account.refused.map(({ issue }) => ({ ...placeOf(issue), value: issue.value ?? null, ...describeInParts(issue, messages) })),
    notEvents: account.notEvents.map(({ line, kind }) => ({ line, kind })),
    dated,
    undated,
    withCoordinates,
    unplaced,
    first: first === undefined ? null : { edtf: first },
    last: last === undefined ? null : { edtf: last },
    warnings: issues
      .filter(({ severity }) => severity === 'warning')
      .map((issue) => ({ ...placeOf(issue), code: issue.code, value: issue.value ?? null, text: Object.values(describeInParts(issue, messages)).join(' ').trim() })),
    mapping: Object.fromEntries(about.columns.map(({ name, field }) => [name, field ?? null])),
    questions: about.questions,
  };
}

const placeOf = ({ place: { line, member } }: Issue) => ({ line: line ?? null, column: member ?? null });

/** The same for people: what the file is, the account, the dates, and what it could not settle. */
function linesOf({ dataset, issues, account, about }: OpenedFile, { messages, formats }: Words): readonly string[] {
  const { info } = commandMessagesOf(messages);
  const { number } = formats;
  const { dated, undated, withCoordinates, unplaced, first, last } = summaryOf(dataset);
  const kinds = new Map<string, number>();
  for (const { kind } of account.notEvents) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [
    info.format(about.layoutName ?? about.formatName, about.encoding, about.delimiter, about.sheet),
    info.account(number(account.records), number(account.events), number(account.refused.length), number(account.notEvents.length)),
    ...[...kinds].map(([kind, count]) => info.notEvents(kind, number(count))),
    info.dates(number(dated), number(undated), first, last),
    info.places(number(withCoordinates), number(unplaced)),
    ...about.columns.map(({ name, field }) => info.column(name, field)),
    ...about.questions.map((question) => info.question(question)),
    info.issues(number(issues.length)),
  ];
}
