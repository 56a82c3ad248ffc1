import { effect } from '@preact/signals';
import type { Keeper } from '../keep/keeper.ts';
import { setKeeping } from '../keep/keeping.ts';
import { fetchedCode } from '../platform/fetched-code.ts';
import type { Store } from '../store/store.ts';

/** What keeps stories in this browser: no picture needs it, but that of a story that is kept. */
const KEEPING = fetchedCode(() => import('../keep/open-keeper.ts'));

/**
 * Makes the keeper of a page when it is first asked for; resolves to `undefined` where the browser keeps nothing, or its code cannot be
 * fetched. `name` is told under which id the open story is kept.
 */
export function keeperOnce(window: Window, store: Store, name: (id: string) => void): () => Promise<Keeper | undefined> {
  let made: Promise<Keeper | undefined> | undefined;
  const make = async (): Promise<Keeper | undefined> => {
    const { openKeeper } = await KEEPING.load();
    const keeper = await openKeeper(window.navigator, store);
    setKeeping(store, keeper ?? 'off');
    if (keeper === undefined) return undefined;
    effect(() => {
      const { value: id } = keeper.kept;
      if (id !== undefined) name(id);
    });
    warnBeforeLeaving(window, keeper);
    return keeper;
  };
  return () => (made ??= make().catch(() => undefined));
}

/** Lets the browser ask whether the page is to be left, as long as something is not on the disk. */
function warnBeforeLeaving(window: Window, { state }: Keeper): void {
  const warn = (leaving: BeforeUnloadEvent): void => leaving.preventDefault();
  effect(() => {
    const { value: safety } = state;
    if (safety === 'saved' || safety === 'read-only') return undefined;
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  });
}
