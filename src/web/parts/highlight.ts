import type { Store } from '../store/store.ts';

/** The members that make an element show its event on timeline and map while it is under the pointer or holds the focus. */
export function hoverMembers(store: Store, id: string) {
  const hover = (): void => store.dispatch({ kind: 'hover', id });
  const leave = (): void => {
    if (store.view.peek().hovered === id) store.dispatch({ kind: 'hover', id: undefined });
  };
  return { onPointerEnter: hover, onPointerLeave: leave, onFocusIn: hover, onFocusOut: leave };
}
