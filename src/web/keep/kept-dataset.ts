import { dateline } from '../../core/formats/dateline.ts';
import { replayed } from '../../core/keep/replay.ts';
import { bodyOf, type Body } from '../../core/keep/snapshot.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { inSlices } from '../platform/slices.ts';
import type { Opened } from '../store/store.ts';
import type { Recovered } from './recover.ts';

/** Opens a native file; `undefined` when nothing of it can be read. */
export type OpenNative = (file: ArrayBuffer) => Promise<Pick<Opened, 'dataset' | 'issues'> | undefined>;

/** A kept story as it was last: its snapshot with all that was done to it since. */
export async function openedOf({ head, body, lines }: Recovered, openNative: OpenNative): Promise<Opened | undefined> {
  const opened = await openNative(body.slice().buffer);
  if (opened === undefined) return undefined;
  const dataset = lines.reduce((present, { entry }) => replayed(present, entry), opened.dataset);
  return { dataset, issues: opened.issues, fileName: head.fileName };
}

/** Writes a dataset as the body of a snapshot, between other things. */
export const bodyOfDataset = (dataset: Dataset): Promise<Body | undefined> => inSlices(bodyOf(dateline.write(dataset)));
