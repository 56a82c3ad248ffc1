import { err, ok, type Result } from '../base/result.ts';
import type { Dataset } from '../model/dataset.ts';
import { rowOf } from '../model/rows.ts';
import { parseEdtf } from '../time/edtf.ts';
import type { ViewState } from '../view/view-state.ts';
import { fitWindow, warpFor } from './gaps.ts';

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
