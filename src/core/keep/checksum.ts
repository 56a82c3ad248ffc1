import { encodeUtf8 } from '../base/utf8.ts';

/** The polynomial of CRC-32, bits reversed. Source: RFC 1952, section 8. */
const POLYNOMIAL = 0xedb88320;

/** What each byte does to a checksum, when it is followed by none to seven others. */
const TABLES = tables();
const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES;

type Eight<T> = readonly [T, T, T, T, T, T, T, T];

function tables(): Eight<Uint32Array> {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 0 ? rest >>> 1 : (rest >>> 1) ^ POLYNOMIAL;
    return rest;
  });
  const after = (table: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => table.map((crc) => (crc >>> 8) ^ (first[crc & 0xff] as number));
  const all = [first];
  while (all.length < 8) all.push(after(all.at(-1) ?? first));
  return all as unknown as Eight<Uint32Array>;
}

/**
 * The CRC-32 of bytes, as in RFC 1952; of bytes that continue others when theirs is given. Eight bytes are taken at once.
 * Source: M. E. Kounavis and F. L. Berry, A systematic approach to building high performance software-based CRC generators, 2005.
 */
export function crcOf(bytes: Uint8Array, before = 0): number {
  // Every place is within its array: eight bytes at once end where they end, and a byte is less than 256.
  const at = (i: number): number => bytes[i] as number;
  const whole = bytes.length - (bytes.length % 8);
  let crc = ~before;
  let i = 0;
  for (; i < whole; i += 8) {
    crc ^= at(i) | (at(i + 1) << 8) | (at(i + 2) << 16) | (at(i + 3) << 24);
    crc =
      (T7[crc & 0xff] as number) ^ (T6[(crc >>> 8) & 0xff] as number) ^ (T5[(crc >>> 16) & 0xff] as number) ^ (T4[crc >>> 24] as number) ^
      (T3[at(i + 4)] as number) ^ (T2[at(i + 5)] as number) ^ (T1[at(i + 6)] as number) ^ (T0[at(i + 7)] as number);
  }
  for (; i < bytes.length; i += 1) crc = (T0[(crc ^ at(i)) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** A checksum as it is written: eight hexadecimal digits. */
export const sumOf = (crc: number): string => crc.toString(16).padStart(8, '0');

/** The checksum of a text's UTF-8 bytes, as it is written. */
export const sumOfText = (text: string): string => sumOf(crcOf(encodeUtf8(text)));
