// oxlint-disable-next-line import/default -- with this query the bundler gives the file's address instead of what is in it
import entryUrl from './picture-entry.ts?worker&url';
import type { PictureOrder, PictureReport } from './picture-entry.ts';
import { startWorkerAt, type WorkerLine } from './worker-line.ts';

/** Starts a worker that paints one picture; `undefined` where the browser has none or refuses to load it. */
export const startPictureWorker = (): Promise<WorkerLine<PictureOrder, PictureReport> | undefined> => startWorkerAt(entryUrl, 'module', 'dateline-picture');
