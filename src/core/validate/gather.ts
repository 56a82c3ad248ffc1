import { hashOf } from '../base/hash.ts';
import type { Entry, Finding } from '../formats/entry.ts';
import type { Account, NotEvent, Refusal } from '../model/account.ts';
import { buildEvent } from '../model/build-event.ts';
import { buildStory } from '../model/build-story.ts';
import { datasetBuilder } from '../model/dataset-builder.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Draft } from '../model/draft.ts';
import type { Place, TimelineEvent } from '../model/event.ts';
import type { Issue, IssuePlace } from '../model/issue.ts';
import type { Story } from '../model/story.ts';
import { categoriesOf } from './read-categories.ts';
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
  /** Takes what the file says of itself where no record does. */
  readonly addStory: (story: Partial<Story>) => void;
  /** All that was gathered, with what only all records together show. Called once, at the end. */
  readonly finish: (afterthoughts?: readonly Afterthought[]) => Gathered;
}

/** Starts gathering entries. `placed` may give a place a position that its file does not state. */
export function gatherEntries(placed: (place: Place) => Place = (place) => place): Gathering {
  const builder = datasetBuilder();
  const ids = idGiving();
  const issues: Issue[] = [];
  const refused: Refusal[] = [];
  const notEvents: NotEvent[] = [];
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
          const { id, repeated } = ids.give(entry.draft);
          const place = { line, id };
          if (repeated !== undefined) {
            issues.push({ code: 'id-duplicate', severity: 'warning', place, value: repeated.stated, parameters: { first: repeated.first, given: id } });
          }
          tell(place, entry.findings);
          const event = eventOf(entry.draft, id, placed);
          for (const category of event.categories) categories.set(category, true);
          for (const { to } of event.relations) targets.push({ to, place });
          builder.add(event);
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
    addStory: (more) => {
      story = together(story, more);
    },
    finish: (afterthoughts = []) => {
      for (const { line, finding } of afterthoughts) tell({ line }, [finding]);
      for (const { to, place } of targets) {
        if (!ids.has(to)) issues.push({ code: 'relation-unknown', severity: 'warning', place, value: to });
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

function eventOf(draft: Draft, id: string, placed: (place: Place) => Place): TimelineEvent {
  const { title = '' } = draft;
  return buildEvent({ ...draft, id, places: draft.places?.map(placed) ?? [], title: title.trim() === '' ? titleFor(draft, id) : title });
}

/** What an event without a title is called: the beginning of its description, its place, its category, or its id. */
function titleFor({ description = '', places = [], categories = [] }: Draft, id: string): string {
  const [line = ''] = description.trim().split('\n');
  if (line !== '') return line.length <= TITLE_LENGTH ? line : `${line.slice(0, TITLE_LENGTH).replace(/\s+\S*$|[\uD800-\uDBFF]$/u, '')}…`;
  return places.find(({ name }) => name !== '')?.name ?? categories[0] ?? id;
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
    extra: new Map([...(more.extra ?? []), ...story.extra]),
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
 * made of what the record says, so that the same record has the same id whenever its file is opened.
 */
function idGiving(): { readonly give: (draft: Draft) => GivenId; readonly has: (id: string) => boolean } {
  const taken = new Map<string, number>();
  const suffixes = new Map<string, number>();
  let number = 0;
  const free = (stem: string): string => {
    let suffix = suffixes.get(stem) ?? 2;
    while (taken.has(`${stem}-${suffix}`)) suffix += 1;
    suffixes.set(stem, suffix + 1);
    return `${stem}-${suffix}`;
  };
  return {
    give: (draft) => {
      number += 1;
      const { id: stated = '' } = draft;
      const wanted = stated === '' ? contentId(draft) : stated;
      const first = taken.get(wanted);
      const id = first === undefined ? wanted : free(wanted);
      taken.set(id, number);
      return { id, repeated: first === undefined || stated === '' ? undefined : { stated, first } };
    },
    has: (id) => taken.has(id),
  };
}

/** An id made of the words, the date and the place of a record. */
function contentId({ title = '', description = '', when, places }: Draft): string {
  const place = places?.[0];
  const position = place !== undefined && 'at' in place ? place.at.join(' ') : '';
  const text = `${title}\n${when?.edtf?.text ?? ''}\n${when?.wording ?? ''}\n${place?.name ?? ''}\n${position}\n${description}`;
  return `e${hashOf(text).toString(36)}${hashOf(`${text.length} ${text}`).toString(36)}`;
}
