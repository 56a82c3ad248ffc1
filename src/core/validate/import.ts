import { err, ok, type Result } from '../base/result.ts';
import { retold, type Steps } from '../base/steps.ts';
import type { Answers, Question } from '../formats/answers.ts';
import { sampleRows } from '../formats/csv/delimiter.ts';
import { dateline } from '../formats/dateline.ts';
import { DATELINE_FORMAT } from '../formats/dateline-file.ts';
import { detectFormats } from '../formats/detect.ts';
import { decodedSource } from '../formats/encoding.ts';
import type { Entry } from '../formats/entry.ts';
import type { Field } from '../formats/fields.ts';
import type { ImportFormat, Parsed, Reader, Source } from '../formats/format.ts';
import { IMPORTS } from '../formats/imports.ts';
import { joinTimemap } from '../formats/timemap/join-files.ts';
import { looksLikeWebPage, otherKindOf } from '../formats/other-kinds.ts';
import { storyInPage } from '../formats/page-story.ts';
import { storyInPicture } from '../formats/picture-story.ts';
import { sampleOf } from '../formats/sample.ts';
import { unpack } from '../formats/unpack.ts';
import type { Account } from '../model/account.ts';
import type { Place } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import type { DateHabits } from '../time/date-habits.ts';
import { gatherEntries } from './gather.ts';
import { openSteps, type OpeningProgress } from './open.ts';
import { positionWatch } from './table/outliers.ts';
import { readTable } from './table/read-table.ts';
import type { TableReading } from './table/table-reading.ts';
import type { Validated } from './validate-dateline.ts';

/** What a file turned out to be, and how it was understood. */
export interface About {
  /** Id of the format, or of the kind of table; own names of the format, and of the kind of table, or of story file, that it is. */
  readonly format: string;
  readonly formatName: string;
  readonly layoutName: string | undefined;
  /** The encoding its text is in; `undefined` for a file that is no text. */
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
  readonly sheet: string | undefined;
  /** The other sheets that hold something. */
  readonly sheets: readonly string[];
  /** The columns of a table, and what each was taken for. */
  readonly columns: readonly ReadColumn[];
  /** How dates in words and numbers are taken: as was said, or as the file shows. */
  readonly habits: DateHabits;
  /** What it could not settle by itself. */
  readonly questions: readonly Question[];
}

/** A column of a table: its name, what it was taken for and how sure that is, and its first cells that hold something. */
export interface ReadColumn {
  readonly name: string;
  readonly field: Field | undefined;
  /** From 0 to 1; 1 where it was said. */
  readonly certainty: number;
  readonly cells: readonly string[];
}

/** A file of any format, read: its events, where every record has gone, and how it was understood. */
export interface Imported extends Validated {
  readonly account: Account;
  readonly about: About;
}

/** A file that is about to be read. */
export interface Importing {
  /** The formats that it may be of, the surest first: the first one reads it. */
  readonly detected: readonly { readonly format: Pick<ImportFormat, 'id' | 'name'>; readonly certainty: number }[];
  /** The file after unpacking and decoding. */
  readonly source: Source;
  /** Reads it, in steps, so that progress can be shown between them. The error is the one reason why nothing of it could be read. */
  readonly steps: () => Steps<OpeningProgress, Result<Imported, Issue>>;
}

/** What helps to read a file and lies outside it. */
export interface ImportHelp {
  /** Gives a place that has a name alone the position that a gazetteer has for it; any other comes back as it is. */
  readonly placed?: ((place: Place) => Place) | undefined;
  /** Reads no more records than this, for a first look at a file. */
  readonly most?: number | undefined;
}

/**
 * Finds out what a file is – by its content, never by its name – and fetches what reads it. The error says that it is empty, damaged as
 * an archive, or of no known format.
 */
export async function beginImport(file: Uint8Array, answers: Answers = {}, help: ImportHelp = {}): Promise<Result<Importing, Issue>> {
  const unpacked = unpack(file);
  if (!unpacked.ok) return unpacked;
  const { bytes, issues: packing } = joinTimemap(unpacked.value);
  if (bytes.length === 0) return err({ code: 'file-empty', severity: 'error', place: {} });
  const { source, questions, issues: decoding } = decodedSource(bytes, answers.encoding, sampleRows);
  if (isBlank(source.bytes)) return err({ code: 'file-empty', severity: 'error', place: {} });
  const told = [...packing, ...decoding];
  if (isNative(source)) return ok(nativeImport(source, undefined, told));
  const inPage = storyOfPage(source);
  if (inPage !== undefined) return ok(nativeImport(inPage, PAGE_NAME, told));
  const held = storyInPicture(bytes, source);
  if (!held.ok) return held;
  const inPicture = nativeSource(held.value, 'utf-8');
  if (inPicture !== undefined) return ok(nativeImport(inPicture, PICTURE_NAME, packing));
  const detected = detectFormats(source.sample, IMPORTS);
  const format = answers.format === undefined ? detected[0]?.format : IMPORTS.find(({ id }) => id === answers.format);
  const other = format === undefined ? otherKindOf(bytes, source.sample) : undefined;
  if (other !== undefined) return err({ code: 'file-other-kind', severity: 'error', place: {}, parameters: { kind: other } });
  if (format === undefined) return err({ code: 'file-unknown', severity: 'error', place: {}, value: source.sample.text.slice(0, VALUE_LENGTH) });
  const reader = await format.load();
  const others = detected.filter((other) => other.format !== format);
  return ok({
    detected: [{ format, certainty: detected.find((other) => other.format === format)?.certainty ?? 1 }, ...others],
    source,
    steps: () => importSteps({ format, reader, source, answers, help, issues: told, questions }),
  });
}

/** Whether nothing but white space stands in a file. */
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));

/** Most characters of a file's beginning that are quoted. */
const VALUE_LENGTH = 40;

/** The native format is read by what also mends and saves it. */
const NATIVE: Pick<ImportFormat, 'id' | 'name'> = { id: DATELINE_FORMAT, name: 'Dateline' };

/** What a story is called that stands in a page of its own. */
const PAGE_NAME = 'Dateline page';

/** What a story is called that stands in a picture of it. */
const PICTURE_NAME = 'Dateline picture';

const nativeImport = (source: Source, layoutName: string | undefined, issues: readonly Issue[]): Importing =>
  ({ detected: [{ format: NATIVE, certainty: 1 }], source, steps: () => nativeSteps(source, layoutName, issues) });

/** The story of ours that a web page holds, as a file. */
const storyOfPage = ({ bytes, encoding, sample }: Source): Source | undefined =>
  nativeSource(looksLikeWebPage(sample.text) ? storyInPage(bytes) : undefined, encoding);

/** What stands within another file, as a file, if it is a story of ours. */
function nativeSource(story: Uint8Array | undefined, encoding: string | undefined): Source | undefined {
  const source = story && { bytes: story, encoding, sample: sampleOf(story, () => []) };
  return source !== undefined && isNative(source) ? source : undefined;
}

/** Whether a file is a story of ours: GeoJSON with a member `dateline`, be it damaged. */
function isNative({ sample }: Source): boolean {
  if (!dateline.looksLike(sample.text)) return false;
  if (/"dateline"\s*:\s*\{/.test(sample.text)) return true;
  const { json } = sample;
  return typeof json === 'object' && json !== null && 'dateline' in json;
}

/** Codes of issues whose record was set aside. */
const REFUSED: ReadonlySet<Issue['code']> = new Set(['feature-not-object', 'feature-not-json']);

function* nativeSteps({ bytes, encoding }: Source, layoutName: string | undefined, told: readonly Issue[]): Steps<OpeningProgress, Result<Imported, Issue>> {
  const opened = yield* openSteps(bytes);
  if (!opened.ok) return opened;
  const { dataset, issues } = opened.value;
  const refused = issues
    .filter(({ code, severity }) => severity === 'error' && REFUSED.has(code))
    .map((issue) => ({ issue, cells: new Map([['', issue.value ?? '']]) }));
  return ok({
    dataset,
    issues: [...told, ...issues],
    account: { records: dataset.size + refused.length, events: dataset.size, refused, notEvents: [] },
    about: { format: NATIVE.id, formatName: NATIVE.name, layoutName, encoding, delimiter: undefined, sheet: undefined, sheets: [], columns: [], habits: {}, questions: [] },
  });
}

interface Reading {
  readonly format: ImportFormat;
  readonly reader: Reader;
  readonly source: Source;
  readonly answers: Answers;
  readonly help: ImportHelp;
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[];
}

/** How many records are taken between two steps. */
const STEP_RECORDS = 2000;

/** The share of the work that is done when a file is parsed, and again when its columns are understood; the rest is taking its records. */
const PARSED_SHARE = 0.2;

function* importSteps({ format, reader, source, answers, help, issues, questions }: Reading): Steps<OpeningProgress, Result<Imported, Issue>> {
  const parsed = yield* retold(reader(source, answers), (share) => ({ share: share * PARSED_SHARE, events: 0 }));
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const reading = value.kind === 'table' ? yield* retold(readTable(value.table, value.layout, answers), (share) => ({ share: PARSED_SHARE + share * PARSED_SHARE, events: 0 })) : readEntries(value);
  const names = namesAlone(help.placed, answers.lookUp === true);
  const bytes = value.kind === 'table' ? Math.ceil(source.bytes.length * RECORD_SHARE) : 0;
  const gathering = gatherEntries(names.placed, bytes, reading.header[reading.mapping.indexOf('id')]);
  if (value.story !== undefined) gathering.addStory(value.story);
  let taken = 0;
  let told = 0;
  for (const entry of help.most === undefined ? reading.entriesBeside(gathering.plain) : reading.entries) {
    if (entry.kind !== 'plain') gathering.add(entry);
    taken += entry.kind === 'plain' ? entry.count : 1;
    if (taken === help.most) break;
    if (taken - told >= STEP_RECORDS) {
      told = taken;
      yield { share: 2 * PARSED_SHARE + reading.share() * (1 - 2 * PARSED_SHARE), events: gathering.events, refused: gathering.refused };
    }
  }
  const ending = value.kind === 'entries' ? value.ending?.() : undefined;
  if (ending?.story !== undefined) gathering.addStory(ending.story);
  const { dataset, issues: found, account } = gathering.finish(reading.afterthoughts());
  return ok({
    dataset,
    issues: [...issues, ...value.issues, ...(ending?.issues ?? []), ...found],
    account,
    about: {
      format: reading.layout?.id ?? format.id,
      formatName: format.name,
      layoutName: reading.layout?.name,
      encoding: source.encoding,
      delimiter: value.kind === 'table' ? value.table.delimiter : undefined,
      sheet: value.kind === 'table' ? value.table.sheet : undefined,
      sheets: value.kind === 'table' ? value.table.sheets : [],
      columns: reading.header.map((name, column) => ({
        name,
        field: reading.mapping[column],
        certainty: reading.certainty[column] ?? 0,
        cells: reading.cells(column),
      })),
      habits: reading.habits,
      questions: [...questions, ...reading.questions(), ...(ending?.questions ?? []), ...names.questions()],
    },
  });
}

/** Bytes of records for each of a table, a little more than most tables take. */
const RECORD_SHARE = 1.25;

/** How many names of places a question shows. */
const SHOWN_NAMES = 8;

/** Looks up the places that have a name alone, or, where nobody has allowed it, finds out for how many of them it could be done. */
function namesAlone(placed: ImportHelp['placed'], isAllowed: boolean): { readonly placed: (place: Place) => Place; readonly questions: () => readonly Question[] } {
  const names = new Map<string, Place>();
  return {
    placed: (place) => {
      if (place.kind !== 'not-stated' || place.name === '') return place;
      if (isAllowed && placed !== undefined) return placed(place);
      names.set(place.name, place);
      return place;
    },
    questions: () => {
      if (names.size === 0 || placed === undefined || isAllowed) return [];
      const found = Array.from(names.values()).filter((place) => placed(place) !== place).length;
      return [{ kind: 'places', names: [...names.keys()].slice(0, SHOWN_NAMES), found }];
    },
  };
}

/** What a reader has made entries of by itself, as if it were the reading of a table. */
function readEntries({ entries, questions, share = () => 0 }: Extract<Parsed, { readonly kind: 'entries' }>): TableReading {
  const positions = positionWatch();
  const watched = function* (): Iterable<Entry> {
    for (const entry of entries) {
      const [place] = entry.kind === 'event' ? (entry.draft.places ?? []) : [];
      if (place?.kind === 'exact') positions.add(entry.line, place.at);
      yield entry;
    }
  };
  const all = watched();
  return { layout: undefined, header: [], mapping: [], certainty: [], habits: {}, cells: () => [], entries: all, entriesBeside: () => all, share, questions: () => questions, afterthoughts: () => positions.swapped('geometry') };
}
