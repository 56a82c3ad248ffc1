import { FIGURE_PRESETS } from '../../src/core/layout/figure-size.ts';
import { figurePicture } from './machinery/figure.ts';
import type { Picture } from './machinery/picture.ts';
import { february } from './machinery/stories.ts';

/** The same story in every size that figures are published in. */
export const pictures: readonly Picture[] = FIGURE_PRESETS.filter(({ id }) => id !== 'social').map((size) => figurePicture(`figure-preset-${size.id}`, february, { size }));
