import type { Result } from '../../base/result.ts';
import type { Steps } from '../../base/steps.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Json, Source as EventSource } from '../../model/event.ts';
import type { Issue } from '../../model/issue.ts';
import type { Story } from '../../model/story.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import type { Answers } from '../answers.ts';
import type { Entry, Finding } from '../entry.ts';
import type { Parsed, Source } from '../format.ts';
import { elementsIn, elementsNamed, filled, ownElement, ownWords, wordsOf } from '../xml/element.ts';
import { whenBetween } from '../xml/dates.ts';
import { keepElement } from '../xml/leaves.ts';
import { addLine, emptyGeometry, placesOf, positionIn, type Tell } from '../xml/positions.ts';
import { readRecords } from '../xml/read-records.ts';
import { earliestAndLatest } from '../xml/times.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { describe, keep, linkedSource, webUrl } from '../xml/words.ts';

const RECORDS: ReadonlySet<string> = new Set(['wpt', 'rte', 'trk']);
const HOLDERS: ReadonlySet<string> = new Set(['gpx']);
const POINTS: ReadonlySet<string> = new Set(['rtept', 'trkpt']);

/** What has been gathered of the points of a route or track, which are let go one by one. */
interface Points {
  readonly segments: LngLat[][];
  readonly times: string[];
  readonly extra: Map<string, Json>;
  readonly findings: Finding[];
}

const noPoints = (): Points => ({ segments: [], times: [], extra: new Map(), findings: [] });

/**
 * Reads GPX: each waypoint, route and track is an event; a route or track from the first of its times to the last, along all of its points.
 * What else the points say is kept in lists beside the event, in their order.
 */
export function* readGpx({ bytes }: Source, { order, zone }: Answers): Steps<number, Result<Parsed, Issue>> {
  const habits: DateHabits = { order, zone };
  let points = noPoints();
  let story: Partial<Story> | undefined;
  return yield* readRecords(bytes, {
    records: RECORDS,
    holders: HOLDERS,
    open: ({ local }) => {
      if (RECORDS.has(local)) points = noPoints();
      if (local === 'trkseg') points.segments.push([]);
    },
    close: (element) => {
      if (POINTS.has(element.local)) {
        addPoint(points, element);
        return true;
      }
      if (element.local === 'gpx') story ??= storyOf(elementsNamed(element, 'metadata')[0] ?? element);
      return element.local === 'trkseg';
    },
    entryOf: (record) => (record.local === 'wpt' ? waypointOf(record, habits) : eventOf(record, points, habits)),
    story: () => story,
  });
}

function storyOf(about: XmlElement): Partial<Story> {
  const author = ownElement(about, 'author');
  const copyright = ownElement(about, 'copyright');
  const credit = author === undefined ? undefined : (ownWords(author, 'name') ?? filled(wordsOf(author)));
  const licence = copyright === undefined ? undefined : ownWords(copyright, 'license');
  const url = filled(ownElement(about, 'link')?.attributes.get('href')) ?? ownWords(about, 'url');
  const hasUrl = url !== undefined && /^https?:/i.test(url);
  return {
    title: ownWords(about, 'name') ?? '',
    deck: ownWords(about, 'desc'),
    credit: credit ?? filled(copyright?.attributes.get('author')),
    licence,
    ...(hasUrl ? { sources: [linkedSource(url, ownWords(about, 'urlname'))] } : {}),
  };
}

function addPoint({ segments, times, extra, findings }: Points, point: XmlElement): void {
  const segment = segments.at(-1) ?? [];
  if (segments.length === 0) segments.push(segment);
  const position = pointPosition(point, (finding) => {
    if (findings.length === 0) findings.push(finding);
  });
  if (position !== undefined) segment.push(position);
  for (const element of elementsIn(point)) {
    if (element.local === 'time') times.push(wordsOf(element).trim());
    keepElement(extra, element, `${point.name}.${element.name}`);
  }
}

const pointPosition = ({ attributes, local }: XmlElement, tell: Tell): LngLat | undefined =>
  positionIn(attributes.get('lon'), attributes.get('lat'), `${local}@lat`, tell);

function waypointOf(record: XmlElement, habits: DateHabits): Entry {
  const points = noPoints();
  const geometry = emptyGeometry();
  const position = pointPosition(record, (finding) => points.findings.push(finding));
  if (position !== undefined) geometry.points.push(position);
  const time = ownWords(record, 'time');
  return entryOf(record, geometry, time === undefined ? undefined : [time, time], points, habits);
}

function eventOf(record: XmlElement, points: Points, habits: DateHabits): Entry {
  const geometry = emptyGeometry();
  for (const segment of points.segments) addLine(geometry, segment);
  // A track is one place: a segment of one point alone is no other.
  if (geometry.lines.length > 0) geometry.points.length = 0;
  else geometry.points.splice(1);
  const own = ownWords(record, 'time');
  const times = earliestAndLatest(points.times.filter((text) => text !== '')) ?? (own === undefined ? undefined : [own, own]);
  return entryOf(record, geometry, times, points, habits);
}

/** Members that are read here. */
const READ: ReadonlySet<string> = new Set(['name', 'desc', 'cmt', 'time', 'type', 'link', 'url', 'urlname']);

function entryOf(
  record: XmlElement,
  geometry: ReturnType<typeof emptyGeometry>,
  times: readonly [string, string] | undefined,
  { extra, findings }: Points,
  habits: DateHabits,
): Entry {
  const tell: Tell = (finding) => findings.push(finding);
  const column = record.local === 'wpt' ? 'time' : `${record.local}pt.time`;
  const [start, end] = (times ?? []).map((text) => ({ text, column }));
  const when = whenBetween(start, end?.text === start?.text ? undefined : end, habits, tell);
  const texts = ['desc', 'cmt'].map((name) => describe(ownWords(record, name), name, tell));
  texts.forEach(({ html }, t) => html !== undefined && extra.set(t === 0 ? 'desc' : 'cmt', html));
  const [description, comment] = texts.map(({ text }) => text);
  const category = ownWords(record, 'type');
  const sources = [...texts.flatMap((text) => text.sources), ...linksOf(record, extra, tell)];
  for (const element of elementsIn(record)) if (!READ.has(element.local) || element.prefix !== record.prefix) keepElement(extra, element);
  const draft = {
    title: ownWords(record, 'name') ?? '',
    description: comment === undefined || comment === description ? description : description === undefined ? comment : `${description}\n\n${comment}`,
    when,
    places: placesOf(geometry, ''),
    categories: category === undefined ? [] : [category],
    sources,
    media: texts.flatMap(({ media }) => media),
    extra,
  };
  return { kind: 'event', line: record.line, draft, findings };
}

/** Links of GPX 1.1, and the address of 1.0. */
function linksOf(record: XmlElement, extra: Map<string, Json>, tell: Tell): readonly EventSource[] {
  const sources: EventSource[] = [];
  for (const link of elementsIn(record)) {
    const isLink = link.local === 'link' && link.prefix === record.prefix;
    if (!isLink && !(link.local === 'url' && link.prefix === record.prefix)) continue;
    const url = webUrl(isLink ? link.attributes.get('href') : wordsOf(link), link.name, extra, tell);
    const title = isLink ? ownWords(link, 'text') : ownWords(record, 'urlname');
    if (url !== undefined) sources.push(linkedSource(url, title));
    else if (title !== undefined) keep(extra, isLink ? `${link.name}.text` : 'urlname', title);
  }
  return sources;
}
