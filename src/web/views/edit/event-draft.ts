import type { Words } from '../../../core/i18n/describe-time.ts';
import { EVENT_MEMBERS } from '../../../core/formats/serialize-dateline.ts';
import { sameJson } from '../../../core/formats/same-json.ts';
import type { EventMembers } from '../../../core/edit/with-members.ts';
import { UNDATED } from '../../../core/model/build-event.ts';
import type { Json, Media, Relation, Source, Status, TimelineEvent, When } from '../../../core/model/event.ts';
import { parseWritten } from '../../../core/time/written.ts';
import { EMPTY_PLACE, placeDraftOf, readPlace, type PlaceDraft, type PlaceProblem } from './draft-places.ts';
import { readWhen, whenDraftOf, type WhenDraft, type WhenReading } from './draft-when.ts';

/** Members of a source and of media, all as text. */
export type SourceDraft = Readonly<Record<keyof Source, string>>;
export type MediaDraft = Readonly<Record<keyof Media, string>>;

/** A member of the file that this program gives no meaning to; only those that are text can be changed. */
export interface ExtraDraft {
  readonly name: string;
  readonly value: string;
}

/** An event as it stands in the form: plain data, so that it can be kept unsaved. */
export interface EventDraft {
  readonly title: string;
  readonly shortTitle: string;
  readonly description: string;
  readonly when: WhenDraft;
  readonly places: readonly PlaceDraft[];
  readonly categories: readonly string[];
  readonly status: Status;
  readonly attribution: string;
  readonly actors: string;
  readonly sources: readonly SourceDraft[];
  readonly media: readonly MediaDraft[];
  readonly relations: readonly Relation[];
  readonly extra: readonly ExtraDraft[];
}

/** The form of a new event that nothing is known of. */
export const EMPTY_DRAFT: EventDraft = {
  title: '',
  shortTitle: '',
  description: '',
  when: { start: '', end: '', order: undefined, zone: '', partOfDay: '', wording: '' },
  places: [EMPTY_PLACE],
  categories: [],
  status: 'confirmed',
  attribution: '',
  actors: '',
  sources: [],
  media: [],
  relations: [],
  extra: [],
};

/** Separates the names of those involved. */
const BETWEEN_ACTORS = '; ';

/** An event as the form shows it. */
export const draftOf = (event: TimelineEvent, words: Words): EventDraft => ({
  title: event.title,
  shortTitle: event.shortTitle ?? '',
  description: event.description ?? '',
  when: whenDraftOf(event.when, words),
  places: event.places.length === 0 ? [EMPTY_PLACE] : event.places.map(placeDraftOf),
  categories: event.categories,
  status: event.status,
  attribution: event.attribution ?? '',
  actors: event.actors.join(BETWEEN_ACTORS),
  sources: event.sources.map(({ publisher, title, url, date, locator }) => ({
    publisher: publisher ?? '', title: title ?? '', url: url ?? '', date: date ?? '', locator: locator ?? '',
  })),
  media: event.media.map(({ url, caption, credit }) => ({ url, caption: caption ?? '', credit: credit ?? '' })),
  relations: event.relations,
  extra: [...event.extra].flatMap(([name, value]) => (isFree(name, value) ? [{ name, value }] : [])),
});

const isFree = (name: string, value: Json): value is string => typeof value === 'string' && !EVENT_MEMBERS.has(name);

/** What has to be mended before a form can be saved: where it is, and what is wrong. */
export type FormProblem =
  | { readonly part: 'title' }
  | { readonly part: 'when' }
  | { readonly part: 'place'; readonly position: number; readonly problem: PlaceProblem }
  | { readonly part: 'source'; readonly position: number; readonly field: 'url' | 'date' }
  | { readonly part: 'media'; readonly position: number }
  | { readonly part: 'extra'; readonly position: number };

/** What a form says: the members of an event, or what has to be mended. */
export interface FormReading {
  readonly when: WhenReading;
  readonly problems: readonly FormProblem[];
  /** Members that differ from those of the event, or all of a new one. */
  readonly members: EventMembers & { readonly title: string };
}

/** Reads a form. Parts that stand as they stood leave the event's members as they are, down to the text of its dates. */
export function readDraft(draft: EventDraft, event: TimelineEvent | undefined, words: Words, year: number | undefined): FormReading {
  const before = event === undefined ? undefined : draftOf(event, words);
  const isSame = (...names: readonly (keyof EventDraft)[]): boolean =>
    before !== undefined && names.every((name) => sameJson(plain(before[name]), plain(draft[name])));
  const when = readWhen(draft.when, year);
  const places = draft.places.map(readPlace);
  const problems: FormProblem[] = [
    ...(draft.title.trim() === '' && !isSame('title') ? [{ part: 'title' } as const] : []),
    ...(!isSame('when') && (when.kind === 'problem' || when.kind === 'ambiguous') ? [{ part: 'when' } as const] : []),
    ...places.flatMap((reading, position) => (reading.kind === 'problem' ? [{ part: 'place', position, problem: reading.problem } as const] : [])),
    ...draft.sources.flatMap((source, position) => sourceProblems(source, position, before?.sources ?? [])),
    ...draft.media.flatMap((media, position) => (isSafe(media.url, before?.media ?? []) ? [] : [{ part: 'media', position } as const])),
    ...draft.extra.flatMap(({ name }, position) => (isOwnName(name, position, draft.extra, event) ? [] : [{ part: 'extra', position } as const])),
  ];
  const members: EventMembers & { readonly title: string } = {
    title: draft.title.trim(),
    ...(isSame('shortTitle') ? {} : { shortTitle: said(draft.shortTitle) }),
    ...(isSame('description') ? {} : { description: said(draft.description) }),
    ...(isSame('when') ? {} : { when: whenOf(draft.when, when, event, before) }),
    ...(isSame('places') ? {} : { places: places.flatMap((reading) => (reading.kind === 'place' ? [reading.place] : [])) }),
    ...(isSame('categories') ? {} : { categories: draft.categories }),
    ...(isSame('status') ? {} : { status: draft.status }),
    ...(isSame('attribution') ? {} : { attribution: said(draft.attribution) }),
    ...(isSame('actors') ? {} : { actors: draft.actors.split(/[;؛]/).map((actor) => actor.trim()).filter((actor) => actor !== '') }),
    ...(isSame('sources') ? {} : { sources: draft.sources.map(sourceOf).filter((source) => Object.values(source).some((value) => value !== undefined)) }),
    ...(isSame('media') ? {} : { media: draft.media.filter(({ url }) => url.trim() !== '').map(mediaOf) }),
    ...(isSame('relations') ? {} : { relations: draft.relations }),
    ...(isSame('extra') ? {} : { extra: extraOf(draft.extra, event) }),
  };
  return { when, problems, members };
}

/** Whether a form says anything that the event does not, or anything at all about a new one. */
export const hasChanges = (draft: EventDraft, begun: EventDraft): boolean => !sameJson(plain(draft), plain(begun));

/** A part of a form as the text of it is: what is `undefined` is not there. */
const plain = (part: EventDraft | EventDraft[keyof EventDraft]): Json => JSON.parse(JSON.stringify(part)) as Json;

const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

function whenOf(draft: WhenDraft, reading: WhenReading, event: TimelineEvent | undefined, before: EventDraft | undefined): When {
  const stood = event?.when ?? UNDATED;
  const isDateKept = before !== undefined && before.when.start === draft.start && before.when.end === draft.end;
  const partOfDay = draft.partOfDay === '' ? undefined : draft.partOfDay;
  const wording = said(draft.wording);
  if (isDateKept) return { ...stood, zone: said(draft.zone) ?? 'local', partOfDay, wording };
  const read = reading.kind === 'read' ? reading : undefined;
  return { edtf: read?.edtf, zone: read?.zone ?? 'local', partOfDay, wording: wording ?? read?.wording, basis: { kind: 'stated' } };
}

function sourceProblems(source: SourceDraft, position: number, before: readonly SourceDraft[]): readonly FormProblem[] {
  const isDated = source.date.trim() === '' || before.some(({ date }) => date === source.date) || parseWritten(source.date).ok;
  return [
    ...(isSafe(source.url, before) ? [] : [{ part: 'source', position, field: 'url' } as const]),
    ...(isDated ? [] : [{ part: 'source', position, field: 'date' } as const]),
  ];
}

/** The date of a source as EDTF text; as it stands where it was no date before. */
function dateText(typed: string): string | undefined {
  const date = parseWritten(typed);
  return date.ok ? date.value.edtf.text : said(typed);
}

const sourceOf = ({ publisher, title, url, date, locator }: SourceDraft): Source => ({
  publisher: said(publisher), title: said(title), url: said(url), date: dateText(date), locator: said(locator),
});

const mediaOf = ({ url, caption, credit }: MediaDraft): Media => ({ url: url.trim(), caption: said(caption), credit: said(credit) });

/** Whether a link is one that the page would follow, or none, or one that the event had before. */
const isSafe = (url: string, before: readonly { readonly url: string }[]): boolean =>
  url.trim() === '' || /^(?:https?:\/\/|mailto:)\S+$/i.test(url.trim()) || before.some((known) => known.url === url);

function isOwnName(name: string, position: number, all: readonly ExtraDraft[], event: TimelineEvent | undefined): boolean {
  const own = name.trim();
  if (own === '') return all[position]?.value.trim() === '';
  const isKept = [...(event?.extra ?? [])].some(([known, value]) => known === own && !isFree(known, value));
  return !EVENT_MEMBERS.has(own) && !isKept && all.findIndex((other) => other.name.trim() === own) === position;
}

/** The free columns as the form has them, among those that it does not show. */
function extraOf(free: readonly ExtraDraft[], event: TimelineEvent | undefined): ReadonlyMap<string, Json> {
  const kept = [...(event?.extra ?? [])].filter(([name, value]) => !isFree(name, value));
  return new Map<string, Json>([...kept, ...free.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), value] as const)]);
}
