import { openSteps } from '../../core/validate/open.ts';
import { buffersOf, ISSUES_AT_ONCE, type OpeningOrder, type OpeningReport } from './protocol.ts';

/** Sends a report to the page, and hands over memory blocks with it. */
export type Post = (report: OpeningReport, handedOver: readonly ArrayBuffer[]) => void;

/** How often the page is told how far the opening is. */
const REPORT_MS = 50;

/** Opens a file and reports to the page. `now` gives milliseconds since some moment. */
export async function serveOpening(order: OpeningOrder, post: Post, now: () => number): Promise<void> {
  const bytes = await bytesOf(order);
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
  post({ kind: 'opened', dataset }, buffersOf(dataset));
}

async function bytesOf(order: OpeningOrder): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(order instanceof ArrayBuffer ? order : await order.arrayBuffer());
  } catch {
    return undefined;
  }
}
