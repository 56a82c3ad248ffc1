import { describeIssue } from '../core/i18n/describe-issue.ts';
import { open } from '../core/pipeline.ts';
import type { Words } from './arguments.ts';
import type { Console } from './console.ts';
import { readText } from './files.ts';

/** Says what is wrong in a file, a sentence a line; answers whether nothing had to be set aside. */
export async function runCheck(input: string, words: Words, out: Console): Promise<boolean> {
  const { command } = words.messages.export;
  const { number } = words.formats;
  const read = await readText(input, words);
  if (!read.ok) {
    out.complain(read.error);
    return false;
  }
  const opened = open(read.value);
  if (!opened.ok) {
    out.complain(`${command.error}: ${describeIssue(opened.error, words.messages)}`);
    return false;
  }
  const { dataset, issues } = opened.value;
  for (const issue of issues) out.say(`${command[issue.severity]}: ${describeIssue(issue, words.messages)}`);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const findings = issues.length === 0 ? command.nothingWrong : command.found(number(errors), number(issues.length - errors));
  out.say(`${command.events(dataset.events.length, number(dataset.events.length))} ${findings}`);
  return errors === 0;
}
