import { unreachable } from '../base/result.ts';
import { isObject, membersOf, quoted, type DatelineFile } from '../formats/dateline-file.ts';
import { buildDataset } from '../model/build-dataset.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Json, TimelineEvent } from '../model/event.ts';
import type { Issue, IssuePlace } from '../model/issue.ts';
import { assignIds, type IdFault } from './assign-ids.ts';
import { readEvent } from './read-event.ts';
import { readStory, withCategoriesOf } from './read-story.ts';
import type { Tell } from './read.ts';

/** What came of a file: the events that could be read, and everything that was found wrong. */
export interface Validated {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
}

/** Codes whose feature is set aside; every other fault leaves the event in its place. */
const SETS_ASIDE: ReadonlySet<Issue['code']> = new Set(['feature-not-object']);

/** Turns a file into a dataset. Good events are in it; whatever is not, or not as it stood in the file, has an issue. */
export function validateDateline(file: DatelineFile): Validated {
  const issues: Issue[] = [...file.issues];
  const tellAt =
    (place: IssuePlace): Tell =>
    (code, value, parameters, below = '') => {
      const member = below.replace(/^\./, '');
      issues.push({
        code,
        severity: SETS_ASIDE.has(code) ? 'error' : 'warning',
        place: member === '' ? place : { ...place, member },
        ...(value === undefined ? {} : { value: quoted(value) }),
        ...(parameters === undefined ? {} : { parameters }),
      });
    };

  const story = readStory(file.collection, tellAt({}));
  const native = file.collection.has('dateline');
  const features = file.features.filter(({ number, json }) => {
    const readable = isFeature(json);
    if (!readable) tellAt({ feature: number })('feature-not-object', json);
    return readable;
  });
  const named = assignIds(features);
  const ids = new Set(named.map(({ id }) => id));
  const places = new Map<TimelineEvent, IssuePlace>();
  const events = named.map(({ feature: { number, json }, id, fault }) => {
    const place = { feature: number, id };
    if (fault !== undefined) tellFault(fault, id, native, tellAt(place));
    const event = readEvent(isObject(json) ? membersOf(json) : new Map(), id, { native, ids }, tellAt(place));
    places.set(event, place);
    return event;
  });
  const complete = withCategoriesOf(story, events, (id, event) => {
    tellAt(places.get(event) ?? {})('category-unknown', id, undefined, '.properties.categories');
  });
  if (!native) {
    const undated = events.filter(({ when }) => when.edtf === undefined).length;
    tellAt({})('plain-geojson', undefined, { events: events.length, undated });
  }
  issues.sort((a, b) => (a.place.feature ?? 0) - (b.place.feature ?? 0));
  return { dataset: buildDataset(complete, events), issues };
}

/** A feature is whatever object has something to read: a missing `type` alone sets nothing aside. */
const isFeature = (json: Json): boolean => isObject(json) && ('properties' in json || 'geometry' in json);

function tellFault(fault: IdFault, id: string, native: boolean, tell: Tell): void {
  switch (fault.kind) {
    case 'missing':
      if (native) tell('id-missing', undefined, { given: id }, '.id');
      return;
    case 'wrong':
      tell('member-wrong-kind', fault.json, { wanted: 'text' }, '.id');
      return;
    case 'repeated':
      tell('id-duplicate', fault.stated, { first: fault.first, given: id }, '.id');
      return;
    default:
      unreachable(fault);
  }
}
