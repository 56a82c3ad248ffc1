/** The right to write a story, which one tab has at a time. It ends with the tab. */
export interface Hold {
  readonly release: () => void;
}

const lockName = (story: string): string => `dateline:${story}`;

/** Takes the right to write a story at once; `undefined` when another tab has it. */
export const holdNow = (locks: LockManager, story: string): Promise<Hold | undefined> => held(locks, story, { ifAvailable: true });

/** Waits for the right to write a story, until nobody has it; `undefined` when the waiting is given up. */
export const holdWhenFree = (locks: LockManager, story: string, signal: AbortSignal): Promise<Hold | undefined> => held(locks, story, { signal });

/** Whether some tab may write a story. */
export async function isHeld(locks: LockManager, story: string): Promise<boolean> {
  const { held: all } = await locks.query();
  return all?.some(({ name }) => name === lockName(story)) === true;
}

/** A lock is held as long as the promise of its callback is pending (https://www.w3.org/TR/web-locks/). */
function held(locks: LockManager, story: string, options: LockOptions): Promise<Hold | undefined> {
  return new Promise((resolve) => {
    const hold = (lock: Lock | null): Promise<void> =>
      new Promise((release) => {
        if (lock === null) release();
        resolve(lock === null ? undefined : { release });
      });
    locks.request(lockName(story), options, hold).catch(() => resolve(undefined));
  });
}
