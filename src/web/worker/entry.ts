import type { OpeningOrder, OpeningReport } from './protocol.ts';
import { serveOpening } from './serve.ts';

/** What a worker sees of itself, as far as it is used here; the compiler knows the page's own side only. */
interface WorkerScope {
  readonly addEventListener: (kind: 'message', listener: (message: MessageEvent<OpeningOrder>) => void) => void;
  readonly postMessage: (report: OpeningReport, transfer: readonly Transferable[]) => void;
}

const scope = globalThis as unknown as WorkerScope;
scope.addEventListener('message', ({ data }) => {
  void serveOpening(data, (report, handedOver) => scope.postMessage(report, handedOver), () => performance.now()).catch((error: unknown) => {
    // Out of the promise, so that the page hears of it.
    queueMicrotask(() => {
      throw error;
    });
  });
});
scope.postMessage({ kind: 'ready' }, []);
