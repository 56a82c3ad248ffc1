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

/** Starts the worker whose code lies at an address; `undefined` where the browser has none or refuses to load it. */
export async function startWorkerAt(url: string, type: WorkerType): Promise<WorkerLine | undefined> {
  const worker = await new Promise<Worker | undefined>((resolve) => {
    try {
      const started = new Worker(trusted(url) as string, { type });
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

/** By address: a page has one worker's code, and a policy can be made but once. */
const known = new Map<string, unknown>();

/** An address in the one form in which a page under this page's policy may use it: whatever is asked of the policy, it gives this. */
function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return url;
  const made = known.get(url) ?? trustedTypes.createPolicy('dateline-worker', { createScriptURL: () => url }).createScriptURL(url);
  known.set(url, made);
  return made;
}
