import type { Gradient, Mark } from '../../src/core/scene/scene.ts';
import { clipped, sheet, translated } from './machinery/gallery-scene.ts';
import type { Picture } from './machinery/picture.ts';

const star = (x: number, y: number, radius: number): readonly number[] =>
  Array.from({ length: 5 }, (_, i) => {
    const angle = (i * 4 * Math.PI) / 5;
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
  }).flat();

/** Boxes, lines, paths, circles and groups in all their variations. */
export const picture: Picture = {
  name: 'shapes',
  scene: (world) => {
    const { palette } = world;
    const [blue = '', red = '', pink = '', green = '', gold = ''] = palette.categories;
    const ink = palette.ink;
    const across: Gradient = { kind: 'gradient', direction: 'across', stops: [{ offset: 0, colour: blue }, { offset: 0.4, colour: `${pink}80` }, { offset: 1, colour: `${red}00` }] };
    const down: Gradient = { ...across, direction: 'down' };

    const boxes: readonly Mark[] = [
      { kind: 'rect', x: 0, y: 0, width: 60, height: 40, fill: blue },
      { kind: 'rect', x: 70.5, y: 0.5, width: 59, height: 39, stroke: { colour: ink, width: 1 } },
      { kind: 'rect', x: 141, y: 1, width: 58, height: 38, radius: 8, fill: palette.chip, stroke: { colour: ink, width: 2 } },
      { kind: 'rect', x: 211, y: 1, width: 58, height: 38, radius: 99, stroke: { colour: red, width: 1.5, dash: [4, 3] } },
      { kind: 'rect', x: 280.3, y: 3.7, width: 58.4, height: 12.2, fill: green, radius: 3, opacity: 0.5 },
      { kind: 'rect', x: 280, y: 24, width: 60, height: 16, fill: across },
      { kind: 'rect', x: 350, y: 0, width: 40, height: 40, fill: down, radius: 6, stroke: { colour: palette.border, width: 1 } },
      { kind: 'rect', x: 404, y: 4, width: 32, height: 32, fill: gold, stroke: { colour: ink, width: 8 }, opacity: 0.5 },
    ];
    const lines: readonly Mark[] = [
      { kind: 'line', x1: 0, y1: 0.5, x2: 120, y2: 0.5, stroke: { colour: palette.line, width: 1 } },
      { kind: 'line', x1: 0, y1: 10, x2: 120, y2: 18, stroke: { colour: ink, width: 2 } },
      { kind: 'line', x1: 0, y1: 24, x2: 120, y2: 24, stroke: { colour: `${blue}80`, width: 6, dash: [12, 4, 2, 4] } },
      { kind: 'path', rings: [[140, 24, 160, 0, 180, 24, 200, 0, 220, 24]], closed: false, stroke: { colour: red, width: 3 } },
      { kind: 'path', rings: [[240, 0, 300, 0, 300, 24, 240, 24], [250, 6, 290, 6, 290, 18, 250, 18]], closed: true, fill: palette.land, stroke: { colour: palette.border, width: 1 } },
      { kind: 'path', rings: [star(350, 14, 18)], closed: true, fill: across },
      { kind: 'path', rings: [star(400, 14, 18)], closed: true, stroke: { colour: green, width: 1.5, dash: [3, 2] } },
    ];
    const parts: readonly Mark[] = [blue, red, pink].map((colour, i): Mark => ({
      kind: 'circle', x: 130, y: 30, radius: 22, from: (i * 2 * Math.PI) / 3, to: ((i + 1) * 2 * Math.PI) / 3 - 0.12, stroke: { colour, width: 5 },
    }));
    const circles: readonly Mark[] = [
      { kind: 'circle', x: 30, y: 30, radius: 28, fill: `${blue}40`, stroke: { colour: blue, width: 1.5, dash: [5, 4] } },
      { kind: 'circle', x: 80, y: 30, radius: 12, fill: down },
      ...parts,
      { kind: 'circle', x: 190, y: 30, radius: 26, from: 0, to: 2, fill: red },
      { kind: 'circle', x: 190, y: 30, radius: 26, from: 2, to: 5.2, fill: green, stroke: { colour: ink, width: 2 } },
      { kind: 'circle', x: 190, y: 30, radius: 26, from: 5.2, to: 2 * Math.PI, fill: gold },
      { kind: 'circle', x: 250, y: 30, radius: 20, stroke: { colour: ink, width: 0.75 } },
    ];
    const clips: readonly Mark[] = [
      clipped([{ kind: 'circle', x: 30, y: 20, radius: 34, fill: pink }, { kind: 'line', x1: 0, y1: 0, x2: 60, y2: 40, stroke: { colour: ink, width: 3 } }], { x: 0, y: 0, width: 60, height: 40 }),
      { kind: 'group', translate: { x: 110, y: 20 }, clip: { rings: [star(0, 0, 26)] }, marks: [{ kind: 'rect', x: -30, y: -30, width: 60, height: 60, fill: across }] },
      { kind: 'group', opacity: 0.5, marks: [
        { kind: 'rect', x: 160, y: 0, width: 40, height: 30, fill: blue },
        { kind: 'rect', x: 180, y: 10, width: 40, height: 30, fill: red },
        { kind: 'group', opacity: 0.5, marks: [{ kind: 'circle', x: 240, y: 20, radius: 16, fill: ink }] },
      ] },
    ];
    return sheet(world, 'Shapes', 480, 270, [translated(boxes, 20, 20), translated(lines, 20, 84), translated(circles, 20, 130), translated(clips, 20, 212)]);
  },
};
