import type { Dataset } from '../../core/model/dataset.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { OpeningProgress } from '../../core/validate/open.ts';

/** What the page sends to the worker, once: the file to open. An `ArrayBuffer` is handed over. */
export type OpeningOrder = ArrayBuffer | Blob;

/** What the worker sends to the page: that it has started; then how far it is, again and again; what it found wrong, some at a time; and the end. */
export type OpeningReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: OpeningProgress }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'opened'; readonly dataset: Dataset }
  | { readonly kind: 'refused'; readonly issue: Issue }
  /** The file could not be read from where it lies. */
  | { readonly kind: 'unreadable' };

/** How many issues go in one message: copying them is work for the page. */
export const ISSUES_AT_ONCE = 2000;

/** All memory blocks of a dataset, each once: handed over instead of copied. */
export function buffersOf(dataset: Dataset): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const walk = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const member of Object.values(value)) walk(member);
    }
  };
  walk(dataset);
  return [...buffers];
}
