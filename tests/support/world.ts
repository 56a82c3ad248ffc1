import { en } from '../../src/core/i18n/en.ts';
import { formatsOf } from '../../src/core/i18n/formats.ts';
import type { World } from '../../src/core/layout/world.ts';
import { measureText } from '../../src/core/scene/measure.ts';
import { DARK, LIGHT } from '../../src/core/scene/palette.ts';
import { instant } from '../../src/core/time/instant.ts';

/** 2026-02-04T12:00Z: noon of the day on which the first story was reported. */
const NOW = instant(1_770_206_400_000);

/** A world for tests: the same on every machine, at a fixed moment. */
export function world({ theme = 'light', locale = 'en' }: { readonly theme?: 'light' | 'dark'; readonly locale?: string } = {}): World {
  return {
    measure: measureText,
    palette: theme === 'dark' ? DARK : LIGHT,
    locale,
    messages: en,
    formats: formatsOf(locale),
    now: NOW,
  };
}
