const [MINUS, POINT, ZERO, NINE] = [0x2d, 0x2e, 0x30, 0x39] as const;

/** Most digits of degrees before the point. */
const MOST_WHOLE = 3;

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
