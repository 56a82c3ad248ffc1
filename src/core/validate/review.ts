import { err, ok, type Result } from '../base/result.ts';
import type { Steps } from '../base/steps.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import type { Answers } from '../formats/answers.ts';
import { DATELINE_FORMAT } from '../formats/dateline-file.ts';
import type { Gazetteer } from '../geo/gazetteer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Place, TimelineEvent } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import { eventsInFileOrder } from '../model/rows.ts';
import { beginImport, type About, type Imported } from './import.ts';
import { proposePlaces, type PlaceProposal } from './look-up.ts';
import type { OpeningProgress } from './open.ts';

/** What a person looks at before a file enters: what it was taken for, and what its beginning comes to. */
export interface Review {
  readonly about: About;
  /** The formats that it may be of, the one that reads it first. */
  readonly formats: readonly { readonly id: string; readonly name: string }[];
  /** Whether all of it was read, and not its beginning alone. */
  readonly isWhole: boolean;
  /** Where the records that were read have gone, in numbers. */
  readonly counts: { readonly records: number; readonly events: number; readonly refused: number; readonly notEvents: number };
  /** The first events in the order of the file, as they would enter. */
  readonly events: readonly TimelineEvent[];
  /** What was found wrong, the first of it, and how much it is. */
  readonly issues: readonly Issue[];
  readonly issueCount: number;
  /** Lines with letters beyond ASCII, which tell whether the encoding is right. */
  readonly lettered: readonly string[];
  /** What the gazetteer proposes for places that have a name alone. */
  readonly places: readonly PlaceProposal[];
  /** The names of the countries that proposals lie in, by their codes. */
  readonly countries: ReadonlyMap<string, string>;
}

/** How many records a review reads, and a glimpse; how many events and issues are shown, and how many proposals for places. */
const [READ, GLIMPSED, SHOWN_EVENTS, SHOWN_ISSUES, SHOWN_PLACES] = [2000, 200, 20, 60, 200] as const;

/** What a review works with. */
export interface ReviewHelp {
  /** Takes the steps of a reading; `undefined` when it was stopped. */
  readonly run: <T>(steps: Steps<OpeningProgress, T>) => Promise<T | undefined>;
  /** Brings the gazetteer; asked for only when a place has a name alone. `undefined` when it cannot be had. */
  readonly gazetteer: () => Promise<Gazetteer | undefined>;
}

/** Reads the beginning of a file for a person to look at. The error says why nothing of it can be read; `undefined`: it was stopped. */
export const reviewFile = (file: Uint8Array, answers: Answers, help: ReviewHelp): Promise<Result<Review, Issue> | undefined> => reviewRecords(file, answers, help, READ);

async function reviewRecords(
  file: Uint8Array,
  answers: Answers,
  { run, gazetteer }: ReviewHelp,
  most: number,
): Promise<Result<Review, Issue> | undefined> {
  const begun = await beginImport(file, answers, { most });
  if (!begun.ok) return begun;
  const { detected, source, steps } = begun.value;
  const read = await run(steps());
  if (read === undefined) return undefined;
  if (!read.ok) return err(read.error);
  const { dataset, about, issues, account } = read.value;
  return ok({
    about,
    formats: detected.map(({ format }) => ({ id: format.id, name: format.name })),
    isWhole: account.records < most || isNative(about),
    counts: countsOf(read.value),
    events: [...firstOf(eventsInFileOrder(dataset), SHOWN_EVENTS)],
    issues: issues.slice(0, SHOWN_ISSUES),
    issueCount: issues.length,
    lettered: source.encoding === undefined ? [] : linesBeyondAscii(source.bytes),
    ...(await proposalsFor(dataset, gazetteer)),
  });
}

/** Bytes of a file's head that are enough for a glimpse. */
export const HEAD = 2 ** 19;

/**
 * What the head of a file tells of it before the rest is at hand, without proposals for its places; `undefined` where that is not enough: only of
 * a table that goes on beyond its head is it.
 */
export async function glimpseFile(head: Uint8Array, run: ReviewHelp['run']): Promise<Review | undefined> {
  const seen = await reviewRecords(head, {}, { run, gazetteer: () => Promise.resolve(undefined) }, GLIMPSED);
  return seen?.ok === true && !seen.value.isWhole && seen.value.about.delimiter !== undefined ? seen.value : undefined;
}

/** Whether a file is a story of this program. */
export const isNative = ({ format }: Pick<About, 'format'>): boolean => format === DATELINE_FORMAT;

const countsOf = ({ account: { records, events, refused, notEvents } }: Imported): Review['counts'] =>
  ({ records, events, refused: refused.length, notEvents: notEvents.length });

async function proposalsFor(dataset: Dataset, gazetteer: ReviewHelp['gazetteer']): Promise<Pick<Review, 'places' | 'countries'>> {
  const places: Place[] = [];
  for (const event of eventsInFileOrder(dataset)) places.push(...event.places);
  const known = places.some(({ kind, name }) => kind === 'not-stated' && name.trim() !== '') ? await gazetteer() : undefined;
  if (known === undefined) return { places: [], countries: new Map() };
  const proposals = proposePlaces(known, places).slice(0, SHOWN_PLACES);
  const codes = new Set(proposals.flatMap(({ lookedUp }) => (lookedUp === undefined ? [] : [lookedUp.found, ...lookedUp.others])).map(({ country }) => country));
  return { places: proposals, countries: new Map([...codes].flatMap((code) => known.byCode.get(code) ?? []).map(({ country, name }) => [country, name])) };
}

function* firstOf<T>(all: Iterable<T>, count: number): Generator<T, void, void> {
  let left = count;
  for (const one of all) {
    if (left === 0) return;
    left -= 1;
    yield one;
  }
}

/** How many lines show their letters, and how many bytes before and behind such a letter at most. */
const [SHOWN_LINES, BEFORE, BEHIND] = [3, 32, 80] as const;

/** The first lines with letters beyond ASCII, as far as they are near them. */
function linesBeyondAscii(bytes: Uint8Array): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  while (lines.length < SHOWN_LINES) {
    while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
    if (at === bytes.length) return lines;
    let from = at;
    while (from > 0 && at - from < BEFORE && !isLineEnd(bytes[from - 1])) from -= 1;
    let to = at;
    while (to < bytes.length && to - at < BEHIND && !isLineEnd(bytes[to])) to += 1;
    // A letter that begins or ends outside of the stretch is left out.
    while (isWithinLetter(bytes[from])) from += 1;
    while (to < bytes.length && isWithinLetter(bytes[to])) to -= 1;
    const [before, behind] = [isLineEnd(bytes[from - 1] ?? LINE_END) ? '' : '…', isLineEnd(bytes[to] ?? LINE_END) ? '' : '…'];
    lines.push(before + decodeUtf8(bytes.subarray(from, to)) + behind);
    at = to;
    while (at < bytes.length && !isLineEnd(bytes[at])) at += 1;
  }
  return lines;
}

const LINE_END = 0x0a;
const isLineEnd = (byte: number | undefined): boolean => byte === LINE_END || byte === 0x0d;
const isWithinLetter = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;
