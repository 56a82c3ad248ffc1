import { civilOf, daysInMonth, instantOf } from '../../time/calendar.ts';
import { dayText, twoDigits } from '../../time/edtf-of.ts';
import { DAY, HOUR, MINUTE, SECOND, instant, type Instant } from '../../time/instant.ts';
import { instantsOfWall } from '../../time/zone.ts';
import type { Property } from './components.ts';
import type { CalendarZone } from './zones.ts';

/** A day or time of a calendar. */
export interface CalendarTime {
  readonly kind: 'day' | 'time';
  /** What the clocks of the place show, as if it were UTC; of a day its midnight. */
  readonly wall: Instant;
  /** `floating` is local time wherever one is. */
  readonly zone: CalendarZone | 'utc' | 'floating';
}

const TIME = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?(Z?))?$/i;

/** Reads a day or time. Source: RFC 5545, 3.3.4 and 3.3.5. `undefined` for what is none. */
export function parseTime({ value, parameters }: Property, zoneOf: (name: string) => CalendarZone | undefined): CalendarTime | undefined {
  const match = TIME.exec(value.trim());
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((digits) => Number(digits ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 24 || minute > 59 || second > 60) return undefined;
  if (match[4] === undefined) return { kind: 'day', wall: instantOf(year, month, day), zone: 'floating' };
  // A leap second is told as the one before it.
  const wall = instantOf(year, month, day, hour, minute, Math.min(second, 59));
  const name = parameters.get('TZID');
  if (match[7]?.toUpperCase() === 'Z') return { kind: 'time', wall, zone: 'utc' };
  return { kind: 'time', wall, zone: name === undefined ? 'floating' : (zoneOf(name) ?? 'floating') };
}

/** A time in EDTF; with its offset where the zone has no name of its own. */
export function textOfTime({ kind, wall, zone }: CalendarTime): string {
  const { year, month, day, hour, minute, second } = civilOf(wall);
  const date = dayText(year, month, day);
  if (kind === 'day') return date;
  const offset = zone === 'utc' ? 'Z' : zone === 'floating' || zone.kind === 'named' ? '' : offsetText(zone.offsetAt(wall));
  return `${date}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${offset}`;
}

/** An offset in EDTF, which goes no farther than the zones of the Earth. */
function offsetText(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes === 0 || minutes > (14 * HOUR) / MINUTE || minutes < (-12 * HOUR) / MINUTE) return minutes === 0 ? 'Z' : '';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** The instant of a time; of a floating one and of a day what the clocks show. */
export function instantOfTime({ wall, zone }: CalendarTime): Instant {
  if (zone === 'utc' || zone === 'floating') return wall;
  return zone.kind === 'named' ? instantsOfWall(wall, zone.clocks).first : instant(wall - zone.offsetAt(wall));
}

const DURATION = /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?$/i;

/** A duration such as `PT1H30M` in milliseconds; `undefined` for what is none. Source: RFC 5545, 3.3.6. */
export function parseDuration(value: string): number | undefined {
  const match = DURATION.exec(value.trim());
  if (match === null || !/\d/.test(value)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((digits) => Number(digits ?? 0));
  return (match[1] === '-' ? -1 : 1) * (weeks * 7 * DAY + days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND);
}
