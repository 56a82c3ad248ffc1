import type { Instant } from '../time/instant.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Formats } from '../i18n/formats.ts';
import type { Font } from '../scene/scene.ts';
import type { Palette } from '../scene/palette.ts';

/** What a layout may not find out by itself. The same world gives the same scene, on every machine. */
export interface World {
  /** Width of a line of text in pixels. */
  readonly measure: (text: string, font: Font) => number;
  readonly palette: Palette;
  /** BCP 47 tag of the interface. */
  readonly locale: string;
  /** IANA zone by whose clocks words tell instants; UTC when left out. */
  readonly zone?: string;
  readonly messages: Messages;
  /** Numbers and dates in the locale. */
  readonly formats: Formats;
  readonly now: Instant;
}
