import { finished } from '../../src/core/base/steps.ts';
import type { Answers, Question } from '../../src/core/formats/answers.ts';
import { readCsv } from '../../src/core/formats/csv/reader.ts';
import type { Entry, Finding } from '../../src/core/formats/entry.ts';
import type { Field } from '../../src/core/formats/fields.ts';
import type { Draft } from '../../src/core/model/draft.ts';
import { readTable } from '../../src/core/validate/table/read-table.ts';
import type { Afterthought, TableReading } from '../../src/core/validate/table/table-reading.ts';
import { tableBy } from './tables.ts';

/** A table that was read to its end. */
export interface ReadRows {
  readonly reading: TableReading;
  readonly entries: readonly Entry[];
  readonly drafts: readonly Draft[];
  /** All findings of events, in order. */
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  readonly afterthoughts: readonly Afterthought[];
  /** What the columns mean, by their names. */
  readonly meanings: Readonly<Record<string, Field>>;
}

/** Reads the text of a table with delimiters: what its columns mean, and its rows as entries. */
export function readRows(text: string | Uint8Array, answers: Answers = {}): ReadRows {
  const reading = finished(readTable(tableBy(readCsv, text, answers), undefined, answers));
  const entries = [...reading.entries];
  const events = entries.filter((entry) => entry.kind === 'event');
  const meant = reading.header.map((name, column) => [name, reading.mapping[column]] as const).filter((pair): pair is [string, Field] => pair[1] !== undefined);
  return {
    reading,
    entries,
    drafts: events.map(({ draft }) => draft),
    findings: events.flatMap(({ findings }) => findings),
    questions: reading.questions(),
    afterthoughts: reading.afterthoughts(),
    meanings: Object.fromEntries(meant),
  };
}

/** The EDTF text of each event; `null` for one without a date. */
export const datesOf = ({ drafts }: ReadRows): readonly (string | null)[] => drafts.map(({ when }) => when?.edtf?.text ?? null);

/** The kind of each entry, and of what is no event what it is instead. */
export const kindsOf = ({ entries }: ReadRows): readonly string[] => entries.map((entry) => (entry.kind === 'not-event' ? entry.what : entry.kind));
