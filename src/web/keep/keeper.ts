import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { changeOf } from '../../core/edit/change-of.ts';
import type { Change } from '../../core/edit/change.ts';
import { withStoryMembers } from '../../core/edit/with-members.ts';
import { encodeChange } from '../../core/keep/kept-change.ts';
import type { ViewState } from '../../core/view/view-state.ts';
import { editingOf } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import type { Disk, KeptStory } from './disk.ts';
import { draftWriting } from './draft-writing.ts';
import { createLibrary, type Library } from './library.ts';
import { holdNow, isHeld } from './one-writer.ts';
import { presentStory, type Writing } from './present-story.ts';
import { shareStory, type Asking } from './share-story.ts';
import type { Safety } from './story-log.ts';
import type { TabTalk } from './tab-talk.ts';

/** How the open story is kept: as safe as its log has it, or `read-only` where another tab writes it. */
export type KeepState = Safety | 'read-only';

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
  /** Opens a kept story, unless the signal ends that before it has come; tells whether there is one that can be opened. */
  readonly open: (id: string, view?: ViewState, signal?: AbortSignal) => Promise<boolean>;
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
  readonly disk: Disk;
  readonly locks: LockManager;
  readonly talk: TabTalk;
  /** UTC milliseconds since 1970. */
  readonly now: () => number;
  /** Asks the browser not to clear what is kept. */
  readonly persist: () => void;
}

/** Makes the keeper of a page. */
export function createKeeper({ store, disk, locks, talk, now, persist }: KeeperOptions): Keeper {
  const editing = editingOf(store);
  const offer = signal<KeptStory | undefined>(undefined);
  let isPersistent = false;

  const typing = draftWriting((form, text) => {
    if (story.session.peek().kind === 'following') return;
    writingNow().log.append(text === undefined ? { kind: 'draft', form } : { kind: 'draft', form, text });
  });
  const { flush } = typing;
  const story = presentStory({ store, disk, locks, talk, now, flush });
  const { session } = story;
  const { asking, editHere } = shareStory({ store, story, talk, flush });

  /** What writes the open story; begins to keep it where nothing does. */
  const writingNow = (): Writing => {
    const { value: present } = session;
    if (!isPersistent) persist();
    isPersistent = true;
    story.touch();
    return present.kind === 'writing' ? present : story.begin();
  };
  editing.onChange((change: Change | 'replaced') => {
    if (story.isShowing()) return;
    if (change === 'replaced' && editing.lastDeed.peek() === undefined) {
      void story.leave();
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

  const lookForOffer = async (): Promise<void> => {
    for (const kept of await disk.list()) {
      if (kept.isDeleted || (await isHeld(locks, kept.id))) continue;
      if (session.peek().kind === 'none') offer.value = kept;
      return;
    }
  };
  // Where the disk cannot be read, nothing is offered.
  lookForOffer().catch(() => undefined);
  effect(() => {
    if (session.value.kind !== 'none') offer.value = undefined;
  });

  return {
    state: computed(() => {
      const { value: present } = session;
      if (present.kind === 'following') return 'read-only';
      const safety = present.kind === 'writing' ? present.log.state.value : 'saved';
      return safety === 'saved' && typing.isWaiting.value ? 'saving' : safety;
    }),
    kept: computed(() => (session.value.kind === 'none' ? undefined : session.value.id)),
    draft: typing.write,
    drafts: story.drafts,
    offer,
    dismissOffer: () => {
      offer.value = undefined;
    },
    open: async (id, view, signal) => {
      const { value: present } = session;
      if (present.kind !== 'none' && present.id === id) return true;
      const hold = await holdNow(locks, id);
      const isShown = signal?.aborted !== true && (await story.read(id, hold, view ?? 'first', signal).catch(() => false));
      if (!isShown) hold?.release();
      return isShown;
    },
    keep: () => {
      if (session.peek().kind === 'none') writingNow();
    },
    asking,
    editHere,
    retry: () => {
      const { value: present } = session;
      if (present.kind === 'writing') present.log.retry();
    },
    library: createLibrary({
      disk,
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
        if (present.kind === 'writing' && present.id === id) await story.leave();
      },
    }),
  };
}
