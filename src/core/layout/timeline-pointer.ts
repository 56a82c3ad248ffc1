import type { Box } from '../base/geometry.ts';
import { withAlpha } from '../base/colour.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';
import { truncate } from '../scene/fit-text.ts';
import type { Mark, Scene, TextMark } from '../scene/scene.ts';
import { labelText } from './labels.ts';
import { textBox, type PlacedEvent } from './timeline-places.ts';
import type { TimelineLayout } from './timeline.ts';
import { FONTS, SIZES } from './timeline-style.ts';
import type { World } from './world.ts';

export interface TimelinePointer {
  readonly selected: EventNumber | undefined;
  readonly hovered: EventNumber | undefined;
}

/** The widest label that pointing at an event brings up. */
const WIDEST = { short: 320, full: 540 } as const;
/** From a box's edge to what it holds; above and below, a bar needs less than a sign. */
const PADDING = { x: 6, y: 5, bar: 3.5 } as const;

/**
 * What lies over a timeline and follows the pointer: the selected event in an ink box with its label, the hovered one in a light halo.
 * Both show their own sign and their label even where the picture has room for neither.
 */
export function layoutTimelinePointer(
  layout: TimelineLayout,
  { selected, hovered }: TimelinePointer,
  { dataset, world }: { readonly dataset: Dataset; readonly world: World },
): Scene {
  const marksOf = (i: EventNumber | undefined, isSelected: boolean): readonly Mark[] => {
    const place = i === undefined ? undefined : layout.placeOf(i);
    return place === undefined ? [] : highlightMarks(place, isSelected, layout, dataset, world);
  };
  const { plot, scene, overflow } = layout;
  // What has been scrolled away must not lie over the axis; where nothing scrolls, a box may reach out of its lane.
  const [top, height] = overflow > 0 ? [plot.y, plot.height] : [0, scene.size.height];
  const clip: Box = { x: plot.x - SIZES.symbol, y: top, width: plot.width + SIZES.symbol, height };
  const marks = [...(hovered === selected ? [] : marksOf(hovered, false)), ...marksOf(selected, true)];
  return { size: scene.size, title: scene.title, language: scene.language, marks: marks.length === 0 ? [] : [{ kind: 'group', marks, clip, role: 'pointer' }] };
}

function highlightMarks(place: PlacedEvent, isSelected: boolean, layout: TimelineLayout, dataset: Dataset, world: World): readonly Mark[] {
  const { palette } = world;
  const label = labelOf(place, layout, dataset, world);
  const around = label === undefined ? place.box : spanning(place.box, textBox(label, world));
  const above = place.box.height >= SIZES.bar ? PADDING.bar : PADDING.y;
  const box: Box = { x: around.x - PADDING.x, y: around.y - above, width: around.width + 2 * PADDING.x, height: around.height + 2 * above };
  const stroke = isSelected ? { colour: palette.ink, width: 1.5 } : { colour: withAlpha(palette.ink, 0.28), width: 1.25 };
  return [
    { kind: 'rect', ...box, radius: 8, fill: palette.panel, stroke, event: place.event, role: isSelected ? 'selected' : 'hovered' },
    ...place.marks,
    ...(label === undefined ? [] : [label]),
  ];
}

/** The event's label as it stands, or beside its sign on the side with more room. Bold letters keep the end at the sign in place. */
function labelOf(place: PlacedEvent, { plot, labels }: TimelineLayout, dataset: Dataset, world: World): TextMark | undefined {
  const event = eventAt(dataset, place.event);
  const { box, label } = place;
  const whole = labelText(event, labels, world);
  const isInside = label !== undefined && label.x > box.x && label.x < box.x + box.width;
  if (isInside && label.text === whole) return { ...label, font: { ...label.font, weight: 500 } };
  const right = box.x + box.width + SIZES.labelGap;
  const roomRight = plot.x + plot.width - right - PADDING.x;
  const roomLeft = box.x - SIZES.labelGap - plot.x - PADDING.x;
  const width = world.measure(whole, FONTS.chosen);
  const wasLeft = label !== undefined && !isInside && label.x < box.x;
  const toLeft = (wasLeft && width <= roomLeft) || (width > roomRight && roomLeft > roomRight);
  const text = truncate(whole, FONTS.chosen, Math.min(toLeft ? roomLeft : roomRight, WIDEST[labels]));
  return {
    kind: 'text',
    x: toLeft ? box.x - SIZES.labelGap : right,
    y: box.y + box.height / 2 + 4.4,
    text,
    font: FONTS.chosen,
    fill: world.palette.ink,
    anchor: toLeft ? 'end' : 'start',
    event: place.event,
    role: 'label',
  };
}

function spanning(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}
