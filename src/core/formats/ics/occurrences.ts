import { civilOf } from '../../time/calendar.ts';
import { DAY, instant, type Instant } from '../../time/instant.ts';
import { parseRecurrence, recurrencesOf } from '../../time/recurrence.ts';
import type { Finding } from '../entry.ts';
import { propertiesOf, type Component } from './components.ts';
import { instantOfTime, parseDuration, parseTime, textOfTime, type CalendarTime } from './times.ts';
import type { CalendarZone } from './zones.ts';

/** Most times that one event is shown by a rule, and most by its list of days. */
const MOST_TIMES = 1000;

/** How many years an event that repeats without end is followed. */
const LONGEST_YEARS = 100;

/** A time at which an event begins; `lengthMs` where this time has a length of its own. */
export interface Occurrence {
  readonly time: CalendarTime;
  readonly lengthMs: number | undefined;
}

/** The times of an event that repeats. */
export interface Occurrences {
  readonly times: readonly Occurrence[];
  readonly findings: readonly Finding[];
}

/**
 * The times at which an event that repeats begins, in order: those of its rules and of its list of days, without those that are taken
 * out. Endless and very long rules and lists are cut short, which is told, as is a rule or a day that cannot be read.
 */
export function occurrencesOf(component: Component, first: CalendarTime, zoneOf: (name: string) => CalendarZone | undefined): Occurrences {
  const findings: Finding[] = [];
  const walls = new Set<Instant>([first.wall]);
  for (const { value } of propertiesOf(component, 'RRULE')) {
    const rule = parseRecurrence(value);
    if (rule === undefined) {
      findings.push({ code: 'recurrence-unread', column: 'RRULE', value });
      continue;
    }
    const until = rule.until === undefined ? undefined : parseTime({ name: 'UNTIL', parameters: new Map(), value: rule.until }, () => undefined);
    const isEndless = rule.count === undefined && until === undefined;
    const lastYear = civilOf(first.wall).year + LONGEST_YEARS;
    let count = 0;
    for (const wall of recurrencesOf(rule, first.wall)) {
      if (count === rule.count || (until !== undefined && isAfter({ ...first, wall }, until))) break;
      if (count === MOST_TIMES || (isEndless && civilOf(wall).year >= lastYear)) {
        findings.push({ code: 'recurrence-capped', column: 'RRULE', value, parameters: { shown: count } });
        break;
      }
      walls.add(wall);
      count += 1;
    }
  }
  const tell = (finding: Finding): void => void findings.push(finding);
  const added = listed(component, 'RDATE', zoneOf, tell).map(({ time, lengthMs }) => ({ wall: wallLike(time, first), lengthMs })).sort((a, b) => a.wall - b.wall);
  const lengths = new Map<Instant, number | undefined>();
  const most = walls.size + MOST_TIMES;
  for (const { wall, lengthMs } of added) {
    if (walls.size === most && !walls.has(wall)) {
      findings.push({ code: 'recurrence-capped', column: 'RDATE', value: textOfTime({ ...first, wall }), parameters: { shown: walls.size } });
      break;
    }
    walls.add(wall);
    lengths.set(wall, lengthMs);
  }
  const gone = new Set(listed(component, 'EXDATE', zoneOf, tell).map(({ time }) => keyOf(time)));
  const times = [...walls].sort((a, b) => a - b).map((wall): Occurrence => ({ time: { ...first, wall }, lengthMs: lengths.get(wall) }));
  return { times: times.filter(({ time }) => !gone.has(keyOf(time)) && !gone.has(keyOf({ ...time, kind: 'day' }))), findings };
}

/** Whether a time lies after the end of a rule, which may be a day, and may be in UTC. */
function isAfter(time: CalendarTime, until: CalendarTime): boolean {
  if (until.kind === 'day') return civilDay(time.wall) > until.wall;
  if (time.kind === 'day') return time.wall > until.wall;
  return until.zone === 'utc' ? instantOfTime(time) > until.wall : time.wall > until.wall;
}

const civilDay = (wall: Instant): Instant => instant(Math.floor(wall / DAY) * DAY);

/** The days and times of lists; a period is its start and how long it lasts. Source: RFC 5545, 3.3.9. */
function listed(
  component: Component,
  name: string,
  zoneOf: (zone: string) => CalendarZone | undefined,
  tell: (finding: Finding) => void,
): readonly Occurrence[] {
  return propertiesOf(component, name).flatMap((property) =>
    property.value.split(/[,;]/).flatMap((value): readonly Occurrence[] => {
      const [from = '', to = ''] = value.split('/');
      const time = parseTime({ ...property, value: from }, zoneOf);
      if (time === undefined) {
        if (value.trim() !== '') tell({ code: 'recurrence-day-unread', column: name, value });
        return [];
      }
      const end = to === '' ? undefined : parseTime({ ...property, value: to }, zoneOf);
      return [{ time, lengthMs: end === undefined ? parseDuration(to) : end.wall - time.wall }];
    }),
  );
}

/** What the clocks of an event show at a time that is given in another zone, or as a day. */
function wallLike(time: CalendarTime, first: CalendarTime): Instant {
  if (first.kind === 'day') return civilDay(time.wall);
  if (time.kind === 'day') return instant(time.wall + (first.wall - civilDay(first.wall)));
  if (time.zone === 'utc' && typeof first.zone === 'object') {
    const offset = first.zone.kind === 'named' ? first.zone.clocks(time.wall) : first.zone.offsetAt(time.wall);
    return instant(time.wall + offset);
  }
  return time.wall;
}

/** What two statements of the same time share, in whatever zones they are given. */
export const keyOf = (time: CalendarTime): string => (time.kind === 'day' ? `day ${civilDay(time.wall)}` : `${instantOfTime(time)}`);
