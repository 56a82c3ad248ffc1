import { en } from '../../core/i18n/en.ts';
import { readingMessagesOf } from '../../core/i18n/reading-messages.ts';
import { startingAt } from '../../core/layout/starting-at.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { fromSearch, toSearch } from '../../core/view/url.ts';

/** The view that a story opens with, as in a link: `view`, beginning at `start`. Where the story cannot begin there, the console tells whoever made the page. */
export function firstView(view: string, start: string | undefined, dataset: Dataset): string {
  if (start === undefined || start.trim() === '') return view;
  const begun = startingAt(fromSearch(view).view, start, dataset);
  if (begun.ok) return toSearch({ view: begun.value, story: undefined });
  // oxlint-disable-next-line no-console -- readers of the page can do nothing about it
  console.warn(readingMessagesOf(en).start[begun.error](start));
  return view;
}
