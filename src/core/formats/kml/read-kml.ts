import type { Steps } from '../../base/steps.ts';
import type { Result } from '../../base/result.ts';
import type { Issue } from '../../model/issue.ts';
import type { Story } from '../../model/story.ts';
import type { Draft } from '../../model/draft.ts';
import type { Json, When } from '../../model/event.ts';
import type { Answers } from '../answers.ts';
import type { Entry, Finding } from '../entry.ts';
import { withBeside } from '../event-cells/beside.ts';
import type { Parsed, Source } from '../format.ts';
import { plainText } from '../plain-text.ts';
import { elementsIn, ownElement, ownWords, wordsOf } from '../xml/element.ts';
import { keepElement } from '../xml/leaves.ts';
import { namedPlace, placesOf, type Tell } from '../xml/positions.ts';
import { readRecords } from '../xml/read-records.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { describe, linkedSource, webUrl } from '../xml/words.ts';
import { BESIDE_PREFIX, CATEGORY } from './beside-names.ts';
import { dataDatesIn, dependsOnOrder, orderAmong, type DataDates, type OrderAmong } from './data-dates.ts';
import { keepExtendedData, titleAmongData } from './extended-data.ts';
import { GEOMETRIES, geometryOf, overlayGeometry } from './geometry.ts';
import { timeReader, type TimeReader } from './time.ts';

const OVERLAYS: ReadonlySet<string> = new Set(['GroundOverlay', 'PhotoOverlay', 'ScreenOverlay']);
const RECORDS: ReadonlySet<string> = new Set(['Placemark', 'NetworkLink', ...OVERLAYS]);
const HOLDERS: ReadonlySet<string> = new Set(['kml', 'Document', 'Folder']);

/** Members that say how Google Earth shows a feature, and nothing of what it shows. */
const APPEARANCE: ReadonlySet<string> = new Set([
  'Style', 'StyleMap', 'LookAt', 'Camera', 'AbstractView', 'Region', 'visibility', 'open', 'balloonVisibility', 'rank', 'Icon', 'ViewVolume',
  'ImagePyramid', 'color', 'drawOrder',
]);

/** What features share, and refer to. */
const SHARED: ReadonlySet<string> = new Set(['Style', 'StyleMap', 'Schema']);

/** Members that other functions read. */
const READ: ReadonlySet<string> = new Set([
  'name', 'description', 'address', 'author', 'TimeStamp', 'TimeSpan', 'TimeInstant', 'TimePeriod', 'LatLonBox', 'LatLonQuad', ...GEOMETRIES,
]);

/** Prefixes of vocabularies that KML makes use of. */
const ALLIED: ReadonlySet<string> = new Set(['gx', 'atom']);

/**
 * Reads KML: each placemark is an event, in the category of the folder it lies in, with the time of the nearest folder that has one if it has
 * none itself, or that of a date among the data of the file's own. A picture laid on the ground is an event where it has a time.
 * Nothing that the file links to is fetched.
 */
export function* readKml({ bytes }: Source, answers: Answers): Steps<number, Result<Parsed, Issue>> {
  const time = timeReader(answers);
  /** Features without a time of their own that are not settled, by their entries: the time of a folder may be written behind what is in it. */
  const timeless = new Map<Entry, { readonly feature: XmlElement; readonly dates: DataDates | undefined }>();
  /** Dates among the data of features, of which all together say which of day and month comes first. */
  const dates: DataDates[] = [];
  let among: { readonly of: number; readonly order: OrderAmong } | undefined;
  const order = (): OrderAmong => {
    if (among?.of !== dates.length) among = { of: dates.length, order: orderAmong(dates, answers.order) };
    return among.order;
  };
  let document: XmlElement | undefined;
  return yield* readRecords(bytes, {
    records: RECORDS,
    holders: HOLDERS,
    close: (element) => {
      if (HOLDERS.has(element.local)) {
        if (storyOf(element) === element) document ??= element;
        return true;
      }
      return SHARED.has(element.local) && element.parent !== undefined && HOLDERS.has(element.parent.local);
    },
    entryOf: (record) => {
      if (record.local === 'NetworkLink') return notFetched(record);
      const entry = entryOf(record, time.whenOf);
      const isPlacemark = record.local === 'Placemark';
      if (entry.kind === 'not-event') timeless.set(entry, { feature: record, dates: undefined });
      else if (entry.draft.when === undefined) {
        const found = dataDatesIn(record);
        if (found !== undefined && dates.length < MOST_DATES) dates.push(found);
        timeless.set(entry, { feature: isPlacemark ? bare(record) : record, dates: found });
      }
      return entry;
    },
    waits: (entry) => {
      const left = timeless.get(entry);
      if (left === undefined) return false;
      return left.dates === undefined ? !time.isStatedBy(left.feature.parent) : answers.order === undefined && dependsOnOrder(left.dates);
    },
    settled: (entry) => {
      const left = timeless.get(entry);
      if (left === undefined) return entry;
      timeless.delete(entry);
      const { feature, dates: own } = left;
      if (entry.kind !== 'event') return entryOf(feature, time.whenAround);
      const findings = [...entry.findings];
      const tell: Tell = (finding) => findings.push(finding);
      const when = own === undefined ? time.whenAround(feature, tell) : time.whenIn(own, dependsOnOrder(own) ? order().order : answers.order, tell);
      return when === undefined ? entry : { ...entry, draft: { ...entry.draft, when }, findings };
    },
    story: () => document && aboutOf(document),
    questions: () => [...time.questions(), ...order().questions],
  });
}

/** Most features whose dates are compared to find out which of day and month comes first. */
const MOST_DATES = 100_000;

/** An element without what it holds, which takes room. */
const bare = (element: XmlElement): XmlElement => ({ ...element, content: [] });

/** What a feature is: an event, unless it is a picture without a time, or one that lies on the screen. */
function entryOf(record: XmlElement, whenOf: TimeReader['whenOf']): Extract<Entry, { readonly kind: 'event' | 'not-event' }> {
  const findings: Finding[] = [];
  const tell: Tell = (finding) => findings.push(finding);
  const when = whenOf(record, tell);
  const isEvent = record.local === 'Placemark' || (record.local !== 'ScreenOverlay' && when !== undefined);
  return isEvent ? eventOf(record, when, findings, tell) : { kind: 'not-event', line: record.line, what: 'setting' };
}

/** The outermost document or folder: it stands for the file as a whole. */
function storyOf(element: XmlElement | undefined): XmlElement | undefined {
  let story: XmlElement | undefined;
  for (let holder = element; holder !== undefined; holder = holder.parent) {
    if (holder.local === 'Document' || holder.local === 'Folder') story = holder;
  }
  return story;
}

function aboutOf(document: XmlElement): Partial<Story> {
  const description = plainText(ownWords(document, 'description') ?? '').text.trim();
  return { title: ownWords(document, 'name') ?? '', deck: description === '' ? undefined : description, credit: authorOf(document) };
}

function authorOf(element: XmlElement): string | undefined {
  const author = elementsIn(element).find(({ local }) => local === 'author');
  return author === undefined ? undefined : ownWords(author, 'name');
}

function notFetched(link: XmlElement): Entry {
  const holder = elementsIn(link).find(({ local }) => local === 'Link' || local === 'Url');
  const href = holder === undefined ? undefined : ownWords(holder, 'href');
  const findings: readonly Finding[] = [{ code: 'not-fetched', column: 'Link.href', value: href ?? ownWords(link, 'name') ?? '' }];
  return { kind: 'not-event', line: link.line, what: 'setting', findings };
}

function eventOf(record: XmlElement, when: When | undefined, findings: readonly Finding[], tell: Tell): Extract<Entry, { readonly kind: 'event' }> {
  const extra = new Map<string, Json>();
  const description = ownElement(record, 'description');
  const described = describe(description === undefined ? undefined : wordsOf(description), 'description', tell);
  if (described.html !== undefined) extra.set('description', described.html);
  const address = ownWords(record, 'address');
  const geometry = record.local === 'Placemark' ? geometryOf(record, tell) : overlayGeometry(record, tell);
  const places = placesOf(geometry, address ?? '');
  const sources = [...described.sources];
  for (const element of elementsIn(record)) {
    const { local, prefix } = element;
    if (local === 'ExtendedData' || local === 'Metadata') {
      keepExtendedData(extra, element);
    } else if (local === 'link' || local === 'Link') {
      const url = webUrl(element.attributes.get('href') ?? ownWords(element, 'href'), element.name, extra, tell);
      if (url !== undefined && local === 'link') sources.push(linkedSource(url));
      else if (url !== undefined) extra.set(element.name, url);
    } else if (!APPEARANCE.has(local) && !(READ.has(local) && (prefix === record.prefix || ALLIED.has(prefix)))) {
      keepElement(extra, element);
    }
  }
  const [folder, ...outer] = foldersOf(record);
  if (outer.length > 0) extra.set('Folder', [...outer.reverse(), folder].join(' / '));
  const draft = {
    ...(record.attributes.get('id') === undefined ? {} : { id: record.attributes.get('id') }),
    title: ownWords(record, 'name') ?? titleAmongData(record) ?? '',
    description: described.text,
    ...(when === undefined ? {} : { when }),
    places: places.length > 0 || address === undefined ? places : [namedPlace(address)],
    categories: folder === undefined ? [] : [folder],
    attribution: authorOf(record),
    sources,
    media: described.media,
    extra,
  };
  return { kind: 'event', line: record.line, draft: ofDateline(draft, extra), findings };
}

/** What `writeKml` writes of an event that KML has no element for, taken from the data beside it. */
function ofDateline(draft: Draft, extra: ReadonlyMap<string, Json>): Draft {
  const own = [...extra].filter(([name]) => name.startsWith(BESIDE_PREFIX));
  if (own.length === 0) return draft;
  const beside = new Map(own.filter(([name]) => name !== CATEGORY).map(([name, value]) => [name.slice(BESIDE_PREFIX.length), String(value)]));
  const others = new Map([...extra].filter(([name]) => !name.startsWith(BESIDE_PREFIX)));
  return withBeside({ ...draft, extra: others }, beside);
}

/** Names of the folders that a feature lies in, the innermost first; the outermost element is the story, and counts only as what is in it. */
function foldersOf(record: XmlElement): readonly string[] {
  const story = storyOf(record.parent);
  const names: string[] = [];
  for (let holder = record.parent; holder !== undefined && holder !== story; holder = holder.parent) {
    const name = holder.local === 'kml' ? undefined : ownWords(holder, 'name');
    if (name !== undefined) names.push(name);
  }
  return names;
}
