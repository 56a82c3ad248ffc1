/** Numbers in a locale, through `Intl`; dates are in `describe-time.ts`. */
export interface Formats {
  /** BCP 47 tag. */
  readonly locale: string;
  /** A whole or decimal number with the locale's digits and separators. */
  readonly number: (value: number) => string;
  /** "a, b and c". */
  readonly list: (parts: readonly string[]) => string;
}

/** Makes the formats of a locale. */
export function formatsOf(locale: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    number: (value) => number.format(value),
    list: (parts) => list.format(parts),
  };
}
