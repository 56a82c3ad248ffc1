import { describePlaces } from '../i18n/describe-event.ts';
import { formatAt, formatShortDate, formatTimeInZone, spanInZone } from '../i18n/describe-time.ts';
import { figureMessagesOf } from '../i18n/figure-messages.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber, Source, TimelineEvent } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';
import { datedRows, passesIn, undatedRows, type Visible } from '../query/visible.ts';
import { civilOf } from '../time/calendar.ts';
import { parseEdtf, type Edtf } from '../time/edtf.ts';
import { instant, YEAR } from '../time/instant.ts';
import type { FigureRequest } from './figure-request.ts';
import type { ListedSource } from './figure-sources.ts';
import type { LegendGround } from './legend-entries.ts';
import type { World } from './world.ts';

/**
 * What stands before each event of a list: its date in few words, a day of the world's zone where its time has one. Days have their weekday,
 * and go without their year after one that states it where they all lie in that year. The time of day is told elsewhere (`timeOfDay`).
 */
export function listDates(dataset: Dataset, order: readonly EventNumber[], world: World): readonly string[] {
  const readings = order.map((i) => eventAt(dataset, i).when.edtf);
  const years = new Set(readings.flatMap((edtf) => (edtf !== undefined && isOfDays(edtf, world) ? civilOf(spanInZone(edtf, world).earliestStart).year : [])));
  let stated: number | undefined;
  return readings.map((edtf) => {
    if (edtf === undefined) return figureMessagesOf(world.messages).noDate;
    const { earliestStart, latestEnd } = spanInZone(edtf, world);
    const before = stated;
    stated = Number.isFinite(latestEnd) ? civilOf(instant(latestEnd - 1)).year : stated;
    if (years.size === 1 && isOfDays(edtf, world)) return dayText(edtf, before !== stated, world);
    return edtf.kind === 'date-time' ? formatAt(earliestStart, 'date-short', world) : formatShortDate(edtf, world);
  });
}

/** Whether a date says which day it was, or which of a few in one year. */
function isOfDays(edtf: Edtf, world: World): boolean {
  if (edtf.precision !== 'day' && edtf.kind !== 'date-time') return false;
  const { earliestStart, latestEnd } = spanInZone(edtf, world);
  return latestEnd - earliestStart < YEAR && civilOf(earliestStart).year === civilOf(instant(latestEnd - 1)).year;
}

/** A day with its weekday, or the first and last day of several; with their year or without. */
function dayText(edtf: Edtf, hasYear: boolean, world: World): string {
  const { time } = world.messages;
  const { qualifier } = edtf;
  const { earliestStart: first, latestEnd } = spanInZone(edtf, world);
  const last = instant(latestEnd - 1);
  const days = [formatAt(first, 'day-month-short', world), formatAt(last, 'day-month-short', world)] as const;
  if (hasYear && days[0] !== days[1]) return formatShortDate(edtf, world);
  const isSameMonth = civilOf(first).month === civilOf(last).month;
  const text =
    days[0] === days[1]
      ? time.weekdayDate(formatAt(first, 'weekday-short', world), hasYear ? formatAt(first, 'date-short', world) : days[0])
      : isSameMonth
        ? time.range(formatAt(first, 'day', world), days[1])
        : time.rangeSpaced(days[0], days[1]);
  const about = qualifier.approximate ? time.aboutShort(text) : text;
  return qualifier.uncertain ? time.uncertainShort(about) : about;
}

/** The time of an event's day, by the clocks of the world's zone, or the part of the day; empty where neither is known. */
export function timeOfDay({ when: { partOfDay, edtf } }: TimelineEvent, world: World): string {
  const clock = edtf && formatTimeInZone(edtf, world);
  return clock ?? (partOfDay === undefined ? '' : world.messages.list.partOfDay[partOfDay]);
}

/** The circumstances of an event in one line: where, at what time of day, in whose words. */
export const metaOf = (event: TimelineEvent, world: World): string =>
  [describePlaces(event, world), timeOfDay(event, world), event.attribution ?? ''].filter((part) => part !== '').join(' · ');

/** Sentences on what a picture leaves out; `unnamed` is how many of its events have no title in it. */
export function notesOf(
  dataset: Dataset,
  visible: Visible,
  { grounds, numbered, unnamed }: { readonly grounds: readonly LegendGround[]; readonly numbered: boolean; readonly unnamed: number },
  { messages, formats, zone = 'UTC' }: World,
): readonly string[] {
  const figure = figureMessagesOf(messages);
  if (grounds.includes('list')) return [];
  const notes: string[] = [];
  if (!grounds.includes('timeline') && !numbered && unnamed > 0) notes.push(figure.gathered(formats.number(visible.count)));
  if (grounds.includes('timeline') && unnamed > 0) notes.push(figure.counted(visible.datedCount, formats.number(visible.datedCount)));
  if (grounds.includes('timeline') && zone !== 'UTC') notes.push(messages.timeline.clocks.shown(zone.replaceAll('_', ' ')));
  const undated = visible.undatedCount;
  if (grounds.includes('timeline') && undated > 0) {
    const titles = undated > MOST_NAMED ? [] : undatedRows(visible).map((i) => eventAt(dataset, i).title);
    notes.push(undated > MOST_NAMED ? figure.undatedCount(undated, formats.number(undated)) : figure.undated(titles));
  }
  const unplaced = grounds.includes('map') ? countUnplaced(dataset, visible) : 0;
  if (unplaced > 0) notes.push(figure.unplacedCount(unplaced, formats.number(unplaced)));
  return notes;
}

function countUnplaced({ columns: { placeStart }, size }: Dataset, visible: Visible): number {
  let count = 0;
  for (let i = 0; i < size; i += 1) if (placeStart[i] === placeStart[i + 1] && passesIn(visible, i)) count += 1;
  return count;
}

/** So many undated events are named in a note; more are counted. */
const MOST_NAMED = 3;

/** What the line of credits is made of. */
export interface CreditOptions extends Pick<FigureRequest, 'sources' | 'asOf' | 'credit'> {
  readonly hasMap: boolean;
}

/** Who is owed what: sources with their dates, the day that the picture shows the state of, the map's origin, a credit of one's own. */
export function creditsOf(dataset: Dataset, { sources: where, asOf: day, credit, hasMap }: CreditOptions, world: World): readonly string[] {
  const figure = figureMessagesOf(world.messages);
  const { story } = dataset;
  const sources = where === 'line' ? sourcesOf(dataset) : [];
  const texts = sources.map((source) => sourceText(source, world));
  const line = (credit ?? story.credit ?? '').trim();
  const date = (day ?? story.reportDate?.edtf ?? '').trim();
  return [
    ...(where !== 'off' && story.sources.length === 0 && dataset.size > MOST_ASKED ? [figure.sourcesOfEvents] : []),
    ...(texts.length === 0 ? [] : [(texts.length === 1 ? figure.source : figure.sources)(texts.join('; '))]),
    ...(date === '' ? [] : [asOf(date, sources, world)]),
    ...(hasMap ? [figure.mapCredit] : []),
    ...(line === '' ? [] : [/[.!?…]$/u.test(line) ? line : `${line}.`]),
  ];
}

/** The sources for a list of their own, each with its date and, where it has one, its address. */
export const listedSources = (dataset: Dataset, world: World): readonly ListedSource[] =>
  sourcesOf(dataset).map((source) => ({ text: sourceText(source, world), address: source.publisher === undefined && source.title === undefined ? undefined : source.url }));

function asOf(edtf: string, sources: readonly Source[], world: World): string {
  const figure = figureMessagesOf(world.messages);
  return sources.length === 1 && sources[0]?.date === edtf ? figure.asOfThatDay : figure.asOf(dateText(edtf, world));
}

/** The story's sources; without them, those of its events, if they are not too many to be told: each once, without their locators. */
function sourcesOf(dataset: Dataset): readonly Source[] {
  const { story, size } = dataset;
  const all = story.sources.length > 0 || size > MOST_ASKED ? story.sources : Array.from({ length: size }, (_, i) => eventAt(dataset, i).sources).flat();
  const distinct = new Map(all.map((source) => [JSON.stringify([source.publisher, source.title, source.date]), source]));
  return [...distinct.values()].filter(({ publisher, title, url }) => (publisher ?? title ?? url) !== undefined);
}

/** So many events are asked for their sources; of more, a picture says that each has its own. */
const MOST_ASKED = 2000;

function sourceText({ publisher, title, url, date }: Source, world: World): string {
  const name = [publisher, title].filter((part) => part !== undefined).join(', ') || (url ?? '');
  return date === undefined ? name : figureMessagesOf(world.messages).sourceOfDate(name, dateText(date, world));
}

/** A date of a source in words that stay on one line; as it stands in the file when it is not EDTF. */
function dateText(text: string, world: World): string {
  const parsed = parseEdtf(text);
  if (!parsed.ok) return text;
  const { kind, precision, span } = parsed.value;
  const date = kind === 'date' && precision === 'day' ? formatAt(span.earliestStart, 'date', world) : formatShortDate(parsed.value, world);
  return date.replaceAll(' ', '\u00A0');
}

/** What a figure shows, for readers who do not see it: what kind of picture it is, from when to when, and its events in order with their dates. */
export function describeFigure(dataset: Dataset, visible: Visible, { title, parts }: { readonly title: string } & Pick<FigureRequest, 'parts'>, world: World): string {
  const { number } = world.formats;
  const figure = figureMessagesOf(world.messages);
  if (parts === 'storyboard') return describeStoryboard(dataset, title, world);
  const count = figure.eventCount(visible.count, number(visible.count));
  const summary = figure.description(title, figure.kinds[parts], count, extentOf(dataset, visible, world));
  if (visible.count > MOST_DESCRIBED) return [summary, ...categoryCounts(visible, world)].join(' ');
  const order = [...datedRows(visible), ...undatedRows(visible)];
  const dates = listDates(dataset, order, world);
  return [summary, ...order.map((i, position) => figure.described(dates[position] ?? '', eventAt(dataset, i).title))].join(' ');
}

/** The steps of a story's walk in order, with their words. */
function describeStoryboard({ story: { walk } }: Dataset, title: string, { messages, formats: { number } }: World): string {
  const figure = figureMessagesOf(messages);
  const steps = walk.map((step, position) => figure.step(number(position + 1), step.title, step.text));
  return [figure.storyboard(title, walk.length, number(walk.length)), ...steps].join(' ');
}

/** The dates of the first and the last event; `undefined` when none has a date, or both are the same. */
function extentOf(dataset: Dataset, visible: Visible, world: World): readonly [string, string] | undefined {
  const rows = [visible.nth(0), visible.nth(visible.datedCount - 1)];
  const [first, last] = rows.map((i) => (i === undefined || visible.datedCount === 0 ? undefined : eventAt(dataset, i).when.edtf));
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [formatShortDate(first, world), formatShortDate(last, world)];
  return from === to ? undefined : [from, to];
}

/** How many events each category has, as a sentence; none where there are no categories. */
function categoryCounts(visible: Visible, { messages, formats }: World): readonly string[] {
  const { categories } = visible.dataset.story;
  const counted = categories.flatMap(({ id, name }) => {
    const count = visible.categoryCounts.get(id) ?? 0;
    return count === 0 ? [] : [{ name, count }];
  });
  if (counted.length < 2) return [];
  const parts = counted.toSorted((a, b) => b.count - a.count).slice(0, MOST_CATEGORIES).map(({ name, count }) => figureMessagesOf(messages).categoryCount(name, formats.number(count)));
  return [figureMessagesOf(messages).categoryCounts(parts)];
}

/** So many categories are counted in a figure's description, those of the most events. */
const MOST_CATEGORIES = 8;

/** So many events are told one by one in a figure's description. */
const MOST_DESCRIBED = 60;
