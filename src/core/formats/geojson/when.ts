import { UNDATED } from '../../model/build-event.ts';
import type { Json, When } from '../../model/event.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import { DAY, instant } from '../../time/instant.ts';
import { civilOf } from '../../time/calendar.ts';
import { epochUnit } from '../../time/date-numbers.ts';
import { dayText } from '../../time/edtf-of.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import { parseWritten } from '../../time/written.ts';
import { isObject, type Members } from '../dateline-file.ts';
import { scalarText, type Taking } from '../json-entries.ts';
import { whenBetween, type Stated } from '../xml/dates.ts';
import { earliestAndLatest } from '../xml/times.ts';
import type { Roles } from './roles.ts';

/** Members that hold one time for each position of a line. */
const TRACK_TIMES = ['coordTimes', 'times', 'linestringTimestamps', 'timestamps'] as const;

/** Reads when a feature was, from any of the members in which programs write it; the most telling one that is there counts. A `when` may also stand beside the properties. */
export function whenOf(record: Taking, roles: Roles, { when: linked, geometry }: Members, habits: DateHabits): When {
  const linkedWhen = linkedPlaces(linked, 'when', habits, record) ?? linkedPlaces(record.members['when'], 'properties.when', habits, record)
    ?? linkedPlaces(whenOfGeometry(geometry), 'geometry.when', habits, record);
  if (linkedWhen !== undefined) {
    if (isObject(record.members['when'])) record.take('when');
    return linkedWhen;
  }
  const track = trackTimes(record) ?? heightTimes(record, geometry);
  if (track !== undefined) return whenBetween(track[0], track[1], habits, record.tell);
  const shown = at(record, roles.get('displayDate'));
  const [start, end] = [startAt(record, roles), endAt(record, roles)];
  const when = whenBetween(start, inclusive(record, end), habits, record.tell, isLeafletTimeline(roles));
  return shown === undefined ? when : { ...when, wording: shown };
}

/** A `when` that stands in a geometry, or in the first part of one that has it. Source: https://github.com/LinkedPasts/linked-places-format#geometry */
function whenOfGeometry(geometry: Json | undefined): Json | undefined {
  if (!isObject(geometry)) return undefined;
  const parts = Array.isArray(geometry['geometries']) ? (geometry['geometries'] as readonly Json[]) : [];
  return [geometry, ...parts].map((part) => (isObject(part) ? part['when'] : undefined)).find((when) => when !== undefined);
}

/** Whether times are as Leaflet.timeline has them: where one of its two members is missing, that side is without bound. */
const isLeafletTimeline = (roles: Roles): boolean => roles.get('start') === 'start' && roles.get('end') === 'end';

const at = (record: Taking, name: string | undefined): string | undefined => (name === undefined ? undefined : record.text(name));

/** `when` as a text in EDTF or any other spelling counts before all others. */
function startAt(record: Taking, roles: Roles): Stated | undefined {
  const when = typeof record.members['when'] === 'string' ? record.date('when') : undefined;
  if (when !== undefined) return when;
  const name = roles.get('start');
  const date = name === undefined ? undefined : record.date(name);
  const time = date === undefined || !/^\d{4}-\d\d-\d\d$|^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/.test(date.text) ? undefined : at(record, roles.get('startTime'));
  if (date !== undefined) return time === undefined ? date : { ...date, text: `${date.text} ${time}` };
  const [year, month, day] = (['year', 'month', 'day'] as const).map((field) => at(record, roles.get(field)));
  if (year === undefined) return undefined;
  const parts = [year.padStart(4, '0'), ...(month === undefined ? [] : [month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])])];
  return { text: parts.join('-'), column: record.path(roles.get('year') ?? '') };
}

function endAt(record: Taking, roles: Roles): Stated | undefined {
  const name = roles.get('end') ?? roles.get('endYear');
  return name === undefined ? undefined : record.date(name);
}

/** An end that does not belong to its interval any more is the day, or the moment, before it. */
function inclusive(record: Taking, end: Stated | undefined): Stated | undefined {
  const isExclusive = [record.members['endExclusive'], record.members['end_exclusive']].some((flag) => flag === true || flag === 'true');
  if (!isExclusive || end === undefined) return end;
  const written = parseWritten(end.text);
  if (!written.ok || written.value.edtf.kind !== 'date' || written.value.edtf.precision !== 'day') return end;
  const { year, month, day } = civilOf(instant(written.value.edtf.span.earliestStart - DAY));
  return { ...end, text: dayText(year, month, day) };
}

/** The first and the last time of a track, where each position has one, which converters also put among its `coordinateProperties`. */
function trackTimes(record: Taking): readonly [Stated, Stated] | undefined {
  const beside = record.members['coordinateProperties'];
  for (const name of TRACK_TIMES) {
    const list = record.members[name] ?? (isObject(beside) ? beside[name] : undefined);
    if (!Array.isArray(list)) continue;
    const texts = (list as readonly Json[]).flat(3).map((time, t) => (typeof time === 'number' ? dateOfNumber(record, name, t, time) : scalarText(time))).filter((text) => text !== undefined);
    const ends = earliestAndLatest(texts.map((text) => text.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T')));
    if (ends !== undefined) return [{ text: ends[0], column: record.path(name) }, { text: ends[1], column: record.path(name) }];
  }
  return undefined;
}

/** The first and the last time of a trip of kepler.gl: the fourth number of each position of a line, where those count from 1970. */
function heightTimes(record: Taking, geometry: Json | undefined): readonly [Stated, Stated] | undefined {
  if (!isObject(geometry) || geometry['type'] !== 'LineString' || !Array.isArray(geometry['coordinates'])) return undefined;
  const times = (geometry['coordinates'] as readonly Json[]).map((position) => (Array.isArray(position) ? (position as readonly Json[])[3] : undefined));
  const counts = times.filter((time) => typeof time === 'number' && epochUnit(time) !== undefined) as readonly number[];
  if (counts.length === 0 || counts.length < times.length) return undefined;
  const [first, last] = [Math.min, Math.max].map((extreme) => record.dateOf(counts.reduce((a, b) => extreme(a, b)), 'geometry.coordinates'));
  return first === undefined || last === undefined ? undefined : [first, last];
}

const dateOfNumber = (record: Taking, name: string, position: number, time: number): string | undefined => record.dateOf(time, `${name}[${position}]`)?.text;

/**
 * When a feature of Linked Places was: `timespans` whose start and end state a date, or bounds of one.
 * Source: https://github.com/LinkedPasts/linked-places-format#when
 */
function linkedPlaces(json: Json | undefined, column: string, habits: DateHabits, record: Taking): When | undefined {
  if (!isObject(json)) return undefined;
  const timespans = Array.isArray(json['timespans']) ? (json['timespans'] as readonly Json[]).filter((span) => isObject(span) || Array.isArray(span)) : isObject(json['timespan']) ? [json['timespan']] : [json];
  const readings = timespans.map((span, s) => timespan(span, `${column}.timespans[${s}]`, habits, record)).filter((when) => when !== undefined);
  const [first] = readings;
  const label = scalarText(json['label']);
  if (first === undefined) return label === undefined ? undefined : { ...UNDATED, wording: label };
  const whole = readings.length === 1 ? first : acrossAll(readings);
  return label === undefined ? whole : { ...whole, wording: label };
}

/** A time that goes from the first of several spans to the last. */
function acrossAll(readings: readonly When[]): When {
  const dated = readings.map(({ edtf }) => edtf).filter((edtf) => edtf !== undefined);
  const texts = dated.map(({ text }) => text);
  const [first] = readings;
  const set = parseEdtf(`{${texts.map((text) => text.replace('/', '..')).join(', ')}}`);
  const edtf: Edtf | undefined = set.ok ? set.value : dated[0];
  return { ...(first ?? UNDATED), edtf, wording: texts.join('; ') };
}

function timespan(json: Json, column: string, habits: DateHabits, record: Taking): When | undefined {
  const span = Array.isArray(json) ? spanOfList(json as readonly Json[]) : json;
  if (!isObject(span)) return undefined;
  const { start = null, end = null } = span;
  const from = boundOf(start, `${column}.start`, record, 'earliest');
  const to = boundOf(end, `${column}.end`, record, 'latest');
  if (from === undefined && to === undefined) return undefined;
  const when = whenBetween(from, to, habits, record.tell);
  const isVague = [start, end].some((bound) => isObject(bound) && bound['earliest'] !== undefined && bound['latest'] !== undefined);
  return isVague ? { ...when, wording: [start, end].map(boundsText).filter((text) => text !== '').join(' / ') } : when;
}

/** A span in the list that stood for it before: earliest and latest start, earliest and latest end. */
const spanOfList = ([earliestStart = '', latestStart = '', earliestEnd = '', latestEnd = '']: readonly Json[]): Json =>
  ({ start: { earliest: earliestStart, latest: latestStart }, end: { earliest: earliestEnd, latest: latestEnd } });

/** The bounds of one side of a span as they stand. */
const boundsText = (json: Json): string =>
  (isObject(json) ? [json['in'], json['earliest'], json['latest']] : [json]).map((bound) => scalarText(bound)).filter((text) => text !== undefined).join(' – ');

/** One side of a span: a date, `in` one, or between an earliest and a latest one, of which the outer counts and is an estimate. */
function boundOf(json: Json | undefined, column: string, record: Taking, outer: 'earliest' | 'latest'): Stated | undefined {
  if (json === undefined) return undefined;
  if (!isObject(json)) return record.dateOf(json, column);
  if (json['in'] !== undefined) return record.dateOf(json['in'], `${column}.in`);
  const [earliest, latest] = [record.dateOf(json['earliest'] ?? null, `${column}.earliest`), record.dateOf(json['latest'] ?? null, `${column}.latest`)];
  if (earliest === undefined || latest === undefined || earliest.text === latest.text) return earliest ?? latest;
  const bound = outer === 'earliest' ? earliest : latest;
  return { ...bound, text: /^-?\d{4}(?:-\d\d){0,2}$/.test(bound.text) ? `${bound.text}~` : bound.text };
}
