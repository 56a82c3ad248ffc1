import type { Result } from '../../base/result.ts';
import type { Steps } from '../../base/steps.ts';
import type { Json, Media, Source as EventSource } from '../../model/event.ts';
import type { Issue } from '../../model/issue.ts';
import type { Story } from '../../model/story.ts';
import type { DateHabits } from '../../time/date-habits.ts';
import type { Answers } from '../answers.ts';
import type { Entry, Finding } from '../entry.ts';
import type { Parsed, Source } from '../format.ts';
import { plainText } from '../plain-text.ts';
import { elementsIn, elementsNamed, filled, htmlOf, ownElement, ownWords, wordsOf } from '../xml/element.ts';
import { whenBetween, type Stated } from '../xml/dates.ts';
import { keepElement } from '../xml/leaves.ts';
import type { Tell } from '../xml/positions.ts';
import { readRecords } from '../xml/read-records.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { describe, isWebUrl, linkedSource, webUrl } from '../xml/words.ts';
import { placesIn, POSITIONS } from './position.ts';

const RECORDS: ReadonlySet<string> = new Set(['item', 'entry']);
const FEEDS: ReadonlySet<string> = new Set(['channel', 'feed']);
const HOLDERS: ReadonlySet<string> = new Set(['rss', 'RDF', ...FEEDS]);

/** Local names of the dates of an item, the most telling first: of the event itself, where a feed has them, then of its publication. */
const STARTS = [
  'startdate', 'dtstart', 'fromdate', 'startTime', 'published', 'pubDate', 'issued', 'date', 'created', 'updated', 'modified',
] as const;
const ENDS = ['enddate', 'dtend', 'todate', 'endTime'] as const;

/** Years of two digits, as RSS 0.91 had them, are 1950 to 2049. Source: RFC 2822, 4.3. */
const EARLIEST_SHORT_YEAR = 1950;

/** Local names of the longer and the shorter text of an item. */
const TEXTS = ['encoded', 'content', 'description', 'summary'] as const;

/**
 * Reads a feed: each item is an event at the time that it states for the event, or else when it was published. Its link is its source, and
 * the feed's name the publisher.
 */
export function* readGeorss({ bytes }: Source, { order, zone }: Answers): Steps<number, Result<Parsed, Issue>> {
  const habits: DateHabits = { order, zone, pivot: EARLIEST_SHORT_YEAR };
  let feed: XmlElement | undefined;
  let publisher: string | undefined;
  return yield* readRecords(bytes, {
    records: RECORDS,
    holders: HOLDERS,
    open: ({ local, parent }) => {
      if (RECORDS.has(local) && parent !== undefined) publisher ??= textIn(feed ?? parent, 'title');
    },
    close: (element) => {
      if (FEEDS.has(element.local)) feed ??= element;
      return HOLDERS.has(element.local);
    },
    entryOf: (record) => eventOf(record, publisher, habits),
    story: () => feed && storyOf(feed),
  });
}

function storyOf(feed: XmlElement): Partial<Story> {
  const title = textIn(feed, 'title');
  const link = linksOf(feed).find(({ url }) => isWebUrl(url));
  return {
    title: title ?? '',
    deck: textIn(feed, 'description') ?? textIn(feed, 'subtitle') ?? textIn(feed, 'tagline'),
    credit: textIn(feed, 'copyright') ?? textIn(feed, 'rights'),
    ...(link === undefined ? {} : { sources: [linkedSource(link.url, title)] }),
  };
}

function textIn(feed: XmlElement, local: string): string | undefined {
  const text = ownWords(feed, local);
  return text === undefined ? undefined : filled(plainText(text).text);
}

interface Link {
  readonly url: string;
  readonly rel: string;
  readonly column: string;
}

/** Links of RSS, whose address is their text, and of Atom, where it is an attribute. */
function linksOf(element: XmlElement): readonly Link[] {
  return elementsIn(element).filter(({ local }) => local === 'link').flatMap((link) => {
    const url = filled(link.attributes.get('href')) ?? filled(wordsOf(link));
    return url === undefined ? [] : [{ url, rel: link.attributes.get('rel') ?? 'alternate', column: link.name }];
  });
}

function eventOf(record: XmlElement, publisher: string | undefined, habits: DateHabits): Entry {
  const findings: Finding[] = [];
  const tell: Tell = (finding) => findings.push(finding);
  const extra = new Map<string, Json>();
  const title = describe(htmlIn(record, 'title'), 'title', tell);
  const texts = TEXTS.map((name) => describe(htmlIn(record, name), name, tell)).filter(({ text }) => text !== undefined);
  const [body] = texts;
  const shorter = texts.at(-1)?.text;
  if (shorter !== undefined && shorter !== body?.text) extra.set('summary', shorter);
  if (body?.html !== undefined) extra.set('description', body.html);
  const when = whenBetween(statedFor(record, STARTS), statedFor(record, ENDS), habits, tell);
  const links = linksOf(record).flatMap((link) => {
    const url = webUrl(link.url, link.column, extra, tell);
    return url === undefined ? [] : [{ ...link, url }];
  });
  const guid = ownElement(record, 'guid');
  const page = guid !== undefined && guid.attributes.get('isPermaLink') !== 'false' ? filled(wordsOf(guid)) : undefined;
  const pages = links.filter(({ rel }) => rel !== 'enclosure' && rel !== 'self' && rel !== 'edit');
  const addresses = pages.length === 0 && page !== undefined && isWebUrl(page) ? [page] : pages.map(({ url }) => url);
  const sources: EventSource[] = addresses.map((url) => linkedSource(url, title.text, ownWords(record, 'source') ?? publisher));
  for (const element of elementsIn(record)) if (!isRead(element)) keepElement(extra, element);
  const draft = {
    id: guid === undefined ? (ownWords(record, 'id') ?? record.attributes.get('rdf:about')) : filled(wordsOf(guid)),
    title: (title.text ?? '').replaceAll(/\s+/g, ' '),
    description: body?.text,
    when,
    places: placesIn(record, tell),
    categories: categoriesOf(record),
    attribution: authorOf(record),
    sources: unique([...sources, ...(body?.sources ?? [])]),
    media: unique([...mediaOf(record), ...links.filter(({ rel }) => rel === 'enclosure').map(({ url }) => pictureOf(url)), ...(body?.media ?? [])]),
    extra,
  };
  return { kind: 'event', line: record.line, draft, findings };
}

/** Local names of what is read here, of whatever vocabulary. */
const READ: ReadonlySet<string> = new Set([
  ...STARTS, ...ENDS, ...TEXTS, ...POSITIONS, 'title', 'link', 'guid', 'id', 'category', 'subject', 'author', 'creator', 'enclosure', 'thumbnail',
  'group', 'source',
]);

/** Dates beside the one that is taken, and what other vocabularies call by the same name, are kept. */
function isRead(element: XmlElement): boolean {
  const { local, parent, prefix } = element;
  if (!READ.has(local) || prefix === 'media') return local === 'content' || local === 'thumbnail' || local === 'group';
  const isDate = (STARTS as readonly string[]).includes(local);
  if (isDate && parent !== undefined) return statedFor(parent, STARTS)?.column === element.name;
  return local !== 'title' || prefix === parent?.prefix;
}

function statedFor(record: XmlElement, names: readonly string[]): Stated | undefined {
  for (const name of names) {
    for (const element of elementsIn(record)) {
      if (element.local !== name && !(element.local === 'when' && element.attributes.has(name))) continue;
      const text = filled(element.local === 'when' ? element.attributes.get(name) : wordsOf(element));
      if (text !== undefined) return { text, column: element.name };
    }
  }
  return undefined;
}

/** A text as HTML. Atom says how each of its texts is written; that of RSS is HTML that was escaped. */
function htmlIn(record: XmlElement, local: string): string | undefined {
  const element = local === 'encoded' ? elementsNamed(record, local)[0] : ownElement(record, local);
  if (element === undefined) return undefined;
  const isPlain = element.attributes.get('type') === 'text' || element.attributes.get('type') === 'text/plain';
  return isPlain ? wordsOf(element).replaceAll('&', '&amp;').replaceAll('<', '&lt;') : htmlOf(element);
}

function categoriesOf(record: XmlElement): readonly string[] {
  const names = elementsIn(record)
    .filter(({ local }) => local === 'category' || local === 'subject')
    .map((element) => filled(element.attributes.get('label')) ?? filled(element.attributes.get('term')) ?? filled(wordsOf(element)));
  return [...new Set(names.filter((name) => name !== undefined))];
}

function authorOf(record: XmlElement): string | undefined {
  const author = ownElement(record, 'author') ?? elementsNamed(record, 'creator')[0];
  return author === undefined ? undefined : (ownWords(author, 'name') ?? filled(wordsOf(author)));
}

/** Pictures, films and sounds: enclosures of RSS, and Media RSS, in groups or not. */
function mediaOf(record: XmlElement): readonly Media[] {
  return elementsIn(record).flatMap((element) => {
    if (element.local === 'group') return mediaOf(element);
    const isOfMediaRss = (element.local === 'content' || element.local === 'thumbnail') && (element.prefix === 'media' || element.prefix !== record.prefix);
    const isMedia = element.local === 'enclosure' || isOfMediaRss;
    const url = filled(element.attributes.get('url'));
    if (!isMedia || url === undefined || !isWebUrl(url)) return [];
    const words = (local: string): string | undefined => filled(elementsNamed(element, local).map(wordsOf)[0]);
    return [{ url, caption: words('description') ?? words('title'), credit: words('credit') }];
  });
}

const pictureOf = (url: string): Media => ({ url, caption: undefined, credit: undefined });

const unique = <T extends { readonly url: string | undefined }>(values: readonly T[]): readonly T[] =>
  [...new Map(values.toReversed().map((value) => [value.url, value])).values()].reverse();
