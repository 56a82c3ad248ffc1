import { openDatabaseShelf } from './database-shelf.ts';
import { openFileShelf } from './file-shelf.ts';
import type { KeepOrder, KeepReport } from './keep-orders.ts';
import { openedShelves } from './open-shelves.ts';
import { keepService } from './serve-keeping.ts';

/** What a worker sees of itself, as far as it is used here; the compiler knows the page's own side only. */
interface WorkerScope {
  readonly addEventListener: (kind: 'message', listener: (message: MessageEvent<KeepOrder>) => void) => void;
  readonly postMessage: (report: KeepReport, transfer: readonly Transferable[]) => void;
}

const scope = globalThis as unknown as WorkerScope;
const serve = keepService(openedShelves([openDatabaseShelf, openFileShelf]), (report, handedOver) => scope.postMessage(report, handedOver));

scope.addEventListener('message', ({ data }) => void serve(data));
scope.postMessage({ kind: 'ready' }, []);
