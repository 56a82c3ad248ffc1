import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unreachable } from '../core/base/result.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import { en } from '../core/i18n/en.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { formatsOf } from '../core/i18n/formats.ts';
import { parseArguments, type Order } from './arguments.ts';
import { runCheck } from './check.ts';
import { EXIT, type Console, type ExitCode } from './console.ts';
import { runConvert } from './convert.ts';
import { runInfo } from './info.ts';
import type { Outcome } from './outcome.ts';
import { runPage } from './page.ts';
import { runRender } from './render.ts';

/** Runs the command line for the arguments after the program's name: its files one after the other, so that no more than one is held. */
export async function run(args: readonly string[], out: Console): Promise<ExitCode> {
  const words: Words = { messages: en, formats: formatsOf('en') };
  const command = commandMessagesOf(words.messages);
  const parsed = parseArguments(args, words);
  if (!parsed.ok) {
    out.complain(`${parsed.error}\n${command.seeHelp}`);
    return EXIT.misused;
  }
  if (parsed.value.kind === 'help') {
    out.say(command.usage);
    return EXIT.done;
  }
  const { orders, json } = parsed.value;
  const { number } = words.formats;
  const isMany = orders.length > 1;
  let failures = 0;
  for (const [position, order] of orders.entries()) {
    if (isMany) out.progress(command.progress(number(position + 1), number(orders.length), order.input));
    if (isMany && 'output' in order) await mkdir(dirname(order.output), { recursive: true }).catch(() => undefined);
    const outcome = await carryOut(order, words);
    if (!outcome.isDone) failures += 1;
    const named = (sentence: string): string => (isMany && !sentence.startsWith(`${order.input}:`) ? `${order.input}: ${sentence}` : sentence);
    for (const sentence of outcome.complaints) out.complain(named(sentence));
    if (!json) for (const sentence of outcome.said) out.say('output' in order ? sentence : named(sentence));
    else out.say(isMany ? JSON.stringify({ file: order.input, ...outcome.facts }) : JSON.stringify(outcome.facts, null, 2));
  }
  if (isMany) out.progress('');
  if (isMany && failures > 0) out.complain(command.failures(failures, number(failures), number(orders.length)));
  return failures === 0 ? EXIT.done : EXIT.failed;
}

function carryOut(order: Order, words: Words): Promise<Outcome> {
  switch (order.kind) {
    case 'check':
      return runCheck(order, words);
    case 'info':
      return runInfo(order, words);
    case 'convert':
      return runConvert(order, words);
    case 'page':
      return runPage(order, words);
    case 'render':
      return runRender(order, words);
    default:
      return unreachable(order);
  }
}
