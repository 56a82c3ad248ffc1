/** The zeros of scripts whose digits are written in tables: Arabic, Persian, Devanagari, Bengali, Thai, full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10] as const;

/** Blanks, marks, signs, and the digits of those zeros. */
const FOREIGN = new RegExp(
  '[\\u00a0\\u00ad\\u061c\\u066b\\u066c\\u2000-\\u2012\\u2028-\\u202f\\u2066-\\u2069\\u2212\\u3000\\ufe63\\ufeff\\uff0b-\\uff0e'
  + '\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\u0e50-\\u0e59\\uff10-\\uff19]',
  'g',
);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ...(['\u2010', '\u2011', '\u2012', '\u2212', '\uff0d', '\ufe63'] as const).map((minus) => [minus, '-'] as const),
  ...(['\u00a0', '\u2028', '\u2029', '\u202f', '\u3000'] as const).map((blank) => [blank, ' '] as const),
  ['\u066b', '.'], ['\u066c', ''], ['\uff0b', '+'], ['\uff0c', ','], ['\uff0e', '.'],
]);

/**
 * A text with the digits, decimal separators, minus signs and blanks of other scripts and of typography turned into those of ASCII,
 * and without marks of writing direction. One that has none of them is returned as it is.
 */
export function plainDigits(text: string): string {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7e) return text.replace(FOREIGN, plainSign);
  return text;
}

function plainSign(sign: string): string {
  const code = sign.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  return SIGNS.get(sign) ?? (code >= 0x2000 && code <= 0x200a ? ' ' : '');
}
