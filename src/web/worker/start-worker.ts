// oxlint-disable-next-line import/default -- with this query the bundler gives the file's address instead of what is in it
import entryUrl from './entry.ts?worker&url';
import type { Order, Report } from './protocol.ts';

/** A worker that has started. */
export interface WorkerLine {
  /** Sends an order, and hands over blocks of memory with it. */
  readonly order: (order: Order, handedOver: readonly ArrayBuffer[]) => void;
  /** Calls back with every report, and with `undefined` when the worker cannot go on. */
  readonly onReport: (callback: (report: Report | undefined) => void) => void;
  /** Ends the worker and gives back all its memory. */
  readonly end: () => void;
}

/** Starts a worker; `undefined` where the browser has none or refuses to load it. */
export async function startWorker(): Promise<WorkerLine | undefined> {
  const worker = await new Promise<Worker | undefined>((resolve) => {
    try {
      const started = new Worker(trustedUrl() as string, { type: 'module' });
      started.addEventListener('message', () => resolve(started), { once: true });
      started.addEventListener('error', () => resolve(undefined), { once: true });
    } catch {
      resolve(undefined);
    }
  });
  return worker && lineTo(worker);
}

const lineTo = (worker: Worker): WorkerLine => ({
  order: (order, handedOver) => worker.postMessage(order, [...handedOver]),
  onReport: (callback) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => callback(data));
    worker.addEventListener('error', () => callback(undefined));
    worker.addEventListener('messageerror', () => callback(undefined));
  },
  end: () => worker.terminate(),
});

/** The part of Trusted Types that is used here (https://www.w3.org/TR/trusted-types/); the compiler's library does not have it yet. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: () => string }) => { readonly createScriptURL: (url: string) => unknown };
}

let trusted: unknown;

/** The worker's address, in the one form in which a page under this page's policy may use it: whatever is asked of the policy, it gives this. */
function trustedUrl(): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trusted ??= trustedTypes === undefined ? entryUrl : trustedTypes.createPolicy('dateline-worker', { createScriptURL: () => entryUrl }).createScriptURL(entryUrl);
  return trusted;
}
