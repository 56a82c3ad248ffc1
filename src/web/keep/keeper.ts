import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { changeOf } from '../../core/edit/change-of.ts';
import type { Change } from '../../core/edit/change.ts';
import { withStoryMembers } from '../../core/edit/with-members.ts';
import { chainOf, draftsAfter, type About } from '../../core/keep/journal.ts';
import { decodeChange, encodeChange } from '../../core/keep/kept-change.ts';
import type { ViewState } from '../../core/view/view-state.ts';
import { editingOf } from '../store/history.ts';
import type { Opened, Store } from '../store/store.ts';
import { draftWriting } from './draft-writing.ts';
import { bodyOfDataset, openedOf } from './kept-dataset.ts';
import { createLibrary, type Library } from './library.ts';
import { holdNow, holdWhenFree, isHeld, type Hold } from './one-writer.ts';
import { listStories, recoverStory, type KeptStory, type Recovered } from './recover.ts';
import type { Shelf } from './shelf.ts';
import { createStoryLog, freshEnd, type LogStart, type Safety, type StoryLog } from './story-log.ts';
import type { Saying, TabTalk } from './tab-talk.ts';

/** How the open story is kept: as safe as its log has it, or `read-only` where another tab writes it. */
export type KeepState = Safety | 'read-only';

/** Where another tab stands that was asked to let go of the story. */
export type Asking = 'no' | 'asked' | 'refused' | 'silent';

/** Keeps what a person does to the open story, and brings it back. */
export interface Keeper {
  readonly state: ReadonlySignal<KeepState>;
  /** The id under which the open story is kept; `undefined` as long as nothing was done to it. */
  readonly kept: ReadonlySignal<string | undefined>;
  /** Takes down what stands in an open form, as it is typed; nothing when the form is closed. */
  readonly draft: (form: string, text: string | undefined) => void;
  /** What stood in forms that were open when the story was last left. */
  readonly drafts: ReadonlySignal<ReadonlyMap<string, string>>;
  /** The story that was last worked on, when the page came to another one; gone when it is dismissed or opened. */
  readonly offer: ReadonlySignal<KeptStory | undefined>;
  readonly dismissOffer: () => void;
  /** Opens a kept story; tells whether there is one that can be opened. */
  readonly open: (id: string, view?: ViewState) => Promise<boolean>;
  /** Keeps the open story even though nothing was done to it. */
  readonly keep: () => void;
  /** Whether another tab was asked to let this one write. */
  readonly asking: ReadonlySignal<Asking>;
  readonly editHere: () => void;
  /** Writes again what could not be written. */
  readonly retry: () => void;
  readonly library: Library;
}

/** What a keeper works with. */
export interface KeeperOptions {
  readonly store: Store;
  readonly shelves: readonly Shelf[];
  readonly locks: LockManager;
  readonly talk: TabTalk;
  /** UTC milliseconds since 1970. */
  readonly now: () => number;
  /** Asks the browser not to clear what is kept. */
  readonly persist: () => void;
}

/** How the open story stands to what is kept. */
type Session =
  | { readonly kind: 'none' }
  | Writing
  | Following;

interface Writing {
  readonly kind: 'writing';
  readonly id: string;
  readonly log: StoryLog;
  readonly hold: Promise<Hold | undefined>;
  /** The story as it is now, whatever else the page opens. */
  readonly present: { opened: Opened };
}

interface Following {
  readonly kind: 'following';
  readonly id: string;
  /** The end of what has been read of it. */
  readonly end: string;
  /** Ends the waiting for the right to write it. */
  readonly waiting: AbortController;
}

/** How a story is to be seen: as given, as the present one is, or as one sees it first. */
type Seen = ViewState | 'present' | 'first';

/** How often it is looked whether a story that was left has been written at last. */
const LOOK_MS = 2000;

/** So long a tab may take to answer. */
const ANSWER_MS = 3000;

const NONE: Session = { kind: 'none' };
const EMPTY: ReadonlyMap<string, string> = new Map();

/** Makes the keeper of a page. */
export function createKeeper({ store, shelves, locks, talk, now, persist }: KeeperOptions): Keeper {
  const editing = editingOf(store);
  const session = signal<Session>(NONE);
  const drafts = signal(EMPTY);
  const offer = signal<KeptStory | undefined>(undefined);
  const asking = signal<Asking>('no');
  /** Whether the keeper itself opens something: no change to be kept. */
  let isOwn = false;
  let readings = 0;
  let changed = now();
  let isPersistent = false;

  const show = (opened: Opened, seen: Seen): void => {
    isOwn = true;
    if (seen === 'first') store.open(opened);
    else store.open(opened, seen === 'present' ? store.view.peek() : seen);
    isOwn = false;
  };

  const write = (id: string, start: LogStart, hold: Promise<Hold | undefined>): Writing => {
    const present = { opened: store.opened.peek() };
    const about = (): About => {
      const { story, size } = present.opened.dataset;
      return { title: story.title, events: size, changed };
    };
    const whole = () => {
      const { dataset, fileName } = present.opened;
      return { fileName, body: () => bodyOfDataset(dataset) };
    };
    const onWritten = (what: readonly string[] | 'anew'): void =>
      talk.say(what === 'anew' ? { kind: 'anew', story: id } : { kind: 'written', story: id, lines: what });
    const writing: Writing = { kind: 'writing', id, log: createStoryLog({ story: id, shelves, start, about, whole, onWritten }), hold, present };
    session.value = writing;
    return writing;
  };
  /** Begins to keep the open story, as one of its own. */
  const begin = (): Writing => {
    void leave();
    const id = crypto.randomUUID();
    return write(id, { seq: 0, end: freshEnd(), drafts: EMPTY, whole: new Map(), lines: 0 }, holdNow(locks, id));
  };
  /** What writes the open story; begins to keep it where nothing does. */
  const writingNow = (): Writing => {
    const { value: present } = session;
    if (!isPersistent) persist();
    isPersistent = true;
    offer.value = undefined;
    changed = now();
    return present.kind === 'writing' ? present : begin();
  };
  const typing = draftWriting((form, text) => {
    if (session.peek().kind === 'following') return;
    writingNow().log.append(text === undefined ? { kind: 'draft', form } : { kind: 'draft', form, text });
  });

  /** Lets the present story go, as soon as all of it is written. */
  const leave = async (): Promise<void> => {
    const { value: left } = session;
    if (left.kind === 'writing') typing.flush();
    readings += 1;
    session.value = NONE;
    asking.value = 'no';
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

  editing.onChange((change: Change | 'replaced') => {
    if (isOwn) return;
    if (change === 'replaced' && editing.lastDeed.peek() === undefined) {
      void leave();
      return;
    }
    const before = session.peek();
    const writing = writingNow();
    writing.present.opened = store.opened.peek();
    // What has just begun to be kept is written whole.
    if (writing !== before) return;
    if (change === 'replaced') writing.log.anew();
    else writing.log.append({ kind: 'change', change: encodeChange(change) });
  });

  const endOf = ({ head, lines }: Recovered): string => lines.at(-1)?.sum ?? head.end;

  const follow = (id: string, end: string): void => {
    const waiting = new AbortController();
    session.value = { kind: 'following', id, end, waiting };
    void takeOver(id, waiting);
  };
  /** Writes a story that is followed, as soon as no other tab does. */
  const takeOver = async (id: string, waiting: AbortController): Promise<void> => {
    const hold = await holdWhenFree(locks, id, waiting.signal);
    const { value: present } = session;
    const isWanted = present.kind === 'following' && present.waiting === waiting;
    if (hold !== undefined && !(isWanted && (await read(id, hold, 'present')))) hold.release();
  };

  /** Shows a kept story as the disk has it: to be written with a hold, else to be followed. */
  const read = async (id: string, hold: Hold | undefined, seen: Seen): Promise<boolean> => {
    readings += 1;
    const reading = readings;
    const { value: before } = session;
    const recovered = await recoverStory(shelves, id);
    if (recovered === undefined) return false;
    const { value: present } = session;
    // More of it has come meanwhile than was read.
    if (present !== before && present.kind === 'following' && present.id === id) return read(id, hold, seen);
    const isShown = present.kind === 'following' && present.id === id && present.end === endOf(recovered);
    const opened = isShown ? undefined : await openedOf(recovered);
    if (reading !== readings || (opened === undefined && !isShown)) return false;
    const { start, head, lines } = recovered;
    void leave();
    changed = lines.at(-1)?.about.changed ?? head.about.changed;
    if (opened !== undefined) show(opened, seen);
    drafts.value = start.drafts;
    offer.value = undefined;
    if (hold === undefined) follow(id, endOf(recovered));
    else write(id, start, Promise.resolve(hold));
    return true;
  };

  const open = async (id: string, view?: ViewState): Promise<boolean> => {
    const { value: present } = session;
    if (present.kind !== 'none' && present.id === id) return true;
    const hold = await holdNow(locks, id);
    const isShown = await read(id, hold, view ?? 'first').catch(() => false);
    if (!isShown) hold?.release();
    return isShown;
  };

  const hear = (saying: Saying): void => {
    const { value: present } = session;
    if (present.kind === 'none' || present.id !== saying.story) return;
    switch (saying.kind) {
      case 'written':
        if (present.kind === 'following') receive(present, saying.lines);
        return;
      case 'anew':
        if (present.kind === 'following') void read(present.id, undefined, 'present');
        return;
      case 'ask':
        if (present.kind === 'writing') void letGo(present);
        return;
      case 'refuse':
        if (asking.peek() === 'asked') asking.value = 'refused';
    }
  };
  const receive = (following: Following, lines: readonly string[]): void => {
    const chain = chainOf(lines, following.end);
    const last = chain.at(-1);
    if (last === undefined || chain.length < lines.length) {
      void read(following.id, undefined, 'present');
      return;
    }
    session.value = { ...following, end: last.sum };
    drafts.value = draftsAfter(drafts.peek(), chain.map(({ entry }) => entry));
    for (const { entry } of chain) if (entry.kind === 'change') editing.follow(decodeChange(store.opened.peek().dataset, entry.change));
  };
  const letGo = async (writing: Writing): Promise<void> => {
    typing.flush();
    if (!(await writing.log.settled())) {
      talk.say({ kind: 'refuse', story: writing.id });
      return;
    }
    writing.log.close();
    follow(writing.id, writing.log.end());
    (await writing.hold)?.release();
  };
  talk.onSaying(hear);

  effect(() => {
    editing.isReadOnly.value = session.value.kind === 'following';
  });
  effect(() => {
    if (asking.value !== 'asked') return undefined;
    const timer = setTimeout(() => {
      asking.value = 'silent';
    }, ANSWER_MS);
    return () => clearTimeout(timer);
  });

  const lookForOffer = async (): Promise<void> => {
    for (const story of await listStories(shelves)) {
      if (story.isDeleted || (await isHeld(locks, story.id))) continue;
      if (session.peek().kind === 'none') offer.value = story;
      return;
    }
  };
  void lookForOffer();

  return {
    state: computed(() => {
      const { value: present } = session;
      if (present.kind === 'following') return 'read-only';
      const safety = present.kind === 'writing' ? present.log.state.value : 'saved';
      return safety === 'saved' && typing.isWaiting.value ? 'saving' : safety;
    }),
    kept: computed(() => (session.value.kind === 'none' ? undefined : session.value.id)),
    draft: typing.write,
    drafts,
    offer,
    dismissOffer: () => {
      offer.value = undefined;
    },
    open,
    keep: () => {
      if (session.peek().kind === 'none') writingNow();
    },
    asking,
    editHere: () => {
      const { value: present } = session;
      if (present.kind !== 'following') return;
      asking.value = 'asked';
      talk.say({ kind: 'ask', story: present.id });
    },
    retry: () => {
      const { value: present } = session;
      if (present.kind === 'writing') present.log.retry();
    },
    library: createLibrary({
      shelves,
      locks,
      now,
      renameHere: (id, title) => {
        const { value: present } = session;
        if (present.kind !== 'writing' || present.id !== id) return false;
        const { dataset } = store.opened.peek();
        editing.apply(changeOf(dataset, 'story', { story: withStoryMembers(dataset.story, { title }) }));
        return true;
      },
      letGo: async (id) => {
        const { value: present } = session;
        if (offer.peek()?.id === id) offer.value = undefined;
        if (present.kind === 'writing' && present.id === id) await leave();
      },
    }),
  };
}
