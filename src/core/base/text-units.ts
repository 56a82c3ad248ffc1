import { letterSize } from './decoding.ts';

const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, AMPERSAND, LESS_THAN, FIRST_BEYOND, FOUR_BYTES] = [0x09, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x3c, 0x80, 0xf0] as const;

/** What is done with each byte of a text: it is a letter by itself, is looked at, or makes the text one that is not taken. */
export type ByteRoles = Uint8Array;
const [LETTER, SPECIAL, REFUSED] = [0, 1, 2] as const;

function byteRoles(refused: readonly number[]): ByteRoles {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    if (refused.includes(byte) || (byte < SPACE && byte !== TAB && byte !== LINE_FEED && byte !== RETURN)) return REFUSED;
    return byte >= FIRST_BEYOND || byte === QUOTE ? SPECIAL : LETTER;
  });
}

/** Any text but for control signs that are no tabs and line ends. */
export const TEXT: ByteRoles = byteRoles([]);

/** The same of texts that may be written as HTML: there, `<` and `&` can be markup, and returns are line ends. */
export const WORDS: ByteRoles = byteRoles([LESS_THAN, AMPERSAND, RETURN]);

/** The number of UTF-16 units of a stretch of UTF-8, quotation marks that are doubled taken as one; −1 where it holds bytes that are refused, or that are no UTF-8. */
export type CountUnits = (start: number, end: number, isDoubled: boolean, roles: ByteRoles) => number;

/** The highest bit of each of four bytes. */
const HIGH_BITS = 0x80808080 | 0;

/** Makes a counter of the texts in some bytes: four of them at once where they lie as the machine wants them. */
export function unitCounter(bytes: Uint8Array): CountUnits {
  const skew = (4 - (bytes.byteOffset % 4)) % 4;
  const words = bytes.length < skew + 4 ? new Int32Array() : new Int32Array(bytes.buffer, bytes.byteOffset + skew, (bytes.length - skew) >> 2);
  return (start, end, isDoubled, roles) => {
    let units = end - start;
    let at = start;
    while (at < end) {
      if (((at - skew) & 3) === 0 && !isDoubled) {
        const last = (end - skew) >> 2;
        let word = (at - skew) >> 2;
        while (word < last) {
          const four = words[word] as number;
          // Of each byte the highest bit of a sum says whether its other bits are as great as a blank's, or are any at all; and whether they are those of `&` or `<`.
          const ands = ((four ^ 0x26262626) & 0x7f7f7f7f) + 0x7f7f7f7f;
          const lesses = ((four ^ 0x3c3c3c3c) & 0x7f7f7f7f) + 0x7f7f7f7f;
          if ((((four & 0x7f7f7f7f) + 0x60606060) & ands & lesses & ~four & HIGH_BITS) !== HIGH_BITS) break;
          word += 1;
        }
        at = skew + 4 * word;
        if (at >= end) break;
      }
      const byte = bytes[at] as number;
      const role = roles[byte] as number;
      if (role === REFUSED) return -1;
      at += 1;
      if (role === LETTER) continue;
      if (byte >= FIRST_BEYOND) {
        const size = letterSize(bytes, at - 1);
        if (size === 0 || at - 1 + size > end) return -1;
        units -= byte >= FOUR_BYTES ? size - 2 : size - 1;
        at += size - 1;
      } else if (isDoubled && at < end && bytes[at] === QUOTE) {
        at += 1;
        units -= 1;
      }
    }
    return units;
  };
}
