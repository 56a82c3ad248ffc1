import { dateline } from '../../core/formats/dateline.ts';
import { replayed } from '../../core/keep/replay.ts';
import { bodyOf, type Body } from '../../core/keep/snapshot.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { openSteps } from '../../core/validate/open.ts';
import { inSlices } from '../platform/slices.ts';
import type { Opened } from '../store/store.ts';
import type { Recovered } from './recover.ts';

/** A kept story as it was last: its snapshot with all that was done to it since; `undefined` when its file cannot be read. */
export async function openedOf({ head, body, lines }: Recovered): Promise<Opened | undefined> {
  const opened = await inSlices(openSteps(body));
  if (opened?.ok !== true) return undefined;
  const { dataset, issues } = opened.value;
  return { dataset: lines.reduce((present, { entry }) => replayed(present, entry), dataset), issues, fileName: head.fileName };
}

/** Writes a dataset as the body of a snapshot, between other things. */
export const bodyOfDataset = (dataset: Dataset): Promise<Body | undefined> => inSlices(bodyOf(dateline.write(dataset)));
