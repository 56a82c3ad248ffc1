import type { Box } from '../../base/geometry.ts';
import { formatNumber } from '../format-number.ts';
import type { CircleMark } from '../scene.ts';
import { fillPath, strokePath } from './canvas-style.ts';
import type { Faces } from './faces.ts';
import { grow, halfWidth } from './shape.ts';

const TURN = 2 * Math.PI;

interface Sector {
  /** Radians clockwise from the top; `to` lies less than a turn after `from`. */
  readonly from: number;
  readonly to: number;
}

/** The sector that a mark shows, or `undefined` for the whole circle. */
function sectorOf({ from = 0, to = TURN }: CircleMark): Sector | undefined {
  return to - from >= TURN - 1e-9 ? undefined : { from, to: Math.max(from, to) };
}

const pointAt = (mark: CircleMark, angle: number): readonly [number, number] => [
  mark.x + mark.radius * Math.sin(angle),
  mark.y - mark.radius * Math.cos(angle),
];

const boxOf = ({ x, y, radius }: CircleMark): Box => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });

/** SVG path data of the sector's arc. The centre follows from the ends: they are written finely, lest it move. */
function arcData(mark: CircleMark, { from, to }: Sector): string {
  const point = (angle: number): string => pointAt(mark, angle).map((value) => formatNumber(value, 4)).join(' ');
  const radius = formatNumber(mark.radius, 4);
  return `${point(from)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}`;
}

/** Whether the direction from the centre to a point lies in the sector. */
function isTowards(mark: CircleMark, sector: Sector, x: number, y: number): boolean {
  const angle = Math.atan2(x - mark.x, mark.y - y);
  return (((angle - sector.from) % TURN) + TURN) % TURN <= sector.to - sector.from;
}

function distanceToSector(mark: CircleMark, sector: Sector, x: number, y: number): number {
  const toCentre = Math.hypot(x - mark.x, y - mark.y);
  if (!isTowards(mark, sector, x, y)) {
    return Math.min(...[sector.from, sector.to].map((angle) => {
      const [edgeX, edgeY] = pointAt(mark, angle);
      return Math.hypot(x - edgeX, y - edgeY);
    }), mark.fill === undefined ? Number.POSITIVE_INFINITY : toCentre);
  }
  return mark.fill === undefined ? Math.abs(toCentre - mark.radius) : Math.max(0, toCentre - mark.radius);
}

function distanceToCircle(mark: CircleMark, x: number, y: number): number {
  const fromEdge = Math.hypot(x - mark.x, y - mark.y) - mark.radius;
  return mark.fill === undefined ? Math.abs(fromEdge) : Math.max(0, fromEdge);
}

export const circle: Faces<CircleMark> = {
  kind: 'circle',
  bounds: (mark) => grow(boxOf(mark), halfWidth(mark.stroke)),
  canvas: (mark, { context }) => {
    const sector = sectorOf(mark);
    const start = (sector?.from ?? Math.PI / 2) - Math.PI / 2;
    const end = sector ? sector.to - Math.PI / 2 : start + TURN;
    const trace = (): void => context.arc(mark.x, mark.y, mark.radius, start, end);
    context.beginPath();
    trace();
    if (sector && mark.fill !== undefined) {
      context.lineTo(mark.x, mark.y);
      fillPath(context, mark.fill, boxOf(mark));
      if (mark.stroke === undefined) return;
      context.beginPath();
      trace();
    } else {
      if (!sector) context.closePath();
      fillPath(context, mark.fill, boxOf(mark));
    }
    strokePath(context, mark.stroke);
  },
  svg: (mark, writer) => {
    const sector = sectorOf(mark);
    const fill = writer.fill(mark.fill, boxOf(mark));
    const stroke = writer.stroke(mark.stroke);
    if (!sector) {
      writer.element(mark, 'circle', [['cx', mark.x], ['cy', mark.y], ['r', mark.radius], ...fill, ...stroke]);
      return;
    }
    const arc = arcData(mark, sector);
    if (mark.fill !== undefined) {
      writer.element(mark, 'path', [['d', `M${formatNumber(mark.x)} ${formatNumber(mark.y)}L${arc}Z`], ...fill]);
    }
    if (mark.stroke !== undefined) writer.element(mark, 'path', [['d', `M${arc}`], ...stroke]);
  },
  distance: (mark, x, y) => {
    const sector = sectorOf(mark);
    return Math.max(0, (sector ? distanceToSector(mark, sector, x, y) : distanceToCircle(mark, x, y)) - halfWidth(mark.stroke));
  },
};
