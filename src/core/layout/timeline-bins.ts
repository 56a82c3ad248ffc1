import { bisectRight } from '../base/bisect.ts';
import { clamp } from '../base/geometry.ts';
import { PRECISIONS } from '../time/edtf.ts';
import { instant, type Interval } from '../time/instant.ts';
import { ticksOf } from '../time/ticks.ts';
import { timeScale, type TimeScale } from '../time/time-scale.ts';
import type { Clocks } from '../time/zone.ts';
import { maskPasses, type Visible } from '../query/visible.ts';
import { addStarts, type LaneCounts, type Slots } from './lane-counts.ts';
import { rowAt } from './time-index.ts';
import { LONGEST, vagueSpans } from './vague-spans.ts';

/** A column of the density: a calendar unit, the same wherever the window lies. */
export interface Bin {
  readonly start: number;
  readonly end: number;
  readonly x0: number;
  readonly x1: number;
  /** By slot: how many events start in it. */
  readonly counts: Uint32Array;
  /** By slot: the same, with dates that are not known exactly spread over all the bins they may be in. */
  readonly heights: Float64Array;
}

/** The bins of one step of the calendar, and how strongly they show. */
export interface BinRow {
  readonly bins: readonly Bin[];
  /** Those that show at least in part. */
  readonly seen: readonly Bin[];
  readonly opacity: number;
}

/** Pixels of a bin at which it begins to show, and at which it takes over from the coarser ones. */
const NARROWEST = 4;
const FULL = 7;
/** Bins reach so many pixels beyond the picture: what is about to come in already bears on the scale. */
export const BIN_MARGIN = 120;

/** Counts of bins by their start, kept as long as the same events are visible and the same lanes in sight. */
export type BinMemo = Map<string, Map<number, Pick<Bin, 'end' | 'counts' | 'heights'>>>;
/** More bins than these are not kept. */
const MOST_KEPT = 8192;

export interface BinRequest {
  readonly counts: LaneCounts;
  readonly visible: Visible;
  readonly slots: Slots;
  readonly scale: TimeScale;
  readonly clocks: Clocks;
  readonly memo: BinMemo;
}

/** The bins in sight and a little beyond, at the finest step that has room; while it has hardly any, those of the coarser step show too. */
export function binRows(request: BinRequest): readonly BinRow[] {
  const { scale } = request;
  const wide = widened(scale);
  const fine = stretchesOf(wide, NARROWEST, request.clocks);
  const pixels = Math.min(...fine.filter(({ step }) => step !== undefined).map(({ width }) => width));
  const share = Number.isFinite(pixels) ? clamp((pixels - NARROWEST) / (FULL - NARROWEST), 0, 1) : 1;
  const opacity = share * share * (3 - 2 * share);
  const rows: BinRow[] = [];
  const add = (stretches: readonly BinStretch[], strength: number): void => {
    const bins = binsIn(stretches, request);
    rows.push({ bins, seen: bins.filter(({ x0, x1 }) => x1 > scale.x0 && x0 < scale.x1), opacity: strength });
  };
  if (opacity < 1) add(stretchesOf(wide, FULL, request.clocks), 1 - opacity);
  if (opacity > 0) add(fine, opacity);
  return rows;
}

/** The scale of the same picture with a margin on either side. */
function widened({ window, x0, x1, warp, instantAt }: TimeScale): TimeScale {
  const [start, end] = [instantAt(x0 - BIN_MARGIN), instantAt(x1 + BIN_MARGIN)];
  if (!(start < window.start && end > window.end)) return timeScale({ window, x0, x1, warp });
  return timeScale({ window: { start, end }, x0: x0 - BIN_MARGIN, x1: x1 + BIN_MARGIN, warp });
}

interface BinStretch {
  readonly step: string | undefined;
  /** Usual pixels of a bin. */
  readonly width: number;
  readonly parts: readonly (Interval & { readonly x0: number; readonly x1: number })[];
}

/** The calendar units of each part of the axis, cut where its scale changes; a part too short for any is one bin. */
function stretchesOf(scale: TimeScale, narrowest: number, clocks: Clocks): readonly BinStretch[] {
  return ticksOf(scale, () => narrowest, clocks).flatMap(({ x0, x1, interval, minor, kind }): readonly BinStretch[] => {
    if (minor === undefined) return kind === 'gap' ? [] : [{ step: undefined, width: x1 - x0, parts: [{ ...interval, x0, x1 }] }];
    const isFirst = interval.start === scale.window.start;
    const isLast = interval.end === scale.window.end;
    const parts = minor.ticks.flatMap((tick, k) => {
      const next = minor.ticks[k + 1]?.at ?? (isLast ? scale.instantAt(tick.end) : interval.end);
      const start = isFirst ? tick.at : instant(Math.max(tick.at, interval.start));
      const end = isLast ? next : instant(Math.min(next, interval.end));
      return end > start ? [{ start, end, x0: scale.xOf(start), x1: scale.xOf(end) }] : [];
    });
    const { unit, count, length } = minor.step;
    return [{ step: `${count} ${unit}`, width: (length * (x1 - x0)) / (interval.end - interval.start), parts }];
  });
}

function binsIn(stretches: readonly BinStretch[], request: BinRequest): readonly Bin[] {
  return stretches.flatMap(({ step, parts }) => {
    const key = step ?? 'whole';
    const known = request.memo.get(key) ?? new Map<number, Pick<Bin, 'end' | 'counts' | 'heights'>>();
    request.memo.set(key, known);
    const missing = parts.filter(({ start, end }) => known.get(start)?.end !== end);
    if (missing.length > 0) {
      if (known.size > MOST_KEPT) known.clear();
      countBins(missing, request).forEach((counted, k) => known.set(missing[k]?.start ?? 0, counted));
    }
    const bins: Bin[] = [];
    for (const { start, end, x0, x1 } of parts) {
      const counted = known.get(start);
      if (counted !== undefined) bins.push({ start, end, x0, x1, counts: counted.counts, heights: counted.heights });
    }
    return bins;
  });
}

/** A bin that was counted, wherever it is drawn. */
export type Counted = Pick<Bin, 'start' | 'end' | 'counts' | 'heights'>;

/** Up to so many rows in the bins are looked at one by one, to spread days over hours as well. */
const LOOKED_AT = 2 ** 15;

function countBins(parts: readonly Interval[], request: BinRequest): readonly Counted[] {
  const { counts, visible, slots } = request;
  const bins = parts.map(({ start, end }): Counted => {
    const own = new Uint32Array(slots.size);
    addStarts(counts, visible, slots, rowAt(visible.dataset, start), rowAt(visible.dataset, end), own);
    return { start, end, counts: own, heights: Float64Array.from(own) };
  });
  spreadVague(bins, request);
  spreadDays(bins, request);
  return bins;
}

/** Takes vague events from the bin that they start in and gives each bin its share of them. */
export function spreadVague(bins: readonly Counted[], { counts, visible, slots }: Pick<BinRequest, 'counts' | 'visible' | 'slots'>): void {
  const { starts, ends } = vagueSpans(visible.dataset);
  const { size } = counts.coding;
  const edges = bins.map(({ start }) => start);
  for (let span = 0; span < starts.length; span += 1) {
    const [start, end] = [starts[span] as number, ends[span] as number];
    if (end <= (edges[0] ?? Infinity) || start >= (bins.at(-1)?.end ?? -Infinity)) continue;
    for (const code of slots.codes) {
      const events = counts.vague[span * size + code] as number;
      if (events > 0) spread(bins, edges, start, end, slots.slotOf[code] as number, events);
    }
  }
}

/** Does the same for dates known to the day or the hour in bins that are shorter, where few enough events are in them. */
function spreadDays(bins: readonly Counted[], { counts, visible, slots }: BinRequest): void {
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined) return;
  const { dataset, failed, ignored } = visible;
  const { earliestStart, latestEnd, dating } = dataset.columns;
  const shortest = bins.reduce((least, { start, end }) => Math.min(least, end - start), Infinity);
  const longestOf = dating.values.map((value) => (value === undefined || PRECISIONS.indexOf(value.precision) > PRECISIONS.indexOf('day') ? 0 : LONGEST[value.precision]));
  const longest = Math.max(...longestOf, 0);
  if (longest <= shortest) return;
  const [from, to] = [rowAt(dataset, first.start - longest), rowAt(dataset, last.end)];
  if (to - from > LOOKED_AT) return;
  const edges = bins.map(({ start }) => start);
  for (let i = from; i < to; i += 1) {
    const slot = slots.slotOf[counts.coding.codes[i] as number] as number;
    const length = longestOf[dating.codes[i] as number] as number;
    if (slot < 0 || length <= shortest || !maskPasses(failed[i] as number, ignored)) continue;
    const start = earliestStart[i] as number;
    spread(bins, edges, start, Math.min(latestEnd[i] as number, start + length), slot, 1);
  }
}

/** Spreads events evenly from a start to an end; those that counted in full where they start count there by share only. */
function spread(bins: readonly Counted[], edges: readonly number[], start: number, end: number, slot: number, events: number): void {
  if (!(end > start)) return;
  const first = bins[bisectRight(edges, start) - 1];
  if (first !== undefined && start < first.end) first.heights[slot] = (first.heights[slot] as number) - events;
  for (let k = Math.max(bisectRight(edges, start) - 1, 0); k < bins.length; k += 1) {
    const bin = bins[k] as Counted;
    if (bin.start >= end) break;
    const share = (Math.min(end, bin.end) - Math.max(start, bin.start)) / (end - start);
    if (share > 0) bin.heights[slot] = (bin.heights[slot] as number) + events * share;
  }
}
