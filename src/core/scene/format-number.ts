/**
 * A length or coordinate as SVG text: at most two decimals, the same on every machine.
 * @throws RangeError for what is not a finite number: a layout that produced it has a fault.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`a scene holds ${value} where it needs a number of pixels`);
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
}
