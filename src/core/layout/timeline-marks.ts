import { unreachable } from '../base/result.ts';
import { mixColours, withAlpha } from '../base/colour.ts';
import type { EventNumber } from '../model/event.ts';
import type { Font, Gradient, Mark, Stroke, TextMark } from '../scene/scene.ts';
import type { LabelPlace } from './labels.ts';
import { insideSign, type Figure } from './timeline-items.ts';
import type { EventLook } from './timeline-look.ts';
import { FONTS, SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

/** Where and in which colours an event is drawn. */
export interface MarkContext {
  readonly i: EventNumber;
  readonly event: EventLook;
  /** Middle of the row. */
  readonly y: number;
  /** From pixels along the whole time line to pixels of the picture. */
  readonly dx: number;
  /** Left and right edge of the plot: what is far outside is cut to just beyond them. */
  readonly edges: { readonly left: number; readonly right: number };
  readonly colour: string;
  /** The lane's colour. */
  readonly ground: string;
  readonly world: World;
}

const DASH = [4, 2.5] as const;
const SET_DASH = [3.5, 2.5] as const;

/** The marks of one event without its label. */
export function figureMarks(figure: Figure, context: MarkContext): readonly Mark[] {
  const { i, event, y, dx, colour, ground } = context;
  switch (figure.kind) {
    case 'sign': {
      const sign: Mark = { kind: 'symbol', symbol: event.status, x: figure.x + dx, y, radius: SIZES.symbol, colour, ground, event: i, role: 'sign' };
      if (figure.whisker === undefined) return [sign];
      const { x, width } = placed(figure.whisker, context);
      const low = y + SIZES.symbol + 3.5;
      const bracket = [x + 1.5, low - 3, x + 1.5, low, x + width - 1.5, low, x + width - 1.5, low - 3];
      return [{ kind: 'path', rings: [bracket], closed: false, stroke: { colour: withAlpha(colour, 0.45), width: 1 }, role: 'whisker' }, sign];
    }
    case 'soft':
      return softMarks(figure, context);
    case 'set':
      return setMarks(figure, context);
    case 'bar':
      return barMarks(figure, context);
    default:
      return unreachable(figure);
  }
}

type Long<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

/** A figure's ends in the picture; a long one is cut a little beyond the plot, where nobody sees it. */
function placed({ left, right }: { readonly left: number; readonly right: number }, { dx, edges }: MarkContext): { x: number; width: number } {
  const x = Math.max(left + dx, edges.left - OUTSIDE);
  return { x, width: Math.max(Math.min(right + dx, edges.right + OUTSIDE) - x, 0) };
}

const OUTSIDE = 40;

/** A band without edges: the event is somewhere in it. */
function softMarks(figure: Long<'soft'>, context: MarkContext): readonly Mark[] {
  const { i, y, colour } = context;
  const { x, width } = placed(figure, context);
  const fill: Gradient = { kind: 'gradient', direction: 'across', stops: softStops(colour) };
  return [
    { kind: 'rect', x, y: y - SIZES.bar / 2, width, height: SIZES.bar, radius: SIZES.bar / 2, fill, event: i, role: 'soft-bar' },
    ...statusInside(figure, context, x),
  ];
}

/** Colours of a band that fades at both ends. */
export function softStops(colour: string): Gradient['stops'] {
  return [
    { offset: 0, colour: withAlpha(colour, 0.04) },
    { offset: 0.18, colour: withAlpha(colour, 0.36) },
    { offset: 0.82, colour: withAlpha(colour, 0.36) },
    { offset: 1, colour: withAlpha(colour, 0.04) },
  ];
}

/** An outline around the dates that come into question, the dates themselves tinted when they leave some out. */
function setMarks(figure: Long<'set'>, context: MarkContext): readonly Mark[] {
  const { i, y, colour, ground } = context;
  const { x, width } = placed(figure, context);
  const height = SIZES.bar;
  const all = figure.choice === 'all-of';
  const tint = (member: { readonly left: number; readonly right: number }): Mark => ({
    kind: 'rect', ...placed(member, context), y: y - height / 2, height, radius: 5, fill: withAlpha(colour, all ? 0.3 : 0.16), role: 'member',
  });
  const stroke: Stroke = { colour, width: 1.2, ...(all ? {} : { dash: SET_DASH }) };
  return [
    { kind: 'rect', x, y: y - height / 2, width, height, radius: height / 2, fill: withAlpha(ground, 0.6), event: i },
    ...(figure.members.length > 1 ? figure.members.map(tint) : []),
    { kind: 'rect', x, y: y - height / 2, width, height, radius: height / 2, stroke, event: i, role: 'set' },
    ...statusInside(figure, context, x),
  ];
}

/** A filled bar for what happened, an outlined one for what is said or planned; its unsure ends are pale. */
function barMarks(figure: Long<'bar'>, context: MarkContext): readonly Mark[] {
  const { i, event, y, dx, colour, ground } = context;
  const { x, width } = placed(figure, context);
  if (width <= 0) return [];
  const height = SIZES.bar;
  const strength = event.status === 'confirmed' ? 0.85 : 0.16;
  const at = (px: number): number => Math.min(Math.max((px + dx - x) / width, 0), 1);
  const from = figure.fades.start ? Math.max(at(figure.sureFrom), Math.min(24 / width, 0.5)) : at(figure.sureFrom);
  const to = figure.fades.end ? Math.min(at(figure.sureTo), 1 - Math.min(24 / width, 0.5)) : at(figure.sureTo);
  const pale = (isFading: boolean): string => withAlpha(colour, isFading ? 0 : strength * 0.3);
  const stops: Gradient['stops'] = [
    ...(from > 0 ? [{ offset: 0, colour: pale(figure.fades.start) }] : []),
    { offset: from, colour: withAlpha(colour, strength) },
    { offset: Math.max(to, from), colour: withAlpha(colour, strength) },
    ...(to < 1 ? [{ offset: 1, colour: pale(figure.fades.end) }] : []),
  ];
  const isPlain = from <= 0 && to >= 1;
  const fill = isPlain ? withAlpha(colour, strength) : ({ kind: 'gradient', direction: 'across', stops } as const);
  const stroke: Stroke = { colour, width: 1.3, ...(event.status === 'planned' ? { dash: DASH } : {}) };
  const outlined = event.status !== 'confirmed' && !figure.fades.start && !figure.fades.end;
  return [
    { kind: 'rect', x, y: y - height / 2, width, height, radius: 4, fill: ground, opacity: 0.6, event: i },
    { kind: 'rect', x, y: y - height / 2, width, height, radius: 4, fill, ...(outlined ? { stroke } : {}), event: i, role: 'bar' },
    ...statusInside(figure, context, x),
  ];
}

/** The small sign at a bar's start that tells the status where the bar does not. */
function statusInside(figure: Figure, { i, event, y, colour, ground, edges }: MarkContext, x: number): readonly Mark[] {
  if (insideSign(event, figure) === 0) return [];
  const middle = Math.max(x, edges.left) + SIZES.bar / 2;
  return [{ kind: 'symbol', symbol: event.status, x: middle, y, radius: SIZES.smallSymbol, colour, ground, event: i, role: 'status' }];
}

/** Baseline of a label in a row, below its middle: half the height of Inter's capitals and a little of what hangs below. */
const BASELINE = 4.4;

/** An event's label at its place, its text cut anew where the plot's right edge comes before its end; `undefined` when too little is left. */
export function labelMark(place: LabelPlace, figure: Figure, context: MarkContext, cut: (text: string, font: Font, width: number) => string): TextMark | undefined {
  const { i, event, y, dx, edges, colour, ground, world } = context;
  const font = figure.kind === 'set' ? FONTS.setLabel : FONTS.label;
  const isInside = figure.kind !== 'sign' && place.left === figure.left && place.right === figure.right;
  const start = place.x + dx;
  const end = isInside ? Math.min(figure.right + dx - SIZES.endInset, edges.right) : edges.right;
  // A bar that began before the window keeps its label in sight as long as it has room for it.
  const sticky = isInside ? Math.max(start, Math.min(edges.left + SIZES.inset + insideSign(event, figure), figure.right + dx - SIZES.endInset - place.width)) : start;
  const text = sticky + place.width <= end ? place.text : cut(place.text, font, end - sticky - 2);
  if (text.length < Math.min(place.text.length, 5)) return undefined;
  const isSolid = isInside && figure.kind === 'bar' && event.status === 'confirmed';
  const fill = isSolid ? world.palette.panel : world.palette.ink;
  const halo = isInside ? {} : { halo: { colour: ground, width: 2 } };
  return { kind: 'text', x: sticky, y: y + BASELINE, text, font, fill, anchor: 'start', event: i, role: 'label', ...(isSolid ? { halo: { colour: mixColours(ground, colour, 0.85), width: 1 } } : halo) };
}

export interface SharedPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Half the width, where the number needs more than a circle. */
  readonly half: number;
  readonly count: number;
  readonly colour: string;
  readonly ground: string;
  /** What a hit-test answers. */
  readonly key: string;
}

/** A ring with the number of events that share a place. */
export function sharedMarks({ x, y, radius, half, count: members, colour, ground, key }: SharedPlace, world: World): readonly Mark[] {
  const count = world.formats.number(members);
  const wide = Math.max(half, world.measure(count, FONTS.count) / 2 + 3.5, radius);
  const stroke = { colour, width: 1.75 };
  const text: TextMark = { kind: 'text', x, y: y + 3.8, text: count, font: FONTS.count, fill: world.palette.ink, anchor: 'middle', key, role: 'count' };
  if (wide <= radius + MOST_ROUND) return [{ kind: 'circle', x, y, radius: wide, fill: ground, stroke, key, role: 'shared' }, text];
  return [{ kind: 'rect', x: x - wide, y: y - radius, width: 2 * wide, height: 2 * radius, radius, fill: ground, stroke, key, role: 'shared' }, text];
}

/** A number that needs so much more room than a circle has gets a longer ring. */
const MOST_ROUND = 3;
