import { signal, type ReadonlySignal } from '@preact/signals';
import type { About } from '../../core/keep/journal.ts';
import { packedStory } from '../../core/keep/packed-story.ts';
import type { ViewState } from '../../core/view/view-state.ts';
import type { Opened, Store } from '../store/store.ts';
import type { Disk, LogStart } from './disk.ts';
import { holdNow, holdWhenFree, type Hold } from './one-writer.ts';
import { createStoryLog, freshEnd, type StoryLog } from './story-log.ts';
import type { TabTalk } from './tab-talk.ts';

/** How the open story stands to what is kept. */
export type Session = { readonly kind: 'none' } | Writing | Following;

/** This tab writes it. */
export interface Writing {
  readonly kind: 'writing';
  readonly id: string;
  readonly log: StoryLog;
  readonly hold: Promise<Hold | undefined>;
  /** The story as it is now, whatever else the page opens. */
  readonly present: { opened: Opened };
}

/** Another tab writes it. */
export interface Following {
  readonly kind: 'following';
  readonly id: string;
  /** The end of what has been read of it. */
  readonly end: string;
  /** Ends the waiting for the right to write it. */
  readonly waiting: AbortController;
}

/** How a story is to be seen: as given, as the present one is, or as one sees it first. */
export type Seen = ViewState | 'present' | 'first';

/** The open story, as far as it is kept: from its beginning or opening to when it is left. */
export interface PresentStory {
  readonly session: ReadonlySignal<Session>;
  /** What stood in forms that were open when the story was last left. */
  readonly drafts: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Begins to keep the open story, as one of its own. */
  readonly begin: () => Writing;
  /** Shows a kept story as the disk has it, unless the signal ends that first: to be written with a hold, else to be followed. Resolves to whether it could be read. */
  readonly read: (id: string, hold: Hold | undefined, seen: Seen, signal?: AbortSignal) => Promise<boolean>;
  /** Follows the open story, which another tab writes, from an end on. */
  readonly follow: (id: string, end: string) => void;
  /** Has followed it so far, with what now stands in forms. */
  readonly followed: (following: Following, end: string, drafts: ReadonlyMap<string, string>) => void;
  /** Lets the open story go, as soon as all of it is written. */
  readonly leave: () => Promise<void>;
  /** Whether it is just being shown: no change to be kept. */
  readonly isShowing: () => boolean;
  /** Notes that a person has changed it now. */
  readonly touch: () => void;
}

/** What an open story is kept with. */
export interface PresentOptions {
  readonly store: Store;
  readonly disk: Disk;
  readonly locks: LockManager;
  readonly talk: Pick<TabTalk, 'say'>;
  /** UTC milliseconds since 1970. */
  readonly now: () => number;
  /** Takes down what is being typed, before the story is left. */
  readonly flush: () => void;
}

/** How often it is looked whether a story that was left has been written at last. */
const LOOK_MS = 2000;

const NONE: Session = { kind: 'none' };
const EMPTY: ReadonlyMap<string, string> = new Map();

/** Makes the keeping of whatever story a store has open. */
export function presentStory({ store, disk, locks, talk, now, flush }: PresentOptions): PresentStory {
  const session = signal<Session>(NONE);
  const drafts = signal(EMPTY);
  let isShowing = false;
  let readings = 0;
  let changed = now();

  const show = (opened: Opened, seen: Seen): void => {
    isShowing = true;
    if (seen === 'first') store.open(opened);
    else store.open(opened, seen === 'present' ? store.view.peek() : seen);
    isShowing = false;
  };
  const write = (id: string, start: LogStart, hold: Promise<Hold | undefined>): Writing => {
    const present = { opened: store.opened.peek() };
    const about = (): About => {
      const { story, size } = present.opened.dataset;
      return { title: story.title, events: size, changed };
    };
    const whole = () => ({ fileName: present.opened.fileName, pieces: packedStory(present.opened) });
    const onWritten = (what: readonly string[] | 'anew'): void =>
      talk.say(what === 'anew' ? { kind: 'anew', story: id } : { kind: 'written', story: id, lines: what });
    const writing: Writing = { kind: 'writing', id, log: createStoryLog({ story: id, disk, start, about, whole, onWritten }), hold, present };
    session.value = writing;
    return writing;
  };
  const leave = async (): Promise<void> => {
    const { value: left } = session;
    if (left.kind === 'writing') flush();
    readings += 1;
    session.value = NONE;
    drafts.value = EMPTY;
    if (left.kind === 'following') left.waiting.abort();
    if (left.kind === 'writing') await end(left);
  };
  /** Ends the writing of a story; where the disk does not take it, when it does. */
  const end = async ({ log, hold }: Writing): Promise<void> => {
    while (!(await log.settled())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    log.close();
    (await hold)?.release();
  };
  const follow = (id: string, from: string): void => {
    const waiting = new AbortController();
    session.value = { kind: 'following', id, end: from, waiting };
    void takeOver(id, waiting);
  };
  /** Writes a story that is followed, as soon as no other tab does. */
  const takeOver = async (id: string, waiting: AbortController): Promise<void> => {
    const hold = await holdWhenFree(locks, id, waiting.signal);
    const { value: present } = session;
    const isWanted = present.kind === 'following' && present.waiting === waiting;
    if (hold !== undefined && !(isWanted && (await read(id, hold, 'present')))) hold.release();
  };
  const read = async (id: string, hold: Hold | undefined, seen: Seen, signal?: AbortSignal): Promise<boolean> => {
    readings += 1;
    const reading = readings;
    const { value: before } = session;
    const known = before.kind === 'following' && before.id === id ? before.end : undefined;
    const found = await disk.open(id, known);
    if (found === undefined || signal?.aborted === true) return false;
    const { value: present } = session;
    // More of it has come meanwhile than was read.
    if (present !== before && present.kind === 'following' && present.id === id) return read(id, hold, seen, signal);
    if (reading !== readings) return false;
    const { start, about, opened } = found;
    void leave();
    ({ changed } = about);
    if (opened !== undefined) show(opened, seen);
    drafts.value = start.drafts;
    if (hold === undefined) follow(id, start.end);
    else write(id, start, Promise.resolve(hold));
    return true;
  };

  return {
    session,
    drafts,
    begin: () => {
      void leave();
      const id = crypto.randomUUID();
      return write(id, { seq: 0, end: freshEnd(), drafts: EMPTY, whole: new Map(), lines: 0, length: 0 }, holdNow(locks, id));
    },
    read,
    follow,
    followed: (following, upTo, standing) => {
      session.value = { ...following, end: upTo };
      drafts.value = standing;
    },
    leave,
    isShowing: () => isShowing,
    touch: () => {
      changed = now();
    },
  };
}
