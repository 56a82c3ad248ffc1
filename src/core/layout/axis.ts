import type { Box } from '../base/geometry.ts';
import type { LineMark, Mark, TextMark } from '../scene/scene.ts';
import { instantOf } from '../time/calendar.ts';
import type { TimeScale } from '../time/time-scale.ts';
import { ticksOf, type Tick, type TickRow, type TickStep, type TickStretch } from '../time/ticks.ts';
import { majorWriters, minorWriters, type TickWriter } from './tick-labels.ts';
import { FONTS, coloursOf } from './timeline-style.ts';
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
/** A Wednesday late in the longest-named month: the widest that most tick labels get. */
const WIDE_DAY = instantOf(2026, 9, 30, 23, 59, 59);

/** The two-level axis over a time scale: coarse labels above, fine ones below, a rule, and hairlines down through the lanes. */
export function layoutAxis(scale: TimeScale, frame: AxisFrame, world: World): Axis {
  const colours = coloursOf(world.palette);
  const widthOf = (writer: TickWriter, at: Tick['at'], font: (typeof FONTS)['minor' | 'major']): number => world.measure(writer(at), font);
  const minGap = (step: TickStep): number => {
    const shortest = minorWriters(step, world).at(-1);
    if (shortest === undefined) return Infinity;
    const samples = [WIDE_DAY, scale.window.start, scale.window.end];
    return Math.max(...samples.map((at) => widthOf(shortest, at, FONTS.minor))) + BEFORE_LABEL + AFTER_LABEL;
  };
  const stretches = ticksOf(scale, minGap);
  const hairlines: LineMark[] = [];
  const marks: Mark[] = [];
  const majorBoxes: Box[] = [];
  for (const stretch of stretches) {
    marks.push(...ruleMarks(stretch, frame.ruleY, colours.rule));
    const { minor, major } = stretch;
    for (const tick of minor?.ticks ?? []) {
      if (tick.x < stretch.x0 - 0.01) continue;
      const x = tick.x;
      hairlines.push({ kind: 'line', x1: x, y1: frame.ruleY, x2: x, y2: frame.bottom, stroke: { colour: colours.hairline, width: 1 }, role: 'gridline' });
    }
    if (minor !== undefined) {
      const labels = rowLabels(minor, minorWriters(minor.step, world), stretch, (writer, at) => widthOf(writer, at, FONTS.minor), isStretchOfTime(minor.step));
      marks.push(...labels.map(({ x, text }): TextMark => ({ kind: 'text', x, y: frame.minorY, text, font: FONTS.minor, fill: world.palette.second, anchor: 'start', role: 'tick' })));
    }
    if (major !== undefined) {
      const labels = rowLabels(major, majorWriters(major.step, world), stretch, (writer, at) => widthOf(writer, at, FONTS.major), true);
      for (const { x, text, width } of labels) {
        marks.push({ kind: 'text', x, y: frame.majorY, text, font: FONTS.major, fill: world.palette.ink, anchor: 'start', role: 'tick' });
        majorBoxes.push({ x, y: frame.majorY - 12, width, height: 16 });
      }
    }
  }
  marks.push(...scaleChanges(stretches, frame.ruleY, colours));
  return { hairlines, marks, majorBoxes };
}

/** Whether a tick's label names the time up to the next one, not the instant: then it may move along to stay in sight. */
const isStretchOfTime = ({ unit, count }: TickStep): boolean => count === 1 && (unit === 'day' || unit === 'month' || unit === 'year');

interface PlacedLabel {
  readonly x: number;
  readonly text: string;
  readonly width: number;
}

/** The labels of a row: in the fullest writing that has room everywhere, or in the shortest where there is room. */
function rowLabels(
  { ticks }: TickRow,
  writers: readonly TickWriter[],
  stretch: TickStretch,
  widthOf: (writer: TickWriter, at: Tick['at']) => number,
  isSticky: boolean,
): readonly PlacedLabel[] {
  const shown = ticks.filter((tick) => isSticky || tick.x >= stretch.x0 - 0.01);
  const startOf = (tick: Tick): number => Math.max(tick.x, stretch.x0) + BEFORE_LABEL;
  const endOf = (tick: Tick): number => Math.min(tick.end - AFTER_LABEL, stretch.x1);
  const fits = (writer: TickWriter, tick: Tick): boolean => startOf(tick) + widthOf(writer, tick.at) <= endOf(tick);
  const isWhole = (tick: Tick): boolean => tick.x >= stretch.x0 - 0.01 && tick.end <= stretch.x1 + 0.01;
  const whole = shown.some(isWhole) ? shown.filter(isWhole) : shown;
  const writer = writers.find((candidate) => whole.every((tick) => fits(candidate, tick))) ?? writers.at(-1);
  if (writer === undefined) return [];
  return shown
    .filter((tick) => fits(writer, tick))
    .map((tick) => ({ x: startOf(tick), text: writer(tick.at), width: widthOf(writer, tick.at) }))
    .filter(({ text }) => text !== '');
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
