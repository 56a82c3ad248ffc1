import { chainOf, draftsAfter, readLine, type About, type ReadLine } from '../../core/keep/journal.ts';
import { isWhole, readHead, type SnapshotHead } from '../../core/keep/snapshot.ts';
import type { LogStart } from './story-log.ts';
import type { Shelf, ShelfStory } from './shelf.ts';

/** A story as all shelves together hold it: the newest snapshot that is whole, and all lines after it up to the first gap. */
export interface Recovered {
  readonly head: SnapshotHead;
  readonly body: Uint8Array;
  readonly lines: readonly ReadLine[];
  /** Where the writing goes on. */
  readonly start: LogStart;
}

/** What a list says of a kept story. */
export interface KeptStory {
  readonly id: string;
  readonly about: About;
  readonly fileName: string;
  /** Bytes of its last snapshot. */
  readonly length: number;
  readonly isDeleted: boolean;
}

interface Held {
  readonly shelf: Shelf;
  readonly story: ShelfStory;
}

/** What each shelf has of a story. A shelf that cannot be read has nothing. */
async function heldOf(shelves: readonly Shelf[], id: string): Promise<readonly Held[]> {
  const read = await Promise.allSettled(shelves.map((shelf) => shelf.read(id)));
  return read.flatMap((outcome, position) => {
    const shelf = shelves[position];
    return outcome.status === 'fulfilled' && shelf !== undefined ? [{ shelf, story: outcome.value }] : [];
  });
}

/** The heads of snapshots that can be read, the newest first. */
const headsIn = (held: readonly Held[]) =>
  held
    .flatMap(({ story }) => story.snapshots)
    .flatMap(({ head, body }) => {
      const read = readHead(head);
      return read === undefined ? [] : [{ head: read, body }];
    })
    .sort((a, b) => b.head.seq - a.head.seq || b.head.about.changed - a.head.about.changed);

const linesIn = (held: readonly Held[]): readonly string[] => held.flatMap(({ story }) => story.lines);

/** Finds the last state of a story that can be put together from what its shelves hold; `undefined` when no snapshot is whole. */
export async function recoverStory(shelves: readonly Shelf[], id: string): Promise<Recovered | undefined> {
  const held = await heldOf(shelves, id);
  for (const { head, body } of headsIn(held)) {
    const bytes = await body().catch(() => undefined);
    if (bytes === undefined || !isWhole(head, bytes)) continue;
    const lines = chainOf(linesIn(held), head.end);
    return { head, body: bytes, lines, start: await startAfter(held, head, lines) };
  }
  return undefined;
}

async function startAfter(held: readonly Held[], head: SnapshotHead, lines: readonly ReadLine[]): Promise<LogStart> {
  // Numbers of what was lost are not given again, so that nothing of it is ever taken for what is written now.
  const seen = [...headsIn(held).map(({ head: { seq } }) => seq), ...linesIn(held).map((line) => readLine(line)?.seq ?? 0)];
  const last = lines.at(-1);
  const complete = await Promise.all(held.map(async ({ shelf, story }) => ((await holdsAll(story, head, lines)) ? [shelf] : [])));
  return {
    seq: seen.reduce((most, each) => Math.max(most, each), last?.seq ?? head.seq),
    end: last?.sum ?? head.end,
    drafts: draftsAfter(new Map(head.drafts), lines.map(({ entry }) => entry)),
    whole: new Map(complete.flat().map((shelf) => [shelf, head.seq])),
    lines: lines.length,
  };
}

async function holdsAll({ snapshots, lines: own }: ShelfStory, head: SnapshotHead, lines: readonly ReadLine[]): Promise<boolean> {
  const known = new Set(own);
  if (!lines.every(({ line }) => known.has(line))) return false;
  const same = snapshots.find(({ head: line }) => readHead(line)?.end === head.end && readHead(line)?.seq === head.seq);
  const body = await same?.body().catch(() => undefined);
  return body !== undefined && isWhole(head, body);
}

/** What is kept, the last changed first, those deleted among them. */
export async function listStories(shelves: readonly Shelf[]): Promise<readonly KeptStory[]> {
  const ids = await Promise.allSettled(shelves.map(({ stories }) => stories()));
  const all = new Set(ids.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : [])));
  const listed = await Promise.all([...all].map((id) => keptStory(shelves, id)));
  return listed.flatMap((story) => story ?? []).sort((a, b) => b.about.changed - a.about.changed);
}

/** What a list says of a story, by heads and journals alone; `undefined` when nothing of it can be read. */
async function keptStory(shelves: readonly Shelf[], id: string): Promise<KeptStory | undefined> {
  const held = await heldOf(shelves, id);
  const [newest] = headsIn(held);
  if (newest === undefined) return undefined;
  const { fileName, length, about, end, isDeleted } = newest.head;
  const lines = chainOf(linesIn(held), end);
  const deletion = lines.map(({ entry }) => entry).findLast(({ kind }) => kind === 'deleted');
  return {
    id,
    about: lines.at(-1)?.about ?? about,
    fileName,
    length,
    isDeleted: deletion?.kind === 'deleted' ? deletion.isDeleted : isDeleted,
  };
}
