import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { draftsAfter, writeLine, type About, type Entry } from '../../core/keep/journal.ts';
import type { Disk, LogStart } from './disk.ts';
import type { NumberedLine, ShelfName } from './shelf.ts';

/** How far what a person did is from being safe: `full` where the disk has no room, `unsaved` where it cannot be written for another reason. */
export type Safety = 'saved' | 'saving' | 'unsaved' | 'full';

/** What a log works with. */
export interface LogOptions {
  readonly story: string;
  readonly disk: Disk;
  readonly start: LogStart;
  /** What the story is now, for a list of stories. */
  readonly about: () => About;
  /** The story as it is now: the name of its file, and the bytes of a snapshot of it, in pieces. */
  readonly whole: () => { readonly fileName: string; readonly pieces: Iterable<Uint8Array> };
  /** Is told of what the disk has: lines, or that it is to be read anew. */
  readonly onWritten: (what: readonly string[] | 'anew') => void;
}

/** Writes what is done to a story to all shelves, in order. */
export interface StoryLog {
  readonly state: ReadonlySignal<Safety>;
  /** What the next line follows. */
  readonly end: () => string;
  readonly append: (entry: Entry) => void;
  /** Writes the whole story; to be called when it has become another one. */
  readonly anew: () => void;
  /** Tries again what could not be written. */
  readonly retry: () => void;
  /** Resolves when nothing is being written, to whether all is safe. */
  readonly settled: () => Promise<boolean>;
  /** Ends the tries. */
  readonly close: () => void;
}

/** How much a journal holds before the story is written whole, so that it opens quickly: so many lines, or characters, more of a large story. */
const LINES = 256;
const CHARACTERS = 2 ** 20;
const SHARE_OF_STORY = 1 / 8;

/** A shelf that has not answered for so long is believed to have failed. */
const PATIENCE_MS = 8000;

/** After so long a failed writing is tried again by itself. */
const RETRY_MS = 10_000;

/** What is known of a shelf: its newest snapshot, and the last line that it missed. It is whole when that is in the snapshot. */
interface Standing {
  snapshot: number;
  gap: number;
}

/** Makes the log of a story that nobody else writes. */
export function createStoryLog({ story, disk, start, about, whole, onWritten }: LogOptions): StoryLog {
  const { shelves } = disk;
  let { seq, end, drafts, lines, length } = start;
  let characters = 0;
  /** The snapshot that lines are written after. */
  let base = Math.max(-1, ...start.whole.values());
  let waiting: NumberedLine[] = [];
  let appending: Promise<void> | undefined;
  let snapping: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const standings = new Map<ShelfName, Standing>(
    shelves.map(({ name }) => [name, { snapshot: start.whole.get(name) ?? -1, gap: start.whole.has(name) ? -1 : seq }]),
  );
  const isWhole = ({ snapshot, gap }: Standing): boolean => snapshot >= 0 && snapshot >= gap;
  const isSafe = (): boolean => [...standings.values()].some(isWhole);

  const failure = signal<'unsaved' | 'full' | undefined>(undefined);
  const isWriting = signal(false);
  const follow = (): void => {
    isWriting.value = appending !== undefined || !isSafe();
    if (isSafe()) failure.value = undefined;
    else if (snapping === undefined && failure.peek() !== undefined && !isClosed) timer ??= setTimeout(again, RETRY_MS);
  };
  const again = (): void => {
    clearTimeout(timer);
    timer = undefined;
    snap();
  };
  const fail = (reason: unknown): void => {
    const isFull = reason instanceof DOMException && reason.name === 'QuotaExceededError';
    if (!isSafe()) failure.value = isFull || failure.peek() === 'full' ? 'full' : 'unsaved';
  };

  const appendWaiting = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const outcomes = await Promise.allSettled(shelves.map((shelf) => inTime(shelf.append(story, base, batch))));
      for (const [position, outcome] of outcomes.entries()) {
        const standing = standings.get(shelves[position]?.name ?? 'database');
        if (outcome.status === 'fulfilled' || standing === undefined) continue;
        standing.gap = Math.max(standing.gap, batch.at(-1)?.seq ?? 0);
        fail(outcome.reason);
      }
      if (isSafe()) onWritten(batch.map(({ line }) => line));
    }
  };

  const takeSnapshot = async (): Promise<void> => {
    // A number of its own: a snapshot is never written over another one.
    seq += 1;
    const at = { seq, end, about: about(), drafts: [...drafts] };
    const wasSafe = isSafe();
    const { fileName, pieces } = whole();
    base = at.seq;
    [lines, characters] = [0, 0];
    const outcome = await disk.writeSnapshot({ story, fileName, isDeleted: false, ...at }, pieces).catch((reason: unknown) => fail(reason));
    if (outcome === undefined) return;
    ({ length } = outcome);
    for (const [name, standing] of standings) if (!outcome.failures.has(name)) standing.snapshot = at.seq;
    for (const reason of outcome.failures.values()) fail(reason);
    // Only where the new one lies on the disk is the old one let go; what stays when that fails is no more than room.
    for (const { name, forgetBefore } of shelves) {
      const standing = standings.get(name);
      if (standing?.snapshot === at.seq && isWhole(standing)) void forgetBefore(story, at.seq).catch(() => undefined);
    }
    if (!wasSafe && isSafe()) onWritten('anew');
  };

  const write = (): void => {
    appending ??= appendWaiting().finally(() => {
      appending = undefined;
      if (waiting.length > 0) write();
      if (snapping === undefined && (lines > LINES || characters > Math.max(CHARACTERS, length * SHARE_OF_STORY))) snap();
      follow();
    });
    follow();
  };
  const snap = (): void => {
    snapping ??= takeSnapshot().finally(() => {
      snapping = undefined;
      follow();
    });
    follow();
  };
  const settled = async (): Promise<boolean> => {
    const underWay = [appending, snapping].filter((work) => work !== undefined);
    if (underWay.length === 0) return isSafe();
    await Promise.all(underWay);
    return settled();
  };
  if (![...standings.values()].every(isWhole)) snap();

  return {
    state: computed(() => failure.value ?? (isWriting.value ? 'saving' : 'saved')),
    end: () => end,
    append: (entry) => {
      seq += 1;
      const written = writeLine({ seq, after: end, about: about(), entry });
      end = written.sum;
      drafts = draftsAfter(drafts, [entry]);
      lines += 1;
      characters += written.line.length;
      waiting.push({ seq, line: written.line });
      write();
      if (!isSafe() && snapping === undefined) again();
    },
    anew: () => {
      seq += 1;
      end = freshEnd();
      waiting = [];
      for (const standing of standings.values()) standing.gap = seq;
      const settle = snapping ?? Promise.resolve();
      void settle.then(snap);
      follow();
    },
    retry: () => {
      if (!isSafe()) again();
    },
    settled,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** A text for a snapshot to end with that no line ends with: checksums have eight digits. */
export const freshEnd = (): string => crypto.randomUUID();

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('the disk does not answer', 'TimeoutError')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
