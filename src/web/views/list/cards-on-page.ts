import type { EventNumber } from '../../../core/model/event.ts';
import { focusedBeside } from '../../platform/focused.ts';
import { BEYOND } from './virtual.ts';

/*
 * Entries on the page are elements that have their row in `data-row`; the open one has `data-open`, those kept for the focus alone `data-apart`.
 */

/** The entry that holds its place on the screen while the list changes around it, and how far below the upper edge it stands. */
export interface Anchor {
  readonly row: EventNumber;
  readonly at: number;
}

const cardsIn = (root: HTMLElement): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-row]:not([data-apart])')];

const rowOfCard = (card: HTMLElement): EventNumber => Number(card.dataset['row']);

/** The entry of a row. */
export const cardIn = (root: HTMLElement, row: EventNumber): HTMLElement | undefined => cardsIn(root).find((card) => rowOfCard(card) === row);

/** The entry of a list that has the keyboard focus. */
export function focusedRow(root: HTMLElement | null): EventNumber | undefined {
  const focused = focusedBeside(root);
  const card = root?.contains(focused) === true ? focused?.closest<HTMLElement>('[data-row]') : undefined;
  return card instanceof HTMLElement ? rowOfCard(card) : undefined;
}

/** The open entry where it is in view, or else the first that is: it keeps its place. */
export function anchorIn(root: HTMLElement | null, edge: number, height: number): Anchor | undefined {
  const inView = (root === null ? [] : cardsIn(root)).flatMap((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return bottom > edge && top < edge + height ? [{ row: rowOfCard(card), at: top - edge, isOpen: card.dataset['open'] === 'true' }] : [];
  });
  return inView.find(({ isOpen }) => isOpen) ?? inView[0];
}

/** Height of a folded entry on average, headings shared out; `undefined` where too few stand on the page to tell. */
export function averageIn(root: HTMLElement, before: number): number | undefined {
  const cards = cardsIn(root);
  const folded = cards.filter(({ dataset }) => dataset['open'] !== 'true');
  const last = cards.at(-1);
  if (folded.length < 2 * BEYOND || last === undefined) return undefined;
  const height = last.getBoundingClientRect().bottom - root.getBoundingClientRect().top - before;
  const unfolded = cards.filter((card) => !folded.includes(card)).reduce((sum, card) => sum + card.offsetHeight, 0);
  return Math.max((height - unfolded) / folded.length, 1);
}

/** Leaves room for what is not on the page, in pixels. */
export function setSpace({ style }: HTMLElement, before: number, after: number): void {
  style.paddingBlock = `${before}px ${after}px`;
}
