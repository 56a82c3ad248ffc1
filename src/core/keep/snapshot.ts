import type { Steps } from '../base/steps.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Json } from '../model/event.ts';
import { crcOf, sumOf } from './checksum.ts';
import type { About } from './journal.ts';
import { sealed, unsealed } from './sealed.ts';

/** What is said of a snapshot, a story as a native file. */
export interface SnapshotHead {
  /** Id of the story among those that are kept. */
  readonly story: string;
  /** How much of what was written of the story is in it. */
  readonly seq: number;
  /** What the next line of the journal follows. */
  readonly end: string;
  readonly about: About;
  /** Name of the file that the story came from, for saving beside it. */
  readonly fileName: string;
  readonly isDeleted: boolean;
  /** The forms that were open, with what stood in them. */
  readonly drafts: readonly (readonly [form: string, text: string])[];
  /** Length and checksum of the native file. */
  readonly length: number;
  readonly sum: string;
}

/** A native file in pieces, with what tells whether it is whole. */
export interface Body extends Pick<SnapshotHead, 'length' | 'sum'> {
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** A snapshot as it is written: its head in a line, and its body. */
export interface Snapshot {
  readonly head: string;
  readonly seq: number;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** The version of what is written here; snapshots of a newer one are left alone. */
const VERSION = 1;

/** Makes the body of a snapshot from the pieces of a native file. Yields its length so far. */
export function* bodyOf(pieces: Iterable<string>): Steps<number, Body> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let crc = 0;
  let length = 0;
  for (const piece of pieces) {
    const part = encodeUtf8(piece);
    parts.push(part);
    crc = crcOf(part, crc);
    length += part.length;
    yield length;
  }
  return { parts, length, sum: sumOf(crc) };
}

/** Writes a snapshot; its head is one line without its line break. */
export function writeSnapshot(head: Omit<SnapshotHead, 'length' | 'sum'>, { parts, length, sum }: Body): Snapshot {
  return { head: sealed({ version: VERSION, ...head, length, sum } as unknown as Json).line, seq: head.seq, parts };
}

/** Reads the head of a snapshot; `undefined` for one that is damaged or of a newer version. */
export function readHead(line: string): SnapshotHead | undefined {
  const value = unsealed(line)?.value as unknown as (SnapshotHead & { readonly version: number }) | undefined;
  if (value === undefined || value.version !== VERSION) return undefined;
  const { version: _, ...head } = value;
  return head;
}

/** Whether the body of a snapshot is all that its head says. */
export const isWhole = ({ length, sum }: SnapshotHead, body: Uint8Array): boolean => body.length === length && sumOf(crcOf(body)) === sum;
