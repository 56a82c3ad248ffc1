import { unreachable } from '../../core/base/result.ts';
import type { Order, Report } from './protocol.ts';
import { baseMapService } from './serve-base-map.ts';
import { everySecond, importService } from './serve-import.ts';

/** What a worker sees of itself, as far as it is used here; the compiler knows the page's own side only. */
interface WorkerScope {
  readonly addEventListener: (kind: 'message', listener: (message: MessageEvent<Order>) => void) => void;
  readonly postMessage: (report: Report, transfer: readonly Transferable[]) => void;
}

const scope = globalThis as unknown as WorkerScope;
const post = (report: Report, handedOver: readonly Transferable[]): void => scope.postMessage(report, handedOver);

const serveBaseMap = baseMapService(post);
const serveImport = importService(post, everySecond(post, () => performance.now()));

function serve(order: Order): Promise<void> {
  switch (order.kind) {
    case 'take':
    case 'review':
    case 'read':
      return serveImport(order);
    case 'base-map':
    case 'ground':
      return serveBaseMap(order);
    default:
      return unreachable(order);
  }
}

scope.addEventListener('message', ({ data }) => {
  void serve(data).catch((error: unknown) => {
    // Out of the promise, so that the page hears of it.
    queueMicrotask(() => {
      throw error;
    });
  });
});
post({ kind: 'ready' }, []);
