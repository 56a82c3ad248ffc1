import type { Store } from '../store/store.ts';
import { openDatabaseShelf } from './database-shelf.ts';
import { openFileShelf } from './file-shelf.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { openTabTalk } from './tab-talk.ts';

/** Opens what is kept in this browser; `undefined` where it keeps nothing, or cannot tell which tab may write: as some private windows and pages without https. */
export async function openKeeper(navigator: Navigator, store: Store): Promise<Keeper | undefined> {
  // The types say that they are there; outside of secure contexts they are not.
  const { locks, storage } = navigator as Partial<Navigator>;
  const opened = await Promise.allSettled([openDatabaseShelf(), openFileShelf()]);
  const shelves = opened.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  if (locks === undefined || shelves.length === 0) return undefined;
  const persist = (): void => void storage?.persist().catch(() => false);
  return createKeeper({ store, shelves, locks, talk: openTabTalk(), now: () => Date.now(), persist });
}
