import { decodeUtf8 } from '../../base/utf8.ts';

/** Longest text, in bytes, that is put together here: beyond it the decoder of the platform is faster. */
const SHORT = 40;

/** The text of UTF-8 bytes from `start` to before `end`. */
export function textIn(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return decodeUtf8(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return decodeUtf8(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
