import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { focusedBeside } from '../../platform/focused.ts';
import type { Store } from '../../store/store.ts';
import { bringIntoView } from './bring-into-view.ts';

/** Follows the selection with what is seen of the cards, and with the keyboard focus. */
export interface Following {
  /** How often the selected card was asked for beside the selections themselves; a list that holds it puts it on the page. */
  readonly asked: ReadonlySignal<number>;
  /** Puts the keyboard focus on the selected card, as soon as it stands on the page. */
  readonly focusSelected: () => void;
  /** Tells where the cards are. */
  readonly cardsIn: (scope: HTMLElement | null) => void;
  /** Tells what is selected, and whether the keyboard focus is where cards are: it counts when the selection is new. */
  readonly begin: (id: string | undefined, hasFocus: boolean) => void;
  /** Tells that the card of an event stands open on the page. */
  readonly opened: (id: string, card: HTMLElement) => void;
  /** Tells that a card that stays on the page has folded. */
  readonly folded: (card: HTMLElement) => void;
  /** Tells that something was pressed: the keyboard focus goes where the press puts it, and does not come back to a card. */
  readonly pressed: () => void;
}

const followings = new WeakMap<Store, Following>();

/** What follows the selection of a store. */
export function followingOf(store: Store): Following {
  const known = followings.get(store);
  if (known !== undefined) return known;
  const made = createFollowing(store);
  followings.set(store, made);
  return made;
}

function createFollowing(store: Store): Following {
  const asked = signal(0);
  let begun: string | undefined;
  let followed: string | undefined;
  let takesFocus = false;
  let place: HTMLElement | null = null;
  return {
    asked,
    focusSelected: () => {
      const { selected } = store.view.peek();
      // A selection of this very frame has not been followed yet, and would take this wish for its own.
      begun = selected;
      followed = undefined;
      takesFocus = true;
      asked.value += 1;
      for (const card of place?.querySelectorAll<HTMLElement>('.card[data-open="true"]') ?? []) {
        if (selected !== undefined && card.dataset['event'] === selected) open(selected, card);
      }
    },
    cardsIn: (scope) => {
      place = scope;
    },
    begin: (id, hasFocus) => {
      if (id === begun) return;
      begun = id;
      followed = undefined;
      takesFocus = hasFocus;
    },
    opened: open,
    folded: (card) => {
      if (!takesFocus || store.view.peek().selected !== undefined) return;
      takesFocus = false;
      buttonOf(card)?.focus({ preventScroll: true });
    },
    pressed: () => {
      takesFocus = false;
    },
  };

  /** Once for each selection: a card that is scrolled away and comes back is not followed again. */
  function open(id: string, card: HTMLElement): void {
    if (followed === id || store.view.peek().selected !== id) return;
    followed = id;
    bringIntoView(card);
    if (takesFocus) buttonOf(card)?.focus({ preventScroll: true });
    takesFocus = false;
  }
}

const buttonOf = (card: HTMLElement): HTMLElement | null => card.querySelector<HTMLElement>('.card-button');

/** Has the cards within `scope` follow the selection: into view, and with the keyboard focus where that is among them. */
export function useFollowSelection(store: Store, scope: RefObject<HTMLElement | null>): void {
  // Not an effect of a component, which waits until all is drawn: what has the focus when the selection is made may be gone by then.
  useEffect(() => {
    const following = followingOf(store);
    following.cardsIn(scope.current);
    const unfollow = effect(() => {
      following.begin(store.view.value.selected, scope.current?.contains(focusedBeside(scope.current)) === true);
    });
    document.addEventListener('pointerdown', following.pressed, { capture: true });
    return () => {
      unfollow();
      document.removeEventListener('pointerdown', following.pressed, { capture: true });
    };
  }, [store, scope]);
}
