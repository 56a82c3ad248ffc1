import type { Saying, TabTalk } from '../../src/web/keep/tab-talk.ts';

type Callback = (lock: Lock | null) => Promise<unknown>;

/** The locks of a browser in memory: exclusive ones, given in the order of asking. */
export function memoryLocks(): LockManager {
  const held = new Set<string>();
  const waiting: { readonly name: string; readonly grant: () => void }[] = [];
  const free = (name: string): void => {
    held.delete(name);
    const next = waiting.findIndex((each) => each.name === name);
    if (next >= 0) waiting.splice(next, 1)[0]?.grant();
  };
  const give = async (name: string, callback: Callback): Promise<unknown> => {
    held.add(name);
    try {
      return await callback({ name, mode: 'exclusive' });
    } finally {
      free(name);
    }
  };
  const request = async (name: string, options: LockOptions, callback: Callback): Promise<unknown> => {
    await Promise.resolve();
    if (!held.has(name)) return give(name, callback);
    if (options.ifAvailable === true) return callback(null);
    await new Promise<void>((resolve, reject) => {
      const place = { name, grant: resolve };
      waiting.push(place);
      options.signal?.addEventListener('abort', () => {
        const at = waiting.indexOf(place);
        if (at >= 0) waiting.splice(at, 1);
        reject(new DOMException('given up', 'AbortError'));
      });
    });
    return give(name, callback);
  };
  const query = () => Promise.resolve({ held: [...held].map((name) => ({ name, mode: 'exclusive' as const, clientId: '' })), pending: [] });
  return { request, query } as unknown as LockManager;
}

/** A line between tabs in memory: what one says all others hear. */
export function memoryTalk(): () => TabTalk {
  const tabs = new Set<(saying: Saying) => void>();
  return () => {
    let own: ((saying: Saying) => void) | undefined;
    return {
      say: (saying) => {
        for (const hear of tabs) if (hear !== own) queueMicrotask(() => hear(structuredClone(saying)));
      },
      onSaying: (listener) => {
        own = listener;
        tabs.add(listener);
      },
    };
  };
}
