import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { DAY } from '../time/instant.ts';
import { labelPlaces, labelText, type LabelLength, type LabelPlace } from './labels.ts';
import type { Extent, Packable } from './rows.ts';
import { lookAt, type EventLook } from './timeline-look.ts';
import { WIDE_DAY, shapeOf, type TimeShape } from './timeline-shape.ts';
import { FONTS, SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

/** An event ready to be packed: what it looks like and how far it reaches, in pixels along the whole time line. */
export interface TimelineItem extends Packable {
  readonly event: EventNumber;
  readonly figure: Figure;
  /** Where a line to it would end: the middle of a sign, the start of a bar. */
  readonly x: number;
  readonly labels: readonly LabelPlace[];
}

/** A time shape in pixels. */
export type Figure =
  | { readonly kind: 'sign'; readonly x: number; readonly whisker: Extent | undefined }
  /** Sure between `sureFrom` and `sureTo`, perhaps longer on either side; fading out where an end is open or unknown. */
  | (Extent & { readonly kind: 'bar'; readonly sureFrom: number; readonly sureTo: number; readonly fades: { readonly start: boolean; readonly end: boolean } })
  | (Extent & { readonly kind: 'soft' })
  | (Extent & { readonly kind: 'set'; readonly choice: 'one-of' | 'all-of'; readonly members: readonly Extent[] });

export interface ItemOptions {
  readonly dataset: Dataset;
  /** Pixels along the whole time line, and the drawn time at which they begin. */
  readonly xOf: (at: number) => number;
  readonly origin: number;
  /** The ends of the time line in these pixels. */
  readonly edges: Extent;
  /** Where the line of the report's date stands. */
  readonly line: number | undefined;
  /** In order of preference: a later one where only it fits into its bar, or where an earlier one has no good place. */
  readonly lengths: readonly LabelLength[];
  readonly world: World;
}

/** How far a bar with an unknown end reaches beyond what is known. */
const UNKNOWN_REACH = 48;

/** The items of dated events, in the order given. */
export function itemsOf(events: readonly EventNumber[], options: ItemOptions): readonly TimelineItem[] {
  return events.flatMap((i) => {
    const event = lookAt(options.dataset, i);
    const shape = shapeOf(event);
    return shape === undefined ? [] : itemOf(i, event, figureOf(shape, options), options);
  });
}

function itemOf(i: EventNumber, event: EventLook, figure: Figure, { edges, line, lengths, world }: ItemOptions): TimelineItem {
  const mark = extentOf(figure);
  const font = figure.kind === 'set' ? FONTS.setLabel : FONTS.label;
  const inside = figure.kind === 'sign' ? undefined : insideSign(event, figure);
  const gap = figure.kind === 'soft' ? SIZES.softLabelGap : SIZES.labelGap;
  const placesWith = (length: LabelLength): readonly LabelPlace[] =>
    labelPlaces({ text: labelText(event, length, world), font, length, mark, inside, gap, edges, line }, world);
  const choices = lengths.map(placesWith);
  const isWithin = (place: LabelPlace): boolean => place.left === mark.left && place.right === mark.right;
  const labels = choices.find((places) => places.some(isWithin)) ?? choices.find((places) => places.some(({ isPoor }) => !isPoor)) ?? choices.at(-1) ?? [];
  return { event: i, figure, x: figure.kind === 'sign' ? figure.x : figure.left, ...mark, labels };
}

/** Pixels that the small sign of an event's status adds before the label in its bar; none where the bar itself says it. */
export function insideSign({ status }: EventLook, figure: Figure): number {
  const isPlain = status === 'confirmed' || (status === 'planned' && figure.kind !== 'soft');
  return isPlain ? 0 : 2 * SIZES.smallSymbol - 1;
}

const extentOf = (figure: Figure): Extent =>
  figure.kind === 'sign'
    ? { left: figure.x - SIZES.symbol, right: figure.x + SIZES.symbol }
    : { left: figure.left, right: figure.right };

/** A shape in pixels; one that would be too narrow to tell becomes a sign in its middle. */
export function figureOf(shape: TimeShape, { xOf, edges }: Pick<ItemOptions, 'xOf' | 'edges'>): Figure {
  if (shape.kind === 'point') {
    const day = shape.day && { left: xOf(shape.day[0]), right: xOf(shape.day[1]) };
    return { kind: 'sign', x: xOf(shape.at), whisker: day !== undefined && day.right - day.left > WIDE_DAY ? day : undefined };
  }
  const figure = longFigure(shape, xOf, edges);
  if (figure.right - figure.left >= SIZES.narrowestBar) return figure;
  return { kind: 'sign', x: (figure.left + figure.right) / 2, whisker: undefined };
}

function longFigure(shape: Exclude<TimeShape, { kind: 'point' }>, xOf: (at: number) => number, edges: Extent): Exclude<Figure, { kind: 'sign' }> {
  const bounded = (start: number, end: number): Extent => ({
    left: start === -Infinity ? Math.min(edges.left, xOf(end) - UNKNOWN_REACH) : xOf(start),
    right: end === Infinity ? Math.max(edges.right, xOf(start) + UNKNOWN_REACH) : xOf(end),
  });
  switch (shape.kind) {
    case 'soft':
      return { kind: 'soft', ...bounded(shape.start, shape.end) };
    case 'set':
      return {
        kind: 'set',
        choice: shape.choice,
        ...bounded(shape.start, shape.end),
        members: shape.members.map(({ earliestStart, latestEnd }) => bounded(earliestStart, latestEnd)),
      };
    case 'bar': {
      const { earliestStart, latestStart, earliestEnd, latestEnd } = shape.span;
      // The edges of a day that an interval names need no fading: it is drawn from the first day's start to the last day's end.
      const sureFrom = latestStart - earliestStart <= DAY ? earliestStart : latestStart;
      const sureTo = latestEnd - earliestEnd <= DAY ? latestEnd : earliestEnd;
      const whole = bounded(earliestStart, latestEnd);
      const left = shape.startKind === 'unknown' ? xOf(earliestEnd) - UNKNOWN_REACH : whole.left;
      const right = shape.endKind === 'unknown' ? xOf(latestStart) + UNKNOWN_REACH : whole.right;
      const within = (at: number): number => Math.min(Math.max(Number.isFinite(at) ? xOf(at) : at, left), right);
      const from = within(sureFrom);
      return {
        kind: 'bar',
        left,
        right,
        sureFrom: from,
        sureTo: Math.max(within(sureTo), from),
        fades: { start: shape.startKind !== 'stated', end: shape.endKind !== 'stated' },
      };
    }
  }
}
