import type { Issue } from '../model/issue.ts';
import type { EdtfErrorKind } from '../time/edtf.ts';
import type { Messages } from './messages.ts';

/** One issue in plain words: where it is, what is wrong, what was done about it and how to mend it. */
export function describeIssue(issue: Issue, messages: Messages): string {
  const { issues } = messages;
  const parameter = (name: string): string | number | undefined => issue.parameters?.[name];
  const sentence = issues.sentences[issue.code]({
    value: issue.value ?? '',
    of: (name) => {
      const value = parameter(name) ?? '';
      return typeof value === 'number' && Number.isInteger(value) ? issues.count(value) : String(value);
    },
    countOf: (name) => Number(parameter(name) ?? 0),
    reason: describeReason(issue, messages),
  });
  const where = issues.where(issue.place);
  return where === '' ? sentence : issues.whole(where, sentence);
}

/** Why a date cannot be read: the parser's error, carried by the issue. Nothing when it is no date from its first character on. */
function describeReason({ parameters }: Issue, messages: Messages): string {
  const { reason, at, found } = parameters ?? {};
  if (reason === 'unexpected' && at === 1) return '';
  return isErrorKind(reason, messages) ? messages.time.errors[reason](String(found ?? ''), Number(at ?? 1)) : '';
}

const isErrorKind = (reason: string | number | undefined, { time }: Messages): reason is EdtfErrorKind =>
  typeof reason === 'string' && Object.hasOwn(time.errors, reason);
