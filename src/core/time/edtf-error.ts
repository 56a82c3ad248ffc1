/** What is wrong with a string that should be EDTF. Each has a sentence in the catalogue. */
export const EDTF_ERROR_KINDS = [
  'empty',
  'unfinished',
  'unexpected',
  'year-digits',
  'negative-zero',
  'long-year',
  'year-too-far',
  'significant-digits',
  'two-digits',
  'month',
  'day',
  'day-of-month',
  'time',
  'hour',
  'minute',
  'second',
  'zone',
  'qualified-time',
  'slashes',
  'not-an-end',
  'backwards-interval',
  'set-unclosed',
  'set-empty',
  'open-inside',
  'backwards-range',
] as const;
export type EdtfErrorKind = (typeof EDTF_ERROR_KINDS)[number];

/** Why a string cannot be read as EDTF. */
export interface EdtfError {
  readonly kind: EdtfErrorKind;
  /** Where in the string, counting characters from 1. */
  readonly at: number;
  /** What stands there; for `day-of-month` the whole date. */
  readonly found: string;
}

/** Makes an error. */
export const edtfError = (kind: EdtfErrorKind, at: number, found: string): EdtfError => ({ kind, at, found });

/** What a date may be while it is being typed. */
const BEGINNING = /^[?~%]?-?(?:[\dX]{0,3}|[\dX]{4}[?~%]?(?:-[?~%]?(?:[\dX]?|[\dX]{2}[?~%]?(?:-[?~%]?(?:[\dX]?|[\dX]{2}[?~%]?))?))?)$/;

/** A month or day of one digit, after the year or after the month. */
const SHORT = /^([?~%]?-?[\dX]{4}[?~%]?-[?~%]?(?:[\dX]{2}[?~%]?-[?~%]?)?)[\dX](?:-|$)/;

/**
 * Finds what is wrong with a string that has not the form of any single date.
 * @param column position of `text` in the whole string, from 1
 */
export function diagnose(text: string, column: number): EdtfError {
  if (text === '') return edtfError('empty', column, '');
  const tooLong = /^-?\d{5,}/.exec(text);
  if (tooLong !== null) return edtfError('year-digits', column, tooLong[0]);
  const short = SHORT.exec(text);
  if (short !== null) return edtfError('two-digits', column + (short[1]?.length ?? 0), text);
  let good = 0;
  while (good < text.length && BEGINNING.test(text.slice(0, good + 1))) good += 1;
  if (good === text.length) return edtfError('unfinished', column + good, text);
  return edtfError('unexpected', column + good, String.fromCodePoint(text.codePointAt(good) ?? 0));
}
