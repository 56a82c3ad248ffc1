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

interface Taken {
  readonly box: Box;
  readonly owner: number | undefined;
}

const isClear = (taken: readonly Taken[], box: Box, owner: number | undefined): boolean => {
  for (const other of taken) if ((owner === undefined || other.owner !== owner) && boxesOverlap(box, other.box)) return false;
  return true;
};

/** An empty picture. */
export function freeRoom(): FreeRoom {
  const squares = new Map<number, Taken[]>();
  return {
    take: (box, owner) => {
      const taken: Taken = { box, owner };
      const [x1, y1] = [squareAt(box.x + box.width), squareAt(box.y + box.height)];
      for (let column = squareAt(box.x); column <= x1; column += 1) {
        for (let row = squareAt(box.y); row <= y1; row += 1) {
          const square = squares.get(column * ACROSS + row);
          if (square === undefined) squares.set(column * ACROSS + row, [taken]);
          else square.push(taken);
        }
      }
    },
    isFree: (box, owner) => {
      const [x1, y1] = [squareAt(box.x + box.width), squareAt(box.y + box.height)];
      for (let column = squareAt(box.x); column <= x1; column += 1) {
        for (let row = squareAt(box.y); row <= y1; row += 1) {
          const square = squares.get(column * ACROSS + row);
          if (square !== undefined && !isClear(square, box, owner)) return false;
        }
      }
      return true;
    },
  };
}

const squareAt = (at: number): number => Math.floor(at / SQUARE);
