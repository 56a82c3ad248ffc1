import { withAlpha } from '../base/colour.ts';
import type { MapProjection } from '../geo/mercator.ts';
import { categoryColour } from '../scene/palette.ts';
import type { Mark } from '../scene/scene.ts';
import { copiesOnView } from './base-map-shapes.ts';
import type { CellTally } from './map-cells.ts';
import { categoryOfCode } from './map-tally.ts';
import type { World } from './world.ts';

/** Steps from one event in a small cell to `FULL` and more: of opacity, and of the share of the cell's side that its square takes. */
const STEPS = 6;
const FULL = 64;
const ALPHA = { light: { least: 0.28, most: 0.6 }, dark: { least: 0.3, most: 0.65 } } as const;
const SIDE = { least: 0.42, most: 0.86 } as const;

/** A category colours a cell when it has at least this share of its events. */
const DOMINANT = 0.5;

/**
 * Where events lie between and under the signs: small squares on a grid as in a halftone print, larger and darker where there are more, in
 * the colour of the category that most of a neighbourhood has. Cells of one event are left to its sign.
 */
export function layoutDensity(tally: CellTally, projection: MapProjection, world: World): readonly Mark[] {
  const { scale, left, top, size } = projection;
  const { window: { level, column, row, columns, rows, fineness }, totals } = tally;
  const side = scale / 2 ** level;
  const isWorld = columns === 2 ** level;
  const boxes = new Map<number, number[]>();
  // A window of less than the world lies in the copy of the world that is on view.
  const copies = isWorld ? copiesOnView({ x0: 0, x1: 1, y0: 0, y1: 1 }, projection) : [0];
  for (const copy of copies) {
    const x0 = (column + copy * 2 ** level) * side - left;
    const y0 = row * side - top;
    for (let down = Math.max(Math.floor(-y0 / side), 0); down < rows && y0 + down * side < size.height; down += 1) {
      for (let along = Math.max(Math.floor(-x0 / side), 0); along < columns && x0 + along * side < size.width; along += 1) {
        const cell = down * columns + along;
        const total = totals[cell] as number;
        if (total > 1) addSquares(boxes, tally, along, down, x0 + along * side, y0 + down * side, side / 2 ** fineness, dominantCode(tally, cell, total));
      }
    }
  }
  const { palette } = world;
  const { least, most } = ALPHA[palette.theme];
  return [...boxes].sort(([a], [b]) => a - b).map(([key, list]): Mark => {
    const code = Math.floor(key / STEPS) - 1;
    const colour = code < 0 ? palette.second : categoryColour(palette, categoryOfCode(code, tally.width));
    return { kind: 'boxes', boxes: list, fill: withAlpha(colour, least + ((most - least) * (key % STEPS)) / (STEPS - 1)), role: 'density' };
  });
}

/** The category code that most events of a cell have; −1 when none has. */
function dominantCode({ counts, width }: CellTally, cell: number, total: number): number {
  for (let code = 0; code < width; code += 1) if ((counts[cell * width + code] as number) >= DOMINANT * total) return code;
  return -1;
}

/** Adds the squares of the small cells of one cell, each `side` pixels wide, about their middles. */
function addSquares(
  boxes: Map<number, number[]>, { fine, window: { columns, fineness } }: CellTally, along: number, down: number, x0: number, y0: number, side: number, colour: number,
): void {
  const cut = 2 ** fineness;
  for (let row = 0; row < cut; row += 1) {
    const start = ((down * cut + row) * columns + along) * cut;
    for (let k = 0; k < cut; k += 1) {
      const step = stepOf(fine[start + k] as number);
      if (step < 0) continue;
      const key = (colour + 1) * STEPS + step;
      const list = boxes.get(key) ?? [];
      if (list.length === 0) boxes.set(key, list);
      const width = round(side * (SIDE.least + ((SIDE.most - SIDE.least) * step) / (STEPS - 1)));
      list.push(round(x0 + (k + 0.5) * side - width / 2), round(y0 + (row + 0.5) * side - width / 2), width, width);
    }
  }
}

/** Halves of pixels: squares that lie elsewhere are blurred. */
const round = (value: number): number => Math.round(value * 2) / 2;

/** The step for a count, by its logarithm; −1 for none. */
const stepOf = (count: number): number =>
  count === 0 ? -1 : Math.min(Math.floor((Math.log2(count) / Math.log2(FULL)) * STEPS), STEPS - 1);
