const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The width in ems at a position of a table of `font-metrics.ts`; NaN where the font lacks the character. */
export function decodeAdvance(table: string, position: number): number {
  const high = DIGITS.indexOf(table.charAt(position * 2));
  const low = DIGITS.indexOf(table.charAt(position * 2 + 1));
  return high < 0 || low < 0 ? Number.NaN : (high * 64 + low) / 1000;
}
