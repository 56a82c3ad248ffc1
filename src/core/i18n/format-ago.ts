const UNITS = [
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['month', 2_629_746],
  ['year', 31_556_952],
] as const;

/** How long ago something was, in the largest unit that it fills: “5 minutes ago”; “now” for less than ten seconds. Takes milliseconds. */
export function formatAgo(ms: number, locale: string): string {
  const seconds = Math.max(ms / 1000, 0);
  const [unit, length] = UNITS.findLast(([, length]) => seconds >= length) ?? UNITS[0];
  const written = new Intl.RelativeTimeFormat(locale, { numeric: seconds < 10 ? 'auto' : 'always' });
  return seconds < 10 ? written.format(0, 'second') : written.format(-Math.floor(seconds / length), unit);
}
