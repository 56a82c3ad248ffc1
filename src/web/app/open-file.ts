import type { Result } from '../../core/base/result.ts';
import type { Steps } from '../../core/base/steps.ts';
import type { Issue } from '../../core/model/issue.ts';
import { openSteps, type OpeningProgress } from '../../core/validate/open.ts';
import type { Validated } from '../../core/validate/validate-dateline.ts';
import { openInWorker, type OpeningOutcome, type OpeningWatch } from '../worker/open-in-worker.ts';

/** Files up to this size are opened on the page's own thread: they are open before a worker has started. */
const SMALL_BYTES = 2 ** 21;

/** How long the page's own thread works on a file before it looks after the page again. */
const SLICE_MS = 12;

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
  const outcome = await inSlices(openSteps(bytes), { onProgress, signal });
  if (outcome === undefined) return { kind: 'stopped' };
  return outcome.ok ? { kind: 'opened', validated: outcome.value } : { kind: 'refused', issue: outcome.error };
}

/** Takes the steps of an opening, with a pause whenever a slice of time is over; `undefined` when it was stopped in one of them. */
async function inSlices(
  steps: Steps<OpeningProgress, Result<Validated, Issue>>,
  { onProgress, signal }: OpeningWatch,
): Promise<Result<Validated, Issue> | undefined> {
  let began = performance.now();
  for (let step = steps.next(); !signal.aborted; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - began < SLICE_MS) continue;
    onProgress(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return undefined;
}
