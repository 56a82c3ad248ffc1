import { openSteps } from '../../core/validate/open.ts';
import { inSlices } from '../platform/slices.ts';
import { openInWorker, type OpeningOutcome, type OpeningWatch } from '../worker/open-in-worker.ts';

/** Files up to this size are opened on the page's own thread: they are open before a worker has started. */
const SMALL_BYTES = 2 ** 21;

/** Opens a file without making the page wait: small ones between other things, large ones in a worker. An `ArrayBuffer` may be handed over. */
export async function openFile(file: ArrayBuffer | Blob, watch: OpeningWatch): Promise<OpeningOutcome> {
  const size = file instanceof ArrayBuffer ? file.byteLength : file.size;
  return (size <= SMALL_BYTES ? undefined : await openInWorker(file, watch)) ?? openHere(file, watch);
}

async function openHere(file: ArrayBuffer | Blob, { onProgress, signal }: OpeningWatch): Promise<OpeningOutcome> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(file instanceof ArrayBuffer ? file : await file.arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
  const outcome = await inSlices(openSteps(bytes), { onPause: onProgress, signal });
  if (outcome === undefined) return { kind: 'stopped' };
  return outcome.ok ? { kind: 'opened', validated: outcome.value } : { kind: 'refused', issue: outcome.error };
}
