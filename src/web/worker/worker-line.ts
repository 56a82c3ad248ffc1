/** A worker that has started, what is asked of it, and what it tells. */
export interface WorkerLine<Asked, Told> {
  /** Sends an order, and hands over blocks of memory with it. */
  readonly order: (order: Asked, handedOver: readonly ArrayBuffer[]) => void;
  /** Calls back with every report, and with `undefined` when the worker cannot go on. */
  readonly onReport: (callback: (report: Told | undefined) => void) => void;
  /** Ends the worker and gives back all its memory. */
  readonly end: () => void;
}

/**
 * Starts the worker whose code lies at an address, for which the page has a policy of trusted addresses; `undefined` where the browser has none
 * or refuses to load it.
 */
export async function startWorkerAt<Asked, Told>(url: string, type: WorkerType, policy: string): Promise<WorkerLine<Asked, Told> | undefined> {
  const worker = await new Promise<Worker | undefined>((resolve) => {
    try {
      const started = new Worker(trusted(url, policy) as string, { type });
      started.addEventListener('message', () => resolve(started), { once: true });
      started.addEventListener('error', () => resolve(undefined), { once: true });
    } catch {
      resolve(undefined);
    }
  });
  return worker && lineTo(worker);
}

const lineTo = <Asked, Told>(worker: Worker): WorkerLine<Asked, Told> => ({
  order: (order, handedOver) => worker.postMessage(order, [...handedOver]),
  onReport: (callback) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => callback(data));
    worker.addEventListener('error', () => callback(undefined));
    worker.addEventListener('messageerror', () => callback(undefined));
  },
  end: () => worker.terminate(),
});

/** The part of Trusted Types that is used here (https://www.w3.org/TR/trusted-types/); the compiler's library does not have it yet. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: () => string }) => { readonly createScriptURL: (url: string) => unknown };
}

/** By address: each worker's code has a policy of its own, which can be made but once. */
const known = new Map<string, unknown>();

/** An address in the one form in which a page under this page's policy may use it: whatever is asked of the policy, it gives this. */
function trusted(url: string, policy: string): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return url;
  const made = known.get(url) ?? trustedTypes.createPolicy(policy, { createScriptURL: () => url }).createScriptURL(url);
  known.set(url, made);
  return made;
}
