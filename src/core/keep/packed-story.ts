import { packedPieces, unpackPlain } from '../base/pack-plain.ts';
import type { Answers } from '../formats/answers.ts';
import type { Account } from '../model/account.ts';
import { datasetBuilder } from '../model/dataset-builder.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Issue } from '../model/issue.ts';
import { eventsInFileOrder } from '../model/rows.ts';
import type { About } from '../validate/import.ts';

/** All that is kept of an opened story: its events, what was found wrong with its file, and how that was understood. */
export interface KeptContent {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
  readonly imported?: { readonly account: Account; readonly about: About; readonly answers: Answers } | undefined;
}

/**
 * The number of what the columns of a dataset are and mean. It is raised when a column comes, goes, or is worked out in another way: what was
 * kept under another number is built anew from its records, which stay readable for ever, as journals hold them too.
 */
const COLUMNS = 2;

interface Packed extends KeptContent {
  readonly columns: number;
}

/** A story as bytes: its columns and records as they lie in memory. In pieces, some of them views of these. */
export function packedStory({ dataset, issues, imported }: KeptContent): Iterable<Uint8Array> {
  const packed: Packed = { columns: COLUMNS, dataset, issues, imported };
  return packedPieces(packed);
}

/** A story from its bytes, its columns being views of them. */
export function unpackedStory(bytes: ArrayBuffer): KeptContent {
  const { columns, dataset, issues, imported } = unpackPlain(bytes) as Packed;
  return { dataset: columns === COLUMNS ? dataset : rebuilt(dataset), issues, imported };
}

/** A dataset with the same story and records, its columns worked out anew. */
function rebuilt(dataset: Dataset): Dataset {
  const builder = datasetBuilder(dataset.records.bytes.length);
  for (const event of eventsInFileOrder(dataset)) builder.add(event);
  return builder.finish(dataset.story);
}
