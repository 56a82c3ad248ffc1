import type { Store } from '../store/store.ts';
import type { Disk } from './disk.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { openTabTalk } from './tab-talk.ts';
import { openWorkerDisk } from './worker-disk.ts';

/** Opens what is kept in this browser; `undefined` where it keeps nothing, or cannot tell which tab may write: as some private windows and pages without https. */
export async function openKeeper(navigator: Navigator, store: Store): Promise<Keeper | undefined> {
  // The types say that they are there; outside of secure contexts they are not.
  const { locks, storage } = navigator as Partial<Navigator>;
  if (locks === undefined) return undefined;
  const disk = (await openWorkerDisk()) ?? (await diskOfPage());
  if (disk === undefined) return undefined;
  const persist = (): void => void storage?.persist().catch(() => false);
  return createKeeper({ store, disk, locks, talk: openTabTalk(), now: () => Date.now(), persist });
}

/** The database alone, read and written by the page itself: where no worker can be started. */
async function diskOfPage(): Promise<Disk | undefined> {
  const [{ openDatabaseShelf }, { localDisk }] = await Promise.all([import('./database-shelf.ts'), import('./local-disk.ts')]);
  const shelf = await openDatabaseShelf().catch(() => undefined);
  return shelf && localDisk([shelf]);
}
