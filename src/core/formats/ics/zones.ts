import { bisectRight } from '../../base/bisect.ts';
import { HOUR, MINUTE, SECOND, type Instant } from '../../time/instant.ts';
import { parseRecurrence, recurrencesOf } from '../../time/recurrence.ts';
import { clocksOf, type Clocks } from '../../time/zone.ts';
import { propertiesOf, propertyOf, type Component, type Property } from './components.ts';
import { parseTime } from './times.ts';

/** A zone of a calendar: one of IANA, or one that the file describes itself. */
export type CalendarZone =
  | { readonly kind: 'named'; readonly name: string; readonly clocks: Clocks }
  /** How far its clocks are ahead of UTC when they show a time. */
  | { readonly kind: 'described'; readonly offsetAt: (wall: Instant) => number };

/** Finds the zones that a file names. `undefined` for one that is neither known nor described. */
export function zonesOf(described: readonly Component[]): (name: string) => CalendarZone | undefined {
  const byName = new Map(described.map((zone): readonly [string, Component] => [propertyOf(zone, 'TZID')?.value.trim() ?? '', zone]));
  const found = new Map<string, CalendarZone | undefined>();
  return (name) => {
    if (!found.has(name)) found.set(name, zoneNamed(name, byName.get(name.trim())));
    return found.get(name);
  };
}

function zoneNamed(name: string, described: Component | undefined): CalendarZone | undefined {
  const location = described === undefined ? undefined : propertyOf(described, 'X-LIC-LOCATION')?.value;
  const known = ianaZone(name) ?? ianaZone(location ?? '');
  return known ?? (described === undefined ? undefined : describedZone(described)) ?? ianaZone(WINDOWS_ZONES.get(name.trim()) ?? '');
}

/** A zone of IANA, also where a program puts its own path before the name: `/freeassociation.sourceforge.net/Europe/Berlin`. */
function ianaZone(text: string): CalendarZone | undefined {
  const trimmed = text.trim();
  if (/^(?:UTC|GMT|Z|Etc\/UTC|Etc\/GMT)$/i.test(trimmed)) return { kind: 'named', name: 'UTC', clocks: () => 0 };
  const parts = trimmed.split('/');
  for (const length of [3, 2]) {
    const name = parts.slice(-length).join('/');
    if (!/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(name)) continue;
    const clocks = clocksOf(name);
    if (clocks !== undefined) return { kind: 'named', name, clocks };
  }
  return undefined;
}

/** Most changes of the clocks that one rule of a zone is followed for. */
const MOST_CHANGES = 1000;

/** A zone by the rules that the file has of it: the offset is that of the last change before. Source: RFC 5545, 3.6.5. */
function describedZone(zone: Component): CalendarZone | undefined {
  const changes = zone.components.flatMap((observance) => {
    const to = offsetOf(propertyOf(observance, 'TZOFFSETTO'));
    const start = propertyOf(observance, 'DTSTART');
    const first = start === undefined ? undefined : parseTime(start, () => undefined);
    if (to === undefined || first === undefined) return [];
    const rule = parseRecurrence(propertyOf(observance, 'RRULE')?.value ?? '');
    const dates = propertiesOf(observance, 'RDATE').flatMap(({ value }) => value.split(',')).flatMap((value) => parseWall(value) ?? []);
    return [...recurring(rule, first.wall), ...dates].map((at) => ({ at, to }));
  });
  if (changes.length === 0) return undefined;
  changes.sort((a, b) => a.at - b.at);
  const times = changes.map(({ at }) => at);
  return { kind: 'described', offsetAt: (wall) => (changes[bisectRight(times, wall) - 1] ?? changes[0])?.to ?? 0 };
}

const parseWall = (value: string): Instant | undefined => parseTime({ name: '', parameters: new Map(), value }, () => undefined)?.wall;

function* recurring(rule: ReturnType<typeof parseRecurrence>, first: Instant): Generator<Instant> {
  if (rule === undefined) {
    yield first;
    return;
  }
  const until = rule.until === undefined ? undefined : parseWall(rule.until);
  let left = Math.min(rule.count ?? MOST_CHANGES, MOST_CHANGES);
  for (const at of recurrencesOf(rule, first)) {
    // An end in UTC is at most a day off the clocks.
    if (left <= 0 || (until !== undefined && at > until + 24 * HOUR)) return;
    left -= 1;
    yield at;
  }
}

/** `-0700`, `+033000` in milliseconds. */
function offsetOf(property: Property | undefined): number | undefined {
  const match = /^([+-]?)(\d{2}):?(\d{2}):?(\d{2})?$/.exec(property?.value.trim() ?? '');
  if (match === null) return undefined;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * HOUR + Number(match[3]) * MINUTE + Number(match[4] ?? 0) * SECOND);
}

/** The names that Windows has for zones, as calendars of Outlook and Exchange use them. Source: Unicode CLDR, windowsZones.xml. */
const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map([
  ['GMT Standard Time', 'Europe/London'], ['Greenwich Standard Time', 'Atlantic/Reykjavik'], ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Central Europe Standard Time', 'Europe/Budapest'], ['Central European Standard Time', 'Europe/Warsaw'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['E. Europe Standard Time', 'Europe/Chisinau'], ['FLE Standard Time', 'Europe/Kiev'], ['GTB Standard Time', 'Europe/Bucharest'],
  ['Russian Standard Time', 'Europe/Moscow'],
  ['Turkey Standard Time', 'Europe/Istanbul'], ['Israel Standard Time', 'Asia/Jerusalem'], ['Middle East Standard Time', 'Asia/Beirut'],
  ['Syria Standard Time', 'Asia/Damascus'],
  ['Egypt Standard Time', 'Africa/Cairo'], ['Jordan Standard Time', 'Asia/Amman'], ['Arabic Standard Time', 'Asia/Baghdad'],
  ['Arab Standard Time', 'Asia/Riyadh'],
  ['Iran Standard Time', 'Asia/Tehran'], ['Arabian Standard Time', 'Asia/Dubai'], ['Azerbaijan Standard Time', 'Asia/Baku'],
  ['Afghanistan Standard Time', 'Asia/Kabul'],
  ['Pakistan Standard Time', 'Asia/Karachi'], ['India Standard Time', 'Asia/Kolkata'], ['China Standard Time', 'Asia/Shanghai'],
  ['Tokyo Standard Time', 'Asia/Tokyo'],
  ['Korea Standard Time', 'Asia/Seoul'], ['Singapore Standard Time', 'Asia/Singapore'],
  ['AUS Eastern Standard Time', 'Australia/Sydney'], ['New Zealand Standard Time', 'Pacific/Auckland'],
  ['South Africa Standard Time', 'Africa/Johannesburg'], ['W. Central Africa Standard Time', 'Africa/Lagos'],
  ['E. Africa Standard Time', 'Africa/Nairobi'], ['Morocco Standard Time', 'Africa/Casablanca'],
  ['Eastern Standard Time', 'America/New_York'], ['Central Standard Time', 'America/Chicago'],
  ['Mountain Standard Time', 'America/Denver'], ['US Mountain Standard Time', 'America/Phoenix'],
  ['Pacific Standard Time', 'America/Los_Angeles'], ['Alaskan Standard Time', 'America/Anchorage'],
  ['Hawaiian Standard Time', 'Pacific/Honolulu'], ['Atlantic Standard Time', 'America/Halifax'],
  ['E. South America Standard Time', 'America/Sao_Paulo'], ['Argentina Standard Time', 'America/Argentina/Buenos_Aires'],
  ['SA Pacific Standard Time', 'America/Bogota'],
  ['Central Standard Time (Mexico)', 'America/Mexico_City'],
]);
