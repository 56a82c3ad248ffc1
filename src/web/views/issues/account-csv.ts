import { describeInParts } from '../../../core/i18n/describe-issue.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { Messages } from '../../../core/i18n/messages.ts';
import type { NotEvent, Refusal } from '../../../core/model/account.ts';
import type { Issue } from '../../../core/model/issue.ts';

/** What is not simply an event of a file. */
interface Listed {
  readonly refused: readonly Refusal[];
  readonly warnings: readonly Issue[];
  readonly notEvents: readonly NotEvent[];
}

/**
 * The list as CSV in UTF-8 with a byte order mark, one line for each record or warning, lines ended by CR LF (RFC 4180). No cell can become
 * a formula in the program that opens it.
 */
export function accountCsv({ refused, warnings, notEvents }: Listed, messages: Messages): string {
  const { account: words } = importMessagesOf(messages);
  const { kind, line, column, value, reason, mend } = words.columns;
  const issueRow = (name: string, issue: Issue): readonly string[] => {
    const parts = describeInParts(issue, messages);
    const { line: at, member } = issue.place;
    return [name, at === undefined ? '' : String(at), member ?? '', issue.value ?? '', parts.reason, parts.mend];
  };
  const rows: readonly (readonly string[])[] = [
    [kind, line, column, value, reason, mend],
    ...refused.map(({ issue }) => issueRow(words.kinds.refused, issue)),
    ...warnings.map((issue) => issueRow(words.kinds.warning, issue)),
    ...notEvents.map((record) => [words.kinds.notEvent, String(record.line), '', '', words.notEventKinds[record.kind], '']),
  ];
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** What spreadsheets take for the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection), with its full-width forms. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
