import { plainDigits } from '../../base/plain-digits.ts';
import { twoDigits } from '../../time/edtf-of.ts';

/** A time of day as EDTF has it, `17:40` or `17:40:05.250`, and the zone that was written behind it: `Z`, an offset, or nothing. */
export interface Clock {
  readonly text: string;
  readonly zone: string;
}

const CLOCK = new RegExp(
  String.raw`^(\d{1,2})\s?(?:[:.h]\s?(\d{2})(?:\s?[:.m]\s?(\d{1,2})(?:[.,](\d{1,9}))?\s?s?)?)?`
  + String.raw`(?:\s?Uhr)?\s?([ap]\.?\s?m\.?)?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$`,
  'i',
);
const BARE = /^(\d{1,2})(\d\d)(?:(\d\d)(?:\.0+)?)?\s?(?:hrs?\.?|hours|h|(Z|UTC|GMT|LT))?$/i;
const [HOURS, MINUTES] = [24, 60] as const;

/**
 * Reads a time of day: `H:MM`, `H:MM:SS.fff`, also with points, as in `17.40` and `17.40 Uhr`, or `17h40`, and with `AM` or `PM`; without signs `HMM`, `HHMM` and
 * `HHMMSS`; a bare hour only with `h`, `AM` or `PM`. `undefined` for anything else, and for hours that no day has.
 */
export function parseClock(text: string): Clock | undefined {
  if (text.length > 40) return undefined;
  const plain = plainDigits(text).trim();
  const bare = BARE.exec(plain);
  if (bare !== null) {
    const [, hour, minute, second, zone = ''] = bare;
    return clockOf(Number(hour), Number(minute), second === undefined ? undefined : Number(second), '', /^LT$/i.test(zone) ? '' : zoneOf(zone));
  }
  const match = CLOCK.exec(/^\d{1,2}\s?(?:h|Uhr)$/i.test(plain) ? plain.replace(/\D+$/, 'h00') : plain);
  if (match === null) return undefined;
  const [, hour = '', minute, second, fraction = '', half = '', zone = ''] = match;
  if (minute === undefined && half === '') return undefined;
  const hours = half === '' ? Number(hour) : halved(Number(hour), half.toLowerCase().startsWith('p'));
  return clockOf(hours, Number(minute ?? 0), second === undefined ? undefined : Number(second), fraction.slice(0, 3), zoneOf(zone));
}

/** An hour from 1 to 12 of one half of a day, from 0 to 23; 24 where there is none. An hour beyond 12 is taken as it stands. */
function halved(hour: number, isAfternoon: boolean): number {
  if (hour > 12) return isAfternoon ? hour : HOURS;
  return hour === 0 && isAfternoon ? HOURS : (hour % 12) + (isAfternoon ? 12 : 0);
}

function clockOf(hour: number, minute: number, second: number | undefined, fraction: string, zone: string): Clock | undefined {
  if (hour >= HOURS || minute >= MINUTES || (second ?? 0) >= MINUTES) return undefined;
  const rest = second === undefined ? '' : `:${twoDigits(second)}${fraction === '' ? '' : `.${fraction.padEnd(3, '0')}`}`;
  return { text: `${twoDigits(hour)}:${twoDigits(minute)}${rest}`, zone };
}

function zoneOf(zone: string): string {
  if (zone === '') return '';
  if (/^[a-z]/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0] ?? '+'}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
