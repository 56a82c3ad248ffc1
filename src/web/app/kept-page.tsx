import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { startAfterFirstPicture } from '../platform/first-picture.ts';
import type { Store } from '../store/store.ts';

/** Keeps the page on the machine and tells of newer versions, from when the first picture stands. */
export function KeptPage({ store }: { readonly store: Store }) {
  const [Bar, show] = useState<ComponentType<{ readonly store: Store }>>();
  useEffect(
    () =>
      startAfterFirstPicture(
        () => import('../offline/version-bar.tsx'),
        ({ VersionBar, startKeepingPage }) => {
          show(() => VersionBar);
          return startKeepingPage(window);
        },
      ),
    [],
  );
  return Bar === undefined ? null : <Bar store={store} />;
}
