import { twoDigits } from '../edtf-of.ts';
import { clocksOf } from '../zone.ts';
import type { Token } from './tokens.ts';

/** A time of day. */
export interface Clock {
  readonly kind: 'clock';
  /** As in EDTF, with the parts that are stated: `10:20`, `10:20:30.5`. */
  readonly text: string;
  /** Offset as in EDTF; empty where none is stated. */
  readonly offset: string;
  /** IANA zone, where one is named. */
  readonly zone: string | undefined;
  /** Whether it says nothing else. */
  readonly exact: boolean;
}

/** A time of day within some tokens, and where the tokens go on. `undefined` where none begins, `impossible` for one that is none. */
export type FoundClock = { readonly clock: Clock; readonly next: number } | 'impossible' | undefined;

/** Halves of the day: English, Persian, Arabic. The longest come first. */
const HALVES: readonly (readonly [words: readonly string[], half: 'am' | 'pm'])[] = [
  [['قبل', 'از', 'ظهر'], 'am'], [['بعد', 'از', 'ظهر'], 'pm'], [['بعدازظهر'], 'pm'],
  [['a', 'm'], 'am'], [['p', 'm'], 'pm'], [['ق', 'ظ'], 'am'], [['ب', 'ظ'], 'pm'],
  [['am'], 'am'], [['pm'], 'pm'], [['صباحا'], 'am'], [['مساء'], 'pm'], [['ص'], 'am'], [['م'], 'pm'], [['صبح'], 'am'], [['عصر'], 'pm'],
];

/**
 * Abbreviations of zones that mean one offset: those of RFC 2822, section 4.3, and those of Europe, Iran, Türkiye and Japan in the tz
 * database.
 * Others, such as IST and BST, mean several.
 */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['z', 'Z'], ['ut', 'Z'], ['utc', 'Z'], ['gmt', 'Z'], ['wet', 'Z'],
  ['est', '-05:00'], ['edt', '-04:00'], ['cst', '-06:00'], ['cdt', '-05:00'], ['mst', '-07:00'], ['mdt', '-06:00'], ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['cet', '+01:00'], ['cest', '+02:00'], ['mez', '+01:00'], ['mesz', '+02:00'], ['eet', '+02:00'], ['eest', '+03:00'], ['west', '+01:00'],
  ['msk', '+03:00'], ['trt', '+03:00'], ['irst', '+03:30'], ['irdt', '+04:30'], ['jst', '+09:00'],
]);

const NOON: ReadonlySet<string> = new Set(['noon', 'midday', 'mittags', 'mezzogiorno', 'midi', 'mediodia']);

const CLOCK_WORDS: ReadonlySet<string> = new Set(['uhr', 'h', 'hrs', 'uur']);

/**
 * Finds a time of day that begins at a token: 10:20, 10:20:30.5, T102030, 5 pm, 17 Uhr, 10h20, and the zone behind it. A colon
 * after four digits belongs to a date (2019:07:04) unless the time follows it.
 */
export function clockAt(tokens: readonly Token[], at: number): FoundClock {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'word' && token.text === 't') return compactAt(tokens, at);
  if (NOON.has(token.text)) return { clock: { kind: 'clock', text: '12', offset: '', zone: undefined, exact: true }, next: at + 1 };
  if (token.kind !== 'number' || token.text.length > 2 || token.suffix !== '') return undefined;
  const read = (k: number): string | undefined => (tokens[k]?.kind === 'number' ? tokens[k].text : undefined);
  const sign = (k: number, text: string): boolean => tokens[k]?.kind === 'sign' && tokens[k].text === text;
  const [hour, parts] = [token.text, [] as string[]];
  let next = at + 1;
  const letter = tokens[next];
  if (sign(next, ':') && read(next + 1)?.length === 2) {
    parts.push(read(next + 1) ?? '');
    next += 2;
    if (sign(next, ':') && read(next + 1)?.length === 2) {
      parts.push(read(next + 1) ?? '');
      next += 2;
      if ((sign(next, '.') || sign(next, ',')) && tokens[next + 1]?.spaced === false && read(next + 1) !== undefined) {
        parts.push(read(next + 1) ?? '');
        next += 2;
      }
    }
  } else if (letter?.kind === 'word' && letter.text === 'h' && !letter.spaced && read(next + 1)?.length === 2) {
    parts.push(read(next + 1) ?? '');
    next += 2;
  } else if (!(letter?.kind === 'word' && (CLOCK_WORDS.has(letter.text) || isEnglishHalf(tokens, next)))) {
    return undefined;
  }
  return finished(tokens, next, hour, parts);
}

const isEnglishHalf = (tokens: readonly Token[], at: number): boolean => {
  const half = halfAt(tokens, at);
  return half !== undefined && /^[ap]/.test(tokens[at]?.text ?? '');
};

/** `T1020`, `T102030`, `T10:20` after a date. */
function compactAt(tokens: readonly Token[], at: number): FoundClock {
  const digits = tokens[at + 1];
  if (digits?.kind !== 'number' || digits.spaced || tokens[at]?.spaced === true) return undefined;
  if (digits.text.length <= 2) {
    return clockAt(tokens, at + 1) ?? (digits.text.length === 2 ? finished(tokens, at + 2, digits.text, []) : undefined);
  }
  if (digits.text.length !== 4 && digits.text.length !== 6) return undefined;
  const pairs = [digits.text.slice(2, 4), digits.text.slice(4)].filter((pair) => pair !== '');
  const fraction = tokens[at + 3];
  const hasFraction = pairs.length === 2 && tokens[at + 2]?.text === '.' && fraction?.kind === 'number' && !fraction.spaced;
  return finished(tokens, at + (hasFraction ? 4 : 2), digits.text.slice(0, 2), hasFraction ? [...pairs, fraction.text] : pairs);
}

function halfAt(tokens: readonly Token[], at: number): { readonly half: 'am' | 'pm'; readonly length: number } | undefined {
  const found = HALVES.find(([words]) => words.every((word, k) => tokens[at + k]?.text === word));
  return found === undefined ? undefined : { half: found[1], length: found[0].length };
}

/** What follows the digits: the half of the day, words that say it is a time, the zone. */
function finished(tokens: readonly Token[], at: number, hourDigits: string, parts: readonly string[]): FoundClock {
  const [minute = '', second = '', fraction = ''] = parts;
  let next = at;
  const half = halfAt(tokens, next);
  if (half !== undefined) next += half.length;
  if (tokens[next]?.kind === 'word' && CLOCK_WORDS.has(tokens[next]?.text ?? '')) next += 1;
  const zone = zoneAt(tokens, next);
  const hour = hourIn(Number(hourDigits), half?.half);
  // A leap second is told as the one before it.
  const leap = second === '60';
  const midnight = hour === 24 && Number(minute) === 0 && Number(second) === 0;
  if (hour === undefined || (hour > 23 && !midnight) || Number(minute) > 59 || (Number(second) > 59 && !leap)) return 'impossible';
  const seconds = leap ? '59' : second;
  const text = [twoDigits(hour), minute, seconds].filter((part) => part !== '').join(':') + (fraction === '' ? '' : `.${fraction}`);
  return { clock: { kind: 'clock', text, offset: zone.offset, zone: zone.zone, exact: zone.exact && !leap }, next: zone.next };
}

function hourIn(hour: number, half: 'am' | 'pm' | undefined): number | undefined {
  if (half === undefined) return hour;
  // Some write “17:30 PM” or “0:30 AM”, and the Japanese 午後0時30分.
  if (hour > 12) return half === 'pm' ? hour : undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

interface FoundZone {
  readonly offset: string;
  readonly zone: string | undefined;
  readonly exact: boolean;
  readonly next: number;
}

function zoneAt(tokens: readonly Token[], at: number): FoundZone {
  const none: FoundZone = { offset: '', zone: undefined, exact: true, next: at };
  const token = tokens[at];
  if (token === undefined) return none;
  if (token.kind === 'sign' && (token.text === '+' || token.text === '-')) {
    const offset = offsetAt(tokens, at);
    return offset === undefined ? none : afterZone(tokens, { offset: offset.text, zone: undefined, exact: true, next: offset.next });
  }
  if (token.kind === 'sign' && (token.text === '[' || token.text === '(')) return bracketed(tokens, at) ?? none;
  if (token.kind !== 'word') return none;
  const named = nameAt(tokens, at);
  if (named !== undefined) return { offset: '', zone: named.zone, exact: true, next: named.next };
  const known = ABBREVIATIONS.get(token.text);
  if (known === undefined) return none;
  // “GMT-0600”, “UTC+3”
  const offset = known === 'Z' ? offsetAt(tokens, at + 1) : undefined;
  return afterZone(tokens, { offset: offset?.text ?? known, zone: undefined, exact: true, next: offset?.next ?? at + 1 });
}

/** An offset may be followed by its name: “+0300 (MSK)”, “+0000 UTC”, “+02:00[Europe/Berlin]”. */
function afterZone(tokens: readonly Token[], found: FoundZone): FoundZone {
  const token = tokens[found.next];
  if (token?.kind === 'word' && ABBREVIATIONS.get(token.text) === found.offset) return { ...found, next: found.next + 1 };
  if (token?.kind !== 'sign' || (token.text !== '(' && token.text !== '[')) return found;
  const close = tokens.findIndex((other, k) => k > found.next && (other.text === ')' || other.text === ']'));
  const isName = tokens.slice(found.next + 1, close).every((other) => other.kind === 'word' || other.text === '/' || other.text === '-');
  return close < 0 || !isName ? found : { ...found, next: close + 1 };
}

function bracketed(tokens: readonly Token[], at: number): FoundZone | undefined {
  const inside = zoneAt(tokens, at + 1);
  const close = tokens[inside.next]?.text;
  return inside.next > at + 1 && (close === ']' || close === ')') ? { ...inside, next: inside.next + 1 } : undefined;
}

function offsetAt(tokens: readonly Token[], at: number): { readonly text: string; readonly next: number } | undefined {
  const [sign, digits] = [tokens[at], tokens[at + 1]];
  if (sign?.kind !== 'sign' || (sign.text !== '+' && sign.text !== '-') || digits?.kind !== 'number' || digits.spaced) return undefined;
  const { text } = digits;
  const colon = tokens[at + 2]?.text === ':' && tokens[at + 3]?.kind === 'number' && tokens[at + 3]?.text.length === 2;
  if (text.length > 4 || (colon && text.length > 2)) return undefined;
  const [hours, minutes] = colon ? [text, tokens[at + 3]?.text ?? ''] : text.length > 2 ? [text.slice(0, -2), text.slice(-2)] : [text, '00'];
  const next = at + (colon ? 4 : 2);
  if (Number(hours) === 0 && Number(minutes) === 0) return { text: 'Z', next };
  return { text: `${sign.text}${hours.padStart(2, '0')}:${minutes}`, next };
}

/** An IANA zone, whose words have been folded to small letters. */
function nameAt(tokens: readonly Token[], at: number): { readonly zone: string; readonly next: number } | undefined {
  let [name, next] = [capitals(tokens[at]?.text ?? ''), at + 1];
  while (tokens[next]?.text === '/' && tokens[next + 1]?.kind === 'word') {
    name += `/${capitals(tokens[next + 1]?.text ?? '')}`;
    next += 2;
  }
  return name.includes('/') && clocksOf(name) !== undefined ? { zone: name, next } : undefined;
}

const capitals = (words: string): string => words.replace(/(?:^|_)\p{L}/gu, (letter) => letter.toUpperCase());
