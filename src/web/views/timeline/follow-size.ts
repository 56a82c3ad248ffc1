import type { Size } from '../../../core/base/geometry.ts';

/** Follows the size of an element in whole pixels; `onSize` is not called while it is hidden. Returns what stops following. */
export function followSize(element: HTMLElement, onSize: (size: Size) => void): () => void {
  const sizes = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element;
    if (width > 0 && height > 0) onSize({ width, height });
  });
  sizes.observe(element);
  return () => sizes.disconnect();
}
