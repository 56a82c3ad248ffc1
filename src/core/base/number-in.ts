import { decodeUtf8 } from './utf8.ts';

const [SPACE, PLUS, MINUS, POINT, ZERO, NINE, UPPER_E] = [0x20, 0x2b, 0x2d, 0x2e, 0x30, 0x39, 0x45];

/** Whole numbers up to here, and powers of ten up to the 22nd, are exact as doubles: so is one such number multiplied or divided by the other, correctly rounded. */
const [MOST_EXACT, MOST_POWER] = [2 ** 53, 22] as const;

const POWERS = Float64Array.from({ length: MOST_POWER + 1 }, (_, power) => Number(`1e${power}`));

/**
 * The decimal number that a stretch of ASCII bytes writes, such as `-12.5` or `1e3`, blanks around it apart: the same double as `Number` makes of the text. `NaN` where it is
 * empty or anything else. Source of the fast path: W. D. Clinger, How to Read Floating Point Numbers Accurately, PLDI 1990.
 */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let stop = end;
  while (at < stop && bytes[at] === SPACE) at += 1;
  while (stop > at && bytes[stop - 1] === SPACE) stop -= 1;
  const first = at;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at += 1;
  let [value, digits, decimals] = [0, 0, 0];
  let isBehindPoint = false;
  for (; at < stop; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) {
      value = 10 * value + (byte - ZERO);
      digits += 1;
      if (isBehindPoint) decimals += 1;
    } else if (byte === POINT && !isBehindPoint) {
      isBehindPoint = true;
    } else {
      break;
    }
  }
  if (digits === 0) return NaN;
  if (at < stop) return ((bytes[at] as number) & ~0x20) === UPPER_E ? slowly(bytes, first, stop) : NaN;
  if (value > MOST_EXACT || decimals > MOST_POWER) return slowly(bytes, first, stop);
  const size = decimals === 0 ? value : value / (POWERS[decimals] as number);
  return sign === MINUS ? -size : size;
}

/** Longer texts are no numbers. */
const LONGEST = 1000;

function slowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST) return NaN;
  const text = decodeUtf8(bytes.subarray(start, end));
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
