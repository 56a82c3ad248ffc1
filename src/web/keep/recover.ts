import { crcOf, sumOf } from '../../core/keep/checksum.ts';
import { chainOf, draftsAfter, readLine, type ReadLine } from '../../core/keep/journal.ts';
import { readHead, type SnapshotHead } from '../../core/keep/snapshot.ts';
import type { Found, KeptStory, LogStart } from './disk.ts';
import type { Shelf, ShelfStory } from './shelf.ts';

/** A story as all shelves together hold it: the newest snapshot that is whole, and all lines after it up to the first gap. */
export interface Recovered extends Found {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly lines: readonly ReadLine[];
}

interface Held {
  readonly shelf: Shelf;
  readonly story: ShelfStory;
}

interface HeldHead extends Pick<ShelfStory['snapshots'][number], 'body'> {
  readonly shelf: Shelf;
  readonly head: SnapshotHead;
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
const headsIn = (held: readonly Held[]): readonly HeldHead[] =>
  held
    .flatMap(({ shelf, story }) => story.snapshots.map((snapshot) => ({ shelf, ...snapshot })))
    .flatMap(({ shelf, head, body }) => {
      const read = readHead(head);
      return read === undefined ? [] : [{ shelf, head: read, body }];
    })
    .sort((a, b) => b.head.seq - a.head.seq || b.head.about.changed - a.head.about.changed);

const linesIn = (held: readonly Held[]): readonly string[] => held.flatMap(({ story }) => story.lines);

/** Finds the last state of a story that can be put together from what its shelves hold; `undefined` when no snapshot is whole. */
export async function recoverStory(shelves: readonly Shelf[], id: string): Promise<Recovered | undefined> {
  const held = await heldOf(shelves, id);
  const heads = headsIn(held);
  for (const found of heads) {
    const body = await wholeBody(found);
    if (body === undefined) continue;
    const { head } = found;
    const lines = chainOf(linesIn(held), head.end);
    return { head, about: lines.at(-1)?.about ?? head.about, body, lines, start: await startAfter(held, heads, found, lines) };
  }
  return undefined;
}

/** The body of a snapshot; `undefined` where it is not all that its head says. */
async function wholeBody({ head: { length, sum }, body }: HeldHead): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(length);
  const isWhole = await looksThrough(body, length, sum, (piece, at) => bytes.set(piece, at));
  return isWhole ? bytes : undefined;
}

/** Goes through the body of a snapshot piece by piece; resolves to whether it has the length and the checksum that it should have. */
async function looksThrough(body: HeldHead['body'], length: number, sum: string, take: (piece: Uint8Array, at: number) => void): Promise<boolean> {
  let crc = 0;
  let at = 0;
  try {
    for await (const piece of body()) {
      if (at + piece.length > length) return false;
      take(piece, at);
      crc = crcOf(piece, crc);
      at += piece.length;
    }
  } catch {
    return false;
  }
  return at === length && sumOf(crc) === sum;
}

async function startAfter(held: readonly Held[], heads: readonly HeldHead[], found: HeldHead, lines: readonly ReadLine[]): Promise<LogStart> {
  const { head } = found;
  // Numbers of what was lost are not given again, so that nothing of it is ever taken for what is written now.
  const seen = [...heads.map(({ head: { seq } }) => seq), ...linesIn(held).map((line) => readLine(line)?.seq ?? 0)];
  const last = lines.at(-1);
  const hasAll = async ({ shelf, story }: Held): Promise<boolean> => {
    const known = new Set(story.lines);
    if (!lines.every(({ line }) => known.has(line))) return false;
    const same = heads.find((other) => other.shelf === shelf && other.head.end === head.end && other.head.seq === head.seq);
    if (same === undefined || same === found) return same !== undefined;
    return looksThrough(same.body, same.head.length, same.head.sum, () => undefined);
  };
  const complete = await Promise.all(held.map(async (each) => ((await hasAll(each)) ? [each.shelf.name] : [])));
  return {
    seq: seen.reduce((most, each) => Math.max(most, each), last?.seq ?? head.seq),
    end: last?.sum ?? head.end,
    drafts: draftsAfter(new Map(head.drafts), lines.map(({ entry }) => entry)),
    whole: new Map(complete.flat().map((name) => [name, head.seq])),
    lines: lines.length,
    length: head.length,
  };
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
