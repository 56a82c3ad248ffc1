import type { ImportOrder, ImportReport, Ready } from './protocol.ts';
import { everySecond, importService } from './serve-import.ts';

/*
 * A worker that opens a file.
 */

/** What a worker sees of itself, as far as it is used here; the compiler knows the page's own side only. */
interface WorkerScope {
  readonly addEventListener: (kind: 'message', listener: (message: MessageEvent<ImportOrder>) => void) => void;
  readonly postMessage: (report: Ready | ImportReport, transfer: readonly Transferable[]) => void;
}

const scope = globalThis as unknown as WorkerScope;
const post = (report: Ready | ImportReport, handedOver: readonly Transferable[]): void => scope.postMessage(report, handedOver);
const serve = importService(post, everySecond(post, () => performance.now()));

scope.addEventListener('message', ({ data }) => {
  void serve(data).catch((error: unknown) => {
    // Out of the promise, so that the page hears of it.
    queueMicrotask(() => {
      throw error;
    });
  });
});
post({ kind: 'ready' }, []);
