import { unreachable } from '../base/result.ts';
import type { Steps } from '../base/steps.ts';
import { isObject, quoted, type DatelineFile, type Members, type RawFeature } from '../formats/dateline-file.ts';
import { datasetBuilder } from '../model/dataset-builder.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Json } from '../model/event.ts';
import type { Issue, IssuePlace } from '../model/issue.ts';
import { idsOf, type IdFault } from './assign-ids.ts';
import { categoriesOf } from './read-categories.ts';
import { readEvent } from './read-event.ts';
import { readStory } from './read-story.ts';
import type { Tell } from './read.ts';

/** What came of a file: the events that could be read, and everything that was found wrong. */
export interface Validated {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
}

/** How far the features of a file have been read: up to a position in it, and how many became events. */
export interface ReadingProgress {
  readonly end: number;
  readonly events: number;
}

/** Codes whose feature is set aside; every other fault leaves the event in its place. */
const SETS_ASIDE: ReadonlySet<Issue['code']> = new Set(['feature-not-object']);

/**
 * Turns a file into a dataset, one bunch of features after the other. Good events are in it; whatever is not, or not as it stood in the
 * file, has an issue. Returns `undefined` when a bunch turns out to be no JSON: the file has to be mended first.
 */
export function* validateDateline(file: DatelineFile): Steps<ReadingProgress, Validated | undefined> {
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
  const native = Object.hasOwn(file.collection, 'dateline');
  const ids = idsOf(() => readableFeatures(file));
  const categories = categoriesOf(story);
  const builder = datasetBuilder();
  for (const { read, end } of file.bunches) {
    const features = read();
    if (features === undefined) return undefined;
    for (const feature of features) {
      const { number, json } = feature;
      if (!isFeature(json)) {
        tellAt({ feature: number })('feature-not-object', json);
        continue;
      }
      const { id, fault } = ids.give(feature);
      const tell = tellAt({ feature: number, id });
      if (fault !== undefined) tellFault(fault, id, native, tell);
      const event = readEvent(json, id, { native, ids }, tell);
      for (const unknown of categories.add(event)) tell('category-unknown', unknown, undefined, '.properties.categories');
      builder.add(event);
    }
    yield { end, events: builder.size };
  }
  const dataset = builder.finish(categories.complete());
  if (!native) tellAt({})('plain-geojson', undefined, { events: dataset.size, undated: dataset.size - dataset.dated });
  issues.sort((a, b) => (a.place.feature ?? 0) - (b.place.feature ?? 0));
  return { dataset, issues: withLines(file, issues) };
}

/** A feature is whatever object has something to read: a missing `type` alone sets nothing aside. */
const isFeature = (json: Json): json is Members =>
  isObject(json) && (Object.hasOwn(json, 'properties') || Object.hasOwn(json, 'geometry'));

function* readableFeatures({ bunches }: DatelineFile): Generator<RawFeature, void, void> {
  for (const { read } of bunches) {
    for (const feature of read() ?? []) if (isFeature(feature.json)) yield feature;
  }
}

/** The issues with the line where their feature begins; the file is only walked again when there is one to place. */
function withLines({ linesOf }: DatelineFile, issues: readonly Issue[]): readonly Issue[] {
  const lacks = ({ feature, line }: IssuePlace): boolean => feature !== undefined && line === undefined;
  const wanted = new Set(issues.flatMap(({ place }) => (lacks(place) ? (place.feature ?? []) : [])));
  if (wanted.size === 0) return issues;
  const lines = linesOf(wanted);
  return issues.map((issue) => {
    const line = lacks(issue.place) ? lines.get(issue.place.feature ?? 0) : undefined;
    return line === undefined ? issue : { ...issue, place: { ...issue.place, line } };
  });
}

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
