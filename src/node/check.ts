import type { Answers } from '../core/formats/answers.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import type { Console } from './console.ts';
import { openFile } from './open-file.ts';

/** Says what is wrong in a file, a sentence a line; answers whether nothing had to be set aside. */
export async function runCheck({ input, answers }: { readonly input: string; readonly answers: Answers }, words: Words, out: Console): Promise<boolean> {
  const command = commandMessagesOf(words.messages);
  const { number } = words.formats;
  const opened = await openFile(input, answers, words);
  if (!opened.ok) {
    out.complain(opened.error);
    return false;
  }
  const { dataset, issues, sentences } = opened.value;
  for (const sentence of sentences) out.say(sentence);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const findings = issues.length === 0 ? command.nothingWrong : command.found(number(errors), number(issues.length - errors));
  out.say(`${command.events(dataset.size, number(dataset.size))} ${findings}`);
  return errors === 0;
}
