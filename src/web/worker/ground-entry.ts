import type { BaseMapOrder, BaseMapReport, Ready } from './protocol.ts';
import { baseMapService } from './serve-base-map.ts';

/*
 * A worker that builds and paints base maps and does nothing else.
 */

/** What a worker sees of itself, as far as it is used here; the compiler knows the page's own side only. */
interface WorkerScope {
  readonly addEventListener: (kind: 'message', listener: (message: MessageEvent<BaseMapOrder>) => void) => void;
  readonly postMessage: (report: Ready | BaseMapReport, transfer: readonly Transferable[]) => void;
}

const scope = globalThis as unknown as WorkerScope;
const serve = baseMapService((report, handedOver) => scope.postMessage(report, handedOver));

scope.addEventListener('message', ({ data }) => void serve(data));
scope.postMessage({ kind: 'ready' }, []);
