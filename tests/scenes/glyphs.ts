import { GLYPH_COUNT } from '../../src/core/scene/marks/glyph.ts';
import { categoryColour } from '../../src/core/scene/palette.ts';
import type { Mark } from '../../src/core/scene/scene.ts';
import { caption, sheet } from './machinery/gallery-scene.ts';
import type { Picture } from './machinery/picture.ts';

const RADII = [4, 5, 6, 8, 14];

/** The shape of each category, in its colour and in ink alone. */
export const picture: Picture = {
  name: 'glyphs',
  scene: (world) => {
    const { palette } = world;
    const marks = Array.from({ length: GLYPH_COUNT }, (_, shape): readonly Mark[] => {
      const x = 50 + shape * 64;
      let y = 20;
      return [
        caption(x, 190, String(shape), palette.second, 'middle'),
        ...RADII.flatMap((radius): readonly Mark[] => {
          y += 2 * radius + 10;
          return [
            { kind: 'glyph', shape, x: x - 14, y, radius, fill: categoryColour(palette, shape), key: `glyph-${shape}` },
            { kind: 'glyph', shape, x: x + 16, y, radius, fill: palette.ink },
          ];
        }),
      ];
    });
    return sheet(world, 'The shape of each category', 560, 200, marks.flat());
  },
};
