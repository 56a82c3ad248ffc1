/** What tabs say to each other of a story. */
export type Saying =
  /** The disk has more of it: lines of its journal, or another snapshot. */
  | { readonly kind: 'written'; readonly story: string; readonly lines: readonly string[] }
  | { readonly kind: 'anew'; readonly story: string }
  /** A tab that follows asks to write it; the one that writes agrees by letting go of it, or refuses because not all is safe. */
  | { readonly kind: 'ask'; readonly story: string }
  | { readonly kind: 'refuse'; readonly story: string };

/** The line between the tabs of the page. */
export interface TabTalk {
  readonly say: (saying: Saying) => void;
  readonly onSaying: (listener: (saying: Saying) => void) => void;
}

/** Opens the line to the other tabs. */
export function openTabTalk(): TabTalk {
  const channel = new BroadcastChannel('dateline');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    say: (saying) => channel.postMessage(saying),
    onSaying: (listener) => channel.addEventListener('message', ({ data }: MessageEvent<Saying>) => listener(data)),
  };
}
