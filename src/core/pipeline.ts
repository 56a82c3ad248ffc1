import type { Result } from './base/result.ts';
import type { FigureOptions } from './layout/figure-options.ts';
import { layoutFigure, type FigureLayout } from './layout/figure.ts';
import type { Dataset } from './model/dataset.ts';
import type { Issue } from './model/issue.ts';
import { openText } from './validate/open.ts';

export { makeWorld } from './make-world.ts';

/** Opens the text of a file: the events that could be read, and what is wrong with the rest. */
export const open = (text: string): Result<{ readonly dataset: Dataset; readonly issues: readonly Issue[] }, Issue> => openText(text);

/** Draws a dataset as a figure; everything that the picture depends on is in the options. */
export const draw = (options: FigureOptions): FigureLayout => layoutFigure(options);
