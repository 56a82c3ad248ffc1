const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = '=';

/** Bytes as Base64 text with its padding (RFC 4648, 4). */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digit = (shift: number): string => DIGITS.charAt((bits >> shift) & 63);
    parts.push(digit(18), digit(12), left > 1 ? digit(6) : PADDING, left > 2 ? digit(0) : PADDING);
  }
  return parts.join('');
}
