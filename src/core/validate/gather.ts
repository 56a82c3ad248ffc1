import { growing } from '../base/growing.ts';
import type { Entry, Finding } from '../formats/entry.ts';
import { EVENT_MEMBERS, STORY_MEMBERS } from '../formats/serialize-dateline.ts';
import type { Account, NotEvent, Refusal } from '../model/account.ts';
import { buildEvent } from '../model/build-event.ts';
import { buildStory } from '../model/build-story.ts';
import { contentId } from '../model/content-id.ts';
import { datasetBuilder } from '../model/dataset-builder.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Draft } from '../model/draft.ts';
import type { Json, Place, TimelineEvent } from '../model/event.ts';
import type { Issue, IssuePlace } from '../model/issue.ts';
import type { Story } from '../model/story.ts';
import { categoriesOf } from './read-categories.ts';
import type { PlainTaker } from './table/plain-rows.ts';
import type { Afterthought } from './table/table-reading.ts';

/** What has become of all records of a file. */
export interface Gathered {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
  readonly account: Account;
}

/** Takes the entries of a file one by one. */
export interface Gathering {
  /** Number of records so far that became events, and that were refused. */
  readonly events: number;
  readonly refused: number;
  readonly add: (entry: Entry) => void;
  /** Takes plain rows of a table. */
  readonly plain: PlainTaker;
  /** Takes what the file says of itself where no record does. */
  readonly addStory: (story: Partial<Story>) => void;
  /** All that was gathered, with what only all records together show. Called once, at the end. */
  readonly finish: (afterthoughts?: readonly Afterthought[]) => Gathered;
}

/**
 * Starts gathering entries. `placed` may give a place that has a name alone a position that its file does not state; the records of all take about so many
 * bytes, where that is known; `idColumn` is the column of a table in which ids stand.
 */
export function gatherEntries(placed: (place: Place) => Place = (place) => place, recordBytes = 0, idColumn?: string): Gathering {
  const builder = datasetBuilder(recordBytes);
  const giveId = idGiving(builder.positionOf);
  const issues: Issue[] = [];
  const refused: Refusal[] = [];
  const notEvents: NotEvent[] = [];
  /** On which line each event begins. */
  const lines = growing((length) => new Uint32Array(length));
  const targets: { readonly to: string; readonly place: IssuePlace }[] = [];
  const categories = new Map<string, true>();
  let story = buildStory({});

  const tell = (place: IssuePlace, findings: readonly Finding[]): void => {
    for (const finding of findings) issues.push(issueOf(finding, place, 'warning'));
  };
  return {
    get events() {
      return builder.size;
    },
    get refused() {
      return refused.length;
    },
    add: (entry) => {
      const { line } = entry;
      switch (entry.kind) {
        case 'event': {
          const { id, repeated } = giveId(entry.draft);
          const place = { line, id };
          if (repeated !== undefined) {
            const parameters = { first: repeated.first, line: lines.at(repeated.first - 1), given: id };
            issues.push({ code: 'id-duplicate', severity: 'warning', place: idColumn === undefined ? place : { ...place, member: idColumn }, value: repeated.stated, parameters });
          }
          tell(place, entry.findings);
          const event = eventOf(entry.draft, id, placed);
          for (const category of event.categories) categories.set(category, true);
          for (const { to } of event.relations) targets.push({ to, place });
          builder.add(event);
          lines.push(line);
          break;
        }
        case 'not-event':
          notEvents.push({ line, kind: entry.what });
          tell({ line }, entry.findings ?? []);
          if (entry.story !== undefined) story = together(story, entry.story);
          break;
        case 'refused': {
          const issue = issueOf(entry.finding, { line }, 'error');
          refused.push({ issue, cells: entry.cells });
          issues.push(issue);
          break;
        }
      }
    },
    plain: {
      hasIdHash: builder.hasIdHash,
      placed,
      keepsName: (name) => !isMember(EVENT_MEMBERS, name),
      addRow: (event, source, start, line) => {
        if (event.categories.position < 0) for (const category of event.categories.value) categories.set(category, true);
        builder.addRow(event, source, start);
        lines.push(line);
      },
    },
    addStory: (more) => {
      story = together(story, more);
    },
    finish: (afterthoughts = []) => {
      for (const { line, finding } of afterthoughts) tell({ line }, [finding]);
      for (const { to, place } of targets) {
        if (builder.positionOf(to) === undefined) issues.push({ code: 'relation-unknown', severity: 'warning', place, value: to });
      }
      const gathering = categoriesOf(buildStory(story));
      gathering.add({ categories: [...categories.keys()] });
      const dataset = builder.finish(gathering.complete());
      issues.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
      const records = dataset.size + refused.length + notEvents.length;
      return { dataset, issues, account: { records, events: dataset.size, refused, notEvents } };
    },
  };
}

function issueOf({ code, column, value, parameters }: Finding, place: IssuePlace, severity: Issue['severity']): Issue {
  return {
    code,
    severity,
    place: column === undefined ? place : { ...place, member: column },
    ...(value === undefined ? {} : { value: shortened(value) }),
    ...(parameters === undefined ? {} : { parameters }),
  };
}

/** Most characters of a value that an issue quotes. */
const QUOTED = 60;

function shortened(value: string): string {
  const characters = Array.from(value.slice(0, 2 * QUOTED + 2));
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED - 1).join('')}…` : value;
}

/** Most characters of a description that stand in for a title. */
const TITLE_LENGTH = 80;

const isFilled = (text: string): boolean => text.trim() !== '';

function eventOf(draft: Draft, id: string, placed: (place: Place) => Place): TimelineEvent {
  const { title = '' } = draft;
  return buildEvent({
    ...draft,
    id,
    places: draft.places?.map(placed) ?? [],
    categories: draft.categories?.filter(isFilled) ?? [],
    title: isFilled(title) ? title : titleFor(draft, id),
    ...(draft.extra === undefined ? {} : { extra: besides(EVENT_MEMBERS, draft.extra) }),
  });
}

/** What the native format reads where a member is missing, and the member that it gives itself. */
const READ_BESIDES: ReadonlySet<string> = new Set(['version', 'place']);

type Members = { readonly has: (name: string) => boolean };

/** Whether the native format has a member of this name, or reads one. */
const isMember = (members: Members, name: string): boolean => members.has(name) || READ_BESIDES.has(name);

/**
 * What a file has besides, under names that are no members of the native format: there such a member is what an older reading could not take, and
 * counts more than what was read.
 */
function besides(members: Members, extra: ReadonlyMap<string, Json>): ReadonlyMap<string, Json> {
  const isTaken = (name: string): boolean => isMember(members, name);
  if (![...extra.keys()].some(isTaken)) return extra;
  const named = new Map<string, Json>();
  for (const [name, value] of extra) {
    let other = name;
    while (isTaken(other) || (other !== name && extra.has(other))) other = `${other} (original)`;
    named.set(other, value);
  }
  return named;
}

/** What an event without a title is called: the beginning of its description, its place, its category, the id or the date that it states. */
function titleFor({ description = '', places = [], categories = [], id: stated = '', when }: Draft, id: string): string {
  const [line = ''] = description.trim().split('\n');
  if (line !== '') return line.length <= TITLE_LENGTH ? line : `${line.slice(0, TITLE_LENGTH).replace(/\s+\S*$|[\uD800-\uDBFF]$/u, '')}…`;
  return places.find(({ name }) => isFilled(name))?.name ?? categories.find(isFilled) ?? [stated, when?.wording ?? '', when?.edtf?.text ?? ''].find(isFilled) ?? id;
}

/** What a story says, and what another entry of its file adds: lists are joined, the first of two single statements counts. */
function together(story: Story, more: Partial<Story>): Story {
  return {
    ...more,
    ...story,
    title: story.title === '' ? (more.title ?? '') : story.title,
    deck: story.deck ?? more.deck,
    language: story.language === 'und' ? (more.language ?? 'und') : story.language,
    reportDate: story.reportDate ?? more.reportDate,
    credit: story.credit ?? more.credit,
    licence: story.licence ?? more.licence,
    sources: [...story.sources, ...(more.sources ?? [])],
    categories: [...story.categories, ...(more.categories ?? []).filter(({ id }) => !story.categories.some((known) => known.id === id))],
    eras: [...story.eras, ...(more.eras ?? [])],
    walk: [...story.walk, ...(more.walk ?? [])],
    extra: besides(STORY_MEMBERS, new Map([...(more.extra ?? []), ...story.extra])),
    collectionExtra: new Map([...(more.collectionExtra ?? []), ...story.collectionExtra]),
  };
}

interface GivenId {
  readonly id: string;
  /** What the record stated, where an earlier one, by its number, states the same. */
  readonly repeated: { readonly stated: string; readonly first: number } | undefined;
}

/**
 * Gives every record an id that no other has: the stated one, the stated one with a number behind it for all but the first of equals, or one
 * made of what the record says, so that the same record has the same id whenever its file is opened. `positionOf` finds the records that have
 * ids already.
 */
function idGiving(positionOf: (id: string) => number | undefined): (draft: Draft) => GivenId {
  const suffixes = new Map<string, number>();
  const free = (stem: string): string => {
    let suffix = suffixes.get(stem) ?? 2;
    while (positionOf(`${stem}-${suffix}`) !== undefined) suffix += 1;
    suffixes.set(stem, suffix + 1);
    return `${stem}-${suffix}`;
  };
  return (draft) => {
    const { id: stated = '' } = draft;
    const wanted = stated === '' ? idOf(draft) : stated;
    const first = positionOf(wanted);
    if (first === undefined) return { id: wanted, repeated: undefined };
    return { id: free(wanted), repeated: stated === '' ? undefined : { stated, first: first + 1 } };
  };
}

function idOf({ title = '', description = '', when, places }: Draft): string {
  const place = places?.[0];
  const position = place !== undefined && 'at' in place ? place.at.join(' ') : '';
  return contentId({ title, description, edtf: when?.edtf?.text ?? '', wording: when?.wording ?? '', place: place?.name ?? '', position });
}
