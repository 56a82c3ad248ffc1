import { letterSize } from './decoding.ts';

/** Where the writing of JSON stands. */
export interface JsonOut {
  bytes: Uint8Array;
  /** Where the next byte goes. */
  at: number;
  /** UTF-16 units of the text that was written last. */
  units: number;
}

/** What stands between the quotation marks of a cell: as it is, or with each of them doubled. */
export type Quoting = 'as-is' | 'doubled';

const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, BACKSLASH, FIRST_BEYOND, FOUR_BYTES] = [0x09, 0x0a, 0x0d, 0x20, 0x22, 0x5c, 0x80, 0xf0] as const;
const [LOWER_N, LOWER_R, LOWER_T] = [0x6e, 0x72, 0x74] as const;

/** What is done with each byte of a text: it is written as it is, is looked at, or makes the text one that is not written. */
export type ByteRoles = Uint8Array;
const [AS_IS, SPECIAL, REFUSED] = [0, 1, 2] as const;

/** Roles of bytes where control signs are refused but for tab and line ends, and some others besides. */
export const byteRoles = (refused: readonly number[]): ByteRoles =>
  Uint8Array.from({ length: 256 }, (_, byte) => {
    if (refused.includes(byte) || (byte < SPACE && byte !== TAB && byte !== LINE_FEED && byte !== RETURN)) return REFUSED;
    return byte < SPACE || byte >= FIRST_BEYOND || byte === QUOTE || byte === BACKSLASH ? SPECIAL : AS_IS;
  });

/**
 * Writes a stretch of UTF-8 as a JSON string, the same bytes as `JSON.stringify` makes of its text. There has to be room for two bytes for each of it, and two more.
 * `false` where it holds bytes that are refused, or that are no UTF-8: then nothing is written that counts.
 */
export function writeJsonText(out: JsonOut, bytes: Uint8Array, start: number, end: number, quoting: Quoting, roles: ByteRoles): boolean {
  const target = out.bytes;
  let at = out.at;
  target[at] = QUOTE;
  at += 1;
  let units = end - start;
  for (let from = start; from < end; from += 1) {
    const byte = bytes[from] as number;
    const role = roles[byte];
    if (role === AS_IS) {
      target[at] = byte;
      at += 1;
      continue;
    }
    if (role === REFUSED) return false;
    if (byte >= FIRST_BEYOND) {
      const size = letterSize(bytes, from);
      if (size === 0 || from + size > end) return false;
      for (let k = 0; k < size; k += 1) target[at + k] = bytes[from + k] as number;
      at += size;
      units -= byte >= FOUR_BYTES ? size - 2 : size - 1;
      from += size - 1;
      continue;
    }
    target[at] = BACKSLASH;
    target[at + 1] = byte === LINE_FEED ? LOWER_N : byte === RETURN ? LOWER_R : byte === TAB ? LOWER_T : byte;
    at += 2;
    if (byte === QUOTE && quoting === 'doubled' && from + 1 < end && bytes[from + 1] === QUOTE) {
      from += 1;
      units -= 1;
    }
  }
  target[at] = QUOTE;
  out.at = at + 1;
  out.units = units;
  return true;
}

/** Writes bytes that are JSON already. */
export function writeBytes(out: JsonOut, bytes: Uint8Array, start = 0, end = bytes.length): void {
  const target = out.bytes;
  const at = out.at - start;
  for (let from = start; from < end; from += 1) target[at + from] = bytes[from] as number;
  out.at = at + end;
}
