import { comesBack, isLeftOut, type Loss } from '../formats/losses.ts';
import type { DataFormatId } from '../formats/data-formats.ts';
import { dataExportMessagesOf } from './data-export-messages.ts';
import type { Words } from './describe-event.ts';

/** What a format cannot hold, as paragraphs: each a sentence, and the items it is about. */
export interface LossParagraph {
  readonly sentence: string;
  readonly items: readonly { readonly what: string; readonly examples: string }[];
}

/** What is not in a file at all comes first, then what only Dateline finds in it. A format that holds all says so. */
export function describeLosses(losses: readonly Loss[], format: DataFormatId, { messages, formats }: Words): readonly LossParagraph[] {
  const words = dataExportMessagesOf(messages);
  const itemOf = ({ what, count, examples }: Loss): LossParagraph['items'][number] => ({
    what: words.loss(what, count, formats.number(count)),
    examples: what === 'about' ? '' : words.examples(examples, count > examples.length),
  });
  const isGone = ({ what }: Loss): boolean => !comesBack(format) || isLeftOut(what) || what === 'eras' || what === 'walk' || what === 'about';
  const [gone, kept] = [losses.filter(isGone), losses.filter((loss) => !isGone(loss))];
  return [
    ...(losses.length === 0 ? [{ sentence: words.nothingLost, items: [] }] : []),
    ...(gone.length === 0 ? [] : [{ sentence: words.lossesGone, items: gone.map(itemOf) }]),
    ...(kept.length === 0 ? [] : [{ sentence: words.lossesKept, items: kept.map(itemOf) }]),
  ];
}
