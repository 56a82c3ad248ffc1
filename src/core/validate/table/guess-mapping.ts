import { fieldsNamed, foldName, isE7, type NamedField } from '../../formats/field-names.ts';
import type { Field, Mapping } from '../../formats/fields.ts';
import { degreesOfE7 } from './cell-texts.ts';
import { contentOf, type ColumnContent } from './column-content.ts';
import { fitOf } from './field-fit.ts';

/** What columns mean, as far as their names and cells tell. */
export interface GuessedMapping {
  readonly mapping: Mapping;
  /** How sure each is, from 0 to 1; 0 for a column without a meaning. */
  readonly certainty: readonly number[];
}

/** Fields that several columns may hold, and how sure of it all but the surest have to be. */
const SHARED: ReadonlySet<Field> = new Set(['actor', 'tags', 'source', 'sourceUrl', 'media']);
const SURE_TO_SHARE = 0.55;

/** How many rows are compared. */
const COMPARED = 200;

/** A certainty above this comes from a whole name. */
const WHOLE_NAME = 0.7;

/** How sure a meaning has to be. */
const ENOUGH = 0.3;

/** How sure a column of months has to be for a date to stand in parts. */
const CLEAR = 0.6;

/** How sure a column is by its cells alone, where they are all of one kind. */
const BY_CONTENT: readonly (readonly [Field, keyof ColumnContent, number])[] = [
  ['geometry', 'geometries', 0.6],
  ['coordinates', 'positions', 0.5],
  ['start', 'dates', 0.5],
  ['sourceUrl', 'addresses', 0.35],
];

/** From which share of its cells on a column is of one kind. */
const ALL = 0.8;

interface Candidate {
  readonly column: number;
  readonly field: Field;
  readonly score: number;
  /** Whether the whole name says so, and not the last of several words. */
  readonly isNamed: boolean;
}

/**
 * Guesses what columns mean by their names and by what some rows hold. A name counts for as much as the cells go with it: of a column `date` with
 * six digits and a column `date_long` with eight the second is the date. Latitude and longitude are taken as a pair or not at all.
 */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): GuessedMapping {
  const contents = header.map((name, column) => {
    const cells = rows.slice(0, COMPARED).map((row) => row[column] ?? '');
    return contentOf(isE7(name) ? cells.map(degreesOfE7) : cells);
  });
  const candidates = header.flatMap((name, column) => candidatesFor(name, column, contents[column] as ColumnContent));
  const pairs = [pairOf(header, candidates, 'latitude', 'longitude'), pairOf(header, candidates, 'endLatitude', 'endLongitude')];
  const chosen = settle(candidates, pairs.flat(), header.length);
  completeTitle(chosen, contents, header.map((name) => fieldsNamed(name)));
  return { mapping: chosen.map((candidate) => candidate?.field), certainty: chosen.map((candidate) => candidate?.score ?? 0) };
}

function candidatesFor(name: string, column: number, content: ColumnContent): readonly Candidate[] {
  const named = /^\s*<img>-/i.test(name) ? [{ field: 'media', certainty: 0.9 } as const] : fieldsNamed(name);
  // A column that is called a year and holds nothing else is a part of a date, not one.
  const isYear = content.years > 0.9 && named.some(({ field }) => field === 'year');
  const byName = named
    .filter(({ field }) => !(isYear && field === 'start'))
    .map(({ field, certainty }) => ({ column, field, score: certainty * fitOf(field, content, certainty), isNamed: certainty > WHOLE_NAME }));
  const byContent = BY_CONTENT
    .filter(([field, kind]) => content.numbers < 1 && content[kind] >= ALL && !named.some((other) => other.field === field))
    .map(([field, kind, certainty]) => ({ column, field, score: certainty * content[kind], isNamed: false }));
  return [...byName, ...byContent].filter(({ score }) => score >= ENOUGH);
}

const AXIS_WORD = /\b(?:latitude|latitud|lat|longitude|longitud|lon|lng|long|enlem|boylam|[xy])\b/g;

/** The two columns of a position: those whose names differ in nothing but the coordinate, before any others. */
function pairOf(header: readonly string[], candidates: readonly Candidate[], first: Field, second: Field): readonly Candidate[] {
  const stemOf = ({ column }: Candidate): string => foldName(header[column] ?? '').replaceAll(AXIS_WORD, '').trim();
  let best: { readonly pair: readonly Candidate[]; readonly score: number } | undefined;
  for (const one of candidates.filter(({ field }) => field === first)) {
    for (const other of candidates.filter(({ field }) => field === second)) {
      const score = one.score + other.score + (stemOf(one) === stemOf(other) ? 1 : 0);
      if (one.column !== other.column && score > (best?.score ?? 0)) best = { pair: [one, other], score };
    }
  }
  return best?.pair ?? [];
}

const PAIRED: ReadonlySet<Field> = new Set(['latitude', 'longitude', 'endLatitude', 'endLongitude']);
const PARTS: ReadonlySet<Field> = new Set(['year', 'month', 'day']);
const END_PARTS: ReadonlySet<Field> = new Set(['endYear', 'endMonth', 'endDay']);

/** Gives columns their fields, the surest first. */
function settle(candidates: readonly Candidate[], pairs: readonly Candidate[], width: number): (Candidate | undefined)[] {
  const chosen: (Candidate | undefined)[] = Array.from({ length: width });
  const taken = new Set<Field>();
  const take = (candidate: Candidate): void => {
    const isShared = SHARED.has(candidate.field) && candidate.isNamed && candidate.score >= SURE_TO_SHARE;
    if (chosen[candidate.column] !== undefined || (taken.has(candidate.field) && !isShared)) return;
    chosen[candidate.column] = candidate;
    taken.add(candidate.field);
  };
  for (const candidate of pairs) take(candidate);
  if (!pairs.some(({ field }) => field === 'latitude')) PAIRED.forEach((field) => taken.add(field));
  const rest = candidates.filter(({ field }) => !PAIRED.has(field)).sort((a, b) => b.score - a.score || a.column - b.column);
  const drop = (fields: ReadonlySet<Field>): void => {
    for (const [column, candidate] of chosen.entries()) if (candidate !== undefined && fields.has(candidate.field)) chosen[column] = undefined;
  };
  const start = rest.find(({ field }) => field === 'start');
  const year = rest.find(({ field }) => field === 'year');
  // Year, month and day in columns of their own are the date only where no column has it whole, or at least as surely.
  const hasMonth = rest.some(({ field, score }) => field === 'month' && score >= CLEAR);
  const isApart = year !== undefined && (start === undefined || start.score < year.score * (hasMonth ? 0.6 : 0.35));
  const unwanted = isApart ? new Set<Field>(['start']) : PARTS;
  for (const candidate of rest) if (!unwanted.has(candidate.field)) take(candidate);
  if (!taken.has('start') && !taken.has('year')) drop(new Set(['end', 'startTime', 'endTime', 'month', 'day']));
  if (taken.has('end')) drop(END_PARTS);
  return chosen;
}

/** Fields by which an event can be called in place of a title. */
const SAYING: ReadonlySet<Field> = new Set(['description', 'category', 'place', 'region', 'country']);

/** Fields of whose columns a title may be made. */
const TITLED: ReadonlySet<Field> = new Set(['title', 'description']);

/**
 * Without a column that is called a title, the one that reads most like titles: short texts of letters, hardly any two the same; else one that
 * is called the name of something, where there is neither a text nor a place; where events could not be called by anything else, the first
 * with words.
 */
function completeTitle(chosen: (Candidate | undefined)[], contents: readonly ColumnContent[], named: readonly (readonly NamedField[])[]): void {
  if (chosen.some((candidate) => candidate?.field === 'title')) return;
  // What is called a region or a source is no title, though another column is taken for that.
  const isOther = named.map((fields) => fields.length > 0 && !fields.some(({ field }) => TITLED.has(field)));
  const isDescribed = chosen.some((candidate) => candidate?.field === 'description' || candidate?.field === 'place');
  let best: Candidate | undefined;
  for (const [column, content] of contents.entries()) {
    const { filled, distinct, meanLength, words, phrases } = content;
    if (isOther[column] === true || chosen[column] !== undefined || filled < 2 || words < 0.9 || phrases < 0.5 || distinct < 0.7 * filled || meanLength > 100) continue;
    const score = 0.4 * (distinct / filled) * words;
    if (score > (best?.score ?? 0)) best = { column, field: 'title', score, isNamed: false };
  }
  if (best === undefined && !isDescribed) {
    const column = contents.findIndex(({ words }, position) => chosen[position] === undefined && words >= 0.8 && (named[position] ?? []).some(({ field }) => field === 'title'));
    if (column >= 0) best = { column, field: 'title', score: ENOUGH, isNamed: false };
  }
  if (best === undefined) {
    const isCalled = ({ words }: ColumnContent, field: Field | undefined): boolean =>
      field !== undefined && (SAYING.has(field) || (field === 'id' && words >= 0.5));
    if (contents.some((content, column) => isCalled(content, chosen[column]?.field))) return;
    const column = contents.findIndex(({ words }, position) => chosen[position] === undefined && words >= 0.5);
    if (column >= 0) best = { column, field: 'title', score: ENOUGH, isNamed: false };
  }
  if (best !== undefined) chosen[best.column] = best;
}
