import { err, ok, type Result } from '../../base/result.ts';
import type { Steps } from '../../base/steps.ts';
import type { Issue } from '../../model/issue.ts';
import type { Story } from '../../model/story.ts';
import type { Question } from '../answers.ts';
import type { Entry } from '../entry.ts';
import type { Ending, Parsed } from '../format.ts';
import { cellsOf } from './leaves.ts';
import { DEEPEST_XML, localNameOf, type XmlEnd } from './read-xml.ts';
import { walkXml, type XmlElement, type XmlVisitor } from './walk-xml.ts';

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
  /** Whether an entry waits for what stands behind it, such as the time of the folder that it lies in. */
  readonly waits?: (entry: Entry) => boolean;
  /** The last word on an entry, after what it waits for was read. */
  readonly settled?: (entry: Entry) => Entry;
  /** What the file says about itself, after all of it was read. */
  readonly story?: () => Partial<Story> | undefined;
  /** What it could not settle by itself. */
  readonly questions?: () => readonly Question[];
}

/** Most issues about markup outside of records: a file that has more is broken throughout. */
const MOST_BROKEN = 20;

/** Most entries that wait at a time, those behind the first that waits among them: what comes later than that is not waited for. */
const MOST_WAITING = 50_000;

/**
 * Reads a file as records, each when its entry is asked for. A record in which a tag is broken or missing is refused, and so is one whose beginning is; what stands
 * around it is read. The error: the file cannot be read at all.
 */
export function* readRecords(bytes: Uint8Array, reader: RecordReader): Steps<number, Result<Parsed, Issue>> {
  const issues: Issue[] = [];
  const queue: Entry[] = [];
  const steps = walkXml(bytes, visitorOf(reader, queue, issues), reader);
  let end: XmlEnd | undefined;
  let share = 0;
  /** Reads on; whether there is more to be read. */
  const step = (): boolean => {
    const next = steps.next();
    if (next.done === true) end = next.value;
    else share = next.value;
    return end === undefined;
  };
  while (queue.length === 0 && step()) yield share;
  const unreadable = queue.length === 0 && end !== undefined ? issueAtEnd(end) : undefined;
  if (unreadable !== undefined) return err(unreadable);
  const entries = function* (): Iterable<Entry> {
    for (;;) {
      yield* readyIn(queue, reader, end !== undefined || queue.length >= MOST_WAITING);
      if (end !== undefined) return;
      step();
    }
  };
  const ending = (): Ending => {
    const last = end === undefined ? undefined : issueAtEnd(end);
    return { questions: reader.questions?.() ?? [], issues: last === undefined ? issues : [...issues, last], story: reader.story?.() };
  };
  return ok({ kind: 'entries', entries: entries(), questions: [], issues: [], ending, share: () => share });
}

/** Takes the entries out of a queue that nothing else has to be read for. `isLast`: none of them waits any longer. */
function* readyIn(queue: Entry[], { waits, settled }: RecordReader, isLast: boolean): Iterable<Entry> {
  const first = isLast || waits === undefined ? -1 : queue.findIndex(waits);
  for (const entry of queue.splice(0, first < 0 ? queue.length : first)) yield settled?.(entry) ?? entry;
}

/** Puts an entry into the queue for each record, and for what is broken outside of them an issue. */
function visitorOf(reader: RecordReader, queue: Entry[], issues: Issue[]): XmlVisitor {
  const refuse = (line: number, name: string, cells: ReadonlyMap<string, string>): void => {
    queue.push({ kind: 'refused', line, finding: { code: 'xml-damaged', value: name }, cells });
  };
  let openRecords = 0;
  return {
    open: (element) => {
      if (reader.records.has(element.local)) openRecords += 1;
      reader.open?.(element);
    },
    close: (element) => {
      if (!reader.records.has(element.local)) return reader.close?.(element) ?? false;
      openRecords -= 1;
      if (element.damaged === undefined) queue.push(reader.entryOf(element));
      else refuse(element.damaged.line, element.damaged.name, cellsOf(element));
      return true;
    },
    broken: (name, line) => {
      if (openRecords > 0) return;
      if (reader.records.has(localNameOf(name))) refuse(line, name, new Map());
      else if (issues.length < MOST_BROKEN) issues.push({ code: 'xml-damaged', severity: 'warning', place: { line }, value: name });
    },
  };
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
