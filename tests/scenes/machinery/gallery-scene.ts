import type { World } from '../../../src/core/layout/world.ts';
import type { Box } from '../../../src/core/base/geometry.ts';
import type { Colour, Font, GroupMark, Mark, Scene, TextMark } from '../../../src/core/scene/scene.ts';

export const SMALL: Font = { family: 'sans', size: 11, weight: 400 };

/** A caption for a specimen. */
export const caption = (x: number, y: number, text: string, fill: Colour, anchor: TextMark['anchor'] = 'start'): TextMark => ({
  kind: 'text', x, y, text, font: SMALL, fill, anchor,
});

/** Specimens moved by some pixels to the right and down. */
export const translated = (marks: readonly Mark[], x: number, y: number): GroupMark => ({ kind: 'group', translate: { x, y }, marks });

/** Specimens cut to a box. */
export const clipped = (marks: readonly Mark[], clip: Box): GroupMark => ({ kind: 'group', clip, marks });

/** A sheet of specimens on the theme's paper. */
export const sheet = ({ palette, locale }: World, title: string, width: number, height: number, marks: readonly Mark[]): Scene => ({
  size: { width, height }, background: palette.paper, title, language: locale, marks,
});
