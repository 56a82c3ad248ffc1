import { UNDATED } from '../../model/build-event.ts';
import type { Json, Media, When } from '../../model/event.ts';
import type { Era, Story } from '../../model/story.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import { inZone } from '../../time/edtf-zone.ts';
import { parseWritten } from '../../time/written.ts';
import type { Answers } from '../answers.ts';
import { isObject, type Members } from '../dateline-file.ts';
import type { Entry } from '../entry.ts';
import { BESIDE, readBesideJson, withBeside } from '../event-cells/beside.ts';
import type { JsonCut } from '../json-cut.ts';
import { entryOf, eventEntry, jsonReader, scalarText, taking, webAddress, type Taking } from '../json-entries.ts';
import { plainText } from '../plain-text.ts';
import { dateOfCommas, dateOfParts } from './parts.ts';

/** Reads the JSON of TimelineJS: slides are events, the title and eras are of the story. Times of day are of no known zone. */
export const readTimelinejs = jsonReader(['title!', 'events', 'eras', 'timeline.date', 'timeline.era', 'timeline.eras'], (cut, answers) => ({ entries: entriesOf(cut, answers) }));

function* entriesOf({ frame, lists }: JsonCut, answers: Answers): Iterable<Entry> {
  const old = isObject(frame) && isObject(frame['timeline']) ? frame['timeline'] : undefined;
  if (old !== undefined && (old['headline'] !== undefined || old['text'] !== undefined)) yield oldTitle(1, old);
  for (const { path, records } of lists) {
    for (const record of records()) {
      yield entryOf(record, (members) => {
        switch (path) {
          case 'title!':
            return titleSlide(record.line, members);
          case 'events':
            return slide(record.line, members, answers);
          case 'timeline.date':
            return oldSlide(record.line, members, answers);
          default:
            return era(record.line, members, answers);
        }
      });
    }
  }
}

const titleStory = (headline: string | undefined, text: string | undefined, rest: readonly (readonly [string, Json | undefined])[]): Partial<Story> => ({
  title: headline ?? text ?? '',
  deck: headline === undefined ? undefined : text,
  extra: new Map(rest.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined)),
});

function titleSlide(line: number, members: Members): Entry {
  const record = taking(members);
  const text = record.within('text');
  const [headline, words] = [inOneLine(text.words('headline')), text.words('text')];
  record.keepRest();
  return { kind: 'not-event', line, what: 'title', story: titleStory(headline, words, [...record.extra].map(([name, value]) => [`title.${name}`, value] as const)), findings: record.findings };
}

function oldTitle(line: number, members: Members): Entry {
  const record = taking(members);
  const [headline, words] = [inOneLine(record.words('headline')), record.words('text')];
  return { kind: 'not-event', line, what: 'title', story: titleStory(headline, words, [['asset', members['asset']], ['startDate', members['startDate']]]), findings: record.findings };
}

function slide(line: number, members: Members, answers: Answers): Entry {
  const record = taking(members);
  const text = record.within('text');
  const title = inOneLine(text.words('headline')) ?? '';
  const description = text.words('text');
  const media = mediaOf(record.within('media'), 'url');
  const display = displayOf(record);
  const when = whenOf(record, dateAt(record, 'start_date'), dateAt(record, 'end_date'), display, answers);
  const beside = readBesideJson(record.take(BESIDE));
  const entry = eventEntry(line, record, {
    id: record.text('unique_id'),
    title,
    description: withQuote(description, media.quote),
    when,
    categories: categoriesAt(record, 'group'),
    media: media.media,
  });
  return entry.kind === 'event' ? { ...entry, draft: withBeside(entry.draft, beside) } : entry;
}

function oldSlide(line: number, members: Members, answers: Answers): Entry {
  const record = taking(members);
  const title = inOneLine(record.words('headline')) ?? '';
  const description = record.words('text');
  const media = mediaOf(record.within('asset'), 'media');
  const dateIn = (name: string): StatedDate => {
    const stated = record.text(name);
    return { column: name, date: stated === undefined ? undefined : dateOfCommas(stated), words: stated };
  };
  const when = whenOf(record, dateIn('startDate'), dateIn('endDate'), record.text('displayDate'), answers);
  return eventEntry(line, record, {
    id: record.text('id'),
    title,
    description: withQuote(description, media.quote),
    when,
    categories: categoriesAt(record, 'tag'),
    media: media.media,
  });
}

function era(line: number, members: Members, answers: Answers): Entry {
  const record = taking(members);
  const isOld = scalarText(members['startDate']) !== undefined;
  const [start, end] = isOld
    ? (['startDate', 'endDate'] as const).map((name) => ({ column: name, date: dateOfCommas(record.text(name) ?? ''), words: scalarText(members[name]) }))
    : [dateAt(record, 'start_date'), dateAt(record, 'end_date')];
  const when = whenOf(record, start ?? NO_DATE, end ?? NO_DATE, undefined, answers);
  const name = inOneLine(isOld ? record.words('headline') : record.within('text').words('headline')) ?? '';
  const eras: readonly Era[] = when.edtf === undefined || name === '' ? [] : [{ name, when: when.edtf.text }];
  return { kind: 'not-event', line, what: 'era', story: { eras }, findings: record.findings };
}

const categoriesAt = (record: Taking, name: string): readonly string[] => {
  const group = record.text(name);
  return group === undefined ? [] : [plainText(group).text.trim()];
};

const inOneLine = (text: string | undefined): string | undefined => text?.replace(/\s*\n\s*/g, ' ');

interface StatedDate {
  readonly column: string;
  readonly date: ReturnType<typeof dateOfParts>;
  readonly words: string | undefined;
}

const NO_DATE: StatedDate = { column: '', date: undefined, words: undefined };

function dateAt(record: Taking, name: string): StatedDate {
  const inner = record.within(name);
  inner.take('format');
  // What stands behind a gap, such as a day without a month, is no part of the date, and is kept.
  for (const part of ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond']) if (inner.text(part) === undefined) break;
  return { column: name, date: dateOfParts(inner.members), words: inner.words('display_date') ?? record.text(name) };
}

/** What is shown instead of the date. */
function displayOf(record: Taking): string | undefined {
  return record.words('display_date') ?? record.words('displayDate');
}

function whenOf(record: Taking, start: StatedDate, end: StatedDate, display: string | undefined, { zone }: Answers): When {
  const shown = display ?? [start.words, end.words].filter((words) => words !== undefined).join(' – ');
  const [from, to] = [start, end].map(({ column, date }) => {
    if (date === undefined || date.ok) return date?.value;
    record.tell({ code: 'date-impossible', column, value: date.error });
    return undefined;
  });
  const unread = [start, end].map(({ date }) => (date?.ok === false ? date.error : '')).filter((text) => text !== '').join(' – ');
  const wording = shown !== '' ? shown : unread === '' ? undefined : unread;
  const first = from ?? to;
  if (first === undefined) return wordsOnly(record, wording, zone, unread === '');
  const interval = from === undefined ? undefined : between(record, from, to, end.column);
  const edtf = refined(interval ?? first, shown);
  const isBackwards = from !== undefined && interval === undefined;
  const isOfZone = zone !== undefined && edtf.precision !== 'day' && inZone(edtf, zone) !== edtf;
  return { ...UNDATED, edtf: isOfZone ? inZone(edtf, zone) : edtf, wording: wording ?? (isBackwards ? `${first.text} – ${to?.text ?? ''}` : undefined), zone: isOfZone ? zone : 'local' };
}

/** The time of a slide that has no date but words for one. */
function wordsOnly(record: Taking, wording: string | undefined, zone: string | undefined, isToBeRead: boolean): When {
  const written = wording === undefined || !isToBeRead ? undefined : parseWritten(wording, { zone, years: 'historical' });
  if (written === undefined) return { ...UNDATED, wording };
  if (written.ok) return { ...UNDATED, edtf: written.value.edtf, zone: written.value.zone, wording: written.value.exactText ? undefined : wording };
  if (written.error.kind !== 'absent') record.tell({ code: 'date-unreadable', column: 'display_date', value: wording ?? '' });
  return { ...UNDATED, wording };
}

/** From a start to an end; `undefined` where the end lies before the start, which is told. */
function between(record: Taking, from: Edtf, to: Edtf | undefined, column: string): Edtf | undefined {
  if (to === undefined || to.text === from.text) return from;
  const interval = parseEdtf(`${from.text}/${to.text}`);
  if (interval.ok) return interval.value;
  record.tell({ code: 'end-before-start', column, value: to.text, parameters: { start: from.text } });
  return undefined;
}

/** A year that is shown as “c. 1890” is approximate: the shown words are taken where they are the same date with a qualifier. */
function refined(edtf: Edtf, shown: string): Edtf {
  if (shown === '' || edtf.kind !== 'date') return edtf;
  const written = parseWritten(shown, { years: 'historical' });
  if (!written.ok) return edtf;
  const { qualifier, text } = written.value.edtf;
  return (qualifier.approximate || qualifier.uncertain) && text.replace(/[?~%]$/, '') === edtf.text ? written.value.edtf : edtf;
}

interface ReadMedia {
  readonly media: readonly Media[];
  /** Words that were pasted in place of an address. */
  readonly quote: string | undefined;
}

/** The picture, film or page beside a slide: its address, or markup pasted in its place, of which the address is taken. */
function mediaOf(record: Taking, name: string): ReadMedia {
  const caption = record.words('caption');
  const credit = record.words('credit');
  const stated = record.text(name);
  if (stated === undefined) {
    if (caption !== undefined) record.extra.set(record.path('caption'), caption);
    if (credit !== undefined) record.extra.set(record.path('credit'), credit);
    return { media: [], quote: undefined };
  }
  const url = stated.startsWith('<') ? embeddedUrl(stated) : webAddress(stated, record.path(name), record.extra, record.tell);
  if (stated.startsWith('<')) record.extra.set(record.path(name), stated);
  if (url === undefined) return { media: [], quote: stated.startsWith('<') ? plainText(stated).text.trim() || undefined : undefined };
  return { media: [{ url, caption, credit }], quote: undefined };
}

/** The address of a page or post in the markup that sites give for embedding it. */
function embeddedUrl(markup: string): string | undefined {
  const found = /\s(?:src|data-instgrm-permalink|cite)\s{0,5}=\s{0,5}["']?((?:https?:)?\/\/[^\s"'<>]{1,2000})/i.exec(markup)?.[1]
    ?? (/class\s{0,5}=\s{0,5}["'](?:twitter|instagram|tiktok|bluesky)/i.test(markup) ? /.*href\s{0,5}=\s{0,5}["'](https?:\/\/[^\s"'<>]{1,2000})/is.exec(markup)?.[1] : undefined);
  return found?.startsWith('//') === true ? `https:${found}` : found;
}

const withQuote = (description: string | undefined, quote: string | undefined): string | undefined =>
  quote === undefined ? description : description === undefined ? quote : `${description}\n\n${quote}`;
