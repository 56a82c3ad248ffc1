import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { isQuiet, whileBusy } from '../platform/busy.ts';
import { firstPicture } from '../platform/first-picture.ts';

/** A component that the page fetches apart from itself: when it is first shown, or ahead of that. */
export interface Fetched<P> {
  /** Shows the component as soon as it is there; `onFail` is called when it cannot be had. */
  readonly Show: ComponentType<P & { readonly onFail: () => void }>;
  /** Fetches it, so that it is at hand when the network is not. Failing is no matter: it is tried again when it is shown. */
  readonly prefetch: () => Promise<void>;
}

/** A component whose code is imported by `load`. */
export function fetched<P extends object>(load: () => Promise<ComponentType<P>>): Fetched<P> {
  const arrived = signal<ComponentType<P> | undefined>(undefined);
  const fetch = async (): Promise<void> => {
    if (arrived.peek() !== undefined) return;
    const Component = await whileBusy(load());
    arrived.value = Component;
  };
  return {
    prefetch: () => fetch().catch(() => undefined),
    Show: ({ onFail, ...props }) => {
      const Component = arrived.value;
      useEffect(() => {
        fetch().catch(onFail);
      }, []);
      // What is left of the properties is what the component asks for.
      return Component === undefined ? null : <Component {...(props as unknown as P)} />;
    },
  };
}

/**
 * Fetches components when nothing else is on its way, so that they open without a network too; what the first picture leaves to be fetched
 * comes before them. Returns what gives that up.
 */
export function prefetchAtRest(components: readonly Pick<Fetched<object>, 'prefetch'>[]): () => void {
  let isWanted = true;
  const fetchAtRest = (): void => {
    const stop = isQuiet.subscribe((quiet) => {
      if (!quiet && isWanted) return;
      queueMicrotask(() => stop());
      if (isWanted) for (const { prefetch } of components) void prefetch();
    });
  };
  void firstPicture.then(fetchAtRest);
  return () => {
    isWanted = false;
  };
}
