import { foldDate } from './clean.ts';
import { islamicMonths } from './languages/ar.ts';
import { solarHijriMonths } from './languages/fa.ts';
import { LANGUAGES } from './languages/index.ts';
import { MONTHS_BESIDES } from './languages/months-besides.ts';
import { tokensOf } from './tokens.ts';

/** A calendar that months and years are counted in. */
export type Calendar = 'gregorian' | 'solar-hijri' | 'islamic';

/** What years are counted from. */
export type EraOfYear = 'bce' | 'ce' | 'bp' | 'solar-hijri' | 'islamic';

/** Stretches of a date in words, beside months and seasons. */
export type Stretch = 'century' | 'decade' | 'millennium' | 'quarter' | 'half' | 'week';

/** All that a word or phrase can mean in a date; which of it is meant, its neighbours tell. */
export interface Roles {
  readonly month?: { readonly number: number; readonly calendar: Calendar };
  readonly weekday?: true;
  /** 0 is spring, 3 is winter. */
  readonly season?: number;
  readonly mark?: 'about' | 'doubt';
  readonly from?: true;
  readonly to?: true;
  readonly between?: true;
  readonly and?: true;
  readonly or?: true;
  /** Before a date: from or to where without end; `exclusive` where the date itself is not in it. */
  readonly open?: OpenSide;
  /** The same after a date. */
  readonly openBehind?: OpenSide;
  readonly present?: true;
  readonly part?: 'early' | 'mid' | 'late';
  readonly stretch?: Stretch;
  readonly era?: EraOfYear;
  /** How many years one of what is counted back from today has. */
  readonly ago?: number;
  /** A number in words, or in Roman numerals. */
  readonly value?: number;
  readonly noise?: true;
}

export interface OpenSide {
  readonly side: 'since' | 'until';
  readonly exclusive: boolean;
}

/** The most pieces that a phrase has. */
export const LONGEST_PHRASE = 6;

const SINCE: OpenSide = { side: 'since', exclusive: false };
const AFTER: OpenSide = { side: 'since', exclusive: true };
const UNTIL: OpenSide = { side: 'until', exclusive: false };
const BEFORE: OpenSide = { side: 'until', exclusive: true };

/** English from the fifth on. */
const LATER_ORDINALS = [
  'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth',
  'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty - first',
];

/** Signs, and words of no one language. */
const COMMON: readonly (readonly [phrases: readonly string[], roles: Roles])[] = [
  [['?', '(?)', '??'], { mark: 'doubt' }],
  [['bp', 'cal bp', 'before present', 'ybp', 'yr bp', 'years bp', 'yrs bp'], { era: 'bp' }],
  [['years ago', 'ya', 'yr ago', 'yrs ago', 'year ago'], { ago: 1 }],
  [['ka', 'kya', 'kyr', 'thousand years ago'], { ago: 1e3 }],
  [['ma', 'mya', 'myr', 'myr ago', 'million years ago', 'million years', 'm years ago'], { ago: 1e6 }],
  [['ga', 'gya', 'bya', 'gyr', 'gyr ago', 'billion years ago', 'billion years'], { ago: 1e9 }],
  [['ah', 'a h', 'hijri', 'هـ', 'هجري', 'هجرية', 'ه ق', 'هجری قمری', 'للهجرة', 'قمری', 'ق'], { era: 'islamic' }],
  [['sh', 's h', 'solar hijri', 'ه ش', 'ش', 'هجری شمسی', 'خورشیدی', 'شمسی', 'هجری خورشیدی', 'persian calendar'], { era: 'solar-hijri' }],
  [['w'], { stretch: 'week' }],
  [['q', 't'], { stretch: 'quarter' }],
  [['h', 'half of', 'half'], { stretch: 'half' }],
  [['first', 'erste', 'premier', 'premiere', 'primera', 'primeiro', 'primo', 'ilk', 'birinci'], { value: 1 }],
  [['second', 'zweite', 'deuxieme', 'segunda', 'ikinci', 'seconda', 'secondo'], { value: 2 }],
  [['third', 'dritte', 'troisieme', 'tercer', 'ucuncu', 'terzo'], { value: 3 }],
  [['fourth', 'vierte', 'quatrieme', 'cuarto', 'dorduncu', 'quarto'], { value: 4 }],
  ...LATER_ORDINALS.map((word, k): readonly [readonly string[], Roles] => [[word], { value: k + 5 }]),
];

/** Roman numerals of the centuries. */
const ROMAN = [
  'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx', 'xxi',
];

const lexicon = new Map<string, Roles>();

/** Adds what a phrase means to what it has meant: what was there first stays. */
function add(phrases: readonly string[] | undefined, roles: Roles): void {
  for (const phrase of phrases ?? []) {
    const key = keyOf(phrase);
    lexicon.set(key, { ...roles, ...lexicon.get(key) });
  }
}

const keyOf = (phrase: string): string => tokensOf(foldDate(phrase)).map(({ text }) => text).join(' ');

/** What a phrase of tokens, joined by single spaces, can mean. */
export function rolesOf(key: string): Roles | undefined {
  if (lexicon.size === 0) fill();
  return lexicon.get(key);
}

function fill(): void {
  for (const [phrases, roles] of COMMON) add(phrases, roles);
  for (const [k, word] of ROMAN.entries()) for (const ending of ['', 'e', 'eme']) add([word + ending], { value: k + 1 });
  for (const words of LANGUAGES) {
    for (const [k, names] of words.months.entries()) add(names, { month: { number: k + 1, calendar: 'gregorian' } });
    for (const [k, names] of words.seasons.entries()) add(names, { season: k });
    add(words.weekdays, { weekday: true });
    add(words.about, { mark: 'about' });
    add(words.doubt, { mark: 'doubt' });
    add(words.from, { from: true });
    add(words.to, { to: true });
    add(words.between, { between: true });
    add(words.and, { and: true });
    add(words.or, { or: true });
    add(words.since, { open: SINCE });
    add(words.after, { open: AFTER });
    add(words.until, { open: UNTIL });
    add(words.before, { open: BEFORE });
    add(words.sinceBehind, { openBehind: SINCE });
    add(words.afterBehind, { openBehind: AFTER });
    add(words.untilBehind, { openBehind: UNTIL });
    add(words.beforeBehind, { openBehind: BEFORE });
    add(words.present, { present: true });
    add(words.early, { part: 'early' });
    add(words.mid, { part: 'mid' });
    add(words.late, { part: 'late' });
    add(words.century, { stretch: 'century' });
    add(words.decade, { stretch: 'decade' });
    add(words.millennium, { stretch: 'millennium' });
    add(words.quarter, { stretch: 'quarter' });
    add(words.week, { stretch: 'week' });
    add(words.bce, { era: 'bce' });
    add(words.ce, { era: 'ce' });
    add(words.noise, { noise: true });
  }
  for (const months of MONTHS_BESIDES) for (const [k, names] of months.entries()) add(names, { month: { number: k + 1, calendar: 'gregorian' } });
  for (const [k, names] of solarHijriMonths.entries()) add(names, { month: { number: k + 1, calendar: 'solar-hijri' } });
  for (const [k, names] of islamicMonths.entries()) add(names, { month: { number: k + 1, calendar: 'islamic' } });
}
