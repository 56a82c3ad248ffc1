import type { Answers } from '../answers.ts';
import type { Members } from '../dateline-file.ts';
import type { Entry } from '../entry.ts';
import type { RecordList } from '../json-cut.ts';
import { entryOf, eventEntry, jsonReader, taking, webAddress } from '../json-entries.ts';
import { pointPlaces } from '../json-places.ts';
import { whenBetween } from '../xml/dates.ts';

/** Reads slides in their order: the overview is the story's title, the others are events, undated unless words for a date are in them. */
export const readStorymapjs = jsonReader(['storymap.slides'], ({ lists }, answers) => ({ entries: entriesOf(lists, answers) }));

function* entriesOf(lists: readonly RecordList[], answers: Answers): Iterable<Entry> {
  for (const { records } of lists) {
    for (const record of records()) yield entryOf(record, (members) => slide(record.line, members, answers));
  }
}

function slide(line: number, members: Members, { zone, order }: Answers): Entry {
  const record = taking(members);
  const text = record.within('text');
  const title = text.words('headline')?.replace(/\s*\n\s*/g, ' ') ?? '';
  const description = text.words('text');
  const media = record.within('media');
  const [caption, credit, stated] = [media.words('caption'), media.words('credit'), media.text('url')];
  const url = stated === undefined ? undefined : webAddress(stated, media.path('url'), record.extra, record.tell);
  if (members['type'] === 'overview') {
    record.keepRest();
    return { kind: 'not-event', line, what: 'title', story: { title, deck: description, extra: new Map([...record.extra, ['overview', members]]) }, findings: record.findings };
  }
  const place = record.within('location');
  return eventEntry(line, record, {
    id: record.text('unique_id') ?? record.text('id'),
    title,
    description,
    when: whenBetween(record.date('date'), undefined, { zone, order, years: 'historical' }, record.tell),
    places: pointPlaces(place, ['lat'], ['lon', 'lng'], place.text('name') ?? ''),
    media: url === undefined ? [] : [{ url, caption, credit }],
  });
}
