import type { PackedBaseMap } from '../../core/geo/pack-base-map.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { Prepared } from '../../core/model/derived.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { OpeningProgress } from '../../core/validate/open.ts';
import type { FileWork } from './kept-files.ts';

/** Addresses of the files of a base map, at the page's own origin: see `data/basemap`. */
export interface BaseMapFiles {
  readonly countries: string;
  readonly overlay?: string;
  readonly labels?: string;
}

/** What the page asks of the worker: to open a file, of which an `ArrayBuffer` is handed over, to build a base map, or to write what is kept. */
export type Order =
  | { readonly kind: 'open'; readonly file: ArrayBuffer | Blob }
  | { readonly kind: 'base-map'; readonly files: BaseMapFiles }
  | { readonly kind: 'write'; readonly ticket: number; readonly work: FileWork };

/** What the worker tells of a file: how far it is, again and again; what it found wrong, some at a time; and the end. */
export type OpeningReport =
  | { readonly kind: 'progress'; readonly progress: OpeningProgress }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'opened'; readonly dataset: Dataset; readonly prepared: Prepared }
  | { readonly kind: 'refused'; readonly issue: Issue }
  /** The file could not be read from where it lies. */
  | { readonly kind: 'unreadable' };

/** What the worker tells of a base map. */
export type BaseMapReport =
  | { readonly kind: 'base-map'; readonly base: PackedBaseMap }
  /** A file could not be had; which, and why. */
  | { readonly kind: 'missing'; readonly reason: string };

/** What the worker tells of a piece of writing: that it is done, or what the browser calls the reason why not. */
export interface WritingReport {
  readonly kind: 'written';
  readonly ticket: number;
  readonly failure?: { readonly name: string; readonly message: string };
}

/** All that the worker tells; first of all that it has started. */
export type Report = { readonly kind: 'ready' } | OpeningReport | BaseMapReport | WritingReport;

/** Sends a report to the page, and hands over blocks of memory with it. */
export type Post<R extends Report> = (report: R, handedOver: readonly ArrayBuffer[]) => void;

/** How many issues go in one message: copying them is work for the page. */
export const ISSUES_AT_ONCE = 2000;

/** All blocks of memory in a plain value, each once: they are handed over instead of copied. Lists hold none. */
export function buffersOf(plain: object): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const walk = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const member of Object.values(value)) walk(member);
    }
  };
  walk(plain);
  return [...buffers];
}
