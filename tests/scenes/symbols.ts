import { STATUSES } from '../../src/core/model/event.ts';
import type { Mark } from '../../src/core/scene/scene.ts';
import { caption, sheet } from './machinery/gallery-scene.ts';
import type { Picture } from './machinery/picture.ts';

const RADII = [4, 5, 6.5, 8, 12, 24];

/** Every status at every size, upon paper, upon a colour of the map and upon a line. */
export const picture: Picture = {
  name: 'symbols',
  scene: (world) => {
    const { palette, messages } = world;
    const marks: Mark[] = [{ kind: 'rect', x: 372, y: 0, width: 268, height: 330, fill: palette.sea }];
    STATUSES.forEach((symbol, row) => {
      const y = 40 + row * 50;
      const colour = palette.categories[row] ?? palette.ink;
      marks.push({ kind: 'line', x1: 372, y1: y, x2: 640, y2: y, stroke: { colour: palette.border, width: 1 } });
      marks.push(caption(20, y + 4, messages.model.status[symbol], palette.ink));
      RADII.forEach((radius, column) => {
        const offsets = [20, 42, 68, 98, 136, 194];
        const x = 104 + (offsets[column] ?? 0);
        marks.push({ kind: 'symbol', symbol, x, y, radius, colour, ground: palette.paper, event: row * 10 + column });
        marks.push({ kind: 'symbol', symbol, x: x + 286, y, radius, colour, ground: palette.panel, role: 'on-map' });
      });
    });
    return sheet(world, 'The sign of each status', 640, 330, marks);
  },
};
