import type { Result } from '../../base/result.ts';
import type { Steps } from '../../base/steps.ts';
import type { Json } from '../../model/event.ts';
import type { Issue } from '../../model/issue.ts';
import type { YearCount, DateHabits } from '../../time/date-habits.ts';
import type { Answers } from '../answers.ts';
import type { Entry, Finding } from '../entry.ts';
import type { Parsed, Source } from '../format.ts';
import { filled, htmlOf } from '../xml/element.ts';
import type { Tell } from '../xml/positions.ts';
import { readRecords } from '../xml/read-records.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { describe, isWebUrl, keep, linkedSource, webUrl } from '../xml/words.ts';
import { simileWhen } from './when.ts';

const RECORDS: ReadonlySet<string> = new Set(['event']);
const HOLDERS: ReadonlySet<string> = new Set(['data']);

/** Attributes that are read here. */
const READ: ReadonlySet<string> = new Set([
  'id', 'eventID', 'start', 'latestStart', 'earliestEnd', 'end', 'isDuration', 'durationEvent', 'title', 'image', 'link',
]);

/**
 * Reads the XML of SIMILE Timeline: each `event` is an event. What holds colours and icons is kept beside it. A year below zero in an ISO
 * date is astronomical, unless a person says otherwise.
 */
export function* readSimileXml({ bytes }: Source, { order, years, zone }: Answers): Steps<number, Result<Parsed, Issue>> {
  const habits: DateHabits = { order: order ?? 'month-first', years: years ?? ('astronomical' satisfies YearCount), zone };
  return yield* readRecords(bytes, { records: RECORDS, holders: HOLDERS, entryOf: (record) => eventOf(record, habits) });
}

function eventOf(record: XmlElement, habits: DateHabits): Entry {
  const { attributes, line, parent } = record;
  const findings: Finding[] = [];
  const tell: Tell = (finding) => findings.push(finding);
  const extra = new Map<string, Json>();
  const attribute = (name: string): string | undefined => filled(attributes.get(name));
  const when = simileWhen(
    {
      start: attribute('start'),
      latestStart: attribute('latestStart'),
      earliestEnd: attribute('earliestEnd'),
      end: attribute('end'),
      isDuration: /^true$/i.test(attribute('isDuration') ?? attribute('durationEvent') ?? ''),
    },
    habits,
    tell,
  );
  const described = describe(htmlOf(record), 'description', tell);
  if (described.html !== undefined) extra.set('description', described.html);
  const link = webUrl(attribute('link'), 'link', extra, tell);
  const image = imageOf(attribute('image'), extra);
  const title = describe(attribute('title'), 'title', tell);
  const page = wikiPage(parent, attribute('title'));
  for (const [name, value] of attributes) if (!READ.has(name) && value.trim() !== '') keep(extra, name, value.trim());
  const draft = {
    id: attribute('id') ?? attribute('eventID'),
    title: title.text ?? '',
    description: described.text,
    when,
    sources: [...(link === undefined ? [] : [linkedSource(link)]), ...(page === undefined ? [] : [page]), ...described.sources],
    media: [...(image === undefined ? [] : [{ url: image, caption: undefined, credit: undefined }]), ...described.media],
    extra,
  };
  return { kind: 'event', line, draft, findings };
}

/** A picture beside the page that showed it has no address of its own: it is kept as it stands. */
function imageOf(image: string | undefined, extra: Map<string, Json>): string | undefined {
  if (image === undefined || isWebUrl(image)) return image;
  extra.set('image', image);
  return undefined;
}

/** The page about an event in the wiki that the file names, by its title. */
function wikiPage(data: XmlElement | undefined, title: string | undefined): ReturnType<typeof linkedSource> | undefined {
  const wiki = filled(data?.attributes.get('wiki-url'));
  if (wiki === undefined || title === undefined || !isWebUrl(wiki)) return undefined;
  const section = filled(data?.attributes.get('wiki-section')) ?? '';
  const anchor = section === '' ? '' : `#${encodeURIComponent(section.replaceAll(/\s/g, '_'))}`;
  return linkedSource(`${wiki.replace(/\/?$/, '/')}${encodeURIComponent(title.replaceAll(/\s/g, '_')).replaceAll('%2C', ',')}${anchor}`, title);
}
