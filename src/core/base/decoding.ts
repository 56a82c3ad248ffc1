import { growingUtf8 } from './growing.ts';

// Part of every browser, worker and Node, but not of the language's own library, which is all that `core` is compiled with.
declare class TextDecoder {
  constructor(label: string, options?: { readonly ignoreBOM?: boolean });
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** How many bytes are decoded at once: a text is never held as a whole. */
const AT_ONCE = 64 * 1024;

/** The name by which the Encoding Standard knows an encoding, from any of its labels; `undefined` for one that it does not know. Source: https://encoding.spec.whatwg.org/. */
export function encodingNamed(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim().toLowerCase()).encoding;
  } catch {
    return undefined;
  }
}

/** What windows-1252 has where ISO 8859-1 has control characters: some versions of Node take the one for the other. Source: https://encoding.spec.whatwg.org/index-windows-1252.txt. */
const PRINTED_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const printed = (text: string, encoding: string): string =>
  encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, (control) => PRINTED_1252[control.charCodeAt(0) - 0x80] ?? control) : text;

/** The text of bytes in an encoding of the Encoding Standard; what the encoding does not have becomes U+FFFD. Throws on a name that is not one of it. */
export const decodeAs = (bytes: Uint8Array, encoding: string): string => printed(new TextDecoder(encoding).decode(bytes), encoding);

/** The UTF-8 bytes of a text in another encoding, and how many of its signs the encoding does not have: they become U+FFFD. A byte order mark is dropped. */
export function recodeAsUtf8(bytes: Uint8Array, encoding: string): { readonly bytes: Uint8Array; readonly broken: number } {
  const decoder = new TextDecoder(encoding);
  const text = growingUtf8();
  let broken = 0;
  const append = (piece: string): void => {
    for (let at = piece.indexOf('\ufffd'); at >= 0; at = piece.indexOf('\ufffd', at + 1)) broken += 1;
    text.append(piece);
  };
  let held = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    const piece = held + printed(decoder.decode(bytes.subarray(at, at + AT_ONCE), { stream: true }), encoding);
    // A pair of units that make one letter must not be parted.
    const isParted = isHighSurrogate(piece.charCodeAt(piece.length - 1));
    held = isParted ? piece.slice(-1) : '';
    append(isParted ? piece.slice(0, -1) : piece);
  }
  append(held + decoder.decode());
  return { bytes: text.finish(), broken };
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** What the bytes of a text tell about its being UTF-8. */
export interface Utf8Scan {
  /** Number of letters and signs of several bytes. */
  readonly letters: number;
  /** Number of bytes that do not belong to one and are not ASCII. */
  readonly broken: number;
  /** Positions of the first bytes beyond ASCII, some way apart. */
  readonly found: readonly number[];
}

/** How far apart the positions are that a scan tells, and how many they are at most. */
const [APART, MOST_FOUND] = [512, 256] as const;

/** Looks at all bytes of a text beyond ASCII. */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  const { length } = bytes;
  const found: number[] = [];
  let [letters, broken, at, nextFound] = [0, 0, 0, 0];
  // Four bytes at once, where they lie as the machine wants them.
  const skew = (4 - (bytes.byteOffset % 4)) % 4;
  const words = length < skew + 4 ? new Int32Array() : new Int32Array(bytes.buffer, bytes.byteOffset + skew, (length - skew) >> 2);
  const last = words.length - 3;
  while (at < length) {
    if (at >= skew && (at - skew) % 4 === 0) {
      let word = (at - skew) >> 2;
      while (word < last && (((words[word] as number) | (words[word + 1] as number) | (words[word + 2] as number) | (words[word + 3] as number)) & 0x80808080) === 0) word += 4;
      while (word < words.length && ((words[word] as number) & 0x80808080) === 0) word += 1;
      at = skew + 4 * word;
      if (at >= length) break;
    }
    if ((bytes[at] as number) < 0x80) {
      at += 1;
      continue;
    }
    if (at >= nextFound && found.length < MOST_FOUND) {
      found.push(at);
      nextFound = at + APART;
    }
    const size = letterSize(bytes, at);
    if (size > 0) letters += 1;
    else if (at + 4 < length || !isCutOff(bytes, at)) broken += 1;
    at += Math.max(size, 1);
  }
  return { letters, broken, found };
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** How many bytes the letter beyond ASCII has that begins at a position; 0 if none does. Source: the Unicode Standard, table 3-7. */
export function letterSize(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xc2 || first > 0xf4 || !isContinuation(second)) return 0;
  if (first < 0xe0) return 2;
  if (!isContinuation(bytes[at + 2])) return 0;
  if (first < 0xf0) return (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) ? 0 : 3;
  return !isContinuation(bytes[at + 3]) || (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : 4;
}

/** Whether the end of the bytes cuts a letter off: then nothing is wrong with it. */
function isCutOff(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] as number;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return first >= 0xc2 && first <= 0xf4 && at + size > bytes.length && bytes.subarray(at + 1).every(isContinuation);
}
