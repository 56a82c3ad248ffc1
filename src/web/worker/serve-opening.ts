import { prepareIndexes } from '../../core/layout/indexes.ts';
import { openSteps } from '../../core/validate/open.ts';
import { buffersOf, ISSUES_AT_ONCE, type OpeningReport, type Post } from './protocol.ts';

/** How often the page is told how far the opening is: every telling is a frame of the page, and its bar glides from one to the next. */
const REPORT_MS = 1000;

/** Opens a file and reports to the page. `now` gives milliseconds since some moment. */
export async function serveOpening(file: ArrayBuffer | Blob, post: Post<OpeningReport>, now: () => number): Promise<void> {
  const bytes = await bytesOf(file);
  if (bytes === undefined) {
    post({ kind: 'unreadable' }, []);
    return;
  }
  const steps = openSteps(bytes);
  let told = now();
  let step = steps.next();
  while (step.done !== true) {
    if (now() - told >= REPORT_MS) {
      told = now();
      post({ kind: 'progress', progress: step.value }, []);
    }
    step = steps.next();
  }
  const outcome = step.value;
  if (!outcome.ok) {
    post({ kind: 'refused', issue: outcome.error }, []);
    return;
  }
  const { dataset, issues } = outcome.value;
  for (let at = 0; at < issues.length; at += ISSUES_AT_ONCE) post({ kind: 'issues', issues: issues.slice(at, at + ISSUES_AT_ONCE) }, []);
  const prepared = prepareIndexes(dataset);
  post({ kind: 'opened', dataset, prepared }, buffersOf({ dataset, prepared }));
}

async function bytesOf(file: ArrayBuffer | Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(file instanceof ArrayBuffer ? file : await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
