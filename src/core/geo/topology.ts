import type { MapLine, UnitBox } from './base-map.ts';
import { unitXOf, unitYOf } from './mercator.ts';
import { vertexWeights } from './simplify.ts';

/** The part of a quantized TopoJSON file that is read here. Source: the TopoJSON format specification 1.0. */
export interface Topology<Properties> {
  readonly type: 'Topology';
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  /** Delta-encoded positions in the grid of `transform`. */
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: Readonly<Record<string, { readonly geometries: readonly TopologyGeometry<Properties>[] }>>;
}

/** A geometry as lists of arc numbers; `~n` is arc `n` backwards. */
export type TopologyGeometry<Properties> = { readonly id?: string; readonly properties: Properties } & (
  | { readonly type: 'Polygon' | 'MultiLineString'; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly (readonly number[])[])[] }
  | { readonly type: 'LineString'; readonly arcs: readonly number[] }
  | { readonly type: null }
);

/** All arcs of a topology in unit Mercator, with the weight of each vertex. */
export function readArcs(topology: Topology<unknown>): MapLine[] {
  const { scale, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    const points = new Float64Array(arc.length * 2);
    let gridX = 0;
    let gridY = 0;
    arc.forEach(([dx, dy], k) => {
      gridX += dx;
      gridY += dy;
      points[2 * k] = unitXOf(gridX * scale[0] + translate[0]);
      points[2 * k + 1] = unitYOf(gridY * scale[1] + translate[1]);
    });
    return lineOf(points, vertexWeights(points));
  });
}

/** The lists of arc numbers that make the rings or lines of a geometry, polygon after polygon. */
export function arcListsOf(geometry: TopologyGeometry<unknown>): readonly (readonly number[])[] {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiLineString':
      return geometry.arcs;
    case 'MultiPolygon':
      return geometry.arcs.flat();
    case 'LineString':
      return [geometry.arcs];
    case null:
      return [];
  }
}

/** Arcs joined end to end; the vertex that two of them share stands once, and so does a ring's first vertex. */
export function joinArcs(arcs: readonly MapLine[], numbers: readonly number[], closed: boolean): MapLine {
  const points: number[] = [];
  const weights: number[] = [];
  numbers.forEach((number, position) => {
    const backwards = number < 0;
    const arc = arcs[backwards ? ~number : number];
    if (arc === undefined) throw new RangeError(`the topology has no arc ${number}`);
    const count = arc.weights.length;
    for (let step = position === 0 ? 0 : 1; step < count; step += 1) {
      const k = backwards ? count - 1 - step : step;
      points.push(arc.points[2 * k] as number, arc.points[2 * k + 1] as number);
      weights.push(arc.weights[k] as number);
    }
  });
  if (closed) {
    points.length -= 2;
    weights.length -= 1;
  }
  return lineOf(Float64Array.from(points), Float32Array.from(weights));
}

/** A line with its box. */
export function lineOf(points: Float64Array, weights: Float32Array): MapLine {
  return { points, weights, box: boxOf(points) };
}

function boxOf(points: Float64Array): UnitBox {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < points.length; k += 2) {
    const x = points[k] as number;
    const y = points[k + 1] as number;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1 };
}
