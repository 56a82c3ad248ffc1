import type { Measured } from './measure.ts';
import type { MeasuredPage } from './page.ts';
import type { SubjectId } from './subjects.ts';

/** What was measured of a subject at a number of rows. */
export type Find = (id: SubjectId, rows: number) => Measured | undefined;

/** What was measured of the page at a number of rows. */
export type FindPage = (rows: number) => MeasuredPage | undefined;

export interface ImportGoal {
  readonly text: string;
  /** Why it is missed, where that is known. */
  readonly why?: string;
  /** What was measured, in words, and whether it is enough; `undefined` where something was not measured. */
  readonly judge: (find: Find, findPage: FindPage) => { readonly measured: string; readonly isMet: boolean } | undefined;
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

const WHY_COLUMNS = 'cutting the rows keeps up with the loop; the rest is texts looked up among those that recur, a cell at a time';
const WHY_WHOLE = 'beside what columns take, every text is looked at for what would have to be told of it, every id is looked up among all others, and rows are put in order of time and of place';

/** Milliseconds until the first events of a file are on the screen, whatever its size. */
const FIRST = 300;
/** Milliseconds for which a hundred thousand rows may keep the page from answering. */
const BLOCKED = 10;

const WHY_FIRST = 'the size of the table no longer counts; what is left is starting the reader, its first records while its code is cold, and laying out the dialog';

/** The seconds in which a million rows are to be a story that is ready to be drawn. */
const WHOLE = 3;

/** What becomes of rows on the way to columns is judged beside what others make of them, and the whole way by itself. */
export const IMPORT_GOALS: readonly ImportGoal[] = [
  { text: 'rows to columns, beside the loop over the bytes: at least 0.6×', judge: fasterThan('columns', 'bytes', 0.6), why: WHY_COLUMNS },
  { text: 'rows to columns, beside d3-dsv, which stops at texts: at least 2.5×', judge: fasterThan('columns', 'd3', 2.5) },
  { text: 'rows to columns, beside papaparse, which stops at texts: at least 2.5×', judge: fasterThan('columns', 'papaparse', 2.5) },
  { text: 'rows to columns, beside JSON.parse: at least 1.5×', judge: fasterThan('columns', 'json', 1.5) },
  {
    text: `the whole import: ${WHOLE} s`,
    why: WHY_WHOLE,
    judge: (find) => {
      const measured = find('import', ROWS);
      return measured && { measured: `${measured.cpu.toFixed(2)} s`, isMet: measured.cpu <= WHOLE };
    },
  },
  { text: 'the whole import, beside d3-dsv, which stops at texts: no slower', judge: fasterThan('import', 'd3', 1), why: WHY_WHOLE },
  { text: 'the whole import, beside JSON.parse: no slower', judge: fasterThan('import', 'json', 1), why: WHY_WHOLE },
  {
    text: 'most memory: 1 GB',
    judge: (find) => {
      const measured = find('import', ROWS);
      return measured && { measured: `${(measured.peak / GIBIBYTE).toFixed(2)} GB`, isMet: measured.peak <= GIBIBYTE };
    },
  },
  {
    text: `the page: first events on the screen within ${FIRST} ms of the choice of the file`,
    why: WHY_FIRST,
    judge: (_, findPage) => {
      const measured = findPage(ROWS);
      return measured && { measured: `${measured.firstEvents.toFixed(0)} ms`, isMet: measured.firstEvents <= FIRST };
    },
  },
  {
    text: `the page: does not answer, in tasks beyond 50 ms, for at most ${BLOCKED} ms in 100,000 rows`,
    judge: (_, findPage) => {
      const measured = findPage(ROWS);
      const share = measured && (measured.blocked * 100_000) / measured.rows;
      return share === undefined ? undefined : { measured: `${share.toFixed(1)} ms`, isMet: share <= BLOCKED };
    },
  },
];
