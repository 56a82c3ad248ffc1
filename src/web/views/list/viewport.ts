/** What is seen of an element through whatever scrolls it, in pixels. */
export interface Viewport {
  /** How much of the element lies above the upper edge of what is seen; negative where it begins below it. */
  readonly top: number;
  readonly height: number;
  /** Where the upper edge lies on the screen. */
  readonly edge: number;
}

/** What scrolls an element: the nearest box around it that scrolls, or the page. */
export function scrollerOf(element: Element): Element {
  const page = element.ownerDocument.scrollingElement ?? element.ownerDocument.documentElement;
  for (let box = element.parentElement; box !== null && box !== page; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    if (overflowY === 'auto' || overflowY === 'scroll') return box;
  }
  return page;
}

/** What is seen of an element. Nothing, at a height of 0, while it is not shown. */
export function viewportOf(element: Element, scroller: Element): Viewport {
  const { top } = element.getBoundingClientRect();
  const isPage = scroller === element.ownerDocument.scrollingElement;
  const edge = isPage ? 0 : scroller.getBoundingClientRect().top;
  const height = element.getClientRects().length === 0 ? 0 : scroller.clientHeight;
  return { top: edge - top, height, edge };
}
