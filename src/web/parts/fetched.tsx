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

/** From so many milliseconds without work on, a page is at rest. */
const REST_MS = 2000;

/**
 * Fetches components when the page has come to rest after its first picture, so that they open without a network too; what is asked for before
 * that comes first. Returns what gives that up.
 */
export function prefetchAtRest(components: readonly Pick<Fetched<object>, 'prefetch'>[]): () => void {
  let stop: (() => void) | undefined;
  let isWanted = true;
  const fetchAtRest = (): void => {
    if (!isWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unfollow = isQuiet.subscribe((quiet) => {
      clearTimeout(timer);
      if (quiet) timer = setTimeout(fetch, REST_MS);
    });
    stop = () => {
      clearTimeout(timer);
      unfollow();
    };
  };
  const fetch = (): void => {
    stop?.();
    // Without a network nothing is to be had that is not kept already.
    if (navigator.onLine) for (const { prefetch } of components) void prefetch();
  };
  void firstPicture.then(fetchAtRest);
  return () => {
    isWanted = false;
    stop?.();
  };
}
