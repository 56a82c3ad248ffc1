import type { Box } from '../../src/core/base/geometry.ts';
import type { BoxesMark } from '../../src/core/scene/scene.ts';

/** The boxes of a mark one by one; none of no mark. */
export function boxesOf(mark: BoxesMark | undefined): readonly Box[] {
  const flat = Array.from(mark?.boxes ?? []);
  return Array.from({ length: Math.floor(flat.length / 4) }, (_, k) => {
    const [x = 0, y = 0, width = 0, height = 0] = flat.slice(4 * k, 4 * k + 4);
    return { x, y, width, height };
  });
}
