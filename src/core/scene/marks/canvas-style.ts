import type { Box } from '../../base/geometry.ts';
import type { CanvasLike } from '../canvas-like.ts';
import type { Fill, Stroke } from '../scene.ts';

/** Sets the colour or gradient for filling a shape that lies in `box`. */
function setFill(context: CanvasLike, fill: Fill, box: Box): void {
  if (typeof fill === 'string') {
    context.fillStyle = fill;
    return;
  }
  const across = fill.direction === 'across';
  const gradient = context.createLinearGradient(box.x, box.y, across ? box.x + box.width : box.x, across ? box.y : box.y + box.height);
  for (const { offset, colour } of fill.stops) gradient.addColorStop(offset, colour);
  context.fillStyle = gradient;
}

/** Fills the current path by the even-odd rule. */
export function fillPath(context: CanvasLike, fill: Fill | undefined, box: Box): void {
  if (fill === undefined) return;
  setFill(context, fill, box);
  context.fill('evenodd');
}

/** Strokes the current path. */
export function strokePath(context: CanvasLike, stroke: Stroke | undefined): void {
  if (stroke === undefined || stroke.width <= 0) return;
  context.strokeStyle = stroke.colour;
  context.lineWidth = stroke.width;
  if (stroke.dash === undefined) {
    context.stroke();
    return;
  }
  context.setLineDash([...stroke.dash]);
  context.stroke();
  context.setLineDash([]);
}
