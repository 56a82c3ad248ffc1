import { boxesOverlap, type Box } from '../base/geometry.ts';

/** Which parts of a picture are taken. */
export interface FreeRoom {
  /** Takes a box, in the name of an owner or of none. */
  readonly take: (box: Box, owner?: number) => void;
  /** Whether a box touches nothing that is taken, but for what this owner took. */
  readonly isFree: (box: Box, owner?: number) => boolean;
}

/** Side of the squares by which boxes are found again. */
const SQUARE = 64;
const ACROSS = 2 ** 16;

/** An empty picture. */
export function freeRoom(): FreeRoom {
  const squares = new Map<number, { readonly box: Box; readonly owner: number | undefined }[]>();
  const squaresOf = ({ x, y, width, height }: Box): readonly number[] => {
    const found: number[] = [];
    const [x0, x1] = [Math.floor(x / SQUARE), Math.floor((x + width) / SQUARE)];
    const [y0, y1] = [Math.floor(y / SQUARE), Math.floor((y + height) / SQUARE)];
    for (let column = x0; column <= x1; column += 1) for (let row = y0; row <= y1; row += 1) found.push(column * ACROSS + row);
    return found;
  };
  return {
    take: (box, owner) => {
      for (const square of squaresOf(box)) {
        const taken = squares.get(square);
        if (taken === undefined) squares.set(square, [{ box, owner }]);
        else taken.push({ box, owner });
      }
    },
    isFree: (box, owner) =>
      squaresOf(box).every((square) =>
        squares.get(square)?.every((taken) => (owner !== undefined && taken.owner === owner) || !boxesOverlap(box, taken.box)) ?? true),
  };
}
