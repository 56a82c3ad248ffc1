import { en } from '../../core/i18n/en.ts';
import { formatsOf } from '../../core/i18n/formats.ts';
import type { World } from '../../core/layout/world.ts';
import { measureText } from '../../core/scene/measure.ts';
import type { Palette } from '../../core/scene/palette.ts';
import { instant } from '../../core/time/instant.ts';

const LOCALE = 'en';

/** The world of this page: its language, its colours, and the moment it was opened. */
export function worldOf(palette: Palette): World {
  return { measure: measureText, palette, locale: LOCALE, messages: en, formats: formatsOf(LOCALE), now: instant(Date.now()) };
}
