/** A coordinate as SVG files have it: what a canvas must use for the letters of both to fall on the same pixels. */
export const roundLength = (value: number): number => Math.round(value * 100) / 100;

/**
 * A length or coordinate as SVG text, with at most two decimals or as many as asked for; the same on every machine.
 * @throws RangeError for what is not a finite number: a layout that produced it has a fault.
 */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) throw new RangeError(`a scene holds ${value} where it needs a number of pixels`);
  const scale = 10 ** decimals;
  const rounded = Math.round(value * scale) / scale;
  return rounded === 0 ? '0' : String(rounded);
}
