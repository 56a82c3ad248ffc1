import { replayed, replayedAccount } from '../../core/keep/replay.ts';
import { unpackedStory, type KeptContent } from '../../core/keep/packed-story.ts';
import { bodyOf, partsOf, writeSnapshot, type HeadBefore } from '../../core/keep/snapshot.ts';
import type { Opened } from '../store/store.ts';
import type { Disk, SnapshotOutcome } from './disk.ts';
import { listStories, recoverStory, type Recovered } from './recover.ts';
import type { Shelf } from './shelf.ts';

/** All shelves together, read and written on this thread. */
export function localDisk(shelves: readonly Shelf[]): Disk {
  return {
    shelves,
    list: () => listStories(shelves),
    find: (id) => recoverStory(shelves, id),
    open: async (id, known) => {
      const recovered = await recoverStory(shelves, id);
      if (recovered === undefined) return undefined;
      const { head, about, start } = recovered;
      const opened = start.end === known ? undefined : await openedOf(recovered).catch(() => undefined);
      return opened === undefined && start.end !== known ? undefined : { head, about, start, opened };
    },
    writeSnapshot: (head, pieces) => writeParts(shelves, head, [...partsOf(pieces)]),
  };
}

/** Writes a snapshot from the parts of its body. */
export async function writeParts(shelves: readonly Shelf[], head: HeadBefore, parts: readonly Uint8Array<ArrayBuffer>[]): Promise<SnapshotOutcome> {
  const body = bodyOf(parts);
  const snapshot = writeSnapshot(head, body);
  const outcomes = await Promise.allSettled(shelves.map((shelf) => shelf.writeSnapshot(head.story, snapshot)));
  const failures = outcomes.flatMap((outcome, position) => {
    const shelf = shelves[position];
    return outcome.status === 'rejected' && shelf !== undefined ? [[shelf.name, outcome.reason] as const] : [];
  });
  return { length: body.length, failures: new Map(failures) };
}

/** A kept story as it was last: its snapshot with all that was done to it since. Rejects when its body cannot be read. */
async function openedOf({ head, body, lines }: Recovered): Promise<Opened> {
  const { dataset, issues, imported } = head.form === 'packed' ? unpackedStory(body.buffer) : await nativeStory(body);
  const entries = lines.map(({ entry }) => entry);
  return {
    dataset: replayed(dataset, entries),
    issues,
    fileName: head.fileName,
    imported: imported && { ...imported, account: replayedAccount(imported.account, entries) },
  };
}

/** A story from a native file: so it was kept once. */
async function nativeStory(body: Uint8Array): Promise<KeptContent> {
  const { openBytes } = await import('../../core/validate/open.ts');
  const opened = openBytes(body);
  if (!opened.ok) throw new Error(`a kept file cannot be opened: ${opened.error.code}`);
  return opened.value;
}
