import { signal, type ReadonlySignal } from '@preact/signals';

/** From this width in pixels on there is room on the map for an unfolded legend. */
const ROOMY = 1181;

/** Follows how much room an element has. */
export function followRoom(root: HTMLElement): { readonly isRoomy: ReadonlySignal<boolean>; readonly stop: () => void } {
  const isRoomy = signal(root.clientWidth >= ROOMY);
  const observer = new ResizeObserver(() => {
    isRoomy.value = root.clientWidth >= ROOMY;
  });
  observer.observe(root);
  return { isRoomy, stop: () => observer.disconnect() };
}
