import type { Box } from '../base/geometry.ts';
import { facesOf } from './marks/index.ts';
import type { Mark } from './scene.ts';

/** The box that a painted mark fills, outline and halo included, in pixels; `undefined` when it paints nothing. */
export const boundsOf = (mark: Mark): Box | undefined => facesOf(mark).bounds(mark, boundsOf);
