import type { Issue } from '../model/issue.ts';
import type { EdtfErrorKind } from '../time/edtf.ts';
import { issueMessagesOf } from './issue-messages.ts';
import type { Messages } from './messages.ts';

/** One issue in plain words: where it is, what is wrong, what was done about it and how to mend it. */
export function describeIssue(issue: Issue, messages: Messages): string {
  const issues = issueMessagesOf(messages);
  const where = issues.where(issue.place);
  const sentence = sentenceOf(issue, issues);
  return where === '' ? sentence : issues.whole(where, sentence);
}

/** The same without the place, in two parts: what is wrong, and how to mend it. */
export function describeInParts(issue: Issue, messages: Messages): { readonly reason: string; readonly mend: string } {
  const sentence = sentenceOf(issue, issueMessagesOf(messages));
  const end = sentence.search(/[.!?][”’)]? (?=\p{Lu}|[“"{])/u);
  if (end < 0) return { reason: sentence, mend: '' };
  const next = sentence.indexOf(' ', end);
  return { reason: sentence.slice(0, next), mend: sentence.slice(next + 1) };
}

function sentenceOf(issue: Issue, issues: ReturnType<typeof issueMessagesOf>): string {
  const parameter = (name: string): string | number | undefined => issue.parameters?.[name];
  return issues.sentences[issue.code]({
    value: issue.value ?? '',
    of: (name) => {
      const value = parameter(name) ?? '';
      return typeof value === 'number' && Number.isInteger(value) ? issues.count(value) : String(value);
    },
    countOf: (name) => Number(parameter(name) ?? 0),
    reason: describeReason(issue, issues),
  });
}

/** Why a date cannot be read: the parser's error, carried by the issue. Nothing when it is no date from its first character on. */
function describeReason({ parameters }: Issue, { dateErrors }: ReturnType<typeof issueMessagesOf>): string {
  const { reason, at, found } = parameters ?? {};
  if (reason === 'unexpected' && at === 1) return '';
  return isErrorKind(reason, dateErrors) ? dateErrors[reason](String(found ?? ''), Number(at ?? 1)) : '';
}

const isErrorKind = (reason: string | number | undefined, errors: Readonly<Record<EdtfErrorKind, unknown>>): reason is EdtfErrorKind =>
  typeof reason === 'string' && Object.hasOwn(errors, reason);
