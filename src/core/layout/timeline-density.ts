import { withAlpha } from '../base/colour.ts';
import type { BoxesMark, Mark } from '../scene/scene.ts';
import { BIN_MARGIN, type Bin, type BinRow } from './timeline-bins.ts';
import { FONTS } from './timeline-style.ts';
import type { World } from './world.ts';

/** Slots of a lane that are drawn upon each other in one column, from the bottom up, each in its colour. */
export interface DensityPart {
  readonly slot: number;
  readonly colour: string;
}

export interface DensityStyle {
  /** Where columns stand, and how tall the tallest may be. */
  readonly base: number;
  readonly height: number;
  /** Left and right end of the plot. */
  readonly x0: number;
  readonly x1: number;
  readonly parts: readonly DensityPart[];
  readonly opacity: number;
  /** Whether the tallest column says its number. */
  readonly hasPeak: boolean;
  /** The key by which columns are found under the pointer. */
  readonly key: string;
  readonly world: World;
}

/** How strong columns are, and the least pixels of one that counts an event, or but a share of one. */
const STRENGTH = 0.72;
const LOWEST = 1.5;
const TRACE = 0.75;

/** Columns as tall as their counts, upon each other by category; the tallest one in the plot with its number. */
export function densityMarks(rows: readonly BinRow[], style: DensityStyle): readonly Mark[] {
  return [...rows.flatMap((row) => columnMarks(row, style)), ...(style.hasPeak ? peakMarks(rows, style) : [])];
}

function columnMarks({ bins, seen, opacity }: BinRow, style: DensityStyle): readonly Mark[] {
  const { base, parts, key } = style;
  const most = mostOf(bins, style);
  if (most <= 0) return [];
  const boxes = parts.map((): number[] => []);
  for (const { x0, x1, heights } of seen) {
    const tall = tallOf(heights, most, style);
    if (tall === 0) continue;
    const total = heightOf(heights, parts);
    const gap = x1 - x0 > 3 ? 0.75 : 0;
    const [left, width] = [x0 + gap / 2, Math.max(x1 - x0 - gap, 1)];
    let y = base;
    parts.forEach(({ slot }, k) => {
      const own = ((heights[slot] as number) / total) * tall;
      if (own <= 0.01) return;
      y -= own;
      boxes[k]?.push(left, y, width, own);
    });
  }
  return parts.flatMap(({ colour }, k): readonly BoxesMark[] => {
    const own = boxes[k] ?? [];
    if (own.length === 0) return [];
    return [{ kind: 'boxes', boxes: own, fill: withAlpha(colour, STRENGTH), opacity: opacity * style.opacity, key, role: 'density' }];
  });
}

const heightOf = (heights: Float64Array, parts: readonly DensityPart[]): number => parts.reduce((sum, { slot }) => sum + Math.max(heights[slot] as number, 0), 0);

/** The height of the tallest column in pixels of the lane; less than a trace of an event is none. */
function tallOf(heights: Float64Array, most: number, { parts, height }: DensityStyle): number {
  const total = heightOf(heights, parts);
  return total < 1e-6 ? 0 : Math.max(Math.min(total / most, 1) * height, total < 0.5 ? TRACE : LOWEST);
}

/**
 * What fills the height: the most of any column in the plot, or of one beyond it the less the further off it is, so that the scale changes
 * smoothly as columns come and go.
 */
function mostOf(bins: readonly Bin[], { x0, x1, parts }: DensityStyle): number {
  let most = 0;
  for (const bin of bins) {
    const off = Math.max(x0 - bin.x1, bin.x0 - x1, 0) / BIN_MARGIN;
    if (off < 1) most = Math.max(most, heightOf(bin.heights, parts) * (1 - off));
  }
  return most;
}

/** The number of the column with most events of those that stand wholly in the plot. */
function peakMarks(rows: readonly BinRow[], style: DensityStyle): readonly Mark[] {
  const { base, height, x0, x1, parts, world, opacity } = style;
  const row = rows.find((candidate) => candidate.opacity >= 0.5) ?? rows.at(-1);
  const whole = (row?.bins ?? []).filter((bin) => bin.x0 >= x0 - 0.5 && bin.x1 <= x1 + 0.5);
  let peak: Bin | undefined;
  for (const bin of whole) if (peak === undefined || heightOf(bin.heights, parts) > heightOf(peak.heights, parts)) peak = bin;
  const events = peak === undefined ? 0 : Math.round(heightOf(peak.heights, parts));
  if (peak === undefined || row === undefined || events < 1) return [];
  const text = world.formats.number(events);
  const half = world.measure(text, FONTS.peak) / 2;
  const x = Math.min(Math.max((peak.x0 + peak.x1) / 2, x0 + half + 2), Math.max(x1 - half - 2, x0 + half + 2));
  const y = base - Math.min(tallOf(peak.heights, mostOf(row.bins, style), style), height) - 3;
  return [{ kind: 'text', x, y, text, font: FONTS.peak, fill: world.palette.second, anchor: 'middle', opacity, role: 'peak' }];
}
