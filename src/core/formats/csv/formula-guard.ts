/**
 * Spreadsheet programs calculate cells that begin with one of these signs, also with full-width ones, so that a hostile text could run there.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
const BEGINNING = '[=+\\-@\\t\\r\\n\\0＝＋－＠]';
const FORMULA = new RegExp(`^'*${BEGINNING}`);
const GUARDED = new RegExp(`^'+${BEGINNING}`);

/** A text that no spreadsheet program calculates: with an apostrophe before such a sign, and one more before apostrophes in front of one. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text without the apostrophe that guards it. */
export const unguarded = (text: string): string => (text.startsWith('\'') && GUARDED.test(text) ? text.slice(1) : text);
