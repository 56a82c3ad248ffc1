import { mean, median, quantile } from './statistics.ts';

/** What was measured of one thing, one way of drawing, one number of events; milliseconds of CPU unless the unit says otherwise. */
export interface Figure {
  readonly what: string;
  readonly who: string;
  readonly size: number;
  readonly unit: string;
  /** The median over the runs of a run's mean. */
  readonly value: number;
  /** Of single steps over all runs. */
  readonly median: number;
  readonly p95: number;
  /** The slowest step: of each step the median over the runs counts, so that one hiccup of the machine does not. */
  readonly most: number;
  readonly runs: number;
  /** Said instead of figures when there are none. */
  readonly note?: string;
}

/** Everything measured in one go. */
export interface Book {
  readonly figures: readonly Figure[];
  /** Writes down the steps of some runs. */
  readonly add: (what: string, who: string, size: number, runs: readonly (readonly number[])[], unit?: string) => void;
  /** Writes down why there is nothing to write down. */
  readonly none: (what: string, who: string, size: number, note: string) => void;
  readonly find: (what: string, who: string, size: number) => Figure | undefined;
}

/** Looks figures up. JSON has no NaN: what was not a number comes back as `null`, and is none again. */
export function finding(figures: readonly Figure[]): Pick<Book, 'find'> {
  return {
    find: (what, who, size) => {
      const found = figures.find((figure) => figure.what === what && figure.who === who && figure.size === size);
      return found?.note === undefined ? found : { ...found, value: NaN, median: NaN, p95: NaN, most: NaN };
    },
  };
}

/** Starts a book; `say` is told each figure as it comes. */
export function book(say: (line: string) => void): Book {
  const figures: Figure[] = [];
  const put = (figure: Figure): void => {
    figures.push(figure);
    const { what, who, size, value, p95, unit, note } = figure;
    say(`${what.padEnd(18)} ${who.padEnd(14)} ${size.toLocaleString('en').padStart(9)}  ${note ?? `${written(value)} ${unit}, p95 ${written(p95)}`}`);
  };
  return {
    figures,
    add: (what, who, size, runs, unit = 'ms') => {
      const steps = runs.flat();
      if (steps.length === 0) throw new Error(`nothing was measured of ${what} with ${who} at ${size}`);
      put({
        what, who, size, unit,
        value: median(runs.map(mean)), median: median(steps), p95: quantile(steps, 0.95), most: Math.max(...steps.map((_, k) => median(runs.flatMap((run) => run[k] ?? [])))), runs: runs.length,
      });
    },
    none: (what, who, size, note) => put({ what, who, size, unit: '', value: NaN, median: NaN, p95: NaN, most: NaN, runs: 0, note }),
    ...finding(figures),
  };
}

/** A number with three figures that count. */
export const written = (value: number): string =>
  Number.isNaN(value) ? '–' : Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(value < 1 ? 2 : 3)));
