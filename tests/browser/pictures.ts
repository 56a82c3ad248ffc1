import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const CELL = 64;

/** The browser does not set the edges of curves and letters quite the same each time; so few pixels of a square nobody sees. */
const UNSEEN = 6;

/** Where two pictures of the same size look different: the corners of 64-pixel squares as `x,y`. */
export function differences(a: Buffer, b: Buffer): readonly string[] {
  const [first, second] = [PNG.sync.read(a), PNG.sync.read(b)];
  const { width, height } = first;
  const mask = new PNG({ width, height });
  pixelmatch(first.data, second.data, mask.data, width, height, { threshold: 0.1, diffMask: true });
  const cells = new Map<string, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (mask.data[pixel * 4 + 3] === 0) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const cell = `${x - (x % CELL)},${y - (y % CELL)}`;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return [...cells].flatMap(([cell, count]) => (count > UNSEEN ? [cell] : []));
}
