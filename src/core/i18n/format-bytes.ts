const UNITS = [
  ['kilobyte', 1e3],
  ['megabyte', 1e6],
  ['gigabyte', 1e9],
] as const;

/** A number of bytes in the largest decimal unit that it fills, kilobytes at least, to two digits: “16 kB”. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, size] = UNITS.findLast(([, size]) => bytes >= size) ?? UNITS[0];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: bytes >= size * 100 ? 3 : 2 }).format(Math.max(bytes, 100) / size);
}
