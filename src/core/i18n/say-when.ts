import type { TimelineEvent } from '../model/event.ts';
import { describeEdtf, type Words } from './describe-time.ts';

/** The time of an event in words for files that show such words: those of its source, or what its date says. Empty for an event without either. */
export const sayWhen = ({ when: { wording, edtf } }: TimelineEvent, words: Words): string => wording ?? (edtf === undefined ? '' : describeEdtf(edtf, words));
