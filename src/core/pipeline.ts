import type { Result } from './base/result.ts';
import type { FigureOptions } from './layout/figure-options.ts';
import { layoutFigure, type FigureLayout } from './layout/figure.ts';
import type { Dataset } from './model/dataset.ts';
import type { Issue } from './model/issue.ts';
import { openBytes } from './validate/open.ts';

export { makeWorld } from './make-world.ts';

/** Opens the UTF-8 bytes of a file: the events that could be read, and what is wrong with the rest. */
export const open = (bytes: Uint8Array): Result<{ readonly dataset: Dataset; readonly issues: readonly Issue[] }, Issue> => openBytes(bytes);

/** Draws a dataset as a figure; everything that the picture depends on is in the options. */
export const draw = (options: FigureOptions): FigureLayout => layoutFigure(options);
