/** Code that the page fetches when it is first asked for, or ahead of that. */
export interface FetchedCode<M> {
  readonly load: () => Promise<M>;
  /** Fetches it, so that it is at hand when the network is not. Failing is no matter: it is tried again when it is asked for. */
  readonly prefetch: () => Promise<void>;
}

/** Code that `load` imports. */
export const fetchedCode = <M>(load: () => Promise<M>): FetchedCode<M> => ({
  load,
  prefetch: () =>
    load().then(
      () => undefined,
      () => undefined,
    ),
});
