import { plainDigits } from '../base/plain-digits.ts';

export type Axis = 'latitude' | 'longitude';

/** A coordinate as it was written. */
export interface WrittenAngle {
  readonly degrees: number;
  /** Which of the two it is, where a letter or word such as `N` says so. */
  readonly axis: Axis | undefined;
}

/** A position as it was written. Its numbers may lie outside of what the globe has. */
export interface WrittenPosition {
  readonly lng: number;
  readonly lat: number;
}

/** Longest text that is looked at: degrees, minutes and seconds of two angles with words fit into it several times. */
const LONGEST = 120;

const DECIMAL = /^[+-]?(?:\d{1,3}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;
const DECIMAL_COMMA = /^[+-]?\d{1,3},\d+$/;

/** Degrees and perhaps minutes and seconds; only the last of them may have a fraction. Seconds are marked ″, ", '' or s. */
const SEXAGESIMAL = new RegExp(
  String.raw`^([+-]?)\s?(\d{1,3}(?:[.,]\d+)?)\s?(?:[°ºd:]|deg(?:rees)?|\s)\s?`
  + String.raw`(?:(\d{1,2}(?:[.,]\d+)?)\s?(?:['′’m:]|min|\s|$)\s?`
  + String.raw`(?:(\d{1,2}(?:[.,]\d+)?)\s?(?:["″”s]|''|′′|’’|sec|$))?)?$`,
);

/** What is written for the four directions: letters, and words of some languages. A lone `O` is east in German and west in Spanish. */
const DIRECTIONS: ReadonlyMap<string, readonly [Axis, 1 | -1]> = new Map<string, readonly [Axis, 1 | -1]>([
  ...['n', 'north', 'nord', 'norte', 'k', 'kuzey', 'شمال', 'شمالی', 'ش'].map((word) => [word, ['latitude', 1]] as const),
  ...['s', 'south', 'sud', 'süd', 'sur', 'sul', 'g', 'güney', 'جنوب', 'جنوبی', 'ج'].map((word) => [word, ['latitude', -1]] as const),
  ...['e', 'east', 'est', 'ost', 'este', 'leste', 'd', 'doğu', 'شرق', 'شرقی', 'ق'].map((word) => [word, ['longitude', 1]] as const),
  ...['w', 'west', 'ouest', 'oeste', 'b', 'batı', 'غرب', 'غربی', 'غ'].map((word) => [word, ['longitude', -1]] as const),
]);

const DIRECTION_BEFORE = /^(\p{L}+)\.?\s*(?=[\d+.-])/u;
const DIRECTION_BEHIND = /(?<=[\d°'"′″’”\s.])(\p{L}+)\.?$/u;

/**
 * Reads one coordinate in degrees: decimal with a point, or with a comma where there is exactly one and no point; degrees, minutes and seconds
 * with signs, colons or blanks between them; with a minus or a direction, which may stand before or behind. `undefined` for anything else.
 */
export function parseAngle(text: string): WrittenAngle | undefined {
  const trimmed = text.trim();
  if (DECIMAL.test(trimmed)) return { degrees: Number(trimmed), axis: undefined };
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const plain = plainDigits(trimmed).trim();
  const plainDegrees = degreesOf(plain);
  if (plainDegrees !== undefined) return { degrees: plainDegrees, axis: undefined };
  const direction = DIRECTION_BEFORE.exec(plain) ?? DIRECTION_BEHIND.exec(plain);
  if (direction === null) return undefined;
  const known = DIRECTIONS.get((direction[1] ?? '').toLocaleLowerCase('en'));
  const rest = plain.slice(0, direction.index) + plain.slice(direction.index + direction[0].length);
  const degrees = known === undefined ? undefined : degreesOf(rest.trim());
  if (known === undefined || degrees === undefined || degrees < 0) return undefined;
  return { degrees: degrees * known[1], axis: known[0] };
}

/** Minutes and seconds become decimals of a degree down to a hundredth of a millimetre: what comes after that is of the sum, not of the place. */
const FINEST = 1e10;

function degreesOf(text: string): number | undefined {
  if (DECIMAL.test(text)) return Number(text);
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(',', '.'));
  const parts = SEXAGESIMAL.exec(/[°ºd]$/.test(text) ? `${text} ` : text.includes('°') ? text.replaceAll(/°\s*/g, '° ') : text);
  if (parts === null) return undefined;
  const numberOf = (part = '0'): number => Number(part.replace(',', '.'));
  const [degrees, minutes, seconds] = [numberOf(parts[2]), numberOf(parts[3]), numberOf(parts[4])];
  const isWhole = (parts[3] === undefined || Number.isInteger(degrees)) && (parts[4] === undefined || Number.isInteger(minutes));
  if (!isWhole || minutes >= 60 || seconds >= 60) return undefined;
  const inAll = Math.round((degrees + minutes / 60 + seconds / 3600) * FINEST) / FINEST;
  return parts[1] === '-' ? -inAll : inAll;
}

/** How the two numbers of a cell are set apart, the surest signs first. */
const BETWEEN = [
  /^([^;|/]+)[;|/]([^;|/]+)$/,
  /^([^,]+),([^,]+)$/,
  /^([^,]+,[^,]+), ([^,]+,[^,]+)$/,
  /^(\S+) (\S+)$/,
  /^(.*\p{L}\.?)[, ](.*\p{L}\.?)$/u,
  /^(\p{L}.*)[, ](\p{L}.*)$/u,
] as const;

/**
 * Reads both coordinates from one text, such as `35.69, 51.42` or `35°41′N 51°25′E`: latitude first unless directions say otherwise, or the first
 * number is none. Also in brackets, or behind `geo:`. `undefined` for anything else.
 */
export function parsePosition(text: string): WrittenPosition | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainDigits(text).trim().replaceAll(/\s+/g, ' ').replace(/^geo:/i, '').replace(/^[([{]\s*(.*?)\s*[)\]}]$/, '$1');
  for (const pattern of BETWEEN) {
    const [, left, right] = pattern.exec(plain) ?? [];
    const position = left === undefined || right === undefined ? undefined : positionOf(parseAngle(left), parseAngle(right));
    if (position !== undefined) return position;
  }
  return undefined;
}

function positionOf(first: WrittenAngle | undefined, second: WrittenAngle | undefined): WrittenPosition | undefined {
  if (first === undefined || second === undefined || (first.axis !== undefined && first.axis === second.axis)) return undefined;
  const isBeyond = first.axis === undefined && Math.abs(first.degrees) > 90 && Math.abs(second.degrees) <= 90;
  const isLngFirst = first.axis === 'longitude' || second.axis === 'latitude' || isBeyond;
  return isLngFirst ? { lng: first.degrees, lat: second.degrees } : { lng: second.degrees, lat: first.degrees };
}
