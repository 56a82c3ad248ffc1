import type { RefObject } from 'preact';
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Store } from '../../store/store.ts';

/**
 * Brings the card of a newly selected event into view within `scope`, and the keyboard focus with it when the focus was there;
 * a card that folds around the focus keeps it.
 * The card may come to stand on the page later than the selection is made; it is followed once.
 */
export function useFollowSelection(store: Store, scope: RefObject<HTMLElement | null>): void {
  const followed = useRef<string>(undefined);
  const hadFocus = useRef(false);
  const { selected } = store.view.value;
  // Runs as soon as the selection is made: what had the focus then may be gone when the card is drawn.
  useSignalEffect(() => {
    if (store.view.value.selected === followed.current) return;
    hadFocus.current = scope.current?.contains(document.activeElement) === true;
  });
  useEffect(() => {
    if (selected === followed.current) return;
    const card = scope.current?.querySelector<HTMLElement>('.card[data-open="true"]');
    if (selected !== undefined && card?.dataset['event'] !== selected) return;
    const folded = selected === undefined ? cardOf(scope.current, followed.current) : undefined;
    followed.current = selected;
    card?.scrollIntoView({ block: 'nearest' });
    if (hadFocus.current) (card ?? folded)?.querySelector<HTMLElement>('.card-button')?.focus({ preventScroll: true });
  });
}

const cardOf = (scope: HTMLElement | null, id: string | undefined): HTMLElement | undefined =>
  [...(scope?.querySelectorAll<HTMLElement>('.card') ?? [])].find(({ dataset }) => dataset['event'] === id);
