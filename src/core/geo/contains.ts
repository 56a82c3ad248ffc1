/** Whether a point lies inside rings (x0, y0, x1, y1 … each) by the even-odd rule; on an edge, either answer may come. */
export function ringsContain(rings: Iterable<ArrayLike<number>>, x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    const { length } = ring;
    for (let k = 0, before = length - 2; k < length; before = k, k += 2) {
      const y0 = ring[before + 1] as number;
      const y1 = ring[k + 1] as number;
      if (y0 > y === y1 > y) continue;
      const x0 = ring[before] as number;
      const x1 = ring[k] as number;
      if (x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    }
  }
  return inside;
}
