import type { Issue } from '../../core/model/issue.ts';
import type { OpeningProgress } from '../../core/validate/open.ts';
import type { Validated } from '../../core/validate/validate-dateline.ts';
// oxlint-disable-next-line import/default -- with this query the bundler gives the file's address instead of what is in it
import entryUrl from './entry.ts?worker&url';
import type { OpeningOrder, OpeningReport } from './protocol.ts';

/** How an opening ended. */
export type OpeningOutcome =
  | { readonly kind: 'opened'; readonly validated: Validated }
  | { readonly kind: 'refused'; readonly issue: Issue }
  /** The file could not be read from where it lies. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'stopped' }
  /** The worker could not go on; it may have run out of memory. */
  | { readonly kind: 'failed' };

export interface OpeningOptions {
  readonly onProgress: (progress: OpeningProgress) => void;
  /** Stops the opening when it is aborted. */
  readonly signal: AbortSignal;
}

/**
 * Opens a file in a worker of its own, which ends with it; an `ArrayBuffer` is handed over to it. Resolves to `undefined`, with the file
 * untouched, where no worker can be started.
 */
export async function openInWorker(file: OpeningOrder, { onProgress, signal }: OpeningOptions): Promise<OpeningOutcome | undefined> {
  const worker = await startWorker();
  if (worker === undefined) return undefined;
  const issues: Issue[] = [];
  try {
    return await new Promise<OpeningOutcome>((resolve) => {
      if (signal.aborted) resolve({ kind: 'stopped' });
      signal.addEventListener('abort', () => resolve({ kind: 'stopped' }));
      worker.addEventListener('error', () => resolve({ kind: 'failed' }));
      worker.addEventListener('messageerror', () => resolve({ kind: 'failed' }));
      worker.addEventListener('message', ({ data }: MessageEvent<OpeningReport>) => {
        if (data.kind === 'progress') onProgress(data.progress);
        else if (data.kind === 'issues') issues.push(...data.issues);
        else if (data.kind === 'opened') resolve({ kind: 'opened', validated: { dataset: data.dataset, issues } });
        else if (data.kind !== 'ready') resolve(data);
      });
      worker.postMessage(file, file instanceof ArrayBuffer ? [file] : []);
    });
  } finally {
    worker.terminate();
  }
}

/** Starts a worker; `undefined` where the browser has none or refuses to load it. */
function startWorker(): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(workerUrl() as string | URL, { type: 'module' });
      worker.addEventListener('message', () => resolve(worker), { once: true });
      worker.addEventListener('error', () => resolve(undefined), { once: true });
    } catch {
      resolve(undefined);
    }
  });
}

/** The part of Trusted Types that is used here (https://www.w3.org/TR/trusted-types/); the compiler's library does not have it yet. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => {
    readonly createScriptURL: (url: string) => unknown;
  };
}

let trustedUrl: unknown;

/** The worker's address, in the one form in which a page under this page's policy may use it: the policy knows no other address. */
function workerUrl(): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedUrl ??= trustedTypes === undefined ? entryUrl : trustedTypes.createPolicy('dateline-worker', { createScriptURL: () => entryUrl }).createScriptURL(entryUrl);
  return trustedUrl;
}
