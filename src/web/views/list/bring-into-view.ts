import { scrollerOf } from './viewport.ts';

/**
 * Scrolls no further than needed for a card to be seen. In an element with a tree of its own, which stands in a page of somebody else's, that page
 * stays where it is.
 */
export function bringIntoView(card: HTMLElement): void {
  if (card.getRootNode() instanceof Document) {
    card.scrollIntoView({ block: 'nearest' });
    return;
  }
  const scroller = scrollerOf(card);
  if (scroller === card.ownerDocument.scrollingElement) return;
  const { top, bottom } = card.getBoundingClientRect();
  const edge = scroller.getBoundingClientRect().top;
  const [upper, lower] = [edge + Number.parseFloat(getComputedStyle(card).scrollMarginBlockStart), edge + scroller.clientHeight];
  if (top < upper || bottom - top > lower - upper) scroller.scrollTop += top - upper;
  else if (bottom > lower) scroller.scrollTop += bottom - lower;
}
