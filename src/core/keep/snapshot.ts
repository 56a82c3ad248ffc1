import type { Json } from '../model/event.ts';
import { crcOf, sumOf } from './checksum.ts';
import type { About } from './journal.ts';
import { sealed, unsealed } from './sealed.ts';

/** What is said of a snapshot, a whole story. */
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
  /** Whether the body is a native file, or a story as `packedStory` has it. */
  readonly form: SnapshotForm;
  /** Length and checksum of the body. */
  readonly length: number;
  readonly sum: string;
}

export type SnapshotForm = 'native' | 'packed';

/** What is said of a snapshot before its body is there. */
export type HeadBefore = Omit<SnapshotHead, 'form' | 'length' | 'sum'>;

/** A story as bytes, with what tells whether they are whole. */
export interface Body extends Pick<SnapshotHead, 'length' | 'sum'> {
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** A snapshot as it is written: its head in a line, and its body. */
export interface Snapshot {
  readonly head: string;
  readonly seq: number;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** The form of the body by the version of what is written here; snapshots of a newer one are left alone. */
const FORMS: ReadonlyMap<number, SnapshotForm> = new Map([
  [1, 'native'],
  [2, 'packed'],
]);

/** The version that is written. */
const VERSION = 2;

/** How many bytes are in a part of a body: so many are copied and sent in a few milliseconds. */
const PART_BYTES = 2 ** 20;

/** Copies bytes that come in pieces of any size into parts of equal size, all but the last one. */
export function* partsOf(pieces: Iterable<Uint8Array>): Generator<Uint8Array<ArrayBuffer>, void, void> {
  let part = new Uint8Array(PART_BYTES);
  let filled = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      const taken = piece.subarray(from, from + PART_BYTES - filled);
      part.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      if (filled < PART_BYTES) continue;
      yield part;
      part = new Uint8Array(PART_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield part.slice(0, filled);
}

/** The body of a snapshot from its parts. */
export const bodyOf = (parts: readonly Uint8Array<ArrayBuffer>[]): Body => ({
  parts,
  length: parts.reduce((length, part) => length + part.length, 0),
  sum: sumOf(parts.reduce((crc, part) => crcOf(part, crc), 0)),
});

/** Writes a snapshot of a packed story; its head is one line without its line break. */
export function writeSnapshot(head: HeadBefore, { parts, length, sum }: Body): Snapshot {
  return { head: sealed({ version: VERSION, ...head, length, sum } as unknown as Json).line, seq: head.seq, parts };
}

/** Reads the head of a snapshot; `undefined` for one that is damaged or of a newer version. */
export function readHead(line: string): SnapshotHead | undefined {
  const value = unsealed(line)?.value as unknown as (Omit<SnapshotHead, 'form'> & { readonly version: number }) | undefined;
  const form = value && FORMS.get(value.version);
  if (value === undefined || form === undefined) return undefined;
  const { version: _, ...head } = value;
  return { ...head, form };
}
