import { adoptPrepared } from '../../core/model/derived.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { OpeningProgress } from '../../core/validate/open.ts';
import type { Validated } from '../../core/validate/validate-dateline.ts';
import { startWorker } from './start-worker.ts';

/** How an opening ended. */
export type OpeningOutcome =
  | { readonly kind: 'opened'; readonly validated: Validated }
  | { readonly kind: 'refused'; readonly issue: Issue }
  /** The file could not be read from where it lies. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'stopped' }
  /** The worker could not go on; it may have run out of memory. */
  | { readonly kind: 'failed' };

/** What the opening of a file tells on its way, and how it is stopped. */
export interface OpeningWatch {
  readonly onProgress: (progress: OpeningProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Opens a file in a worker of its own, which ends with it; an `ArrayBuffer` is handed over to it. Resolves to `undefined`, with the file
 * untouched, where no worker can be started.
 */
export async function openInWorker(file: ArrayBuffer | Blob, { onProgress, signal }: OpeningWatch): Promise<OpeningOutcome | undefined> {
  const worker = await startWorker();
  if (worker === undefined) return undefined;
  const issues: Issue[] = [];
  try {
    return await new Promise<OpeningOutcome>((resolve) => {
      const stop = (): void => resolve({ kind: 'stopped' });
      signal.addEventListener('abort', stop);
      worker.onReport((report) => {
        switch (report?.kind) {
          case 'progress':
            onProgress(report.progress);
            return;
          case 'issues':
            issues.push(...report.issues);
            return;
          case 'opened':
            adoptPrepared(report.dataset, report.prepared);
            resolve({ kind: 'opened', validated: { dataset: report.dataset, issues } });
            return;
          case 'refused':
          case 'unreadable':
            resolve(report);
            return;
          default:
            resolve({ kind: 'failed' });
        }
      });
      if (signal.aborted) stop();
      else worker.order({ kind: 'open', file }, file instanceof ArrayBuffer ? [file] : []);
    });
  } finally {
    worker.end();
  }
}
