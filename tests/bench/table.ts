import { GOALS } from './goals.ts';
import { written, type Book } from './machine/book.ts';
import { PAGE, PARTS, PEERS } from './peers.ts';

const SIZES = [1000, 10_000, 100_000, 1_000_000] as const;
const WHATS = ['load', 'pan', 'zoom', 'brush', 'filter', 'map pan', 'map zoom'] as const;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The goals as a table in Markdown: each with what was measured, and whether that is enough. */
export function goalTable(book: Pick<Book, 'find'>): string {
  const lines = GOALS.map((goal) => {
    const judged = goal.judge(book);
    const verdict = judged === undefined ? 'not measured' : judged.isMet ? 'met' : `**missed**${goal.why === undefined ? '' : `: ${goal.why}`}`;
    return row([goal.group, goal.text, judged?.measured ?? '–', verdict]);
  });
  return [row(['what', 'goal', 'measured', '']), row(['---', '---', '---', '---']), ...lines].join('\n');
}

/** Everything that was measured of the page, its parts and the peers, in milliseconds of CPU of the main thread a step. */
export function figureTable(book: Pick<Book, 'find'>): string {
  const subjects = [[PAGE, 'Dateline, the page'], [PARTS, 'Dateline, the timeline alone'], ...PEERS.map(({ id, name }) => [id, name] as const)] as const;
  const lines = subjects.flatMap(([id, name]) =>
    WHATS.flatMap((what) => {
      const cells = SIZES.map((size) => {
        const figure = book.find(what, id, size);
        return figure === undefined ? '–' : (figure.note ?? written(figure.value));
      });
      return cells.every((cell) => cell === '–') ? [] : [row([name, what, ...cells])];
    }),
  );
  return [row(['', '', ...SIZES.map((size) => size.toLocaleString('en'))]), row(['---', '---', '--:', '--:', '--:', '--:']), ...lines].join('\n');
}

/** How many goals are met, missed and not measured. */
export function tally(book: Pick<Book, 'find'>): { readonly met: number; readonly missed: number; readonly open: number } {
  const judged = GOALS.map(({ judge }) => judge(book)?.isMet);
  return {
    met: judged.filter((isMet) => isMet === true).length,
    missed: judged.filter((isMet) => isMet === false).length,
    open: judged.filter((isMet) => isMet === undefined).length,
  };
}
