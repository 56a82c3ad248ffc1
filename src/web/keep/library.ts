import { signal, type ReadonlySignal } from '@preact/signals';
import { dateline } from '../../core/formats/dateline.ts';
import { DATELINE_EXTENSIONS } from '../../core/formats/dateline-file.ts';
import { writeLine, type Entry } from '../../core/keep/journal.ts';
import { packedStory } from '../../core/keep/packed-story.ts';
import { withStoryMembers } from '../../core/edit/with-members.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { withStory } from '../../core/model/rows.ts';
import { fileNameOf } from '../platform/files.ts';
import { inSlices } from '../platform/slices.ts';
import { zipped } from '../platform/zip.ts';
import type { Opened } from '../store/store.ts';
import type { Disk, Found, KeptStory } from './disk.ts';
import { holdNow } from './one-writer.ts';
import type { ShelfPen } from './shelf.ts';
import { freshEnd } from './story-log.ts';

/** What came of something asked of the library: `elsewhere` where another tab writes the story, `failed` where the disk did not take it. */
export type Outcome = 'done' | 'elsewhere' | 'failed';

/** All stories that are kept. */
export interface Library {
  /** The last changed first; `undefined` until it has been read. */
  readonly stories: ReadonlySignal<readonly KeptStory[] | undefined>;
  readonly refresh: () => Promise<void>;
  readonly rename: (id: string, title: string) => Promise<Outcome>;
  /** Makes a copy under a title. */
  readonly duplicate: (id: string, title: string) => Promise<Outcome>;
  /** Keeps a story that was opened elsewhere, besides all others. */
  readonly takeIn: (opened: Opened) => Promise<Outcome>;
  /** Puts a story among the deleted, or back. */
  readonly remove: (id: string) => Promise<Outcome>;
  readonly bringBack: (id: string) => Promise<Outcome>;
  /** A zip archive with a native file of each story that is not deleted; `untitled` names those without a title. */
  readonly pack: (untitled: string) => Promise<Blob>;
  /** Gives the room back of all stories deleted before a moment, in UTC milliseconds since 1970. */
  readonly clearBefore: (moment: number) => Promise<void>;
}

interface LibraryOptions {
  readonly disk: Disk;
  readonly locks: LockManager;
  readonly now: () => number;
  /** Gives the story another title if this tab writes it, and tells whether it does. */
  readonly renameHere: (id: string, title: string) => boolean;
  /** Ends the writing of a story in this tab, if there is any. */
  readonly letGo: (id: string) => Promise<void>;
}

/** Makes the library of what lies on the disk. */
export function createLibrary({ disk, locks, now, renameHere, letGo }: LibraryOptions): Library {
  const stories = signal<readonly KeptStory[] | undefined>(undefined);
  let [asked, shown] = [0, 0];
  const refresh = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    const listed = await disk.list();
    // What was asked for later may have come before.
    if (turn < shown) return;
    shown = turn;
    stories.value = listed;
  };

  /** Does something with a story that no other tab writes. */
  const alone = async (id: string, work: (found: Found) => Promise<Outcome>): Promise<Outcome> => {
    const hold = await holdNow(locks, id);
    if (hold === undefined) return 'elsewhere';
    try {
      const found = await disk.find(id);
      return found === undefined ? 'failed' : await work(found);
    } finally {
      hold.release();
    }
  };
  const enter = async (id: string, entry: Entry): Promise<Outcome> => {
    const outcome = await alone(id, ({ head, about, start }) => {
      const title = entry.kind === 'rename' ? entry.title : about.title;
      const seq = start.seq + 1;
      const { line } = writeLine({ seq, after: start.end, about: { ...about, title, changed: now() }, entry });
      return onAny((shelf) => shelf.append(id, head.seq, [{ seq, line }]));
    });
    await refresh();
    return outcome;
  };
  /** Writes to all shelves; done where one of them has it. The others get it when the story is opened. */
  const onAny = async (write: (shelf: ShelfPen) => Promise<void>): Promise<Outcome> => {
    const outcomes = await Promise.allSettled(disk.shelves.map(write));
    return outcomes.some(({ status }) => status === 'fulfilled') ? 'done' : 'failed';
  };

  /** Writes a story that was not kept so far. */
  const shelve = async (opened: Opened): Promise<Outcome> => {
    const { dataset, fileName } = opened;
    const about = { title: dataset.story.title, events: dataset.size, changed: now() };
    const head = { story: crypto.randomUUID(), seq: 0, end: freshEnd(), about, fileName, isDeleted: false, drafts: [] };
    const outcome = await disk.writeSnapshot(head, packedStory(opened)).catch(() => undefined);
    await refresh();
    return outcome !== undefined && outcome.failures.size < disk.shelves.length ? 'done' : 'failed';
  };

  return {
    stories,
    refresh,
    rename: async (id, title) => {
      if (!renameHere(id, title)) return enter(id, { kind: 'rename', title });
      await refresh();
      return 'done';
    },
    duplicate: async (id, title) => {
      const opened = (await disk.open(id))?.opened;
      if (opened === undefined) return 'failed';
      const { dataset } = opened;
      return shelve({ ...opened, dataset: withStory(dataset, withStoryMembers(dataset.story, { title })) });
    },
    takeIn: shelve,
    remove: async (id) => {
      await letGo(id);
      return enter(id, { kind: 'deleted', isDeleted: true });
    },
    bringBack: (id) => enter(id, { kind: 'deleted', isDeleted: false }),
    pack: async (untitled) => {
      const files = new Map<string, Uint8Array>();
      for (const { id, isDeleted, about } of await disk.list()) {
        const opened = isDeleted ? undefined : (await disk.open(id))?.opened;
        if (opened !== undefined) files.set(unusedName(files, about.title, untitled), await nativeFileOf(opened.dataset));
      }
      return zipped(files);
    },
    clearBefore: async (moment) => {
      for (const { id, isDeleted, about } of await disk.list()) {
        if (isDeleted && about.changed < moment) await alone(id, () => onAny((shelf) => shelf.remove(id)));
      }
    },
  };
}

/** A story as a native file. */
async function nativeFileOf(dataset: Dataset): Promise<Uint8Array> {
  const pieces: string[] = [];
  await inSlices(gathered(dateline.write(dataset), pieces));
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

function* gathered<T>(coming: Iterable<T>, kept: T[]): Generator<undefined, void, void> {
  for (const piece of coming) {
    kept.push(piece);
    yield undefined;
  }
}

/** A name for a file in an archive that none in it has. */
function unusedName(files: ReadonlyMap<string, unknown>, title: string, untitled: string): string {
  for (let copy = 1; ; copy += 1) {
    const name = fileNameOf(copy === 1 ? title : `${title === '' ? untitled : title} ${copy}`, DATELINE_EXTENSIONS[0], untitled);
    if (!files.has(name)) return name;
  }
}
