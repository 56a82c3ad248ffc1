import { hatch, softBar } from '../../src/core/scene/compose.ts';
import type { Mark } from '../../src/core/scene/scene.ts';
import { caption, sheet } from './machinery/gallery-scene.ts';
import type { Picture } from './machinery/picture.ts';

const COAST = [30, 60, 70, 30, 120, 44, 160, 24, 190, 70, 170, 120, 120, 110, 80, 150, 40, 120];
const LAKE = [90, 70, 120, 66, 126, 90, 96, 94];
const NEIGHBOUR = [190, 70, 170, 120, 210, 150, 260, 120, 240, 60];

/** How areas and bars show that a place or a date is not known exactly. */
export const picture: Picture = {
  name: 'uncertainty',
  scene: (world) => {
    const { palette } = world;
    const [blue = '', red = '', pink = ''] = palette.categories;
    const area = (rings: readonly (readonly number[])[], colour: string, key: string): readonly Mark[] => [
      { kind: 'path', rings, closed: true, fill: palette.focusLand, key },
      hatch(rings, 6, `${colour}59`),
      { kind: 'path', rings, closed: true, stroke: { colour, width: 1.25, dash: [4, 3] } },
    ];
    const bar = (y: number, colour: string, start: number, end: number, label: string): readonly Mark[] => [
      softBar({ x: 300, y, width: 160, height: 20 }, colour, { start, end, strength: 0.36 }),
      caption(316, y + 14, label, palette.ink),
    ];
    return sheet(world, 'Not known exactly', 500, 180, [
      { kind: 'rect', x: 10, y: 10, width: 270, height: 160, fill: palette.sea },
      ...area([COAST, LAKE], blue, 'hatched'),
      ...area([NEIGHBOUR], red, 'neighbour'),
      ...bar(20, red, 24, 24, 'known to the month'),
      ...bar(52, pink, 60, 0, 'began about then'),
      ...bar(84, blue, 0, 120, 'end not known'),
      ...bar(116, blue, 200, 200, 'soft all over'),
    ]);
  },
};
