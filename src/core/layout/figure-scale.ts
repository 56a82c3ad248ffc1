import { unreachable } from '../base/result.ts';
import type { Fill, Font, GroupMark, Mark, Stroke } from '../scene/scene.ts';

/**
 * Marks enlarged around the origin: positions, lengths, stroke widths and type alike; groups stand at whole pixels. Text widths are
 * proportional to the size of the type, so what did not overlap before does not afterwards.
 */
export function scaleMarks(marks: readonly Mark[], factor: number): readonly Mark[] {
  return factor === 1 ? marks : marks.map((mark) => scaleMark(mark, factor));
}

function scaleMark(mark: Mark, factor: number): Mark {
  switch (mark.kind) {
    case 'rect':
      return {
        ...mark,
        x: mark.x * factor,
        y: mark.y * factor,
        width: mark.width * factor,
        height: mark.height * factor,
        ...(mark.radius !== undefined && { radius: mark.radius * factor }),
        ...strokeOf(mark, factor),
      };
    case 'line':
      return {
        ...mark,
        x1: mark.x1 * factor,
        y1: mark.y1 * factor,
        x2: mark.x2 * factor,
        y2: mark.y2 * factor,
        stroke: scaleStroke(mark.stroke, factor),
      };
    case 'path':
      return { ...mark, rings: scaleRings(mark.rings, factor), ...strokeOf(mark, factor) };
    case 'boxes':
      return { ...mark, boxes: Float64Array.from(mark.boxes, (value) => value * factor) };
    case 'circle':
      return { ...mark, x: mark.x * factor, y: mark.y * factor, radius: mark.radius * factor, ...strokeOf(mark, factor) };
    case 'symbol':
    case 'glyph':
      return { ...mark, x: mark.x * factor, y: mark.y * factor, radius: mark.radius * factor };
    case 'text':
      return {
        ...mark,
        x: mark.x * factor,
        y: mark.y * factor,
        font: scaleFont(mark.font, factor),
        ...(mark.halo && { halo: { ...mark.halo, width: mark.halo.width * factor } }),
      };
    case 'group':
      return scaleGroup(mark, factor);
    default:
      return unreachable(mark);
  }
}

function scaleGroup(group: GroupMark, factor: number): GroupMark {
  return {
    ...group,
    marks: scaleMarks(group.marks, factor),
    // Whole pixels: baselines that are whole within the group are so in the picture, where every program sets them alike.
    ...(group.translate && { translate: { x: Math.round(group.translate.x * factor), y: Math.round(group.translate.y * factor) } }),
    ...(group.clip && { clip: scaleClip(group.clip, factor) }),
  };
}

function scaleClip(clip: NonNullable<GroupMark['clip']>, factor: number): NonNullable<GroupMark['clip']> {
  if ('rings' in clip) return { rings: scaleRings(clip.rings, factor) };
  return { x: clip.x * factor, y: clip.y * factor, width: clip.width * factor, height: clip.height * factor };
}

const scaleRings = (rings: readonly ArrayLike<number>[], factor: number): readonly ArrayLike<number>[] =>
  rings.map((ring) => Float64Array.from(ring, (value) => value * factor));

const strokeOf = (mark: { readonly fill?: Fill; readonly stroke?: Stroke }, factor: number): { readonly stroke?: Stroke } =>
  mark.stroke === undefined ? {} : { stroke: scaleStroke(mark.stroke, factor) };

const scaleStroke = (stroke: Stroke, factor: number): Stroke => ({
  ...stroke,
  width: stroke.width * factor,
  ...(stroke.dash && { dash: stroke.dash.map((length) => length * factor) }),
});

const scaleFont = (font: Font, factor: number): Font => ({
  ...font,
  size: font.size * factor,
  ...(font.spacing !== undefined && { spacing: font.spacing * factor }),
});
