import { withAlpha } from '../base/colour.ts';
import { boxesOverlap, clamp, type Box } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import type { LineMark, Mark } from '../scene/scene.ts';
import { DAY } from '../time/instant.ts';
import type { Extent } from './rows.ts';
import { REPORT_SHARE, WIDE_DAY } from './timeline-shape.ts';
import { FONTS } from './timeline-style.ts';
import type { World } from './world.ts';

/** Where the report's date stands on the time line, in pixels: a line, or the whole day where the day is all that is known and can be seen. */
export type ReportPlace = { readonly kind: 'line'; readonly x: number } | (Extent & { readonly kind: 'day' });

/** The place of the report's date; `undefined` for a story without one. A day too narrow to show is a line where the day is well on. */
export function reportPlace({ story }: Dataset, xOf: (at: number) => number): ReportPlace | undefined {
  const { reportDate } = story;
  if (reportDate === undefined) return undefined;
  const { edtf, at } = reportDate;
  if (edtf.includes('T')) return { kind: 'line', x: xOf(at) };
  const day = { left: xOf(at), right: xOf(at + DAY) };
  return day.right - day.left > WIDE_DAY ? { kind: 'day', ...day } : { kind: 'line', x: xOf(at + REPORT_SHARE * DAY) };
}

/** The same place in a picture that begins elsewhere on the time line. */
export const moved = (place: ReportPlace, dx: number): ReportPlace =>
  place.kind === 'line' ? { kind: 'line', x: place.x + dx } : { kind: 'day', left: place.left + dx, right: place.right + dx };

/** The pixel from which on everything was still to come when the report appeared. */
export const futureFrom = (place: ReportPlace): number => (place.kind === 'line' ? place.x : place.right);

/** What lies behind the events, and the sign above them. */
export interface ReportMarks {
  readonly ground: readonly Mark[];
  readonly sign: readonly Mark[];
}

export interface ReportRoom {
  readonly plot: Box;
  readonly signTop: number;
  readonly ruleY: number;
  /** What the sign keeps clear of; without room above it stands at the plot's foot. */
  readonly taken: readonly Box[];
  /** Texts around which the line makes way. */
  readonly texts: readonly Box[];
}

const SIGN_HEIGHT = 16;
/** Pixels that the line leaves free above and below a text, and beside it. */
const CLEAR = 2;

/** The report's date: its line or its day, and its sign; `undefined` outside the plot. */
export function layoutReport(place: ReportPlace, room: ReportRoom, world: World): ReportMarks | undefined {
  const { plot } = room;
  const right = plot.x + plot.width;
  if (place.kind === 'day') return place.right <= plot.x || place.left >= right ? undefined : dayMarks(place, room, world);
  return place.x < plot.x || place.x > right ? undefined : lineMarks(place.x, room, world);
}

function lineMarks(x: number, { plot, signTop, ruleY, taken, texts }: ReportRoom, world: World): ReportMarks {
  const width = signWidth(world);
  const bottom = plot.y + plot.height;
  const spot = freeSpot([x - 1, x - width / 2, x - width + 1], width, plot, { plot, signTop, taken }) ?? { x: within(x - width / 2, width, plot), y: bottom };
  const lineTop = spot.y < ruleY ? signTop + SIGN_HEIGHT : plot.y;
  const stroke = { colour: world.palette.ink, width: 1.25 };
  return {
    ground: stretchesBetween(ruleY, bottom, texts.filter((box) => box.x - CLEAR < x && x < box.x + box.width + CLEAR)).map(
      ([y1, y2]): LineMark => ({ kind: 'line', x1: x, y1, x2: x, y2, stroke, role: 'report-line' }),
    ),
    sign: [...(lineTop < ruleY ? [{ kind: 'line', x1: x, y1: lineTop, x2: x, y2: ruleY, stroke } as const] : []), ...signMarks(spot, world)],
  };
}

/** What is left of a line from top to bottom when it makes way for boxes. */
function stretchesBetween(top: number, bottom: number, boxes: readonly Box[]): readonly (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  let from = top;
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    const to = Math.min(box.y - CLEAR, bottom);
    if (to > from) stretches.push([from, to]);
    from = Math.max(from, box.y + box.height + CLEAR);
  }
  return from < bottom ? [...stretches, [from, bottom]] : stretches;
}

function dayMarks({ left, right }: Extent, { plot, signTop, ruleY, taken }: ReportRoom, world: World): ReportMarks {
  const { ink } = world.palette;
  const [x0, x1] = [Math.max(left, plot.x), Math.min(right, plot.x + plot.width)];
  const seen = { x: x0, width: x1 - x0 };
  const bottom = plot.y + plot.height;
  const top = signTop + SIGN_HEIGHT + 2;
  const width = signWidth(world);
  const middle = (x0 + x1 - width) / 2;
  const spot = freeSpot([middle, x1 - width - 6, x0 + 6], width, seen, { plot, signTop, taken }) ?? { x: within(middle, width, plot), y: bottom };
  const edge = { colour: withAlpha(ink, 0.32), width: 1 };
  return {
    ground: [
      { kind: 'rect', ...seen, y: top, height: bottom - top, fill: withAlpha(ink, 0.04), role: 'report-day' },
      ...[left, right].filter((x) => x >= plot.x && x <= plot.x + plot.width).map((x): LineMark => ({ kind: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke: edge, role: 'report-edge' })),
    ],
    sign: [{ kind: 'line', x1: x0, y1: ruleY, x2: x1, y2: ruleY, stroke: { colour: ink, width: 2 }, role: 'report-rule' }, ...signMarks(spot, world)],
  };
}

const signWidth = (world: World): number => world.measure(world.messages.timeline.reportPublished, FONTS.pill) + 14;

/** A left end moved so that something so wide stays in a stretch, if it can. */
const within = (left: number, width: number, { x, width: room }: Pick<Box, 'x' | 'width'>): number => clamp(left, x, Math.max(x + room - width, x));

/** The first of several left ends at which the sign, kept within a stretch, has room above the axis. */
function freeSpot(
  lefts: readonly number[],
  width: number,
  stretch: Pick<Box, 'x' | 'width'>,
  { plot, signTop, taken }: Pick<ReportRoom, 'plot' | 'signTop' | 'taken'>,
): { readonly x: number; readonly y: number } | undefined {
  return lefts
    .map((left) => ({ x: within(within(left, width, stretch), width, plot), y: signTop }))
    .find((spot) => !taken.some((box) => boxesOverlap({ ...box, x: box.x - 8, width: box.width + 16 }, { ...spot, width, height: SIGN_HEIGHT })));
}

function signMarks({ x, y }: { readonly x: number; readonly y: number }, world: World): readonly Mark[] {
  const { ink, panel } = world.palette;
  const width = signWidth(world);
  return [
    { kind: 'rect', x, y, width, height: SIGN_HEIGHT, radius: SIGN_HEIGHT / 2, fill: ink, role: 'report-sign' },
    { kind: 'text', x: x + width / 2, y: y + 11.8, text: world.messages.timeline.reportPublished, font: FONTS.pill, fill: panel, anchor: 'middle', role: 'report-text' },
  ];
}
