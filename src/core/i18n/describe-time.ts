import { unreachable } from '../base/result.ts';
import type { Edtf, EdtfInterval, EdtfPoint, EdtfRange, EdtfSet } from '../time/edtf.ts';
import { describePoint, describeUnqualified, plainUnit } from './describe-point.ts';
import { formatEnds, formatList, type Words } from './format-time.ts';

export * from './format-time.ts';
export { describeOffset } from './describe-point.ts';
export { formatShortDate, formatTimeInZone, formatTimeOfDay, spanInZone } from './short-date.ts';

/** A date in plain words: "about 1850", "some time between 5 and 8 February 2026", "from 4 June 2004, end open". */
export function describeEdtf(edtf: Edtf, words: Words): string {
  const { time } = words.messages;
  switch (edtf.kind) {
    case 'interval':
      return describeInterval(edtf, words);
    case 'set':
      return describeSet(edtf, words);
    default:
      return isWholeMonth(edtf) ? time.remark(describeUnqualified(edtf, words), time.dayNotStated) : describePoint(edtf, words, 'alone');
  }
}

const isWholeMonth = ({ kind, precision, text, qualifier }: EdtfPoint): boolean =>
  kind === 'date' && precision === 'month' && !text.includes('X') && !qualifier.uncertain && !qualifier.approximate;

function describeInterval({ from, to }: EdtfInterval, words: Words): string {
  const { time } = words.messages;
  const [first, last] = describePair(from, to, words);
  switch (from) {
    case 'open':
      if (to === 'open') return time.startAndEndOpen;
      return to === 'unknown' ? time.startOpenEndUnknown : time.untilWithStartOpen(last);
    case 'unknown':
      if (to === 'open') return time.startUnknownEndOpen;
      return to === 'unknown' ? time.startAndEndUnknown : time.untilWithStartUnknown(last);
    default:
      if (to === 'open') return time.fromWithEndOpen(first);
      if (to === 'unknown') return time.fromWithEndUnknown(first);
      return first === last ? first : time.fromTo(first, last);
  }
}

type End = EdtfInterval['from'] | undefined;

/** Both ends in words, empty for one that is not stated; what two plain dates share is said once. */
function describePair(from: End, to: End, words: Words): readonly [string, string] {
  if (isPoint(from) && isPoint(to)) {
    const unit = plainUnit(from);
    const same = unit !== undefined && unit === plainUnit(to);
    if (same) return formatEnds(from.span.earliestStart, to.span.earliestStart, unit, 'long', words);
  }
  return [describeEnd(from, words), describeEnd(to, words)];
}

const isPoint = (end: End): end is EdtfPoint => typeof end === 'object';

const describeEnd = (end: End, words: Words): string => (isPoint(end) ? describePoint(end, words, 'inside') : '');

function describeSet({ choice, entries }: EdtfSet, words: Words): string {
  const { time } = words.messages;
  const phrases = entries.map((entry) => describeEntry(entry, choice, words));
  if (choice === 'one-of') return formatList(phrases, 'disjunction', words);
  const list = formatList(phrases, 'conjunction', words);
  const [only] = entries;
  return entries.length === 1 && only?.kind !== 'range' ? list : time.allOf(list, entries.length);
}

function describeEntry(entry: EdtfPoint | EdtfRange, choice: EdtfSet['choice'], words: Words): string {
  if (entry.kind !== 'range') return describePoint(entry, words, 'inside');
  const { time } = words.messages;
  const [first, last] = describePair(entry.from, entry.to, words);
  if (first === last) return first;
  switch (choice) {
    case 'one-of':
      if (entry.from === undefined) return time.someTimeUpTo(last);
      return entry.to === undefined ? time.someTimeFrom(first) : time.someTimeBetween(first, last);
    case 'all-of':
      if (entry.from === undefined) return time.andBefore(last);
      return entry.to === undefined ? time.andAfter(first) : time.to(first, last);
    default:
      return unreachable(choice);
  }
}
