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
  // The stretches to be split: the first and the last vertex of each, and the limit of its weights.
  const stretches = [0, count - 1, Infinity];
  while (stretches.length > 0) {
    const limit = stretches.pop() as number;
    const last = stretches.pop() as number;
    const first = stretches.pop() as number;
    const ax = points[2 * first] as number;
    const ay = points[2 * first + 1] as number;
    const dx = (points[2 * last] as number) - ax;
    const dy = (points[2 * last + 1] as number) - ay;
    const length = dx * dx + dy * dy;
    let farthest = -1;
    let greatest = -1;
    for (let k = first + 1; k < last; k += 1) {
      const px = (points[2 * k] as number) - ax;
      const py = (points[2 * k + 1] as number) - ay;
      const dot = px * dx + py * dy;
      const along = length === 0 || dot <= 0 ? 0 : dot >= length ? 1 : dot / length;
      const x = px - along * dx;
      const y = py - along * dy;
      const squared = x * x + y * y;
      if (squared > greatest) {
        greatest = squared;
        farthest = k;
      }
    }
    if (farthest < 0) continue;
    const weight = Math.min(Math.sqrt(greatest), limit);
    weights[farthest] = weight;
    stretches.push(first, farthest, weight, farthest, last, weight);
  }
  return weights;
}
