// oxlint-disable-next-line import/default -- with this query the bundler gives the file's address instead of what is in it
import entryUrl from './entry.ts?worker&url';
import { startWorkerAt, type WorkerLine } from './worker-line.ts';

/** Starts the page's worker; `undefined` where the browser has none or refuses to load it. */
export const startWorker = (): Promise<WorkerLine | undefined> => startWorkerAt(entryUrl, 'module');
