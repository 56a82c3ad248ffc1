import { UNDATED } from '../../model/build-event.ts';
import type { When } from '../../model/event.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import { inZone } from '../../time/edtf-zone.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import { parseWritten, type WrittenError } from '../../time/written.ts';
import type { Finding } from '../entry.ts';
import type { Tell } from './positions.ts';

/** A date as it stands in a file. */
export interface Stated {
  readonly text: string;
  readonly column: string;
}

/** What became of a stated date. */
interface ReadDate {
  readonly stated: Stated;
  readonly edtf: Edtf | undefined;
  readonly zone: string;
  /** The words to keep: of a date that could not be read, or that says more than its reading. */
  readonly words: string | undefined;
}

/**
 * When an event happened that has a start, an end, both or neither. `open`: a side that is not stated is without bound, as in a span of KML;
 * otherwise an end alone is the date. Ends are inclusive of their unit. What cannot be read is told and kept as words, as is an end
 * that lies before the start.
 */
export function whenBetween(start: Stated | undefined, end: Stated | undefined, habits: DateHabits, tell: Tell, open = false): When {
  const from = readDate(start, habits, tell);
  const to = readDate(end, habits, tell);
  const first = from ?? to;
  if (first === undefined) return UNDATED;
  const zone = [from, to].find((read) => read !== undefined && read.zone !== 'local')?.zone ?? 'local';
  const edtf = between(from, to, open, tell);
  const isBackwards = edtf !== undefined && from?.edtf === edtf && to?.edtf !== undefined && edtf.text !== to.edtf.text;
  const words = isBackwards ? [from.stated.text.trim(), to.stated.text.trim()] : [from?.words, to?.words].filter((text) => text !== undefined);
  return {
    ...UNDATED,
    edtf: edtf === undefined || zone === 'local' ? edtf : inZone(edtf, zone),
    wording: words.length === 0 ? undefined : words.join(' – '),
    zone,
  };
}

function between(from: ReadDate | undefined, to: ReadDate | undefined, open: boolean, tell: Tell): Edtf | undefined {
  const [start, end] = [from?.edtf, to?.edtf];
  if (start === undefined && end === undefined) return undefined;
  if (start === undefined) return end !== undefined && (open || from !== undefined) ? joined(from === undefined ? '..' : '', end.text, end) : end;
  if (end === undefined) return to === undefined && open ? joined(start.text, '..', start) : start;
  if (start.text === end.text) return start;
  const both = parseEdtf(`${start.text}/${end.text}`);
  if (both.ok) return both.value;
  if (to !== undefined && both.error.kind === 'backwards-interval') {
    tell({ code: 'end-before-start', column: to.stated.column, value: to.stated.text, parameters: { start: from?.stated.text ?? '' } });
  }
  return start;
}

/** The interval of two texts; what is no end of an interval, such as a season, stays by itself. */
function joined(from: string, to: string, alone: Edtf): Edtf {
  const interval = parseEdtf(`${from}/${to}`);
  return interval.ok ? interval.value : alone;
}

function readDate(stated: Stated | undefined, habits: DateHabits, tell: Tell): ReadDate | undefined {
  if (stated === undefined) return undefined;
  const text = stated.text.trim();
  const written = parseWritten(text, habits);
  if (written.ok) {
    const { edtf, zone, exactText } = written.value;
    return { stated, edtf, zone, words: exactText ? undefined : text };
  }
  if (written.error.kind === 'absent') return undefined;
  tell(findingOf(written.error, { ...stated, text }));
  return { stated, edtf: undefined, zone: 'local', words: text };
}

/** What to tell of a date that could not be read. */
export function findingOf(error: WrittenError, { text, column }: Stated): Finding {
  switch (error.kind) {
    case 'impossible':
      return { code: 'date-impossible', column, value: text };
    case 'zero':
      return { code: 'date-zero', column, value: text };
    case 'year-zero':
      return { code: 'year-zero', column, value: text };
    case 'ambiguous':
      return { code: 'date-ambiguous', column, value: text, parameters: { day: error.dayFirst.text, month: error.monthFirst.text, used: '' } };
    default:
      return { code: 'date-unreadable', column, value: text };
  }
}
