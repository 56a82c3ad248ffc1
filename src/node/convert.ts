import { basename, extname } from 'node:path';
import { finished } from '../core/base/steps.ts';
import type { DataFormat } from '../core/formats/data-formats.ts';
import { lossesOf } from '../core/formats/losses.ts';
import { wholeOf } from '../core/formats/story-part.ts';
import type { Answers } from '../core/formats/answers.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { describeLosses } from '../core/i18n/describe-losses.ts';
import { sayWhen } from '../core/i18n/say-when.ts';
import type { Dataset } from '../core/model/dataset.ts';
import { withStory } from '../core/model/rows.ts';
import { STANDARD } from './arguments.ts';
import type { Console } from './console.ts';
import { writePieces } from './files.ts';
import { openFile } from './open-file.ts';

/** What is converted, and into what. */
export interface ConvertOrder {
  readonly input: string;
  readonly answers: Answers;
  readonly output: string;
  readonly format: DataFormat;
}

/** Writes the events of a file in another format, and says what that cannot hold; answers whether it could, and no record was refused. */
export async function runConvert({ input, answers, output, format }: ConvertOrder, words: Words, out: Console): Promise<boolean> {
  const command = commandMessagesOf(words.messages);
  const { number, locale } = words.formats;
  const opened = await openFile(input, answers, words);
  if (!opened.ok) {
    out.complain(opened.error);
    return false;
  }
  const { sentences, account } = opened.value;
  const part = wholeOf(titled(opened.value.dataset, input));
  for (const sentence of sentences) out.complain(sentence);
  const losses = finished(lossesOf(part, format.id));
  const leftOut = losses.find(({ what }) => what === 'left-out')?.count ?? 0;
  for (const { sentence, items } of describeLosses(losses, format.id, words)) {
    if (items.length === 0) continue;
    out.complain(sentence);
    for (const { what, examples } of items) out.complain(`  ${what}${examples === '' ? '' : `: ${examples}`}`);
  }
  const write = await format.load();
  const written = await writePieces(output, write(part, (event) => sayWhen(event, { messages: words.messages, locale })), words);
  if (!written.ok) {
    out.complain(written.error);
    return false;
  }
  if (output !== STANDARD) out.say(command.converted(output, number(account.events - leftOut), number(account.refused.length), number(account.notEvents.length)));
  return account.refused.length === 0;
}

/** A story that states no title goes by the name of its file. */
function titled(dataset: Dataset, input: string): Dataset {
  const { story } = dataset;
  return story.title !== '' || input === STANDARD ? dataset : withStory(dataset, { ...story, title: basename(input, extname(input)) });
}
