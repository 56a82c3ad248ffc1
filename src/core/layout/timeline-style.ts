import { mixColours, withAlpha } from '../base/colour.ts';
import type { Font } from '../scene/scene.ts';
import type { Palette } from '../scene/palette.ts';

/** Sizes of the timeline in pixels, as the design has them. */
export const SIZES = {
  /** Outer radius of an event's sign. */
  symbol: 6.5,
  /** Radius of the small sign before a bar's label. */
  smallSymbol: 4.5,
  bar: 16,
  /** From sign to label. */
  labelGap: 5,
  /** A soft bar has faded before it ends, so that its label may begin on it. */
  softLabelGap: -5,
  /** From a bar's start to the label in it, and from the label to the bar's end. */
  inset: 9,
  endInset: 5,
  /** A stretch of time narrower than this is drawn as a sign in its middle. */
  narrowestBar: 15,
  row: 23,
  tightestRow: 18,
  loosestRow: 34,
  lanePadding: 6,
  tightestPadding: 3,
  /** Radius of the ring that stands for several events. */
  shared: 10,
  /** Below this width lane names stand above their lanes. */
  narrow: 480,
  laneName: 20,
} as const;

const sans = (size: number, weight: Font['weight'], italic = false): Font => ({ family: 'sans', size, weight, ...(italic ? { italic } : {}) });

export const FONTS = {
  label: sans(12.5, 500),
  setLabel: sans(12, 400),
  chosen: sans(12.5, 600),
  lane: sans(12.5, 500),
  laneHead: sans(12.5, 600),
  laneCount: sans(11, 400),
  major: sans(12.5, 600),
  minor: sans(11.5, 400),
  note: sans(11, 400, true),
  pill: sans(10.5, 500),
  count: sans(10.5, 600),
  peak: sans(10, 500),
} as const;

/** The timeline's colours in a palette. */
export interface TimelineColours {
  /** Under everything. */
  readonly ground: string;
  /** Under every other lane. */
  readonly band: string;
  readonly hairline: string;
  readonly rule: string;
  readonly hatch: string;
  readonly shade: string;
  readonly torn: string;
  readonly tornEdge: string;
}

export function coloursOf(palette: Palette): TimelineColours {
  return {
    ground: palette.panel,
    band: mixColours(palette.panel, palette.chip, 0.5),
    hairline: mixColours(palette.panel, palette.line, palette.theme === 'light' ? 0.72 : 0.6),
    rule: mixColours(palette.panel, palette.third, 0.7),
    hatch: withAlpha(palette.ink, 0.035),
    shade: withAlpha(palette.ink, 0.015),
    torn: palette.paper,
    tornEdge: palette.line,
  };
}
