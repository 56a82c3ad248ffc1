import { encodeUtf8 } from '../../base/utf8.ts';
import { writeBytes, type JsonOut } from '../../base/json-bytes.ts';

const [MINUS, POINT, ZERO, NINE] = [0x2d, 0x2e, 0x30, 0x39] as const;

/** Digits that every double tells apart, and most digits of degrees before the point. */
const [MOST_DIGITS, MOST_WHOLE] = [15, 3] as const;

/** Numbers below have exponents in JSON, or none of their digits left. */
const LEAST = 1e-5;

/**
 * Writes the number of a stretch of bytes in JSON, as `JSON.stringify` does: digit by digit where it is written in the shortest way, and no more digits than doubles tell
 * apart.
 */
export function writeJsonNumber(out: JsonOut, value: number, bytes: Uint8Array, start: number, end: number): void {
  if (Math.abs(value) >= LEAST && isShortest(bytes, start, end)) writeBytes(out, bytes, start, end);
  else writeBytes(out, encodeUtf8(JSON.stringify(value)));
}

/** Whether a decimal number has no sign but a minus, no zero that says nothing, and not too many digits. */
function isShortest(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] === MINUS ? start + 1 : start;
  if (end - first > MOST_DIGITS || bytes[first] === POINT) return false;
  if (bytes[first] === ZERO && bytes[first + 1] !== POINT) return end - first === 1 && first === start;
  for (let at = first; at < end; at += 1) if (bytes[at] === POINT) return bytes[end - 1] !== ZERO && at < end - 1;
  return true;
}

/** Whether bytes are a number as degrees are written: digits, at most three before a point, and perhaps a minus. Others may be degrees, too. */
export function isPlainDegrees(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  if (bytes[at] === MINUS) at += 1;
  const first = at;
  while (at < end && isDigit(bytes[at] as number)) at += 1;
  const whole = at - first;
  if (whole === 0 || whole > MOST_WHOLE) return false;
  if (at === end) return true;
  if (bytes[at] !== POINT) return false;
  at += 1;
  while (at < end && isDigit(bytes[at] as number)) at += 1;
  return at === end;
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;
