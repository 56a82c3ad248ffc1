import { canPaint, pngSize } from '../core/export/png.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import { draw, makeWorld } from '../core/pipeline.ts';
import { instant } from '../core/time/instant.ts';
import { fromSearch } from '../core/view/url.ts';
import { INITIAL_VIEW } from '../core/view/view-state.ts';
import { STANDARD, type RenderOrder } from './arguments.ts';
import type { Console } from './console.ts';
import { writeBytes } from './files.ts';
import { openFile } from './open-file.ts';
import { drawPicture } from './picture.ts';
import { readBaseMap } from './resources.ts';

/** Draws the figure that was ordered and writes it; answers whether it could. */
export async function runRender(order: RenderOrder, words: Words, out: Console): Promise<boolean> {
  const command = commandMessagesOf(words.messages);
  const { number } = words.formats;
  const opened = await openFile(order.input, order.answers, words);
  if (!opened.ok) {
    out.complain(opened.error);
    return false;
  }
  const { dataset, sentences } = opened.value;
  for (const sentence of sentences) out.complain(sentence);
  const figure = draw({
    dataset,
    view: order.view === undefined ? INITIAL_VIEW : fromSearch(order.view.slice(order.view.indexOf('#') + 1)).view,
    ...order.figure,
    world: makeWorld({ locale: 'en', theme: order.figure.theme, now: instant(Date.now()) }),
    base: await readBaseMap(),
  });
  const size = pngSize(figure.scene.size, order.format.id === 'png' ? order.scale : 1);
  if (!canPaint(size)) {
    out.complain(command.tooLarge);
    return false;
  }
  const { content, missing } = await drawPicture(figure.scene, order.format.id, order.scale);
  const written = await writeBytes(order.output, content, words);
  if (!written.ok) {
    out.complain(written.error);
    return false;
  }
  if (missing.length > 0) out.complain(command.missingCharacters(missing.join(' ')));
  if (figure.unnamed > 0) out.complain(command.unnamed(figure.unnamed, number(figure.unnamed)));
  if (order.output !== STANDARD) out.say(command.written(order.output, number(size.width), number(size.height)));
  return true;
}
