import type { Box, Size } from '../../../core/base/geometry.ts';
import type { Padding } from '../../../core/geo/bounds.ts';
import { paddingOf } from '../../../core/layout/map-fit.ts';

/** What lies over the map: its own buttons and words, and what its pane holds beside it. */
export function coveringElements(root: HTMLElement): readonly Element[] {
  const view = root.parentElement;
  const own = view?.querySelectorAll('.map-buttons, .map-attribution') ?? [];
  return [...own, ...[...(view?.parentElement?.children ?? [])].filter((element) => element !== view)];
}

/** The boxes of what lies over the map, in pixels of the map's element. */
export function coversOf(root: HTMLElement): readonly Box[] {
  const { left, top } = root.getBoundingClientRect();
  return coveringElements(root).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - left, y: y - top, width, height };
  });
}

/** Pixels between places and a cover, when all places are shown. */
const GAP = 12;

/** The padding that shows places beside what covers half of an edge or more; never more than a third of the map. */
export function paddingBeside(covers: readonly Box[], size: Size): Padding {
  const padding = { ...paddingOf(size) };
  for (const { x, y, width, height } of covers) {
    if (width > size.width / 2 && y > size.height / 2) padding.bottom = Math.max(padding.bottom, Math.min(size.height - y + GAP, size.height / 3));
    if (height > size.height / 2 && x > size.width / 2) padding.right = Math.max(padding.right, Math.min(size.width - x + GAP, size.width / 3));
  }
  return padding;
}
