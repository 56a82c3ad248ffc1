import type { DateHabits } from '../../time/date-habits.ts';
import { isObject, type Members } from '../dateline-file.ts';
import type { Entry } from '../entry.ts';
import { entryOf, eventEntry, jsonReader, scalarText, sourceAt, taking, type Taking } from '../json-entries.ts';
import { isWebUrl, linkedSource } from '../xml/words.ts';
import { simileWhen } from './when.ts';

/**
 * Reads the JSON of SIMILE Timeline. Its years below zero are astronomical unless a person says otherwise. An event with an end lasts until it, unless it is
 * said to be a moment.
 */
export const readSimileJson = jsonReader(['events'], ({ frame, lists }, { order, years, zone }) => {
  const habits: DateHabits = { order: order ?? 'month-first', years: years ?? 'astronomical', zone };
  const file = isObject(frame) ? frame : {};
  const wiki = { url: scalarText(file['wikiURL'] ?? file['wiki-url']), section: scalarText(file['wikiSection'] ?? file['wiki-section']) };
  return { entries: entriesOf() };

  function* entriesOf(): Iterable<Entry> {
    for (const { records } of lists) for (const record of records()) yield entryOf(record, (members) => eventOf(record.line, members, habits, wiki));
  }
});

interface Wiki {
  readonly url: string | undefined;
  readonly section: string | undefined;
}

function eventOf(line: number, members: Members, habits: DateHabits, wiki: Wiki): Entry {
  const record = taking(members);
  const bound = (name: string): string | undefined => record.date(name)?.text;
  const isMoment = [record.take('durationEvent'), record.take('isDuration')].some((value) => value === false || value === 'false');
  const bounds = { start: bound('start'), latestStart: bound('latestStart'), earliestEnd: bound('earliestEnd'), end: bound('end'), isDuration: !isMoment };
  const when = simileWhen(bounds, habits, record.tell);
  const title = (record.words('title') ?? record.words('caption') ?? '').replace(/\s*\n\s*/g, ' ');
  const image = pictureAt(record, 'image') ?? pictureAt(record, 'img');
  const link = sourceAt(record, 'link');
  const page = wikiPage(wiki, title);
  return eventEntry(line, record, {
    id: record.text('id') ?? record.text('eventID'),
    title,
    description: record.words('description'),
    when,
    sources: [link, page].filter((source) => source !== undefined),
    media: image === undefined ? [] : [{ url: image, caption: undefined, credit: undefined }],
  });
}

/** A picture on the web; one beside the page that showed it has no address of its own and is kept as it stands. */
function pictureAt(record: Taking, name: string): string | undefined {
  const url = scalarText(record.members[name]);
  if (url === undefined || !isWebUrl(url)) return undefined;
  record.take(name);
  return url;
}

/** The page about an event in the wiki that the file names. */
function wikiPage({ url, section }: Wiki, title: string): ReturnType<typeof linkedSource> | undefined {
  if (url === undefined || title === '' || !isWebUrl(url)) return undefined;
  const anchor = section === undefined ? '' : `#${encodeURIComponent(section.replaceAll(/\s/g, '_'))}`;
  return linkedSource(`${url.replace(/\/?$/, '/')}${encodeURIComponent(title.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll(/\s/g, '_'))}${anchor}`, title);
}
