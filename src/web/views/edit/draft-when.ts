import { describeEdtf, formatShortDate, type Words } from '../../../core/i18n/describe-time.ts';
import type { PartOfDay, When } from '../../../core/model/event.ts';
import type { DateOrder } from '../../../core/time/date-habits.ts';
import { printEdtf } from '../../../core/time/edtf-print.ts';
import { parseEdtf, type Edtf, type EdtfPoint } from '../../../core/time/edtf.ts';
import { inZone, pointsOf } from '../../../core/time/edtf-zone.ts';
import { parseWritten, type Written, type WrittenError } from '../../../core/time/written.ts';
import { clocksOf } from '../../../core/time/zone.ts';

/** The time of an event as it stands in the form. */
export interface WhenDraft {
  readonly start: string;
  /** Empty for a single date. */
  readonly end: string;
  /** Which of two readings a person has taken. */
  readonly order: DateOrder | undefined;
  /** IANA name, or empty where it is not known. */
  readonly zone: string;
  readonly partOfDay: PartOfDay | '';
  readonly wording: string;
}

/** The field that a problem is with. */
export type WhenField = 'start' | 'end' | 'zone';

/** What the words of a form say about time. */
export type WhenReading =
  | { readonly kind: 'undated' }
  /** `wording`: the words typed, where the reading does not say all that they say. */
  | { readonly kind: 'read'; readonly edtf: Edtf; readonly zone: string; readonly wording: string | undefined }
  | { readonly kind: 'ambiguous'; readonly field: WhenField; readonly dayFirst: Edtf; readonly monthFirst: Edtf }
  | { readonly kind: 'problem'; readonly field: WhenField; readonly problem: WhenProblem };

export type WhenProblem = WrittenError['kind'] | 'backwards' | 'two-ends' | 'end-is-stretch' | 'zone-unknown';

const LOCAL = 'local';

/** Words for an end that is open, and for one that is not known. */
const OPEN = /^(?:\.\.|open|ongoing|now|today|present|still)$/i;
const UNKNOWN = /^(?:\?|unknown|not known)$/i;

/** Reads the time in a form. `year` is that of dates which state none. */
export function readWhen({ start, end, order, zone }: WhenDraft, year: number | undefined): WhenReading {
  const named = zone.trim();
  if (named !== '' && clocksOf(named) === undefined) return { kind: 'problem', field: 'zone', problem: 'zone-unknown' };
  const habits = { order, year, zone: named === '' ? LOCAL : named };
  if (start.trim() === '' && end.trim() === '') return { kind: 'undated' };
  const first = start.trim() === '' ? undefined : parseWritten(start, habits);
  if (first?.ok === false) return refusal(first.error, 'start');
  if (end.trim() === '') return first === undefined ? { kind: 'undated' } : readOf(first.value, start);
  const from = first?.value.edtf;
  if (from !== undefined && !isPoint(from)) return { kind: 'problem', field: 'end', problem: 'two-ends' };
  const opening = from === undefined ? '' : printEdtf(from);
  if (from !== undefined && OPEN.test(end.trim())) return joined(`${opening}/..`, [first], named);
  if (from !== undefined && UNKNOWN.test(end.trim())) return joined(`${opening}/`, [first], named);
  const last = parseWritten(end, { ...habits, year: from === undefined ? year : yearOf(from) ?? year });
  if (!last.ok) return refusal(last.error, 'end');
  if (!isPoint(last.value.edtf)) return { kind: 'problem', field: 'end', problem: 'end-is-stretch' };
  return joined(`${opening}/${printEdtf(last.value.edtf)}`, [first, last], named);
}

type Parsed = ReturnType<typeof parseWritten> | undefined;

const isPoint = (edtf: Edtf): edtf is EdtfPoint => edtf.kind !== 'interval' && edtf.kind !== 'set';

/** The year in a date, where it is one that dates without a year can take over. */
function yearOf(edtf: EdtfPoint): number | undefined {
  if (edtf.kind === 'date-time') return edtf.year;
  return edtf.kind === 'date' && /^-?\d{4}$/.test(edtf.year.digits) ? Number(edtf.year.digits) : undefined;
}

const readOf = ({ edtf, zone, exactText }: Written, typed: string): WhenReading => ({
  kind: 'read', edtf, zone, wording: exactText ? undefined : typed.trim(),
});

function joined(text: string, ends: readonly Parsed[], zone: string): WhenReading {
  const edtf = parseEdtf(text);
  if (!edtf.ok) return { kind: 'problem', field: 'end', problem: edtf.error.kind === 'backwards-interval' ? 'backwards' : 'end-is-stretch' };
  const stated = ends.flatMap((end) => (end?.ok === true && end.value.zone !== LOCAL ? [end.value.zone] : []))[0];
  const clock = stated ?? (zone === '' || !hasWallTime(edtf.value) ? LOCAL : zone);
  return { kind: 'read', edtf: clock === LOCAL ? edtf.value : inZone(edtf.value, clock), zone: clock, wording: undefined };
}

/** Whether a date has times of day that are read from some zone's clocks. */
const hasWallTime = (edtf: Edtf): boolean => pointsOf(edtf).some((point) => point.kind === 'date-time' && point.zone === '');

function refusal(error: WrittenError, field: WhenField): WhenReading {
  if (error.kind !== 'ambiguous') return { kind: 'problem', field, problem: error.kind };
  return { kind: 'ambiguous', field, dayFirst: error.dayFirst, monthFirst: error.monthFirst };
}

/** The time of an event as a form shows it: in words that are read as the very same date, or as EDTF where no words are. */
export function whenDraftOf({ edtf, wording, zone, partOfDay }: When, words: Words): WhenDraft {
  return { ...endsOf(edtf, words), order: undefined, zone: zone === LOCAL ? '' : zone, partOfDay: partOfDay ?? '', wording: wording ?? '' };
}

/** What stands in the two fields for a date. */
export function endsOf(edtf: Edtf | undefined, words: Words): { readonly start: string; readonly end: string } {
  if (edtf === undefined) return { start: '', end: '' };
  if (edtf.kind !== 'interval' || typeof edtf.from === 'string') return { start: written(edtf, words), end: '' };
  const end = edtf.to === 'open' ? 'open' : edtf.to === 'unknown' ? '?' : written(edtf.to, words);
  return { start: written(edtf.from, words), end };
}

function written(edtf: Edtf, words: Words): string {
  const { text } = edtf;
  const isSame = (phrase: string): boolean => {
    const read = parseWritten(phrase);
    return read.ok && read.value.edtf.text === text;
  };
  return [describeEdtf(edtf, words), formatShortDate(edtf, words)].find(isSame) ?? text;
}

/** A single date or an interval with another word about how sure it is; `undefined` where parts of it are qualified by themselves. */
export function qualified(edtf: Edtf, mark: '' | '?' | '~' | '%'): Edtf | undefined {
  const plain = (point: EdtfPoint): string | undefined => {
    const bare = printEdtf(point).replace(/[?~%]+$/, '');
    return /[?~%]/.test(bare) || point.kind === 'long-year' ? undefined : bare + mark;
  };
  const end = (side: EdtfPoint | 'open' | 'unknown'): string | undefined => (side === 'open' ? '..' : side === 'unknown' ? '' : plain(side));
  if (edtf.kind === 'set') return undefined;
  const parts = edtf.kind === 'interval' ? [end(edtf.from), end(edtf.to)] : [plain(edtf)];
  const read = parts.includes(undefined) ? undefined : parseEdtf(parts.join('/'));
  return read?.ok === true ? read.value : undefined;
}
