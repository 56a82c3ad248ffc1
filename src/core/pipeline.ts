import type { Result } from './base/result.ts';
import { en } from './i18n/en.ts';
import { formatsOf } from './i18n/formats.ts';
import type { FigureOptions } from './layout/figure-options.ts';
import { layoutFigure, type FigureLayout } from './layout/figure.ts';
import type { World } from './layout/world.ts';
import type { Dataset } from './model/dataset.ts';
import type { Issue } from './model/issue.ts';
import { measureText } from './scene/measure.ts';
import { DARK, LIGHT, type Palette } from './scene/palette.ts';
import type { Instant } from './time/instant.ts';
import { openText } from './validate/open.ts';

/** Opens the text of a file: the events that could be read, and what is wrong with the rest. */
export const open = (text: string): Result<{ readonly dataset: Dataset; readonly issues: readonly Issue[] }, Issue> => openText(text);

/** Draws a dataset as a figure; everything that the picture depends on is in the options. */
export const draw = (options: FigureOptions): FigureLayout => layoutFigure(options);

/** The world that pictures are laid out in: words and formats of a locale (English so far), one theme's colours, and the moment that counts as now. */
export const makeWorld = ({ locale, theme, now }: { readonly locale: string; readonly theme: Palette['theme']; readonly now: Instant }): World => ({
  measure: measureText,
  palette: theme === 'dark' ? DARK : LIGHT,
  locale,
  messages: en,
  formats: formatsOf(locale),
  now,
});
