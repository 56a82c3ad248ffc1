import { instantOf } from '../time/calendar.ts';
import type { EdtfError } from '../time/edtf.ts';
import { formatAt, formatPlain, type Words } from './format-time.ts';
import { issueMessagesOf } from './issue-messages.ts';

/** Why a string is no date, in a sentence. */
export function describeEdtfError({ kind, at, found }: EdtfError, words: Words): string {
  const { dateErrors } = issueMessagesOf(words.messages);
  const date = /^(-?\d{4})-(\d\d)-(\d\d)$/.exec(found);
  if (kind !== 'day-of-month' || date === null) return dateErrors[kind](found, at);
  const [, year, month, day] = date;
  const monthOfYear = formatAt(instantOf(Number(year), Number(month)), 'month-year', words);
  return dateErrors[kind](words.messages.time.dayOfMonth(formatPlain(Number(day), words), monthOfYear), at);
}
