import { describeEdtf } from '../../../core/i18n/describe-time.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';

/** The date of an event in words, by the clocks that it was written with; of an undated one the words of its source. */
export function dateInWords({ when }: TimelineEvent, world: World): string {
  const { review: words } = importMessagesOf(world.messages);
  if (when.edtf === undefined) return when.wording === undefined ? words.undated : `${words.undated} (${when.wording})`;
  return describeEdtf(when.edtf, { messages: world.messages, locale: world.locale, ...(when.zone === 'local' ? {} : { zone: when.zone }) });
}
