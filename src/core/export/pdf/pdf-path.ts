import { pdfNumber } from './pdf-file.ts';
import type { Contour, OutlinePoint } from '../fonts/glyph-data.ts';

/** Operators of a path, gathered point by point as on a canvas (ISO 32000-1, 8.5.2). */
export interface PdfPath {
  readonly moveTo: (x: number, y: number) => void;
  readonly lineTo: (x: number, y: number) => void;
  readonly curveTo: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => void;
  readonly close: () => void;
  readonly rect: (x: number, y: number, width: number, height: number) => void;
  readonly roundRect: (x: number, y: number, width: number, height: number, radius: number) => void;
  /** Part of a circle from one angle to another, in radians clockwise from the right; joined to what is there by a line. */
  readonly arc: (x: number, y: number, radius: number, from: number, to: number) => void;
  readonly operators: () => string;
}

const QUARTER = Math.PI / 2;

export function pdfPath(): PdfPath {
  const parts: string[] = [];
  let isBegun = false;
  const put = (operator: string, ...numbers: readonly number[]): void => {
    parts.push([...numbers.map(pdfNumber), operator].join(' '));
  };
  const moveTo = (x: number, y: number): void => {
    put('m', x, y);
    isBegun = true;
  };
  const lineTo = (x: number, y: number): void => put('l', x, y);
  const curveTo = (...points: readonly [number, number, number, number, number, number]): void => put('c', ...points);
  const close = (): void => put('h');
  const arc = (x: number, y: number, radius: number, from: number, to: number): void => {
    const pieces = Math.max(1, Math.ceil((to - from) / QUARTER - 1e-9));
    const step = (to - from) / pieces;
    // Lengths of the handles of a curve that follows an arc to a few ten-thousandths.
    const handle = (4 / 3) * Math.tan(step / 4) * radius;
    const point = (angle: number): readonly [number, number] => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    (isBegun ? lineTo : moveTo)(...point(from));
    for (let k = 0; k < pieces; k++) {
      const [a, b] = [from + k * step, from + (k + 1) * step];
      const [[ax, ay], [bx, by]] = [point(a), point(b)];
      curveTo(ax - handle * Math.sin(a), ay + handle * Math.cos(a), bx + handle * Math.sin(b), by - handle * Math.cos(b), bx, by);
    }
  };
  return {
    moveTo,
    lineTo,
    curveTo,
    close,
    arc,
    rect: (x, y, width, height) => put('re', x, y, width, height),
    roundRect: (x, y, width, height, radius) => {
      const [right, bottom] = [x + width - radius, y + height - radius];
      moveTo(x + radius, y);
      arc(right, y + radius, radius, -QUARTER, 0);
      arc(right, bottom, radius, 0, QUARTER);
      arc(x + radius, bottom, radius, QUARTER, 2 * QUARTER);
      arc(x + radius, y + radius, radius, 2 * QUARTER, 3 * QUARTER);
      close();
    },
    operators: () => parts.join('\n'),
  };
}

/** Adds the outline of a glyph; its bows of one handle become curves of two. */
export function addOutline(path: PdfPath, contours: readonly Contour[]): void {
  for (const contour of contours) {
    // Typefaces here begin every contour on its line: see `contoursOf`.
    const [start, ...rest] = contour;
    if (start === undefined) continue;
    path.moveTo(start.x, start.y);
    let from = start;
    let handle: OutlinePoint | undefined;
    for (const to of [...rest, start]) {
      if (!to.isOn) {
        handle = to;
        continue;
      }
      if (handle === undefined) path.lineTo(to.x, to.y);
      else path.curveTo(...towards(from, handle), ...towards(to, handle), to.x, to.y);
      [from, handle] = [to, undefined];
    }
    path.close();
  }
}

/** Two thirds of the way to the handle of a bow. */
const towards = (point: OutlinePoint, handle: OutlinePoint): readonly [number, number] => [
  point.x + (2 / 3) * (handle.x - point.x),
  point.y + (2 / 3) * (handle.y - point.y),
];
