import type { World } from '../../../src/core/layout/world.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A picture to guard: a file of this folder exports one as `picture`, or several as `pictures`. */
export interface Picture {
  /** Small letters and hyphens; names the stored file. */
  readonly name: string;
  readonly scene: (world: World) => Scene;
  /** Both, unless said otherwise. */
  readonly themes?: readonly Theme[];
}
