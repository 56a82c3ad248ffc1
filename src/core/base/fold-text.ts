/**
 * A text as it is compared in a search: compatibility forms taken apart, marks above and below letters dropped, lower case, and the
 * letters that people write in two ways (Turkish dotless i, Arabic and Persian yeh and kaf, digits) made one.
 */
export function foldText(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+|\u200C|\u00AD/gu, '')
    .toLowerCase()
    .replace(/[ıøłđßæœىيك٠-٩۰-۹’‘“”\s]/gu, foldLetter);
}

/** Printable ASCII alone, which folding does not change but for its case. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** Letters that have no decomposition in Unicode, and the plain ones people type for them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map<string, string>([
  ...[['ı', 'i'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe']] as const,
  ...[['ى', 'ی'], ['ي', 'ی'], ['ك', 'ک'], ['’', "'"], ['‘', "'"], ['“', '"'], ['”', '"']] as const,
]);

function foldLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return PLAIN_LETTERS.get(letter) ?? ' ';
}
