/** A piece of a date: digits, letters or a sign. */
export interface Token {
  readonly kind: 'number' | 'word' | 'sign';
  /** A number without the commas between its thousands. */
  readonly text: string;
  /** Whether white space stands before it, or nothing. */
  readonly spaced: boolean;
  /** The letters that end a number: “4th”, “1850s”. */
  readonly suffix: string;
}

/** Letters that belong to the number before them, where no space parts them. */
const SUFFIXES: ReadonlySet<string> = new Set(['s', 'st', 'nd', 'rd', 'th', 'er', 'e', 're', 'ere', 'eme', 'o', 'a', 'de', 'ste', 'º', 'ª']);

const PIECE = /(?<thousands>\d{1,3}(?:,\d{3})+(?!\d))|(?<number>\d+)|(?<word>[\p{L}_ºª]+)|(?<sign>[^\s])/uy;
const SIMPLE_PIECE = /(?<number>\d+)|(?<word>[\p{L}_ºª]+)|(?<sign>[^\s])/uy;
const SPACE = /\s/;

/** Cuts a cleaned, folded date into its pieces. A full stop after a word is the mark of its abbreviation, and left out. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (SPACE.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    // The comma in 10:20:30,500 parts no thousands.
    const pattern = text.charAt(at - 1) === ':' ? SIMPLE_PIECE : PIECE;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const piece = found?.[0] ?? text.charAt(at);
    const spaced = at === 0 || SPACE.test(text.charAt(at - 1));
    at += piece.length;
    const { thousands, number, word } = found?.groups ?? {};
    if (thousands !== undefined || number !== undefined) {
      const suffix = suffixAt(text, at);
      at += suffix.length;
      tokens.push({ kind: 'number', text: piece.replaceAll(',', ''), spaced, suffix: suffix.replace('\'', '') });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: piece, spaced, suffix: '' });
      if (text.charAt(at) === '.') at += 1;
    } else {
      tokens.push({ kind: 'sign', text: piece, spaced, suffix: '' });
    }
  }
  return tokens;
}

const SUFFIX = /'s(?!\p{L})|[\p{L}ºª]{1,4}(?!\p{L}|\d)/uy;

function suffixAt(text: string, at: number): string {
  SUFFIX.lastIndex = at;
  const letters = SUFFIX.exec(text)?.[0] ?? '';
  return letters === '\'s' || SUFFIXES.has(letters) ? letters : '';
}
