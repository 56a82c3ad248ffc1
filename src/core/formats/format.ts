import type { Result } from '../base/result.ts';
import type { Steps } from '../base/steps.ts';
import type { Draft } from '../model/draft.ts';
import type { Json } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import type { Story } from '../model/story.ts';
import type { DateOrder, YearCount } from '../time/date-habits.ts';
import type { Answers, Question } from './answers.ts';
import type { Entry, Finding } from './entry.ts';
import type { Mapping } from './fields.ts';
import type { Table } from './table.ts';

/** What a format is told by. */
export interface Sample {
  /** The beginning of the file as text, without a byte order mark; of a small file all of it. */
  readonly text: string;
  /** The whole file, where it is JSON. */
  readonly json: Json | undefined;
  /** Name of the first element, without its prefix, where the file is XML. */
  readonly rootElement: string | undefined;
  /** The first rows, where the text can be read as a table; the header among them if there is one. */
  readonly rows: readonly (readonly string[])[];
}

/** A file after unpacking, and after its text was turned into UTF-8 where it is one. */
export interface Source {
  readonly bytes: Uint8Array;
  /** The encoding that the file was in; `undefined` for a file that is no text. */
  readonly encoding: string | undefined;
  readonly sample: Sample;
}

/** What a reader makes of a file: entries, or a table whose columns are to be understood first. */
export type Parsed =
  | {
      readonly kind: 'entries';
      /** All records in the order of the file; asked for once. */
      readonly entries: Iterable<Entry>;
      readonly questions: readonly Question[];
      /** What was wrong with the file as a whole. */
      readonly issues: readonly Issue[];
      /** What the file says of itself where no record of its own does. */
      readonly story?: Partial<Story>;
      /** What shows only when all entries were taken, of a file that is read while they are; asked for after the last. */
      readonly ending?: () => Ending;
      /** How much of the file has been read, from 0 to 1, where it is read while the entries are taken. */
      readonly share?: () => number;
    }
  | {
      readonly kind: 'table';
      readonly table: Table;
      readonly layout: Layout | undefined;
      readonly issues: readonly Issue[];
      readonly story?: Partial<Story>;
    };

/** What a file that is read bit by bit says at its end, beside what was known before its entries. */
export interface Ending {
  readonly questions: readonly Question[];
  readonly issues: readonly Issue[];
  readonly story: Partial<Story> | undefined;
}

/** A kind of table that is known by its columns. */
export interface Layout {
  readonly id: string;
  /** Its own name, the same in every language. */
  readonly name: string;
  /** How sure the first rows make it: 0 not at all, 1 certain. `header` is the first row. */
  readonly looksLike: (header: readonly string[], rows: readonly (readonly string[])[]) => number;
  /** The names of the columns, for a file that has no header. */
  readonly header?: (width: number) => readonly string[];
  readonly mapping: (header: readonly string[]) => Mapping;
  /** Whether whoever made the table chose columns beside those it knows, so that these are guessed as in any other table. */
  readonly hasOwnColumns?: boolean;
  /** What a year below zero means here, which of day and month comes first, and the IANA zone of times that state none, where that is fixed. */
  readonly years?: YearCount;
  readonly order?: DateOrder;
  readonly zone?: string;
  /** Whether its dates are days also where they are written with a time of day. */
  readonly daysOnly?: boolean;
  /** Says more about an event than single cells do: how exact its date and its place are, what kind of record it is. */
  readonly refine?: (draft: Draft, cell: (column: string) => string) => Refined;
}

export type Refined =
  | { readonly kind: 'event'; readonly draft: Draft; readonly findings: readonly Finding[] }
  | Extract<Entry, { readonly kind: 'not-event' }>;

/** A reader: the heavy part of a format, fetched when a file of it is opened. Yields how far it has come, from 0 to 1. */
export type Reader = (source: Source, answers: Answers) => Steps<number, Result<Parsed, Issue>>;

/** A format that files are read from. It is told by content alone, never by a file's name. */
export interface ImportFormat {
  readonly id: string;
  /** Its own name, the same in every language. */
  readonly name: string;
  /** How sure a beginning makes it: 0 not at all, 1 certain. Of several that are sure the surest is taken. */
  readonly looksLike: (sample: Sample) => number;
  readonly load: () => Promise<Reader>;
}
