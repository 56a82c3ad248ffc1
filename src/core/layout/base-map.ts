import type { Box } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import type { GroupMark } from '../scene/scene.ts';
import { layoutGround, type GroundView } from './base-map-ground.ts';
import { layoutBaseLabels } from './base-map-labels.ts';
import type { World } from './world.ts';

/** What a base map is drawn from. */
export interface BaseMapInput extends Omit<GroundView, 'palette'> {
  readonly base: BaseMap;
  readonly world: World;
  /** Whether names are set. */
  readonly labels: boolean;
  /** Boxes in pixels that names keep clear of. */
  readonly obstacles?: readonly Box[];
}

/** The land to draw events on, with names if wanted. */
export function layoutBaseMap({ base, world, labels, obstacles = [], ...view }: BaseMapInput): GroupMark {
  const ground = layoutGround(base, { ...view, palette: world.palette });
  if (!labels) return ground;
  const { viewport, size } = view;
  return { ...ground, marks: [...ground.marks, layoutBaseLabels({ base, viewport, size, world, obstacles })] };
}
