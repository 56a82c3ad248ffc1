import { bisectRight } from 'd3';
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
  /** Positions in the counted list. */
  readonly members: readonly number[];
}

/** The narrowest column in pixels. */
const NARROWEST = 4;

/**
 * Counts positions in columns that are whole calendar units, so that they keep their contents when the picture is moved. `xs` are the
 * pixels of the events, in any order; those outside the plot are not counted.
 */
export function binsOf(xs: readonly number[], scale: TimeScale): readonly Bin[] {
  const columns = ticksOf(scale, () => NARROWEST).flatMap(({ x0, x1, interval, minor, kind }): readonly Omit<Bin, 'members'>[] => {
    if (minor === undefined) return kind === 'gap' ? [] : [{ interval, x0, x1 }];
    return minor.ticks.map((tick, k) => ({
      interval: { start: latest(tick.at, interval.start), end: earliest(minor.ticks[k + 1]?.at ?? interval.end, interval.end) },
      x0: Math.max(tick.x, x0),
      x1: Math.min(tick.end, x1),
    }));
  });
  const members = columns.map((): number[] => []);
  const starts = columns.map(({ x0 }) => x0);
  xs.forEach((x, k) => {
    if (x >= scale.x0 && x < scale.x1) members[Math.max(bisectRight(starts, x) - 1, 0)]?.push(k);
  });
  return columns.map((column, k) => ({ ...column, members: members[k] ?? [] }));
}

const latest = (a: Instant, b: Instant): Instant => instant(Math.max(a, b));
const earliest = (a: Instant, b: Instant): Instant => instant(Math.min(a, b));

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
  const most = Math.max(...bins.map(({ members }) => members.length), 0);
  const peak = bins.find(({ members }) => members.length === most);
  if (peak === undefined || most === 0) return [];
  const columns = bins
    .filter(({ members }) => members.length > 0)
    .map((bin): Mark => {
      const tall = Math.max((bin.members.length / most) * height, 1.5);
      const gap = bin.x1 - bin.x0 > 3 ? 0.75 : 0;
      return {
        kind: 'rect', x: bin.x0 + gap / 2, y: base - tall, width: Math.max(bin.x1 - bin.x0 - gap, 1), height: tall, fill: withAlpha(colour, 0.72), key: keyOf(bin), role: 'density',
      };
    });
  return [
    ...columns,
    {
      kind: 'text', x: (peak.x0 + peak.x1) / 2, y: base - height - 3, text: world.formats.number(most), font: FONTS.peak, fill: world.palette.second, anchor: 'middle', role: 'peak',
    },
  ];
}
