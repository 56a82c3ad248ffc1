/**
 * How far a line would move without each of its vertices: the distance of Douglas and Peucker's algorithm (1973), never more than that of
 * the vertex that split the line before it, so that leaving out all vertices below a tolerance gives the algorithm's own line.
 * The ends weigh infinity. `points` is x0, y0, x1, y1 …; weights are in its unit.
 */
export function vertexWeights(points: ArrayLike<number>): Float32Array {
  const count = points.length >> 1;
  const weights = new Float32Array(count);
  if (count === 0) return weights;
  weights[0] = Infinity;
  weights[count - 1] = Infinity;
  const stretches: [first: number, last: number, limit: number][] = [[0, count - 1, Infinity]];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const [first, last, limit] = stretch;
    let farthest = -1;
    let greatest = -1;
    for (let k = first + 1; k < last; k += 1) {
      const distance = squaredDistance(points, k, first, last);
      if (distance > greatest) {
        greatest = distance;
        farthest = k;
      }
    }
    if (farthest < 0) continue;
    const weight = Math.min(Math.sqrt(greatest), limit);
    weights[farthest] = weight;
    stretches.push([first, farthest, weight], [farthest, last, weight]);
  }
  return weights;
}

/** Squared distance of vertex `k` from the segment between vertices `a` and `b`. */
function squaredDistance(points: ArrayLike<number>, k: number, a: number, b: number): number {
  const ax = points[2 * a] as number;
  const ay = points[2 * a + 1] as number;
  const dx = (points[2 * b] as number) - ax;
  const dy = (points[2 * b + 1] as number) - ay;
  const px = (points[2 * k] as number) - ax;
  const py = (points[2 * k + 1] as number) - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(Math.max((px * dx + py * dy) / length, 0), 1);
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}
