import { err, ok, type Result } from '../../base/result.ts';
import type { Steps } from '../../base/steps.ts';
import type { Issue } from '../../model/issue.ts';
import type { Story } from '../../model/story.ts';
import type { Question } from '../answers.ts';
import type { Entry } from '../entry.ts';
import type { Parsed } from '../format.ts';
import { cellsOf } from './leaves.ts';
import { DEEPEST_XML, localNameOf, type XmlEnd } from './read-xml.ts';
import { walkXml, type XmlElement } from './walk-xml.ts';

/** How the elements of a format become entries. */
export interface RecordReader {
  /** Local names of the elements that are records, and of those that hold records. */
  readonly records: ReadonlySet<string>;
  readonly holders: ReadonlySet<string>;
  /** What a whole record is. */
  readonly entryOf: (record: XmlElement) => Entry;
  readonly open?: (element: XmlElement) => void;
  /** An element that is no record has ended; `true` lets go of it. */
  readonly close?: (element: XmlElement) => boolean;
  /** The last word on an entry, after all of the file was read. */
  readonly settled?: (entry: Entry) => Entry;
  /** What the file says about itself, after all of it was read. */
  readonly story?: () => Partial<Story> | undefined;
  /** What it could not settle by itself. */
  readonly questions?: () => readonly Question[];
}

/** Most issues about markup outside of records: a file that has more is broken throughout. */
const MOST_BROKEN = 20;

/**
 * Reads a file as records. A record in which a tag is broken or missing is refused, and so is one whose beginning is; what stands
 * around it is read. The error: the file cannot be read at all.
 */
export function* readRecords(bytes: Uint8Array, reader: RecordReader): Steps<number, Result<Parsed, Issue>> {
  const entries: Entry[] = [];
  const issues: Issue[] = [];
  const add = (entry: Entry): void => void entries.push(entry);
  const refuse = (line: number, name: string, cells: ReadonlyMap<string, string>): void => {
    add({ kind: 'refused', line, finding: { code: 'xml-damaged', value: name }, cells });
  };
  let openRecords = 0;
  const end = yield* walkXml(
    bytes,
    {
      open: (element) => {
        if (reader.records.has(element.local)) openRecords += 1;
        reader.open?.(element);
      },
      close: (element) => {
        if (!reader.records.has(element.local)) return reader.close?.(element) ?? false;
        openRecords -= 1;
        if (element.damaged === undefined) add(reader.entryOf(element));
        else refuse(element.damaged.line, element.damaged.name, cellsOf(element));
        return true;
      },
      broken: (name, line) => {
        if (openRecords > 0) return;
        if (reader.records.has(localNameOf(name))) refuse(line, name, new Map());
        else if (issues.length < MOST_BROKEN) issues.push({ code: 'xml-damaged', severity: 'warning', place: { line }, value: name });
      },
    },
    reader,
  );
  const last = issueAtEnd(end);
  if (last !== undefined && entries.length === 0) return err(last);
  if (last !== undefined) issues.push(last);
  const { settled } = reader;
  if (settled !== undefined) entries.forEach((entry, position) => (entries[position] = settled(entry)));
  const story = reader.story?.();
  return ok({ kind: 'entries', entries, questions: reader.questions?.() ?? [], issues, ...(story === undefined ? {} : { story }) });
}

function issueAtEnd(end: XmlEnd): Issue | undefined {
  const place = { line: end.line };
  switch (end.kind) {
    case 'entities':
      return { code: 'xml-entities', severity: 'error', place };
    case 'too-deep':
      return { code: 'xml-too-deep', severity: 'error', place, parameters: { limit: DEEPEST_XML } };
    case 'end':
      return end.open === undefined ? undefined : { code: 'xml-damaged', severity: 'error', place, value: end.open };
  }
}
