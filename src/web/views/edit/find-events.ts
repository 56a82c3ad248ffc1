import { foldText } from '../../../core/base/fold-text.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';
import { eventAt } from '../../../core/model/rows.ts';

/** How many events on either side are looked at: what is tied to each other is seldom far apart. */
const REACH = 1500;

/** Events whose titles have some words, the nearest in time to a row first: `most` of them, and none of `without`. */
export function findEvents(dataset: Dataset, typed: string, around: number, most: number, without: ReadonlySet<string>): readonly TimelineEvent[] {
  const words = foldText(typed).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const found: TimelineEvent[] = [];
  const look = (row: number): void => {
    if (row < 0 || row >= dataset.size || found.length >= most) return;
    const event = eventAt(dataset, row);
    const title = foldText(event.title);
    if (!without.has(event.id) && words.every((word) => title.includes(word))) found.push(event);
  };
  look(around);
  for (let away = 1; away <= REACH && found.length < most; away += 1) {
    look(around - away);
    look(around + away);
  }
  return found;
}
