import { unreachable } from '../core/base/result.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import { en } from '../core/i18n/en.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { formatsOf } from '../core/i18n/formats.ts';
import { parseArguments } from './arguments.ts';
import { runCheck } from './check.ts';
import { runConvert } from './convert.ts';
import { EXIT, type Console, type ExitCode } from './console.ts';
import { runInfo } from './info.ts';
import { runPage } from './page.ts';
import { runRender } from './render.ts';

/** Runs the command line for the arguments after the program's name. */
export async function run(args: readonly string[], out: Console): Promise<ExitCode> {
  const words: Words = { messages: en, formats: formatsOf('en') };
  const command = commandMessagesOf(words.messages);
  const parsed = parseArguments(args, words);
  if (!parsed.ok) {
    out.complain(`${parsed.error}\n${command.seeHelp}`);
    return EXIT.misused;
  }
  const order = parsed.value;
  switch (order.kind) {
    case 'help':
      out.say(command.usage);
      return EXIT.done;
    case 'check':
      return (await runCheck(order, words, out)) ? EXIT.done : EXIT.failed;
    case 'info':
      return (await runInfo(order, words, out)) ? EXIT.done : EXIT.failed;
    case 'convert':
      return (await runConvert(order, words, out)) ? EXIT.done : EXIT.failed;
    case 'page':
      return (await runPage(order, words, out)) ? EXIT.done : EXIT.failed;
    case 'render':
      return (await runRender(order, words, out)) ? EXIT.done : EXIT.failed;
    default:
      return unreachable(order);
  }
}
