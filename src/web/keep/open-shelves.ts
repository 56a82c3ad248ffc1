import type { Shelf } from './shelf.ts';

/** Opens shelves: those that the browser has. */
export async function openedShelves(open: readonly (() => Promise<Shelf>)[]): Promise<readonly Shelf[]> {
  const outcomes = await Promise.allSettled(open.map((each) => each()));
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}
