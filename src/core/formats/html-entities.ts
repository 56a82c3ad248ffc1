/** Names of the characters from U+00A0 to U+00FF, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo '
  + 'frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve '
  + 'Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute '
  + 'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Names of others, each followed by its character. */
const OTHERS =
  'quot " amp & lt < gt > apos \' OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Yuml Ÿ fnof ƒ circ ˆ tilde ˜ '
  + 'Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ '
  + 'Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ '
  + 'omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ '
  + 'dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ '
  + 'forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ infin ∞ and ∧ or ∨ cap ∩ cup ∪ int ∫ sim ∼ '
  + 'cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ Gbreve Ğ gbreve ğ Idot İ inodot ı imath ı Scedil Ş scedil ş '
  + 'lpar ( rpar ) lsqb [ rsqb ] colon : semi ; comma , period . excl ! quest ? num # percnt % dollar $ ast * plus + equals = sol / bsol \\ lowbar _ commat @';

/** Spaces and marks that cannot be seen. */
const UNSEEN: readonly (readonly [name: string, code: number])[] = [
  ['ensp', 0x2002], ['emsp', 0x2003], ['thinsp', 0x2009], ['zwnj', 0x200c], ['zwj', 0x200d], ['lrm', 0x200e], ['rlm', 0x200f],
  ['Tab', 0x09], ['NewLine', 0x0a],
];

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, n) => [name, String.fromCharCode(0xa0 + n)] as const),
  ...pairsOf(OTHERS.split(' ')),
  ...UNSEEN.map(([name, code]) => [name, String.fromCharCode(code)] as const),
]);

function* pairsOf(words: readonly string[]): Generator<readonly [string, string]> {
  for (let word = 0; word + 1 < words.length; word += 2) yield [words[word] ?? '', words[word + 1] ?? ''];
}

/** What the codes 0x80 to 0x9F mean when they are written as numbers: characters of windows-1252, and none where that has a gap. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const REFERENCE = /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,7})|([A-Za-z][A-Za-z\d]{1,15}));/g;

/**
 * Replaces the character references of HTML (`&eacute;`, `&#233;`, `&#xE9;`) by their characters, once: what they spell is not read again.
 * The names are those of HTML 4 and some more; unknown ones, and those without a semicolon, stay as they are.
 * Source: https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
 */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(REFERENCE, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) =>
      name === undefined ? characterOf(Number(decimal ?? `0x${hex ?? ''}`)) : (CHARACTERS.get(name) ?? whole))
    : text;

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80] ?? '';
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}
