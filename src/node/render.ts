import { canPaint, pngSize } from '../core/export/png.ts';
import { dateline } from '../core/formats/dateline.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { draw, makeWorld } from '../core/pipeline.ts';
import { instant } from '../core/time/instant.ts';
import { fromSearch } from '../core/view/url.ts';
import { INITIAL_VIEW } from '../core/view/view-state.ts';
import type { RenderOrder } from './arguments.ts';
import { writeBytes } from './files.ts';
import { openFile } from './open-file.ts';
import { refusal, type Outcome } from './outcome.ts';
import { drawPicture } from './picture.ts';
import { readBaseMap } from './resources.ts';
import { STANDARD } from './standard.ts';

/** Draws the figure that was ordered and writes it. */
export async function runRender(order: RenderOrder, words: Words): Promise<Outcome> {
  const command = commandMessagesOf(words.messages);
  const { number } = words.formats;
  const opened = await openFile(order.input, order.answers, words);
  if (!opened.ok) return refusal(opened.error);
  const { dataset, sentences } = opened.value;
  const figure = draw({
    dataset,
    view: order.view === undefined ? INITIAL_VIEW : fromSearch(order.view.slice(order.view.indexOf('#') + 1)).view,
    ...order.figure,
    world: makeWorld({ locale: 'en', theme: order.figure.theme, now: instant(Date.now()) }),
    base: await readBaseMap(),
  });
  const size = pngSize(figure.scene.size, order.format.id === 'png' ? order.scale : 1);
  if (!canPaint(size)) return refusal(command.tooLarge);
  const { content, missing } = await drawPicture(figure.scene, order.format.id, order.scale, order.withStory ? dateline.serialize(dataset) : undefined);
  const written = await writeBytes(order.output, content, words);
  if (!written.ok) return refusal(written.error);
  const { unnamed } = figure;
  return {
    isDone: true,
    said: order.output === STANDARD ? [] : [command.written(order.output, number(size.width), number(size.height))],
    complaints: [
      ...sentences,
      ...(missing.length === 0 ? [] : [command.missingCharacters(missing.join(' '))]),
      ...(unnamed === 0 ? [] : [command.unnamed(unnamed, number(unnamed))]),
    ],
    facts: { output: order.output, format: order.format.id, ...size, unnamed, missing, issues: sentences },
  };
}
