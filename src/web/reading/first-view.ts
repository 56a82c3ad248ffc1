import { err, ok, type Result } from '../../core/base/result.ts';
import { en } from '../../core/i18n/en.ts';
import { readingMessagesOf } from '../../core/i18n/reading-messages.ts';
import { fitWindow, warpFor } from '../../core/layout/gaps.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { rowOf } from '../../core/model/rows.ts';
import { parseEdtf } from '../../core/time/edtf.ts';
import { fromSearch, toSearch } from '../../core/view/url.ts';
import type { ViewState } from '../../core/view/view-state.ts';

/** Why a story cannot begin where it was asked to: neither an event nor a date is called so, or nothing dated comes after that date. */
export type StartFault = 'unknown' | 'too-late';

/**
 * A view of a story, beginning where `start` says: the id of an event, which is selected; or, where no event has this id, a date or time in EDTF, at
 * whose earliest instant the timeline begins. It ends where the view does, or the story.
 */
export function startingAt(view: ViewState, start: string, dataset: Dataset): Result<ViewState, StartFault> {
  if (rowOf(dataset, start) !== undefined) return ok({ ...view, selected: start });
  const edtf = parseEdtf(start.trim());
  if (!edtf.ok || !Number.isFinite(edtf.value.span.earliestStart)) return err('unknown');
  const { earliestStart } = edtf.value.span;
  const end = [view.window, fitWindow(dataset, warpFor(dataset, view.spacing))].find((window) => window !== undefined && window.end > earliestStart)?.end;
  return end === undefined ? err('too-late') : ok({ ...view, window: { start: earliestStart, end } });
}

/** The view that a story opens with, as in a link: `view`, beginning at `start`. Where the story cannot begin there, the console tells whoever made the page. */
export function firstView(view: string, start: string | undefined, dataset: Dataset): string {
  if (start === undefined || start.trim() === '') return view;
  const begun = startingAt(fromSearch(view).view, start, dataset);
  if (begun.ok) return toSearch({ view: begun.value, story: undefined });
  // oxlint-disable-next-line no-console -- readers of the page can do nothing about it
  console.warn(readingMessagesOf(en).start[begun.error](start));
  return view;
}
