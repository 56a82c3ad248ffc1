import { civilOf } from './calendar.ts';
import { dayText, monthText, twoDigits, yearText } from './edtf-of.ts';
import { DAY, HOUR, MINUTE, YEAR, type Instant } from './instant.ts';
import { clocksOf, UTC_CLOCKS, wallOf } from './zone.ts';

/** The clocks of an event, and its date as EDTF text. */
export interface EdtfNear {
  readonly edtf: string;
  /** IANA zone of a time of day; `'local'` where the date has none. */
  readonly zone: string;
}

/**
 * The date that a hand means that points at an instant and can hold it to within `within` milliseconds: by the finest unit that is no shorter.
 * Times of day are those of the clocks of `zone`, an IANA name.
 */
export function edtfNear(at: Instant, within: number, zone: string): EdtfNear {
  const isOfDay = within <= HOUR;
  const wall = isOfDay ? wallOf(at, clocksOf(zone) ?? UTC_CLOCKS) : at;
  const { year, month, day, hour, minute } = civilOf(wall);
  if (Math.abs(year) > 9999 || within > YEAR) {
    const unit = 10 ** Math.ceil(Math.log10(Math.max(within, YEAR) / YEAR));
    return { edtf: roundYear(Math.floor(year / unit) * unit, unit), zone: 'local' };
  }
  if (within > 31 * DAY) return { edtf: yearText(year), zone: 'local' };
  if (within > DAY) return { edtf: monthText(year, month), zone: 'local' };
  const date = dayText(year, month, day);
  if (!isOfDay) return { edtf: date, zone: 'local' };
  return { edtf: `${date}T${twoDigits(hour)}${within > MINUTE ? '' : `:${twoDigits(minute)}`}`, zone };
}

/** A year of which only so round a number is meant: decades and centuries near us, digits that count far away. */
function roundYear(year: number, unit: number): string {
  if (unit === 1 || Math.abs(year) > 9999) return yearText(year + 0);
  return year < 0 || unit > 1000 ? `${yearText(year + 0)}~` : yearText(year).slice(0, -Math.log10(unit)) + 'X'.repeat(Math.log10(unit));
}
