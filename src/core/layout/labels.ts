import { truncate } from '../scene/fit-text.ts';
import type { Font } from '../scene/scene.ts';
import type { Extent, LabelExtent } from './rows.ts';
import type { EventLook } from './timeline-look.ts';
import { SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

/** Which text of an event labels it: the few words where there are some, or the whole title. */
export type LabelLength = 'short' | 'full';

/** A place for a label: its text, cut to fit, starts at `x`; `left` and `right` are the ends of mark and label together. */
export interface LabelPlace extends LabelExtent {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** The longest label in pixels. */
const WIDEST = { short: 260, full: 520 } as const;
/** A label cut to less than this is left out. */
const NARROWEST = 44;

/** An event's label, with a sign of doubt when its date is uncertain. */
export function labelText(event: Pick<EventLook, 'title' | 'shortTitle' | 'when'>, length: LabelLength, { messages }: World): string {
  const text = (length === 'short' ? event.shortTitle : undefined) ?? event.title;
  return event.when.edtf?.qualifier.uncertain === true ? messages.timeline.uncertain(text) : text;
}

export interface LabelRequest {
  readonly text: string;
  readonly font: Font;
  readonly length: LabelLength;
  readonly mark: Extent;
  /** Pixels at the start of a bar's inside that a small sign takes; `undefined` when nothing fits inside the mark. */
  readonly inside: number | undefined;
  /** From the mark to a label beside it. */
  readonly gap: number;
  /** The time line's two ends; no label goes beyond. */
  readonly edges: Extent;
  /** A line that labels should not cross. */
  readonly line: number | undefined;
}

/** A label as long as it may be, and its width in pixels. */
export interface MeasuredLabel {
  readonly text: string;
  readonly width: number;
}

/** How many measured labels are kept. */
const KEPT = 20_000;

const measured = new WeakMap<World, Map<string, MeasuredLabel>>();

/** A text cut to the longest label and measured; remembered for a world, because every zoom asks for all of them again. */
function measuredLabel(text: string, font: Font, length: LabelLength, world: World): MeasuredLabel {
  const known = measured.get(world) ?? new Map<string, MeasuredLabel>();
  measured.set(world, known);
  const key = `${length} ${font.size} ${font.weight} ${text}`;
  const label = known.get(key);
  if (label !== undefined) return label;
  const whole = truncate(text, font, WIDEST[length]);
  const made = { text: whole, width: world.measure(whole, font) };
  if (known.size >= KEPT) known.clear();
  known.set(key, made);
  return made;
}

/** Where a mark's label may stand: inside it, right of it, left of it; poor where it crosses the line or is cut. */
export function labelPlaces({ text, font, length, mark, inside, gap, edges, line }: LabelRequest, world: World): readonly LabelPlace[] {
  const { text: whole, width } = measuredLabel(text, font, length, world);
  if (inside !== undefined) {
    const x = mark.left + SIZES.inset + inside;
    if (x + width + SIZES.endInset <= mark.right) return [{ text: whole, x, width, left: mark.left, right: mark.right, isPoor: false }];
  }
  const crosses = (x: number, end: number): boolean => line !== undefined && x < line && line < end;
  const right = mark.right + gap;
  const left = mark.left - gap - width;
  const places: LabelPlace[] = [];
  if (right + width <= edges.right) {
    places.push({ text: whole, x: right, width, left: mark.left, right: right + width, isPoor: crosses(right, right + width) });
  }
  if (left >= edges.left) places.push({ text: whole, x: left, width, left, right: mark.right, isPoor: crosses(left, left + width) });
  return places.length > 0 ? places : cutPlaces(text, font, mark, edges, world.measure);
}

/** When neither side has room for the whole label: the roomier side, with as much of the text as goes there. */
function cutPlaces(text: string, font: Font, mark: Extent, edges: Extent, measure: World['measure']): readonly LabelPlace[] {
  const toRight = edges.right - mark.right >= mark.left - edges.left;
  const room = (toRight ? edges.right - mark.right : mark.left - edges.left) - SIZES.labelGap;
  const cut = room < NARROWEST ? '' : truncate(text, font, room);
  if (cut === '') return [];
  const width = measure(cut, font);
  const x = toRight ? mark.right + SIZES.labelGap : mark.left - SIZES.labelGap - width;
  return [{ text: cut, x, width, left: Math.min(mark.left, x), right: Math.max(mark.right, x + width), isPoor: true }];
}
