import type { Box } from '../../base/geometry.ts';
import { boxContains } from '../../base/geometry.ts';
import { formatNumber, roundLength } from '../format-number.ts';
import type { GroupMark } from '../scene.ts';
import type { Faces } from './faces.ts';
import { traceRings } from './path.ts';
import { boundsOfRings, insideRings, intersect, pathDataOf, ringOfBox, unite } from './shape.ts';

type Clip = NonNullable<GroupMark['clip']>;

const ringsOf = (clip: Clip): readonly ArrayLike<number>[] => ('rings' in clip ? clip.rings : [ringOfBox(clip)]);
const boxOf = (clip: Clip): Box | undefined => ('rings' in clip ? boundsOfRings(clip.rings) : clip);
const isInside = (clip: Clip, x: number, y: number): boolean =>
  'rings' in clip ? insideRings(clip.rings, x, y) : boxContains(clip, x, y);

/** The point of the picture in the group's own coordinates; `undefined` where the group is cut away. */
export function toGroup({ translate, clip }: GroupMark, x: number, y: number): { readonly x: number; readonly y: number } | undefined {
  const inner = { x: x - (translate?.x ?? 0), y: y - (translate?.y ?? 0) };
  return clip && !isInside(clip, inner.x, inner.y) ? undefined : inner;
}

export const group: Faces<GroupMark> = {
  kind: 'group',
  bounds: (mark, boundsOf) => {
    const whole = unite(mark.marks.map(boundsOf));
    const clip = mark.clip && boxOf(mark.clip);
    const cut = whole && mark.clip ? clip && intersect(whole, clip) : whole;
    return cut && { ...cut, x: cut.x + (mark.translate?.x ?? 0), y: cut.y + (mark.translate?.y ?? 0) };
  },
  canvas: ({ marks, translate, clip }, { context, paint }) => {
    context.save();
    if (translate) context.translate(roundLength(translate.x), roundLength(translate.y));
    if (clip) {
      context.beginPath();
      traceRings(context, ringsOf(clip), true);
      context.clip('evenodd');
    }
    paint(marks);
    context.restore();
  },
  svg: (mark, writer) => {
    const { translate, clip } = mark;
    writer.group(
      mark,
      [
        ['transform', translate && `translate(${formatNumber(translate.x)} ${formatNumber(translate.y)})`],
        ['clip-path', clip && writer.clip(pathDataOf(ringsOf(clip), true))],
      ],
      mark.marks,
    );
  },
  distance: (mark, x, y, distanceOf) => {
    const inner = toGroup(mark, x, y);
    return inner ? Math.min(...mark.marks.map((child) => distanceOf(child, inner.x, inner.y))) : Number.POSITIVE_INFINITY;
  },
};
