/** Puts the keyboard focus on the region around an element that is about to leave the page, so that the next Tab goes on from there. */
export function focusRegionOf(element: Element): void {
  element.closest<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
}
