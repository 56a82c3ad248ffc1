import { unreachable } from '../base/result.ts';
import { withStoryMembers } from '../edit/with-members.ts';
import type { Account } from '../model/account.ts';
import type { Dataset } from '../model/dataset.ts';
import { withMended } from '../model/mended.ts';
import { patchDataset } from '../model/patch-dataset.ts';
import { withStory } from '../model/rows.ts';
import { foldedChanges } from './fold-changes.ts';
import type { Entry } from './journal.ts';
import { decodeChange } from './kept-change.ts';

/** A dataset after the entries of its journal. Throws on a change of another dataset. */
export function replayed(dataset: Dataset, entries: Iterable<Entry>): Dataset {
  let present = dataset;
  for (const entry of foldedChanges(entries)) present = afterEntry(present, entry);
  return present;
}

/** The account of a story's file after the entries of its journal. */
export function replayedAccount(account: Account, entries: Iterable<Entry>): Account {
  let present = account;
  for (const entry of entries) {
    if (entry.kind !== 'change' || entry.change.mends === undefined) continue;
    present = withMended(present, entry.change.mends, entry.change.events.map(([id]) => id));
  }
  return present;
}

function afterEntry(dataset: Dataset, entry: Entry): Dataset {
  switch (entry.kind) {
    case 'change':
      return patchDataset(dataset, decodeChange(dataset, entry.change));
    case 'rename':
      return withStory(dataset, withStoryMembers(dataset.story, { title: entry.title }));
    case 'draft':
    case 'deleted':
      return dataset;
    default:
      return unreachable(entry);
  }
}
