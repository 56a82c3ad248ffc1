/** A gradient made by a canvas. */
export interface CanvasGradientLike {
  addColorStop(offset: number, colour: string): void;
}

/**
 * The part of a 2D canvas that painting needs, so that core knows no DOM: a browser's `CanvasRenderingContext2D` and
 * `OffscreenCanvasRenderingContext2D` fit it as they are.
 */
export interface CanvasLike {
  fillStyle: string | object;
  strokeStyle: string | object;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  direction: string;
  letterSpacing: string;
  fontKerning: string;
  textRendering: string;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  scale(x: number, y: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(rule?: 'evenodd'): void;
  stroke(): void;
  clip(rule?: 'evenodd'): void;
  setLineDash(dash: number[]): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  measureText(text: string): { readonly width: number };
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): CanvasGradientLike;
}
