import { basename, extname } from 'node:path';
import type { Answers } from '../core/formats/answers.ts';
import { dateline } from '../core/formats/dateline.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import type { Dataset } from '../core/model/dataset.ts';
import { withStory } from '../core/model/rows.ts';
import { STANDARD } from './arguments.ts';
import type { Console } from './console.ts';
import { writePieces } from './files.ts';
import { openFile } from './open-file.ts';

/** Writes the events of a file as a native file; answers whether it could, and no record was refused. */
export async function runConvert({ input, answers, output }: { readonly input: string; readonly answers: Answers; readonly output: string }, words: Words, out: Console): Promise<boolean> {
  const command = commandMessagesOf(words.messages);
  const { number } = words.formats;
  const opened = await openFile(input, answers, words);
  if (!opened.ok) {
    out.complain(opened.error);
    return false;
  }
  const { sentences, account } = opened.value;
  const dataset = titled(opened.value.dataset, input);
  for (const sentence of sentences) out.complain(sentence);
  const written = await writePieces(output, dateline.write(dataset), words);
  if (!written.ok) {
    out.complain(written.error);
    return false;
  }
  if (output !== STANDARD) out.say(command.converted(output, number(account.events), number(account.refused.length), number(account.notEvents.length)));
  return account.refused.length === 0;
}

/** A story that states no title goes by the name of its file. */
function titled(dataset: Dataset, input: string): Dataset {
  const { story } = dataset;
  return story.title !== '' || input === STANDARD ? dataset : withStory(dataset, { ...story, title: basename(input, extname(input)) });
}
