import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { unreachable } from '../../core/base/result.ts';
import { chainOf, draftsAfter } from '../../core/keep/journal.ts';
import { decodeChange } from '../../core/keep/kept-change.ts';
import { editingOf } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import type { Following, PresentStory, Writing } from './present-story.ts';
import type { Saying, TabTalk } from './tab-talk.ts';

/** Where another tab stands that was asked to let go of the story. */
export type Asking = 'no' | 'asked' | 'refused' | 'silent';

/** What several tabs have to say to each other of one story. */
export interface Sharing {
  readonly asking: ReadonlySignal<Asking>;
  /** Asks the tab that writes the open story to let this one. */
  readonly editHere: () => void;
}

interface SharingOptions {
  readonly store: Store;
  readonly story: PresentStory;
  readonly talk: TabTalk;
  /** Takes down what is being typed, before the story is let go. */
  readonly flush: () => void;
}

/** So long a tab may take to answer. */
const ANSWER_MS = 3000;

/** Follows what another tab writes of the open story, and lets go of it when another tab asks. */
export function shareStory({ store, story, talk, flush }: SharingOptions): Sharing {
  const editing = editingOf(store);
  const asking = signal<Asking>('no');

  const receive = (following: Following, lines: readonly string[]): void => {
    const chain = chainOf(lines, following.end);
    const last = chain.at(-1);
    if (last === undefined || chain.length < lines.length) {
      void story.read(following.id, undefined, 'present');
      return;
    }
    story.followed(following, last.sum, draftsAfter(story.drafts.peek(), chain.map(({ entry }) => entry)));
    for (const { entry } of chain) if (entry.kind === 'change') editing.follow(decodeChange(store.opened.peek().dataset, entry.change));
  };
  const letGo = async (writing: Writing): Promise<void> => {
    const { id, log, hold } = writing;
    flush();
    const isSafe = await log.settled();
    // Another story may have been opened meanwhile: then this one is let go by its leaving.
    if (story.session.peek() !== writing) return;
    if (!isSafe) {
      talk.say({ kind: 'refuse', story: id });
      return;
    }
    log.close();
    story.follow(id, log.end());
    (await hold)?.release();
  };
  const hear = (saying: Saying): void => {
    const { value: present } = story.session;
    if (present.kind === 'none' || present.id !== saying.story) return;
    switch (saying.kind) {
      case 'written':
        if (present.kind === 'following') receive(present, saying.lines);
        return;
      case 'anew':
        if (present.kind === 'following') void story.read(present.id, undefined, 'present');
        return;
      case 'ask':
        if (present.kind === 'writing') void letGo(present);
        return;
      case 'refuse':
        if (asking.peek() === 'asked') asking.value = 'refused';
        return;
      default:
        unreachable(saying);
    }
  };
  talk.onSaying(hear);

  effect(() => {
    const isFollowing = story.session.value.kind === 'following';
    editing.isElsewhere.value = isFollowing;
    if (!isFollowing) asking.value = 'no';
  });
  effect(() => {
    if (asking.value !== 'asked') return undefined;
    const timer = setTimeout(() => {
      asking.value = 'silent';
    }, ANSWER_MS);
    return () => clearTimeout(timer);
  });

  return {
    asking,
    editHere: () => {
      const { value: present } = story.session;
      if (present.kind !== 'following') return;
      asking.value = 'asked';
      talk.say({ kind: 'ask', story: present.id });
    },
  };
}
