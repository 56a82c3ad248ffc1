// oxlint-disable-next-line import/default -- with this query the bundler gives the file's address instead of what is in it
import entryUrl from './import-entry.ts?worker&url';
import type { ImportOrder, ImportReport, Ready } from './protocol.ts';
import { startWorkerAt, type WorkerLine } from './worker-line.ts';

/** A worker that opens a file. */
export type ImportLine = WorkerLine<ImportOrder, Ready | ImportReport>;

/** Starts a worker that opens a file; `undefined` where the browser has none or refuses to load it. */
export const startImportWorker = (): Promise<ImportLine | undefined> => startWorkerAt(entryUrl, 'module', 'dateline-worker');
