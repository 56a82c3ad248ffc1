import type { Measured } from './measure.ts';
import type { SubjectId } from './subjects.ts';

/** What was measured of a subject at a number of rows. */
export type Find = (id: SubjectId, rows: number) => Measured | undefined;

export interface ImportGoal {
  readonly text: string;
  /** Why it is missed, where that is known. */
  readonly why?: string;
  /** What was measured, in words, and whether it is enough; `undefined` where something was not measured. */
  readonly judge: (find: Find) => { readonly measured: string; readonly isMet: boolean } | undefined;
}

/** Rows of the table that the goals are about. */
const ROWS = 1_000_000;

const GIBIBYTE = 2 ** 30;

/** How often as fast the first is as the second: at least so often. */
function fasterThan(id: SubjectId, other: SubjectId, least: number): ImportGoal['judge'] {
  return (find) => {
    const [ours, theirs] = [find(id, ROWS), find(other, ROWS)];
    if (ours === undefined || theirs === undefined) return undefined;
    const ratio = theirs.cpu / ours.cpu;
    return { measured: `${ratio.toFixed(2)}×`, isMet: ratio >= least };
  };
}

const WHY = 'most of the time goes into understanding, checking and recording each row as an event; cutting the rows takes a thirtieth of it';

/** What a file is read into is a dataset: all that is judged is the whole way there. */
export const IMPORT_GOALS: readonly ImportGoal[] = [
  { text: 'rows to the columns of a dataset, beside the loop over the bytes: at least 0.6×', judge: fasterThan('import', 'bytes', 0.6), why: WHY },
  { text: 'beside d3-dsv, which stops at texts: at least 2.5×', judge: fasterThan('import', 'd3', 2.5), why: WHY },
  { text: 'beside papaparse, which stops at texts: at least 2.5×', judge: fasterThan('import', 'papaparse', 2.5), why: WHY },
  { text: 'beside JSON.parse: at least 1.5×', judge: fasterThan('import', 'json', 1.5), why: WHY },
  {
    text: 'most memory: 1 GB',
    judge: (find) => {
      const measured = find('import', ROWS);
      return measured && { measured: `${(measured.peak / GIBIBYTE).toFixed(2)} GB`, isMet: measured.peak <= GIBIBYTE };
    },
  },
];
