import { viewOf } from './sfnt.ts';

/** A point of an outline in the units of its font; `isOn` when the outline goes through it. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}
export type Contour = readonly OutlinePoint[];

/** Bits of a point (OpenType, `glyf`). */
const ON_CURVE = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const X_SAME = 16;
const Y_SAME = 32;

/** The bytes of a simple glyph as `glyf` has them; `box` is its four numbers where they are not those of the points. */
export function simpleGlyph(contours: readonly Contour[], instructions: Uint8Array, box?: Uint8Array): Uint8Array {
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array();
  const flags: number[] = [];
  const [across, down]: [number[], number[]] = [[], []];
  /** Adds one step along an axis, and answers its bits. */
  const addStep = (step: number, bytes: number[], short: number, same: number): number => {
    if (step === 0) return same;
    if (Math.abs(step) > 255) {
      bytes.push((step >> 8) & 0xff, step & 0xff);
      return 0;
    }
    bytes.push(Math.abs(step));
    return step > 0 ? short | same : short;
  };
  let [x, y] = [0, 0];
  for (const point of points) {
    flags.push((point.isOn ? ON_CURVE : 0) | addStep(point.x - x, across, X_SHORT, X_SAME) | addStep(point.y - y, down, Y_SHORT, Y_SAME));
    ({ x, y } = point);
  }
  const header = new Uint8Array(10 + 2 * contours.length + 2);
  const view = viewOf(header);
  view.setInt16(0, contours.length);
  if (box === undefined) writeBox(view, points);
  else header.set(box, 2);
  let last = -1;
  contours.forEach((contour, k) => view.setUint16(10 + 2 * k, (last += contour.length)));
  view.setUint16(10 + 2 * contours.length, instructions.length);
  return joinBytes([header, instructions, Uint8Array.from(flags), Uint8Array.from(across), Uint8Array.from(down)]);
}

function writeBox(view: DataView, points: readonly OutlinePoint[]): void {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  [left, bottom, right, top].forEach((value, k) => view.setInt16(2 + 2 * k, value));
}

/** Pieces of bytes one after the other. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** The tables `glyf` and `loca` (its long form) of some glyphs, each beginning at a multiple of four bytes. */
export function indexGlyphs(glyphs: readonly Uint8Array[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const loca = new Uint8Array(4 * (glyphs.length + 1));
  const view = viewOf(loca);
  let at = 0;
  glyphs.forEach((glyph, k) => {
    at += (glyph.length + 3) & ~3;
    view.setUint32(4 * (k + 1), at);
  });
  const glyf = new Uint8Array(at);
  glyphs.forEach((glyph, k) => glyf.set(glyph, view.getUint32(4 * k)));
  return { glyf, loca };
}
