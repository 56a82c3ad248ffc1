import { signal, type Signal } from '@preact/signals';
import type { OpeningProgress } from '../../core/validate/open.ts';
import type { Asked } from '../views/import/asked.ts';

/** A file that is being opened and takes its time. */
export interface OpeningShown {
  readonly name: string;
  readonly progress: OpeningProgress;
  readonly stop: () => void;
}

/** What the page shows besides the view: no part of a link, gone with the page. */
export interface PageState {
  readonly dialog: Signal<'keys' | 'issues' | 'export' | 'embed' | 'library' | undefined>;
  /** What is asked about a file that is to be opened. */
  readonly asked: Signal<Asked | undefined>;
  /** A sentence about something that failed; stands until it is dismissed or outlived. */
  readonly alert: Signal<string | undefined>;
  /** A sentence about something that was done; leaves by itself. */
  readonly toast: Signal<string | undefined>;
  /** The file that is being opened, when that takes long enough to be shown. */
  readonly opening: Signal<OpeningShown | undefined>;
  /** What stands under the map where there is room for one only. */
  readonly pane: Signal<'list' | 'timeline'>;
}

/** The state of a page that has just been opened. */
export function createPageState(): PageState {
  return {
    dialog: signal(undefined),
    asked: signal(undefined),
    alert: signal(undefined),
    toast: signal(undefined),
    opening: signal(undefined),
    pane: signal('list'),
  };
}
