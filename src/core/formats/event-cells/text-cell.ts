/**
 * How texts stand in a cell: as they are, for people. What would not come back from there is written as JSON behind a backslash – a text that
 * is empty or has white space at its ends, that begins with a backslash, or that has signs which programs change on the way.
 */

/** Signs that do not survive every program: controls but tab and line feed, and halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex -- it is control characters that are meant
const FRAGILE = /[^\P{Cc}\n\t]|[\ufeff\p{Cs}]/u;

/** A quotation mark between commas or ends of lines: behind the first line, readers that mend tables take it for the beginning of a cell. */
const LONE_QUOTE = /(?:^|[\n,])"(?:[\n,]|$)/;

/** A text as a cell; `undefined`, for nothing stated, is the empty cell. */
export function textCell(text: string | undefined): string {
  if (text === undefined) return '';
  return text === '' || text !== text.trim() || text.startsWith('\\') || FRAGILE.test(text) || (text.includes('\n') && LONE_QUOTE.test(text)) ? coded(text) : text;
}

/** The text of a cell; `undefined` for an empty one, and for one that says that nothing is stated. */
export function readTextCell(cell: string): string | undefined {
  if (cell.trim() === '' || cell === NOTHING) return undefined;
  const json = cell.startsWith('\\"') ? parsed(cell.slice(1)) : undefined;
  return typeof json === 'string' ? json : cell;
}

/** Several texts as one cell, between bars; those without a text are blank between them. */
export function listCell(texts: readonly (string | undefined)[]): string {
  if (texts.every((text) => text === undefined)) return texts.length === 1 ? NOTHING : texts.map(() => '').join(BAR).trim();
  return texts.map((text) => pieceOf(text)).join(BAR);
}

/** The texts of a cell between bars: none for an empty cell. */
export function readListCell(cell: string): readonly (string | undefined)[] {
  if (cell.trim() === '') return [];
  return cell.split('|').map((piece) => readTextCell(piece.trim()));
}

const BAR = ' | ';

/** Says that nothing is stated, where an empty cell would not. */
export const NOTHING = '\\-';

/** A text between bars holds no bar itself. */
function pieceOf(text: string | undefined): string {
  return text?.includes('|') === true ? coded(text).replaceAll('|', '\\u007c') : textCell(text);
}

const coded = (text: string): string => `\\${JSON.stringify(text)}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
