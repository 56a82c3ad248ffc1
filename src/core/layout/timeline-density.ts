import type { Mark } from '../scene/scene.ts';
import type { Instant, Interval } from '../time/instant.ts';
import { instant } from '../time/instant.ts';
import type { TimeScale } from '../time/time-scale.ts';
import { ticksOf } from '../time/ticks.ts';
import { withAlpha } from '../base/colour.ts';
import { FONTS } from './timeline-style.ts';
import type { World } from './world.ts';

/** One column of a histogram: so many events stand in a calendar unit. */
export interface Bin {
  readonly interval: Interval;
  readonly x0: number;
  readonly x1: number;
  readonly count: number;
}

/** The narrowest column in pixels. */
const NARROWEST = 4;

/**
 * Counts positions in columns that are whole calendar units, so that they keep their contents when the picture is moved. `xs` are the
 * pixels of the events, in any order; those outside the plot are not counted.
 */
export function binsOf(xs: readonly number[], scale: TimeScale): readonly Bin[] {
  const columns = ticksOf(scale, () => NARROWEST).flatMap(({ x0, x1, interval, minor, kind }): readonly Omit<Bin, 'count'>[] => {
    if (minor === undefined) return kind === 'gap' ? [] : [{ interval, x0, x1 }];
    return minor.ticks.map((tick, k) => ({
      interval: { start: latest(tick.at, interval.start), end: earliest(minor.ticks[k + 1]?.at ?? interval.end, interval.end) },
      x0: Math.max(tick.x, x0),
      x1: Math.min(tick.end, x1),
    }));
  });
  const counts = new Array<number>(columns.length).fill(0);
  const starts = columns.map(({ x0 }) => x0);
  for (const x of xs) {
    if (x < scale.x0 || x >= scale.x1) continue;
    const column = Math.max(lastNotAbove(starts, x), 0);
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return columns.map((column, k) => ({ ...column, count: counts[k] ?? 0 }));
}

const latest = (a: Instant, b: Instant): Instant => instant(Math.max(a, b));
const earliest = (a: Instant, b: Instant): Instant => instant(Math.min(a, b));

function lastNotAbove(starts: readonly number[], x: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export interface DensityStyle {
  /** Where columns stand, and how tall the tallest may be. */
  readonly base: number;
  readonly height: number;
  readonly colour: string;
  readonly world: World;
  /** The key by which a column is found under the pointer. */
  readonly keyOf: (bin: Bin) => string;
}

/** Columns as tall as their counts, the tallest with its number. */
export function densityMarks(bins: readonly Bin[], { base, height, colour, world, keyOf }: DensityStyle): readonly Mark[] {
  const peak = bins.reduce((most, bin) => (bin.count > most.count ? bin : most), { count: 0, x0: 0, x1: 0 });
  if (peak.count === 0) return [];
  const columns = bins
    .filter(({ count }) => count > 0)
    .map((bin): Mark => {
      const tall = Math.max((bin.count / peak.count) * height, 1.5);
      const gap = bin.x1 - bin.x0 > 3 ? 0.75 : 0;
      return {
        kind: 'rect', x: bin.x0 + gap / 2, y: base - tall, width: Math.max(bin.x1 - bin.x0 - gap, 1), height: tall, fill: withAlpha(colour, 0.72), key: keyOf(bin), role: 'density',
      };
    });
  return [
    ...columns,
    {
      kind: 'text', x: (peak.x0 + peak.x1) / 2, y: base - height - 3, text: world.formats.number(peak.count), font: FONTS.peak, fill: world.palette.second, anchor: 'middle', role: 'peak',
    },
  ];
}
