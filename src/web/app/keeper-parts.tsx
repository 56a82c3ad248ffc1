import { keepingOf } from '../keep/keeping.ts';
import { fetched } from '../parts/fetched.tsx';
import type { Store } from '../store/store.ts';

const SIGN = fetched(() => import('./keeper-sign.tsx').then(({ KeeperSign }) => KeeperSign));
const BAR = fetched(() => import('./keeper-bar.tsx').then(({ KeeperBar }) => KeeperBar));

const nothing = (): void => undefined;

/** Whether the open story is saved: shown once the keeper is there. */
export function KeeperSign({ store }: { readonly store: Store }) {
  return keepingOf(store).value === undefined ? null : <SIGN.Show store={store} onFail={nothing} />;
}

interface KeeperBarProps {
  readonly store: Store;
  readonly onOpen: (id: string) => void;
  readonly onDownload: () => void;
  readonly onStories: () => void;
}

/** What is to be known of how the open story is kept: shown once the keeper is there. */
export function KeeperBar(props: KeeperBarProps) {
  return keepingOf(props.store).value === undefined ? null : <BAR.Show {...props} onFail={nothing} />;
}
