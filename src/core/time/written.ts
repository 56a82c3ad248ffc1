import { err, ok, type Result } from '../base/result.ts';
import type { DateHabits, DateOrder } from './date-habits.ts';
import { parseEdtf, type Edtf, type EdtfError } from './edtf.ts';
import { inZone, pointsOf } from './edtf-zone.ts';
import { saysAbsent } from './written/absent.ts';
import { cleanDate, foldDate, withoutMarks } from './written/clean.ts';
import { hasJapaneseYear } from './written/east-asian.ts';
import { readExpanded } from './written/expanded-year.ts';
import { itemsOf } from './written/items.ts';
import type { Fault, Reading } from './written/parts.ts';
import { readPhrase } from './written/phrase.ts';
import type { Written, WrittenError } from './written/reading.ts';
import { tokensOf } from './written/tokens.ts';
import { readUsual } from './written/usual.ts';

export { isoDateIn } from './written/usual.ts';
export type { Written, WrittenError } from './written/reading.ts';

const NO_HABITS: DateHabits = {};

/** The longest text that can be a date, before and after white space is taken out of it. */
const [LONGEST_RAW, LONGEST] = [2000, 160];

/**
 * Reads a date as people and programs write it in cells, captions and forms, in the languages whose words are in `written/languages`: never
 * more exactly than it is written, and never by a guess. EDTF is read as such, but for what everybody else means otherwise: `850` is a
 * year, no
 * decade, and `1939-41` are three years, no half of one. An error says why there is no date; texts that say that there is none are
 * `absent`.
 */
export function parseWritten(text: string, habits: DateHabits = NO_HABITS): Result<Written, WrittenError> {
  const usual = habits.calendar === undefined ? readUsual(text, habits.order) : undefined;
  if (usual !== undefined) return ok(inHabit(usual, habits));
  if (text === '') return err({ kind: 'absent' });
  if (text.length > LONGEST_RAW) return err({ kind: 'unreadable' });
  return remembered(text, habits);
}

/** How many readings are kept: the dates of a column come again and again, and reading words takes time. */
const KEPT = 8192;

const readings = new Map<string, Result<Written, WrittenError>>();

function remembered(text: string, habits: DateHabits): Result<Written, WrittenError> {
  const { order = '', years = '', zone = '', pivot = '', year = '', calendar = '' } = habits;
  const key = `${order} ${years} ${zone} ${pivot} ${year} ${calendar} ${text}`;
  const before = readings.get(key);
  if (before !== undefined) return before;
  if (readings.size >= KEPT) readings.clear();
  const result = readSlowly(text, habits);
  readings.set(key, result);
  return result;
}

function readSlowly(text: string, habits: DateHabits): Result<Written, WrittenError> {
  const marked = cleanDate(text);
  if (marked.length > LONGEST) return err({ kind: 'unreadable' });
  const clean = withoutMarks(marked);
  const read = readClean(clean, text, habits);
  return read.ok && (clean !== marked || hasJapaneseYear(text)) ? ok({ ...read.value, exactText: false }) : read;
}

function readClean(clean: string, text: string, habits: DateHabits): Result<Written, WrittenError> {
  const folded = foldDate(clean);
  if (folded === '0') return err({ kind: 'zero' });
  if (saysAbsent(folded)) return err({ kind: 'absent' });
  const again = habits.calendar === undefined && clean !== text ? readUsual(clean, habits.order) : undefined;
  if (again !== undefined) return ok(inHabit(again, habits));
  const expanded = readExpanded(clean, habits);
  if (expanded !== undefined) return expanded.ok ? ok(inHabit(expanded.value, habits)) : expanded;
  const edtf = readStandard(DAYS_LISTED.test(clean) ? `{${clean.replaceAll(/\s*[;,]\s*/g, ',')}}` : clean, habits);
  if (edtf !== undefined) return ok(inHabit({ edtf, zone: LOCAL, order: 'none', exactText: true }, habits));
  const written = readWords(folded, habits);
  if (typeof written === 'object') return ok(inHabit(written.written, habits));
  return written === 'ambiguous' ? readBothWays(folded, habits) : err({ kind: written });
}

const LOCAL = 'local';

/** A time of day without a zone has the one of habit. */
function inHabit(written: Written, { zone }: DateHabits): Written {
  if (zone === undefined || zone === LOCAL || written.zone !== LOCAL) return written;
  const { edtf } = written;
  const isWall = pointsOf(edtf).some((point) => point.kind === 'date-time' && !point.zoned);
  return isWall ? { ...written, edtf: inZone(edtf, zone), zone } : written;
}

/** The characters of EDTF, with those of its older drafts. */
const STANDARD = /^(?=.*\d)(?:[\dXxuTZYyES?~%:+.,\-/[\]{} ]|unknown|open)+$/;

/** A year and a number that is the end of a range for all who do not know the codes of the parts of a year. */
const SHORT_RANGE = /^(\d{2})(\d{2})-(2[5-9]|3\d|4[01])$/;

/** Days or months of ISO 8601 one behind another: all of them. */
const DAYS_LISTED = /^\d{4}-\d\d(?:-\d\d)?(?:\s?[;,]\s?\d{4}-\d\d(?:-\d\d)?)+$/;

/** EDTF, also as the drafts before 2019 had it: `u` for a digit, `?~`, `unknown`, `open`. */
function readStandard(clean: string, habits: DateHabits): Edtf | undefined {
  if (!STANDARD.test(clean) || habits.calendar !== undefined) return undefined;
  if (/^-?\d{1,3}$/.test(clean) || (habits.years === 'historical' && clean.includes('-') && /(?:^|\/)-|^0000/.test(clean))) return undefined;
  const short = SHORT_RANGE.exec(clean);
  if (short !== null && Number(short[3]) > Number(short[2])) return undefined;
  const today = clean
    .replace(/unknown/g, '')
    .replace(/open/g, '..')
    .replace(/[ux](?=[\dux?~%/\-,.\]}]|$)/g, 'X')
    .replace(/\?~|~\?/g, '%')
    // Library catalogues: “18--”, “185-”.
    .replace(/^(\d\d)--(?=\??$)/, '$1XX')
    .replace(/^(\d{3})-(?=\??$)/, '$1X')
    .replace(/^y/, 'Y');
  const edtf = parseEdtf(today);
  return edtf.ok && edtf.value.kind !== 'decade' && edtf.value.kind !== 'century' && !isTwoGroups(edtf.value) ? edtf.value : undefined;
}

/** Hyphens that stand for a range within a year of four digits are none of EDTF. */
const isTwoGroups = (edtf: Edtf): boolean => edtf.kind === 'interval' && edtf.from === 'unknown' && edtf.to === 'unknown';

interface InWords {
  readonly written: Written;
  /** What each of its dates says about day and month. */
  readonly orders: readonly Written['order'][];
}

function readWords(folded: string, habits: DateHabits): InWords | Fault {
  const items = itemsOf(tokensOf(folded));
  if (items === undefined) return 'unreadable';
  if (typeof items === 'string') return items;
  const reading: Reading = { habits, orders: [], zones: [] };
  const span = readPhrase(items, reading);
  if (typeof span === 'string') return span;
  const parsed = parseEdtf(span.text);
  if (!parsed.ok) return faultOf(parsed.error);
  const { orders } = reading;
  const order = orders.find((found) => found.startsWith('proven')) ?? orders.find((found) => found !== 'none') ?? 'none';
  const [zone = LOCAL] = reading.zones;
  return { written: { edtf: zone === LOCAL ? parsed.value : inZone(parsed.value, zone), zone, order, exactText: span.exact }, orders };
}

function faultOf({ kind }: EdtfError): Fault {
  switch (kind) {
    case 'year-too-far':
      return 'out-of-range';
    case 'backwards-interval':
    case 'backwards-range':
    case 'month':
    case 'day':
    case 'day-of-month':
    case 'hour':
    case 'minute':
    case 'second':
    case 'zone':
      return 'impossible';
    default:
      return 'unreadable';
  }
}

/** A date that no habit settles: one end of an interval may prove the order of the other, else there are two readings. */
function readBothWays(folded: string, habits: DateHabits): Result<Written, WrittenError> {
  const read = (order: DateOrder): Written | undefined => {
    const found = readWords(folded, { ...habits, order });
    const contrary = order === 'day-first' ? 'proven-month-first' : 'proven-day-first';
    return typeof found === 'object' && !found.orders.includes(contrary) ? inHabit(found.written, habits) : undefined;
  };
  const [dayFirst, monthFirst] = [read('day-first'), read('month-first')];
  const only = dayFirst ?? monthFirst;
  if (only === undefined) return err({ kind: 'unreadable' });
  if (dayFirst !== undefined && monthFirst !== undefined) return err({ kind: 'ambiguous', dayFirst: dayFirst.edtf, monthFirst: monthFirst.edtf });
  return only.order.startsWith('proven') ? ok(only) : err({ kind: 'unreadable' });
}
