import { boundsOf } from './bounds.ts';
import { toGroup } from './marks/group.ts';
import { facesOf } from './marks/index.ts';
import type { Mark, Scene } from './scene.ts';

/** What lies under the pointer: the number of an event, the key of a place or control, or both. */
export interface Hit {
  readonly event?: number;
  readonly key?: string;
}

interface Nearest {
  distance: number;
  hit: Hit | undefined;
}

/** A mark is an area, not a sign, when it is this many tolerances wide and high. */
const AREA = 4;

const distanceOf = (mark: Mark, x: number, y: number): number => facesOf(mark).distance(mark, x, y, distanceOf);

/** What a mark answers; what it does not say itself, the group around it does. */
function answerOf(mark: Mark, outer: Hit): Hit {
  const event = mark.event ?? outer.event;
  const key = mark.key ?? outer.key;
  return { ...(event === undefined ? {} : { event }), ...(key === undefined ? {} : { key }) };
}

/** Areas count as only just near, so that a small sign upon one, missed by a little, is still taken. */
function effort(mark: Mark, x: number, y: number, tolerance: number): number {
  const distance = distanceOf(mark, x, y);
  if (distance > 0 || tolerance === 0) return distance;
  const box = boundsOf(mark);
  return box && box.width > AREA * tolerance && box.height > AREA * tolerance ? tolerance : 0;
}

function search(marks: readonly Mark[], x: number, y: number, tolerance: number, outer: Hit, nearest: Nearest): void {
  for (let i = marks.length - 1; i >= 0 && nearest.distance > 0; i--) {
    const mark = marks[i] as Mark;
    const answer = answerOf(mark, outer);
    if (mark.kind === 'group') {
      const inner = toGroup(mark, x, y);
      if (inner) search(mark.marks, inner.x, inner.y, tolerance, answer, nearest);
      continue;
    }
    if (answer.event === undefined && answer.key === undefined) continue;
    const distance = effort(mark, x, y, tolerance);
    if (distance > tolerance || distance >= nearest.distance) continue;
    nearest.distance = distance;
    nearest.hit = answer;
  }
}

/**
 * The mark at a point of the picture, or the nearest within `tolerance` pixels (a finger needs about 12, a mouse 3).
 * Of marks equally near, the topmost answers. Marks without event and key, and what a clip cuts away, are never hit.
 */
export function hitTest(scene: Scene, x: number, y: number, tolerance = 0): Hit | undefined {
  const nearest: Nearest = { distance: Number.POSITIVE_INFINITY, hit: undefined };
  search(scene.marks, x, y, tolerance, {}, nearest);
  return nearest.hit;
}
