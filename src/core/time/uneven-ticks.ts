import { civilOf, type Civil } from './calendar.ts';
import { instant, type Instant } from './instant.ts';
import { stepFrom, TICK_STEPS, tickAtOrBefore, type Tick, type TickStep } from './ticks.ts';
import { pixelsPerMs, type TimeScale } from './time-scale.ts';
import { firstInstantOf, wallOf, type Clocks } from './zone.ts';

/** A tick of a scale that has no one step: it begins a unit of its own. */
export interface UnevenTick extends Omit<Tick, 'end'> {
  readonly step: TickStep;
}

/** Steps from coarse to fine. */
const COARSE_FIRST = TICK_STEPS.toReversed();

/**
 * The roundest instant in every `slot` pixels of a scale, the window and a slot on either side, in order. Slots stand on drawn time, so that
 * a pan finds the very same instants.
 */
export function roundInstants(scale: TimeScale, slot: number, clocks: Clocks): readonly UnevenTick[] {
  const { warp, window } = scale;
  // Rounded, lest the slots move with the last digits of a window.
  const length = Number((slot / pixelsPerMs(scale)).toPrecision(9));
  const first = Math.floor(warp.toWarped(window.start) / length) - 1;
  const last = Math.ceil(warp.toWarped(window.end) / length) + 1;
  const ticks: UnevenTick[] = [];
  for (let k = first; k < last; k += 1) {
    const [from, to] = [wallOf(warp.fromWarped(k * length), clocks), wallOf(warp.fromWarped((k + 1) * length), clocks)];
    const round = roundestIn(from, to);
    if (round === undefined) continue;
    const at = firstInstantOf(round.wall, clocks);
    if (at !== ticks.at(-1)?.at) ticks.push({ at, x: scale.xOf(at), ...round });
  }
  return ticks;
}

/** The beginning of the coarsest step after one wall-clock time and not after another. */
function roundestIn(from: Instant, to: Instant): { readonly wall: Instant; readonly step: TickStep } | undefined {
  if (!(to > from)) return undefined;
  const differs = firstDifference(civilOf(from), civilOf(instant(to)));
  for (const step of COARSE_FIRST) {
    if (!differs(step)) continue;
    const counted = stepFrom(from, step);
    const wall = tickAtOrBefore(to, counted);
    if (wall > from) return { wall, step: counted };
  }
  return undefined;
}

/** Which steps may begin between two times, by the coarsest part in which they differ. */
function firstDifference(a: Civil, b: Civil): (step: TickStep) => boolean {
  if (a.year !== b.year) return () => true;
  if (a.month !== b.month) return ({ unit }) => unit !== 'year';
  if (a.day !== b.day) return ({ unit }) => unit !== 'year' && unit !== 'month' && unit !== 'quarter';
  return ({ unit }) => unit === 'hour' || unit === 'minute' || unit === 'second' || unit === 'millisecond';
}
