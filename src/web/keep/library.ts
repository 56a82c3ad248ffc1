import { signal, type ReadonlySignal } from '@preact/signals';
import { dateline } from '../../core/formats/dateline.ts';
import { DATELINE_EXTENSIONS } from '../../core/formats/dateline-file.ts';
import { writeLine, type Entry } from '../../core/keep/journal.ts';
import { writeSnapshot } from '../../core/keep/snapshot.ts';
import { fileNameOf } from '../platform/files.ts';
import { inSlices } from '../platform/slices.ts';
import { openedOf } from './kept-dataset.ts';
import { holdNow } from './one-writer.ts';
import { listStories, recoverStory, type KeptStory, type Recovered } from './recover.ts';
import type { NumberedLine, Shelf } from './shelf.ts';
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
  /** Puts a story among the deleted, or back. */
  readonly remove: (id: string) => Promise<Outcome>;
  readonly bringBack: (id: string) => Promise<Outcome>;
  /** A zip archive with a native file of each story that is not deleted; `untitled` names those without a title. */
  readonly pack: (untitled: string) => Promise<Blob>;
  /** Gives the room back of all stories deleted before a moment, in UTC milliseconds since 1970. */
  readonly clearBefore: (moment: number) => Promise<void>;
}

interface LibraryOptions {
  readonly shelves: readonly Shelf[];
  readonly locks: LockManager;
  readonly now: () => number;
  /** Gives the story another title if this tab writes it, and tells whether it does. */
  readonly renameHere: (id: string, title: string) => boolean;
  /** Ends the writing of a story in this tab, if there is any. */
  readonly letGo: (id: string) => Promise<void>;
}

/** Makes the library of what lies on the shelves. */
export function createLibrary({ shelves, locks, now, renameHere, letGo }: LibraryOptions): Library {
  const stories = signal<readonly KeptStory[] | undefined>(undefined);
  const refresh = async (): Promise<void> => {
    stories.value = await listStories(shelves);
  };

  /** Does something with a story that no other tab writes. */
  const alone = async (id: string, work: (recovered: Recovered) => Promise<Outcome>): Promise<Outcome> => {
    const hold = await holdNow(locks, id);
    if (hold === undefined) return 'elsewhere';
    try {
      const recovered = await recoverStory(shelves, id);
      return recovered === undefined ? 'failed' : await work(recovered);
    } finally {
      hold.release();
    }
  };
  const enter = async (id: string, entry: Entry): Promise<Outcome> => {
    const outcome = await alone(id, ({ head, lines, start }) => {
      const about = lines.at(-1)?.about ?? head.about;
      const title = entry.kind === 'rename' ? entry.title : about.title;
      const seq = start.seq + 1;
      const { line } = writeLine({ seq, after: start.end, about: { ...about, title, changed: now() }, entry });
      return onAny((shelf) => shelf.append(id, head.seq, [{ seq, line }]));
    });
    await refresh();
    return outcome;
  };
  /** Writes to all shelves; done where one of them has it. The others get it when the story is opened. */
  const onAny = async (write: (shelf: Shelf) => Promise<void>): Promise<Outcome> => {
    const outcomes = await Promise.allSettled(shelves.map(write));
    return outcomes.some(({ status }) => status === 'fulfilled') ? 'done' : 'failed';
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
      const recovered = await recoverStory(shelves, id);
      if (recovered === undefined) return 'failed';
      const outcome = await onAny(writerOfCopy(recovered, title, now()));
      await refresh();
      return outcome;
    },
    remove: async (id) => {
      await letGo(id);
      return enter(id, { kind: 'deleted', isDeleted: true });
    },
    bringBack: (id) => enter(id, { kind: 'deleted', isDeleted: false }),
    pack: async (untitled) => {
      const { zip } = await import('fflate');
      const files = new Map<string, Uint8Array>();
      for (const { id, isDeleted, about } of await listStories(shelves)) {
        const recovered = isDeleted ? undefined : await recoverStory(shelves, id);
        const bytes = recovered && (await nativeFileOf(recovered));
        if (bytes !== undefined) files.set(unusedName(files, about.title, untitled), bytes);
      }
      const packed = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
        zip(Object.fromEntries(files), (error, data) => (error === null ? resolve(new Uint8Array(data)) : reject(error)));
      });
      return new Blob([packed], { type: 'application/zip' });
    },
    clearBefore: async (moment) => {
      for (const { id, isDeleted, about } of await listStories(shelves)) {
        if (isDeleted && about.changed < moment) await alone(id, () => onAny((shelf) => shelf.remove(id)));
      }
    },
  };
}

/** Writes a copy of a story, with an id of its own. */
function writerOfCopy({ head, body, lines }: Recovered, title: string, changed: number): (shelf: Shelf) => Promise<void> {
  const id = crypto.randomUUID();
  let end = freshEnd();
  const snapshot = writeSnapshot(
    { ...head, story: id, seq: 0, end, isDeleted: false, drafts: [], about: { ...head.about, title, changed } },
    { parts: [new Uint8Array(body)], length: head.length, sum: head.sum },
  );
  const entries: readonly Entry[] = [...lines.map(({ entry }) => entry).filter(({ kind }) => kind === 'change' || kind === 'rename'), { kind: 'rename', title }];
  const events = lines.at(-1)?.about.events ?? head.about.events;
  const copied = entries.map((entry, position): NumberedLine => {
    const written = writeLine({ seq: position + 1, after: end, about: { title, events, changed }, entry });
    end = written.sum;
    return { seq: position + 1, line: written.line };
  });
  return async (shelf) => {
    await shelf.writeSnapshot(id, snapshot);
    await shelf.append(id, 0, copied);
  };
}

/** A story as a native file. */
async function nativeFileOf(recovered: Recovered): Promise<Uint8Array | undefined> {
  if (recovered.lines.length === 0) return recovered.body;
  const opened = await openedOf(recovered);
  if (opened === undefined) return undefined;
  const pieces: string[] = [];
  await inSlices(gathered(dateline.write(opened.dataset), pieces));
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
