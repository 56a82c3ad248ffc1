import type { World } from '../../../src/core/layout/world.ts';
import type { Colour, Font, Mark, Scene, TextMark } from '../../../src/core/scene/scene.ts';

export const SMALL: Font = { family: 'sans', size: 11, weight: 400 };

/** A caption for a specimen. */
export const caption = (x: number, y: number, text: string, fill: Colour, anchor: TextMark['anchor'] = 'start'): TextMark => ({
  kind: 'text', x, y, text, font: SMALL, fill, anchor,
});

/** A sheet of specimens on the theme's paper. */
export const sheet = ({ palette, locale }: World, title: string, width: number, height: number, marks: readonly Mark[]): Scene => ({
  size: { width, height }, background: palette.paper, title, language: locale, marks,
});
