import { foldText } from '../base/fold-text.ts';
import { plainDigits } from '../base/plain-digits.ts';
import { DAY, HOUR, MINUTE, SECOND } from './instant.ts';

/** How long something lasts: whole months, whole days, and milliseconds of elapsed time. */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly ms: number;
}

/** A unit that lengths of time are given in. */
export type DurationUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const NAMES: Readonly<Record<DurationUnit, string>> = {
  millisecond: 'ms msec msecs millis millisecond milliseconds',
  second:
    's sec secs second seconds sek sekunde sekunden sn saniye seconde secondes segundo segundos secondo secondi seconden ثانیه ثانية ثوان '
    + 'с сек секунд',
  minute:
    'min mins minute minutes minuten dk dakika minuto minutos minuti minuut دقیقه دقيقة دقائق мин минут минута минуты',
  hour:
    'h hr hrs hour hours std stunde stunden sa saat heure heures hora horas ora ore uur uren ساعت ساعة ساعات ч час часа часов',
  day: 'd day days tag tage tagen gün jour jours día días dia dias giorno giorni dag dagen روز يوم أيام день дня дней',
  week: 'w wk wks week weeks woche wochen hafta semaine semaines semana semanas settimana settimane weken هفته أسبوع неделя недели недель',
  month:
    'mo mos mth mths month months monat monate monaten ay mois mes meses mês mese mesi maand maanden ماه شهر месяц месяца месяцев',
  year: 'y yr yrs year years jahr jahre jahren yıl sene an ans année années año años ano anos anno anni jaar سال سنة سنوات год года лет',
};

const UNITS: ReadonlyMap<string, DurationUnit> = new Map(
  (Object.entries(NAMES) as [DurationUnit, string][]).flatMap(([unit, names]) => foldText(names).split(' ').map((name) => [name, unit] as const)),
);

/** What one of a unit is. */
const ONE: Readonly<Record<DurationUnit, Duration>> = {
  millisecond: { months: 0, days: 0, ms: 1 },
  second: { months: 0, days: 0, ms: SECOND },
  minute: { months: 0, days: 0, ms: MINUTE },
  hour: { months: 0, days: 0, ms: HOUR },
  day: { months: 0, days: 1, ms: 0 },
  week: { months: 0, days: 7, ms: 0 },
  month: { months: 1, days: 0, ms: 0 },
  year: { months: 12, days: 0, ms: 0 },
};

/**
 * The unit that a name of a column states for lengths of time: `duration_min`, `Dauer (Stunden)`, `Laufzeit [mm:ss]`. `undefined` where it
 * states none, or more than one, and for a lone `m`, which may be a minute or a month.
 */
export function durationUnitIn(name: string): DurationUnit | undefined {
  const spaced = name.slice(0, 200).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  if (/\bhh?:mm\b/i.test(spaced)) return 'hour';
  if (/\bmm?:ss\b/i.test(spaced)) return 'minute';
  const units = new Set(foldText(spaced).split(/[^\p{L}]+/u).map((word) => UNITS.get(word)).filter((unit) => unit !== undefined));
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}

/** Longest text that is read as a length of time. */
const LONGEST = 60;

const isoPart = (sign: string): string => String.raw`(?:(\d+(?:[.,]\d+)?)${sign})?`;
const ISO = new RegExp(`^p${['y', 'm', 'w', 'd'].map(isoPart).join('')}(?:t${['h', 'm', 's'].map(isoPart).join('')})?$`);
const ISO_UNITS: readonly DurationUnit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** `1:30`, `01:30:00.5`, and with days before it as programs print them: `2 days, 1:30:00`, `2.01:30:00`. */
const CLOCK = /^(?:(\d{1,6})(?:\.| ?(?:days?|d),? ))?(\d{1,6}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(?:h|hrs?|hours|std|uhr|min|mins))?$/;

const AMOUNT = /(\d{1,12}(?:[.,]\d{1,9})?) ?([\p{L}]{1,12}|['′"″])\.?(?:,? (?:and |und |et |ve |y |e |en |و |и )?|,|$)?/uy;

/**
 * Reads how long something lasts: a number of the stated unit, `2 h`, `1h30`, `2 Tage 4 Std.`, `1:30` as hours and minutes unless the unit
 * is minutes, `PT2H30M` (ISO 8601-1, 5.5.2). `undefined` for a number without a unit, and for all else that is no length of time.
 */
export function parseDuration(text: string, unit?: DurationUnit): Duration | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = foldText(plainDigits(text)).trim().replace(/\s+/g, ' ');
  const number = numberIn(plain);
  if (number !== undefined) return unit === undefined ? undefined : times(number, unit);
  return inIso(plain) ?? inClock(plain, unit) ?? inWords(plain);
}

/** A number, which may have decimals; three of them behind a comma may be thousands, and are not read. */
function numberIn(text: string): number | undefined {
  const match = /^\+?(\d{1,12})(?:([.,])(\d{1,9}))?$/.exec(text);
  if (match === null || (match[2] === ',' && match[3]?.length === 3)) return undefined;
  return Number(`${match[1] ?? ''}.${match[3] ?? '0'}`);
}

function inIso(text: string): Duration | undefined {
  const match = ISO.exec(text);
  if (match === null || !/\d[a-z]$/.test(text)) return undefined;
  return sum(match.slice(1).map((digits, part) => (digits === undefined ? NONE : times(numberIn(digits) ?? NaN, ISO_UNITS[part] ?? 'day'))));
}

function inClock(text: string, unit: DurationUnit | undefined): Duration | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const [days = 0, first = 0, second = 0, third] = match.slice(1, 5).map((digits) => (digits === undefined ? undefined : Number(digits)));
  if (second > 59 || (third ?? 0) > 59) return undefined;
  const isMinutes = third === undefined && (unit === 'minute' || / ?mins?$/.test(text));
  if (isMinutes) return { months: 0, days, ms: first * MINUTE + second * SECOND };
  return { months: 0, days, ms: first * HOUR + second * MINUTE + (third ?? 0) * SECOND + Math.floor(Number(`0.${match[5] ?? '0'}`) * SECOND) };
}

function inWords(text: string): Duration | undefined {
  const parts: (Duration | undefined)[] = [];
  AMOUNT.lastIndex = 0;
  while (AMOUNT.lastIndex < text.length) {
    const from = AMOUNT.lastIndex;
    const match = AMOUNT.exec(text);
    if (match === null) {
      // The minutes of “1h30” have no unit of their own.
      const minutes = /^([0-5]\d)$/.exec(text.slice(from));
      return minutes !== null && /\d ?h ?$/.test(text.slice(0, from)) ? sum([...parts, times(Number(minutes[1]), 'minute')]) : undefined;
    }
    const [, digits = '', word = ''] = match;
    const unit = unitOf(word);
    const number = numberIn(digits);
    if (unit === undefined || number === undefined) return undefined;
    parts.push(times(number, unit));
  }
  return sum(parts);
}

function unitOf(word: string): DurationUnit | undefined {
  if (word === 'm' || word === '\'' || word === '′') return 'minute';
  return word === '"' || word === '″' ? 'second' : UNITS.get(word);
}

const NONE: Duration = { months: 0, days: 0, ms: 0 };

/** Some of a unit; a part of a day or week is hours, and there is no part of a month. */
function times(count: number, unit: DurationUnit): Duration | undefined {
  const { months, days, ms } = ONE[unit];
  if (!Number.isFinite(count) || !Number.isInteger(count * months)) return undefined;
  const whole = Math.floor(count * days);
  return { months: count * months, days: whole, ms: Math.round(count * ms + (count * days - whole) * DAY) };
}

function sum(parts: readonly (Duration | undefined)[]): Duration | undefined {
  let total = NONE;
  for (const part of parts) {
    if (part === undefined) return undefined;
    total = { months: total.months + part.months, days: total.days + part.days, ms: total.ms + part.ms };
  }
  return parts.length === 0 ? undefined : total;
}
