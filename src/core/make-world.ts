import { en } from './i18n/en.ts';
import { formatsOf } from './i18n/formats.ts';
import type { World } from './layout/world.ts';
import { measureText } from './scene/measure.ts';
import { DARK, LIGHT, type Palette } from './scene/palette.ts';
import type { Instant } from './time/instant.ts';

/** The world that pictures are laid out in: words and formats of a locale (English so far), one theme's colours, and the moment that counts as now. */
export const makeWorld = ({ locale, theme, now }: { readonly locale: string; readonly theme: Palette['theme']; readonly now: Instant }): World => ({
  measure: measureText,
  palette: theme === 'dark' ? DARK : LIGHT,
  locale,
  messages: en,
  formats: formatsOf(locale),
  now,
});
