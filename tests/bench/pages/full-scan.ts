import type { Dataset } from '../../../src/core/model/dataset.ts';
import type { Interval } from '../../../src/core/time/instant.ts';

/** The plainest filter over columns, to compare with: every row is looked at, every clause asked, everything counted anew. Gives how many pass. */
export function fullScan({ size, dated, columns }: Dataset, { start, end }: Interval, hiddenCategory: number): number {
  const { earliestStart, latestEnd, status, categories } = columns;
  const { codes, values } = categories;
  const isHidden = Uint8Array.from(values, (set) => (set.length > 0 && set.every((position) => position === hiddenCategory) ? 1 : 0));
  const failed = new Uint8Array(size);
  const byCategory = new Uint32Array(values.length);
  const byStatus = new Uint32Array(256);
  let passing = 0;
  for (let i = 0; i < size; i += 1) {
    const [code, standing] = [codes[i] ?? 0, status[i] ?? 0];
    const time = i < dated && !((earliestStart[i] ?? 0) < end && (latestEnd[i] ?? 0) > start) ? 1 : 0;
    const category = isHidden[code] === 1 ? 2 : 0;
    const bits = time | category | (standing === 4 ? 4 : 0);
    failed[i] = bits;
    if ((bits & 5) === 0) byCategory[code] = (byCategory[code] ?? 0) + 1;
    if ((bits & 3) === 0) byStatus[standing] = (byStatus[standing] ?? 0) + 1;
    if (bits === 0) passing += 1;
  }
  return passing;
}
