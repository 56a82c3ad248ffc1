import { unreachable } from '../../base/result.ts';
import type { CircleMark, LineMark, Mark, Stroke, SymbolMark } from '../scene.ts';
import type { Faces } from './faces.ts';
import { unite } from './shape.ts';

/** Width of a ring in relation to its outer radius. */
const RING = 0.28;
const CORE = 0.42;
/** How far, in radii, the stroke through a disputed ring reaches from the centre. */
const REACH = 1.25;

/** A circle's outline that touches the symbol's outer radius from inside. */
const ring = (mark: SymbolMark, stroke: Stroke): CircleMark => ({
  kind: 'circle',
  x: mark.x,
  y: mark.y,
  radius: Math.max(0, mark.radius - stroke.width / 2),
  fill: mark.ground,
  stroke,
});

/** A dash pattern that closes evenly around a ring: as many dashes as gaps, all of one length. */
function evenDash(radius: number, width: number): readonly number[] {
  const circumference = 2 * Math.PI * radius;
  const count = Math.max(6, Math.round(circumference / (2.8 * width)));
  return [circumference / (2 * count), circumference / (2 * count)];
}

/** A straight stroke through the centre; `slope` 1 falls to the right, -1 rises. */
const diagonal = (mark: SymbolMark, reach: number, slope: 1 | -1, stroke: Stroke): LineMark => {
  const d = mark.radius * reach * Math.SQRT1_2;
  return { kind: 'line', x1: mark.x - d, y1: mark.y - d * slope, x2: mark.x + d, y2: mark.y + d * slope, stroke };
};

/** The circles and lines that make up a symbol. */
export function expandSymbol(mark: SymbolMark): readonly Mark[] {
  const { x, y, radius, colour } = mark;
  const stroke: Stroke = { colour, width: Math.max(1.25, radius * RING) };
  switch (mark.symbol) {
    case 'confirmed':
      return [{ kind: 'circle', x, y, radius, fill: colour }];
    case 'reported':
      return [ring(mark, stroke), { kind: 'circle', x, y, radius: radius * CORE, fill: colour }];
    case 'planned':
      return [
        { kind: 'circle', x, y, radius, fill: mark.ground },
        ring(mark, { ...stroke, dash: evenDash(radius - stroke.width / 2, stroke.width) }),
      ];
    case 'disputed':
      return [ring(mark, stroke), diagonal(mark, REACH, -1, stroke)];
    case 'denied': {
      const thin: Stroke = { colour, width: stroke.width * 0.85 };
      return [ring(mark, stroke), diagonal(mark, 1 - RING / 2, 1, thin), diagonal(mark, 1 - RING / 2, -1, thin)];
    }
    case 'retracted':
      return [ring(mark, { colour, width: Math.max(1, radius * 0.12) })];
    default:
      return unreachable(mark.symbol);
  }
}

export const symbol: Faces<SymbolMark> = {
  kind: 'symbol',
  bounds: (mark, boundsOf) => unite(expandSymbol(mark).map(boundsOf)),
  canvas: (mark, painter) => painter.paint(expandSymbol(mark)),
  svg: (mark, writer) => writer.group(mark, [], expandSymbol(mark)),
  distance: (mark, x, y) => Math.max(0, Math.hypot(x - mark.x, y - mark.y) - mark.radius),
};
