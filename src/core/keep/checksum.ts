import { encodeUtf8 } from '../base/utf8.ts';

/** The polynomial of CRC-32, bits reversed. Source: RFC 1952, section 8. */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 0 ? rest >>> 1 : (rest >>> 1) ^ POLYNOMIAL;
  return rest;
});

/** The CRC-32 of bytes, as in RFC 1952; of bytes that continue others when theirs is given. */
export function crcOf(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i += 1) crc = (TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** A checksum as it is written: eight hexadecimal digits. */
export const sumOf = (crc: number): string => crc.toString(16).padStart(8, '0');

/** The checksum of a text's UTF-8 bytes, as it is written. */
export const sumOfText = (text: string): string => sumOf(crcOf(encodeUtf8(text)));
