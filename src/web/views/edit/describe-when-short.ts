import { formatShortDate, type Words } from '../../../core/i18n/describe-time.ts';
import type { When } from '../../../core/model/event.ts';

/** The date of an event in few words, beside its title; “undated” without one. */
export const describeWhenShort = ({ edtf }: When, words: Words): string =>
  edtf === undefined ? words.messages.list.undated : formatShortDate(edtf, words);
