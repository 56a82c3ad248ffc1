import type { Box } from '../base/geometry.ts';
import type { LineMark, Mark, TextMark } from '../scene/scene.ts';
import { instantOf } from '../time/calendar.ts';
import type { TimeScale } from '../time/time-scale.ts';
import { ticksOf, type Tick, type TickRow, type TickStep, type TickStretch } from '../time/ticks.ts';
import { clocksOf, type Clocks } from '../time/zone.ts';
import { majorWriters, minorWriters, type TickWriter } from './tick-labels.ts';
import { FONTS, coloursOf } from './timeline-style.ts';
import { unevenMajor, unevenTicks } from './uneven-axis.ts';
import type { World } from './world.ts';

/** Where the parts of the axis stand, in pixels down the picture. */
export interface AxisFrame {
  readonly majorY: number;
  readonly minorY: number;
  readonly ruleY: number;
  /** How far down hairlines go. */
  readonly bottom: number;
}

export interface Axis {
  /** Behind everything. */
  readonly hairlines: readonly Mark[];
  /** Rule and labels. */
  readonly marks: readonly Mark[];
  /** What the coarse labels take up. */
  readonly majorBoxes: readonly Box[];
}

/** From a tick to its label, and from the label's end to the next tick. */
const BEFORE_LABEL = 6;
const AFTER_LABEL = 5;
const PART_HEIGHT = 4;
/** A Wednesday late in the longest-named month: the widest that most tick labels get. */
const WIDE_DAY = instantOf(2026, 9, 30, 23, 59, 59);

/**
 * The two-level axis over a time scale: coarse labels above, fine ones below, a rule, and hairlines down through the lanes. Days and hours
 * are those that the clocks of an IANA zone show. Throws on a zone that there are no clocks for.
 */
export function layoutAxis(scale: TimeScale, frame: AxisFrame, world: World, zone = 'UTC'): Axis {
  const clocks = clocksOf(zone);
  if (clocks === undefined) throw new RangeError(`no clocks for the zone ${JSON.stringify(zone)}`);
  const samples = [WIDE_DAY, scale.window.start, scale.window.end];
  const minGap = (step: TickStep): number => {
    const shortest = minorWriters(step, world).at(-1);
    if (shortest === undefined) return Infinity;
    return Math.max(...samples.map((at) => world.measure(shortest(at), FONTS.minor))) + BEFORE_LABEL + AFTER_LABEL;
  };
  return scale.warp.isUneven ? unevenAxis(scale, frame, world, clocks, minGap) : steppedAxis(ticksOf(scale, minGap, clocks), frame, world);
}

/** An axis whose every stretch has a step of its own. */
function steppedAxis(stretches: readonly TickStretch[], frame: AxisFrame, world: World): Axis {
  const colours = coloursOf(world.palette);
  const rows = stretches.map((stretch) => {
    const { major, minor, parts } = stretch;
    return {
      coarse: major === undefined ? [] : rowLabels(major, majorWriters(major.step, world), stretch, (text) => world.measure(text, FONTS.major), true),
      fine: minor === undefined ? [] : rowLabels(minor, minorWriters(minor.step, world), stretch, (text) => world.measure(text, FONTS.minor), isStretchOfTime(minor.step)),
      parts: (parts?.ticks ?? []).filter(({ x }) => x >= stretch.x0 - 0.01),
      lines: (minor?.ticks ?? []).filter(({ x }) => x >= stretch.x0 - 0.01),
    };
  });
  return {
    hairlines: rows.flatMap(({ lines }) => lines.map(({ x }) => hairline(x, frame, colours.hairline))),
    marks: [
      ...stretches.flatMap((stretch, i) => {
        const { coarse = [], fine = [], parts = [] } = rows[i] ?? {};
        return [...ruleMarks(stretch, frame.ruleY, colours.rule), ...parts.map(({ x }) => partMark(x, frame, colours.rule)), ...fineMarks(fine, frame, world), ...coarseMarks(coarse, frame, world)];
      }),
      ...scaleChanges(stretches, frame.ruleY, colours),
    ],
    majorBoxes: rows.flatMap(({ coarse }) => coarse.map((label) => coarseBox(label, frame))),
  };
}

/** An axis whose scale changes everywhere: round instants where they have room, below the coarse level of the whole window. */
function unevenAxis(scale: TimeScale, frame: AxisFrame, world: World, clocks: Clocks, minGap: (step: TickStep) => number): Axis {
  const colours = coloursOf(world.palette);
  const whole: Extent = { x0: scale.x0, x1: scale.x1 };
  const major = unevenMajor(scale, clocks, minGap);
  const coarse = major === undefined ? [] : rowLabels(major, majorWriters(major.step, world), whole, (text) => world.measure(text, FONTS.major), true);
  const ticks = unevenTicks(scale, major?.step, clocks, (text) => world.measure(text, FONTS.minor) + BEFORE_LABEL + AFTER_LABEL, world);
  const fine = ticks.map(({ x, text }) => ({ x: x + BEFORE_LABEL, text, width: world.measure(text, FONTS.minor) })).filter(({ x, width }) => x + width <= scale.x1);
  const rule: Mark = { kind: 'line', x1: scale.x0, y1: frame.ruleY, x2: scale.x1, y2: frame.ruleY, stroke: { colour: colours.rule, width: 1 }, role: 'rule' };
  return {
    hairlines: ticks.map(({ x }) => hairline(x, frame, colours.hairline)),
    marks: [rule, ...fineMarks(fine, frame, world), ...coarseMarks(coarse, frame, world)],
    majorBoxes: coarse.map((label) => coarseBox(label, frame)),
  };
}

const hairline = (x: number, { ruleY, bottom }: AxisFrame, colour: string): LineMark => ({
  kind: 'line', x1: x, y1: ruleY, x2: x, y2: bottom, stroke: { colour, width: 1 }, role: 'gridline',
});

/** A short stroke below the rule. */
const partMark = (x: number, { ruleY }: AxisFrame, colour: string): LineMark => ({
  kind: 'line', x1: x, y1: ruleY, x2: x, y2: ruleY + PART_HEIGHT, stroke: { colour, width: 1 }, role: 'tick-part',
});

const fineMarks = (labels: readonly PlacedLabel[], { minorY }: AxisFrame, { palette }: World): readonly TextMark[] =>
  labels.map(({ x, text }) => ({ kind: 'text', x, y: minorY, text, font: FONTS.minor, fill: palette.second, anchor: 'start', role: 'tick' }));

const coarseMarks = (labels: readonly PlacedLabel[], { majorY }: AxisFrame, { palette }: World): readonly TextMark[] =>
  labels.map(({ x, text }) => ({ kind: 'text', x, y: majorY, text, font: FONTS.major, fill: palette.ink, anchor: 'start', role: 'tick' }));

const coarseBox = ({ x, width }: PlacedLabel, { majorY }: AxisFrame): Box => ({ x, y: majorY - 12, width, height: 16 });

/** Whether a tick's label names the time up to the next one, not the instant: then it may move along to stay in sight. */
const isStretchOfTime = ({ unit, count }: TickStep): boolean => count === 1 && (unit === 'day' || unit === 'month' || unit === 'year');

/** Left and right end in pixels. */
interface Extent {
  readonly x0: number;
  readonly x1: number;
}

interface PlacedLabel {
  readonly x: number;
  readonly text: string;
  readonly width: number;
}

/** The labels of a row: in the fullest writing that has room everywhere, or in the shortest where there is room. */
function rowLabels(
  { ticks }: TickRow,
  writers: readonly TickWriter[],
  stretch: Extent,
  widthOf: (text: string) => number,
  isSticky: boolean,
): readonly PlacedLabel[] {
  const shown = ticks.filter((tick) => isSticky || tick.x >= stretch.x0 - 0.01);
  const endOf = (tick: Tick): number => Math.min(tick.end - AFTER_LABEL, stretch.x1);
  const written = new Map<TickWriter, Map<Tick, PlacedLabel>>();
  const labelOf = (writer: TickWriter, tick: Tick): PlacedLabel => {
    const labels = written.get(writer) ?? new Map<Tick, PlacedLabel>();
    written.set(writer, labels);
    const known = labels.get(tick);
    if (known !== undefined) return known;
    const text = writer(tick.wall);
    const label = { x: Math.max(tick.x, stretch.x0) + BEFORE_LABEL, text, width: widthOf(text) };
    labels.set(tick, label);
    return label;
  };
  const fits = (writer: TickWriter, tick: Tick): boolean => {
    const { x, width } = labelOf(writer, tick);
    return x + width <= endOf(tick);
  };
  const isWhole = (tick: Tick): boolean => tick.x >= stretch.x0 - 0.01 && tick.end <= stretch.x1 + 0.01;
  const whole = shown.some(isWhole) ? shown.filter(isWhole) : shown;
  const writer = writers.find((candidate) => whole.every((tick) => fits(candidate, tick))) ?? writers.at(-1);
  if (writer === undefined) return [];
  return shown.filter((tick) => fits(writer, tick)).map((tick) => labelOf(writer, tick)).filter(({ text }) => text !== '');
}

/** The rule: solid at true scale, dotted where time is drawn smaller, none in a gap. */
function ruleMarks({ kind, x0, x1 }: TickStretch, y: number, colour: string): readonly Mark[] {
  if (kind === 'gap') return [];
  const stroke = { colour, width: 1, ...(kind === 'squeezed' ? { dash: [1.5, 2.5] } : {}) };
  return [{ kind: 'line', x1: x0, y1: y, x2: x1, y2: y, stroke, role: kind === 'squeezed' ? 'rule-squeezed' : 'rule' }];
}

/** Two slanted strokes across the rule wherever the scale changes and no gap says so already. */
function scaleChanges(stretches: readonly TickStretch[], y: number, { rule, ground }: { readonly rule: string; readonly ground: string }): readonly Mark[] {
  return stretches.slice(1).flatMap((stretch, i): readonly Mark[] => {
    const before = stretches[i];
    if (before === undefined || before.kind === 'gap' || stretch.kind === 'gap' || before.kind === stretch.kind) return [];
    const slanted = (x: number): readonly number[] => [x - 1.75, y + 4, x + 1.75, y - 4];
    return [
      { kind: 'rect', x: stretch.x0 - 3.5, y: y - 2, width: 7, height: 4, fill: ground },
      { kind: 'path', rings: [slanted(stretch.x0 - 2), slanted(stretch.x0 + 2)], closed: false, stroke: { colour: rule, width: 1.2 }, role: 'scale-change' },
    ];
  });
}
