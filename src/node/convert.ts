import { basename, extname } from 'node:path';
import { finished } from '../core/base/steps.ts';
import { isLeftOut, lossesOf } from '../core/formats/losses.ts';
import { wholeOf } from '../core/formats/story-part.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { describeLosses } from '../core/i18n/describe-losses.ts';
import { sayWhen } from '../core/i18n/say-when.ts';
import type { Dataset } from '../core/model/dataset.ts';
import { withStory } from '../core/model/rows.ts';
import type { ConvertOrder } from './arguments.ts';
import { writePieces } from './files.ts';
import { openFile } from './open-file.ts';
import { refusal, type Outcome } from './outcome.ts';
import { STANDARD } from './standard.ts';

/** Writes the events of a file in another format, and says what that cannot hold. It is done where no record was refused. */
export async function runConvert({ input, answers, output, format }: ConvertOrder, words: Words): Promise<Outcome> {
  const command = commandMessagesOf(words.messages);
  const { number, locale } = words.formats;
  const opened = await openFile(input, answers, words);
  if (!opened.ok) return refusal(opened.error);
  const { sentences, account } = opened.value;
  const part = wholeOf(titled(opened.value.dataset, input));
  const losses = finished(lossesOf(part, format.id));
  const leftOut = losses.reduce((sum, { what, count }) => (isLeftOut(what) ? sum + count : sum), 0);
  const toldLosses = describeLosses(losses, format.id, words).flatMap(({ sentence, items }) =>
    items.length === 0 ? [] : [sentence, ...items.map(({ what, examples }) => `  ${what}${examples === '' ? '' : `: ${examples}`}`)],
  );
  const write = await format.load();
  const written = await writePieces(output, write(part, (event) => sayWhen(event, { messages: words.messages, locale })), words);
  if (!written.ok) return refusal(written.error);
  const { events, refused, notEvents } = account;
  return {
    isDone: refused.length === 0,
    said: output === STANDARD ? [] : [command.converted(output, number(events - leftOut), number(refused.length), number(notEvents.length))],
    complaints: [...sentences, ...toldLosses],
    facts: { output, format: format.id, events: events - leftOut, refused: refused.length, notEvents: notEvents.length, losses: losses.map(({ what, count }) => ({ what, count })), issues: sentences },
  };
}

/** A story that states no title goes by the name of its file. */
function titled(dataset: Dataset, input: string): Dataset {
  const { story } = dataset;
  return story.title !== '' || input === STANDARD ? dataset : withStory(dataset, { ...story, title: basename(input, extname(input)) });
}
