import { withAlpha } from '../base/colour.ts';
import { unreachable } from '../base/result.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Font, Gradient, Mark } from '../scene/scene.ts';
import type { LegendEntry } from './legend-entries.ts';
import type { World } from './world.ts';

const LABEL: Font = { family: 'sans', size: 12.5, weight: 400 };
const LINE_HEIGHT = 24;
const SAMPLE_GAP = 7;
const ENTRY_GAP = 22;
/** Categories, statuses and the other marks are three sentences: a wider space parts them. */
const GROUP_GAP = 42;

/** A legend as marks from (0, 0) downwards, and how much height its lines take in pixels. */
export interface LegendLayout {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** Sets the entries in as many lines as the width in pixels asks for; what belongs together stays on one line if it can. */
export function layoutLegend(entries: readonly LegendEntry[], width: number, world: World): LegendLayout {
  const marks: Mark[] = [];
  let x = 0;
  let line = 0;
  for (const group of groupsOf(entries)) {
    const widths = group.map((entry) => sampleWidth(entry) + SAMPLE_GAP + world.measure(entry.label, LABEL));
    const groupWidth = widths.reduce((sum, entryWidth) => sum + entryWidth + ENTRY_GAP, -ENTRY_GAP);
    if (x > 0) x += GROUP_GAP - ENTRY_GAP;
    if (x > 0 && x + groupWidth > width) [x, line] = [0, line + 1];
    for (const [position, entry] of group.entries()) {
      const entryWidth = widths[position] ?? 0;
      if (x > 0 && x + entryWidth > width) [x, line] = [0, line + 1];
      marks.push(...entryMarks(entry, x, (line + 0.5) * LINE_HEIGHT, world));
      x += entryWidth + ENTRY_GAP;
    }
  }
  return { marks, height: entries.length === 0 ? 0 : (line + 1) * LINE_HEIGHT };
}

function groupsOf(entries: readonly LegendEntry[]): readonly (readonly LegendEntry[])[] {
  const groupOf = ({ kind }: LegendEntry): 'category' | 'status' | 'mark' => (kind === 'category' || kind === 'status' ? kind : 'mark');
  return (['category', 'status', 'mark'] as const).map((group) => entries.filter((entry) => groupOf(entry) === group)).filter(({ length }) => length > 0);
}

function entryMarks(entry: LegendEntry, x: number, y: number, world: World): readonly Mark[] {
  return [
    ...sampleMarks(entry, x, y, world),
    {
      kind: 'text',
      role: 'legend',
      x: x + sampleWidth(entry) + SAMPLE_GAP,
      y: y + LABEL.size * 0.36,
      text: entry.label,
      font: LABEL,
      fill: world.palette.ink,
      anchor: 'start',
    },
  ];
}

/** Width of the sample in pixels: signs are narrow, stretches of time and place are not. */
function sampleWidth({ kind }: LegendEntry): number {
  switch (kind) {
    case 'category':
      return 12;
    case 'status':
      return 14;
    case 'gathered':
    case 'gap':
      return 16;
    case 'near':
    case 'area':
    case 'hatch':
      return 20;
    case 'soft':
    case 'one-of':
    case 'route':
    case 'squeezed':
      return 28;
    default:
      return unreachable(kind);
  }
}

function sampleMarks(entry: LegendEntry, x: number, y: number, { palette }: World): readonly Mark[] {
  const width = sampleWidth(entry);
  const middle = x + width / 2;
  const neutral = palette.second;
  switch (entry.kind) {
    case 'category':
      return [{ kind: 'glyph', shape: entry.category, x: middle, y, radius: 5.5, fill: categoryColour(palette, entry.category) }];
    case 'status':
      return [{ kind: 'symbol', symbol: entry.status, x: middle, y, radius: 6.5, colour: neutral, ground: palette.paper }];
    case 'soft':
      return [{ kind: 'rect', x, y: y - 5, width, height: 10, radius: 5, fill: softFill(neutral) }];
    case 'one-of':
      return [{ kind: 'rect', x, y: y - 6, width, height: 12, radius: 6, stroke: { colour: neutral, width: 1.25, dash: [3, 2] } }];
    case 'hatch':
      return hatchSample(x, y, width, neutral);
    case 'near':
      return [
        { kind: 'circle', x: middle, y, radius: 9, fill: withAlpha(neutral, 0.18) },
        { kind: 'circle', x: middle, y, radius: 2.5, fill: neutral },
      ];
    case 'area':
      return [
        { kind: 'rect', x, y: y - 6, width, height: 12, radius: 5, fill: withAlpha(neutral, 0.18), stroke: { colour: neutral, width: 1, dash: [1.5, 2] } },
      ];
    case 'route':
      return [{ kind: 'line', x1: x, y1: y, x2: x + width, y2: y, stroke: { colour: neutral, width: 2 } }];
    case 'gathered':
      return [
        { kind: 'circle', x: middle, y, radius: 7.25, fill: palette.paper, stroke: { colour: neutral, width: 1.5 } },
        {
          kind: 'text',
          x: middle,
          y: y + 3.4,
          text: '2',
          font: { family: 'sans', size: 9.5, weight: 700 },
          fill: palette.ink,
          anchor: 'middle',
        },
      ];
    case 'gap':
      return [tornEdge(x + 4, y, neutral), tornEdge(x + width - 4, y, neutral)];
    case 'squeezed':
      return [
        { kind: 'line', x1: x, y1: y, x2: x + width, y2: y, stroke: { colour: neutral, width: 1 } },
        ...[0, 4, 8, 12, 28].map(
          (dx): Mark => ({ kind: 'line', x1: x + dx, y1: y - 4, x2: x + dx, y2: y + 4, stroke: { colour: neutral, width: 1 } }),
        ),
      ];
    default:
      return unreachable(entry);
  }
}

const softFill = (colour: string): Gradient => ({
  kind: 'gradient',
  direction: 'across',
  stops: [
    { offset: 0, colour: withAlpha(colour, 0.08) },
    { offset: 0.25, colour: withAlpha(colour, 0.4) },
    { offset: 0.75, colour: withAlpha(colour, 0.4) },
    { offset: 1, colour: withAlpha(colour, 0.08) },
  ],
});

function hatchSample(x: number, y: number, width: number, colour: string): readonly Mark[] {
  const box = { x, y: y - 6, width, height: 12 };
  const strokes = [-8, -2, 4, 10, 16].map(
    (dx): Mark => ({ kind: 'line', x1: x + dx, y1: y + 6, x2: x + dx + 12, y2: y - 6, stroke: { colour: withAlpha(colour, 0.6), width: 1 } }),
  );
  return [
    { kind: 'group', marks: strokes, clip: box },
    { kind: 'rect', ...box, radius: 2, stroke: { colour, width: 1, dash: [3, 2] } },
  ];
}

/** A short wave from top to bottom, like the edge of torn paper. */
function tornEdge(x: number, y: number, colour: string): Mark {
  const ring = Array.from({ length: 13 }, (_, step) => [x + 1.5 * Math.sin((step / 12) * 2 * Math.PI), y - 7 + (step / 12) * 14]).flat();
  return { kind: 'path', rings: [ring], closed: false, stroke: { colour, width: 1 } };
}
