import { IMPORT_GOALS, type Find, type FindPage } from './goals.ts';
import { SUBJECTS } from './subjects.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const MEGABYTE = 1e6;

/** The goals, each with what was measured. */
export function importGoalTable(find: Find, findPage: FindPage): string {
  const lines = IMPORT_GOALS.map(({ text, why, judge }) => {
    const judged = judge(find, findPage);
    return row([text, judged?.measured ?? '–', judged === undefined ? 'not measured' : judged.isMet ? 'met' : `**missed**${why === undefined ? '' : `: ${why}`}`]);
  });
  return [row(['goal', 'measured, 1,000,000 rows', '']), row(['---', '---', '---']), ...lines].join('\n');
}

/** All figures: seconds of CPU time, megabytes of the table a second of it, most memory. */
export function importFigureTable(find: Find, sizes: readonly number[]): string {
  const lines = SUBJECTS.map(({ id, name }) =>
    row([
      name,
      ...sizes.flatMap((size) => {
        const measured = find(id, size);
        if (measured === undefined) return ['–', '–', '–'];
        return [`${measured.cpu.toFixed(2)} s`, `${(measured.bytes / MEGABYTE / measured.cpu).toFixed(0)} MB/s`, `${(measured.peak / MEGABYTE).toFixed(0)} MB`];
      }),
    ]),
  );
  const heads = sizes.flatMap((size) => [`${size.toLocaleString('en')} rows`, '', 'memory']);
  return [row(['', ...heads]), row(['---', ...heads.map(() => '--:')]), ...lines].join('\n');
}

/** What the page takes to open the tables, on the clock, and how long its own thread did not answer, in CPU. */
export function pageTable(findPage: FindPage, sizes: readonly number[]): string {
  const lines = sizes.flatMap((size) => {
    const measured = findPage(size);
    if (measured === undefined) return [];
    const { firstEvents, story, longestTask, blocked } = measured;
    return [row([size.toLocaleString('en'), `${firstEvents.toFixed(0)} ms`, `${(story / 1000).toFixed(1)} s`, `${longestTask.toFixed(0)} ms`, `${blocked.toFixed(0)} ms`])];
  });
  return [row(['the page, rows', 'first events', 'whole story', 'longest task', 'beyond 50 ms in all']), row(['--:', '--:', '--:', '--:', '--:']), ...lines].join('\n');
}
