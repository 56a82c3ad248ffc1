import type { Steps } from '../base/steps.ts';
import type { TimelineEvent } from '../model/event.ts';
import { isLocated } from '../model/place.ts';
import type { Story } from '../model/story.ts';
import { parseEdtf } from '../time/edtf.ts';
import type { DataFormatId } from './data-formats.ts';
import { edgesOf, textOfEdges } from './edges.ts';
import type { StoryPart } from './story-part.ts';

/** What of events a format may have no room for. */
export const EVENT_LOSSES = [
  'left-out', 'far-left-out', 'far-year', 'no-day', 'date-detail', 'date-words', 'zone', 'places', 'positions', 'more-places', 'place-kind', 'status', 'attribution', 'actors', 'source-detail',
  'relations', 'media', 'more-media', 'short-title', 'more-categories', 'extra',
] as const;

/** The same of what a story says of itself. */
export const STORY_LOSSES = ['eras', 'walk', 'about'] as const;

export type LossKind = (typeof EVENT_LOSSES)[number] | (typeof STORY_LOSSES)[number];

/** Something that a format cannot hold. */
export interface Loss {
  readonly what: LossKind;
  /** Number of events that it is lost of, or of things of the story. */
  readonly count: number;
  /** Titles of the first of these events, or names. */
  readonly examples: readonly string[];
}

/** How many examples are given. */
const EXAMPLES = 3;

type IsLost = (event: TimelineEvent) => boolean;

/** The last year of four digits. */
const FOUR_DIGITS = 9999;

/** Whether a date says more than where it begins and ends. */
const hasMarks = ({ when: { edtf } }: TimelineEvent): boolean => edtf !== undefined && textOfEdges(edgesOf(edtf)) !== edtf.text;

/** The same where a date has to have a beginning: one with an end alone becomes its end. */
const hasMarksOrEndAlone: IsLost = (event) => hasMarks(event) || (event.when.edtf?.kind === 'interval' && edgesOf(event.when.edtf).from === undefined);

/** The same of the JSON of TimelineJS, where the year −10,000 is written alike by both counts of years that it has. */
const isOtherSlide: IsLost = (event) => {
  const { from, to } = event.when.edtf === undefined ? { from: undefined, to: undefined } : edgesOf(event.when.edtf);
  return hasMarksOrEndAlone(event) || from?.year === -FOUR_DIGITS || to?.year === -FOUR_DIGITS;
};

/** Whether an event loses something in a format that has no room for it. */
const IS_LOST: Readonly<Record<Exclude<(typeof EVENT_LOSSES)[number], 'date-detail'>, IsLost>> = {
  'left-out': ({ when }) => when.edtf === undefined || !hasEdge(when.edtf),
  'far-left-out': ({ when }) => hasYearBeyond(when.edtf, -FOUR_DIGITS, FOUR_DIGITS),
  'far-year': ({ when }) => hasYearBeyond(when.edtf, 1 - FOUR_DIGITS, FOUR_DIGITS),
  'no-day': ({ when: { edtf } }) => edtf === undefined || !(edtf.span.earliestStart >= YEAR_1 || (edtf.span.earliestStart === -Infinity && edtf.span.latestEnd > YEAR_1)) || edtf.span.earliestStart > YEAR_9999,
  'date-words': ({ when }) => when.wording !== undefined || when.partOfDay !== undefined || when.basis.kind === 'inferred',
  zone: ({ when }) => when.zone !== 'local' && when.edtf?.zoned === true,
  places: ({ places }) => places.length > 0,
  positions: ({ places }) => places.some(isLocated),
  'more-places': ({ places }) => places.length > 1,
  'place-kind': ({ places }) => places.some(({ kind, wording, basis }) => (kind !== 'exact' && kind !== 'not-stated') || wording !== undefined || basis.kind === 'inferred'),
  status: ({ status }) => status !== 'confirmed',
  attribution: ({ attribution }) => attribution !== undefined,
  actors: ({ actors }) => actors.length > 0,
  'source-detail': ({ sources }) => sources.length > 1 || sources.some(({ publisher, title, date, locator }) => [publisher, title, date, locator].some((text) => text !== undefined)),
  relations: ({ relations }) => relations.length > 0,
  media: ({ media }) => media.length > 0,
  'more-media': ({ media }) => media.length > 1,
  'short-title': ({ shortTitle }) => shortTitle !== undefined,
  'more-categories': ({ categories }) => categories.length > 1,
  extra: ({ extra, featureExtra }) => extra.size > 0 || featureExtra.size > 0,
};

/** The years that a calendar can write, in milliseconds. */
const [YEAR_1, YEAR_9999] = [-62_135_596_800_000, 253_402_214_400_000];

const hasEdge = (edtf: NonNullable<TimelineEvent['when']['edtf']>): boolean => {
  const { from, to } = edgesOf(edtf);
  return from !== undefined || to !== undefined;
};

/** Whether a time begins or ends before a first year, or after a last one. */
function hasYearBeyond(edtf: TimelineEvent['when']['edtf'], first: number, last: number): boolean {
  const { from, to } = edtf === undefined ? { from: undefined, to: undefined } : edgesOf(edtf);
  return [from, to].some((parts) => parts !== undefined && (parts.year < first || parts.year > last));
}

/** Whether an era cannot be written: its time cannot be read, or lies farther from the year 0 than some years. */
function isEraLost(when: string, most: number): boolean {
  const edtf = parseEdtf(when);
  return !edtf.ok || !hasEdge(edtf.value) || hasYearBeyond(edtf.value, -most, most);
}

/** What every format but Dateline's own has no room for. */
const USUAL = ['date-words', 'zone', 'status', 'attribution', 'actors', 'source-detail', 'relations', 'short-title', 'extra'] as const;

interface Room {
  readonly lost: readonly LossKind[];
  /** Whether an era is lost by its time, where eras are written. */
  readonly era?: (when: string) => boolean;
  /** Whether a date loses more than its form. */
  readonly date: IsLost;
  /** Whether the zone of a time is lost, where times have none at all. */
  readonly zone?: IsLost;
  /** Whether Dateline finds what is lost when it reads the file again. */
  readonly comesBack: boolean;
}

const isZoned: IsLost = ({ when }) => when.edtf?.zoned === true;

/** A calendar says days and times, and nothing coarser. */
const isNoDay: IsLost = ({ when: { edtf } }) => edtf !== undefined && (edtf.kind === 'set' || edtf.precision !== 'day' || edtf.qualifier.approximate || edtf.qualifier.uncertain || edtf.start !== 'stated' || edtf.end !== 'stated') && edtf.kind !== 'date-time';

const ROOMS: Readonly<Record<DataFormatId, Room>> = {
  dateline: { lost: [], date: () => false, comesBack: true },
  csv: { lost: [], date: () => false, comesBack: true },
  timelinejs: { lost: ['left-out', 'date-detail', ...USUAL, 'places', 'more-media', 'more-categories', 'eras', 'walk', 'about'], era: (when) => isEraLost(when, Infinity), date: isOtherSlide, zone: isZoned, comesBack: true },
  'timelinejs-sheet': { lost: ['left-out', 'date-detail', ...USUAL, 'places', 'more-media', 'more-categories', 'eras', 'walk', 'about'], era: (when) => isEraLost(when, Infinity), date: hasMarksOrEndAlone, zone: isZoned, comesBack: false },
  ics: { lost: ['no-day', 'date-detail', ...USUAL, 'more-places', 'place-kind', 'eras', 'walk', 'about'], date: isNoDay, comesBack: true },
  kml: { lost: ['far-year', 'date-detail', ...USUAL.filter((what) => what !== 'attribution'), 'place-kind', 'media', 'eras', 'walk', 'about'], date: hasMarks, comesBack: true },
  markwhen: { lost: ['left-out', 'far-left-out', 'date-detail', ...USUAL, 'positions', 'more-places', 'eras', 'walk', 'about'], era: (when) => isEraLost(when, FOUR_DIGITS), date: hasMarksOrEndAlone, comesBack: true },
};

/** Whether events are left out of the file for that reason. */
export const isLeftOut = (what: LossKind): boolean => what === 'left-out' || what === 'far-left-out';

/** Whether what a format has no room for comes back when Dateline reads the file; events that are left out do not. */
export const comesBack = (format: DataFormatId): boolean => ROOMS[format].comesBack;

/** How many events are looked at between two steps. */
const STEP_EVENTS = 2000;

/** What a format cannot hold of a story or a part of it, item by item; empty where it holds all. Yields now and then, since it looks at every event. */
export function* lossesOf({ story, events }: StoryPart, format: DataFormatId): Steps<undefined, readonly Loss[]> {
  const { lost, date, era, zone = IS_LOST.zone } = ROOMS[format];
  if (lost.length === 0) return [];
  const tests = EVENT_LOSSES.filter((what) => lost.includes(what)).map((what) => ({ what, isLost: what === 'date-detail' ? date : what === 'zone' ? zone : IS_LOST[what], count: 0, examples: [] as string[] }));
  let seen = 0;
  for (const event of events()) {
    for (const test of tests) {
      if (!test.isLost(event)) continue;
      test.count += 1;
      if (test.examples.length < EXAMPLES) test.examples.push(event.title);
      // What is left out loses nothing more.
      if (isLeftOut(test.what)) break;
    }
    seen += 1;
    if (seen % STEP_EVENTS === 0) yield undefined;
  }
  const ofEvents = tests.filter(({ count }) => count > 0).map(({ what, count, examples }): Loss => ({ what, count, examples }));
  return [...ofEvents, ...storyLosses(story, era).filter(({ what, count }) => count > 0 && lost.includes(what))];
}

function storyLosses({ eras: all, walk, sources, credit, licence, reportDate, language }: Story, isLost: (when: string) => boolean = () => true): readonly Loss[] {
  const eras = all.filter(({ when }) => isLost(when));
  const about = [...(credit === undefined ? [] : ['credit']), ...(licence === undefined ? [] : ['licence']), ...(reportDate === undefined ? [] : ['reportDate']), ...(sources.length === 0 ? [] : ['sources']), ...(language === 'und' ? [] : ['language'])];
  return [
    { what: 'eras', count: eras.length, examples: eras.slice(0, EXAMPLES).map(({ name }) => name) },
    { what: 'walk', count: walk.length, examples: walk.slice(0, EXAMPLES).map(({ title, text }) => title || text) },
    { what: 'about', count: about.length, examples: about },
  ];
}
