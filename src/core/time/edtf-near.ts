import { civilOf } from './calendar.ts';
import { dayText, monthText, twoDigits, yearText } from './edtf-of.ts';
import { DAY, HOUR, instant, MINUTE, YEAR, type Instant } from './instant.ts';
import { clocksOf, UTC_CLOCKS, wallOf } from './zone.ts';

/** The clocks of an event, and its date as EDTF text. */
export interface EdtfNear {
  readonly edtf: string;
  /** IANA zone of a time of day; `'local'` where the date has none. */
  readonly zone: string;
}

/**
 * The date that a hand means that points at an instant and can hold it to within `within` milliseconds: as close as it points, and no closer.
 * Times of day are those of the clocks of `zone`, an IANA name.
 */
export function edtfNear(at: Instant, within: number, zone: string): EdtfNear {
  const isOfDay = within < DAY / 2;
  const wall = isOfDay ? wallOf(at, clocksOf(zone) ?? UTC_CLOCKS) : at;
  const { year, month, day, hour, minute } = civilOf(instant(isOfDay && within < HOUR / 2 ? Math.round(wall / MINUTE) * MINUTE : wall));
  if (Math.abs(year) > 9999 || within >= YEAR * 4) {
    const unit = 10 ** Math.max(0, Math.round(Math.log10(Math.max(within, YEAR) / YEAR)));
    return { edtf: yearText(Math.round(year / unit) * unit + 0), zone: 'local' };
  }
  if (within >= YEAR / 2) return { edtf: yearText(year), zone: 'local' };
  if (within >= 15 * DAY) return { edtf: monthText(year, month), zone: 'local' };
  const date = dayText(year, month, day);
  if (!isOfDay) return { edtf: date, zone: 'local' };
  return { edtf: `${date}T${twoDigits(hour)}:${within < HOUR / 2 ? twoDigits(minute) : '00'}`, zone };
}
