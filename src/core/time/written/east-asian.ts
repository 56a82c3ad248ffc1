/** First years of the eras that Japan counts years from, less one. Source: the calendar of the National Astronomical Observatory of Japan. */
const JAPANESE_ERAS: ReadonlyMap<string, number> = new Map([['明治', 1867], ['大正', 1911], ['昭和', 1925], ['平成', 1988], ['令和', 2018]]);

const JAPANESE_YEAR = new RegExp(`(${[...JAPANESE_ERAS.keys()].join('|')})\\s?(元|\\d{1,2})\\s?年`, 'g');

const SEASONS: ReadonlyMap<string, string> = new Map([['春', 'spring'], ['夏', 'summer'], ['秋', 'autumn'], ['冬', 'winter']]);
const THIRDS: ReadonlyMap<string, string> = new Map([['上', 'early'], ['中', 'mid'], ['下', 'late']]);

/** What Chinese, Japanese and Korean write around the numbers of a date, as other languages have it. The order matters: what is longer comes first. */
const PHRASES: readonly (readonly [pattern: RegExp, plain: (...found: readonly string[]) => string])[] = [
  [JAPANESE_YEAR, (_, era = '', count = '') => `${(JAPANESE_ERAS.get(era) ?? 0) + (count === '元' ? 1 : Number(count))}年`],
  [/(?:紀元|公元|西元|기원)\s?前\s?(\d{1,5})\s?[年년]?|(?:기원전)\s?(\d{1,5})\s?년?/g, (_, year = '', korean = '') => `${year ?? ''}${korean ?? ''} BC`],
  [/(?:西暦|公元|西元|서기)\s?(?=\d)/g, () => ''],
  [/(\d{3,4})\s?(?:年代|년대)/g, (_, year = '') => `${year}s`],
  [/(\d{1,2})\s?(?:世紀|世纪|세기)/g, (_, count = '') => `${count}th century`],
  [/(\d{4})\s?[年년]\s?([春夏秋冬])/g, (_, year = '', season = '') => `${SEASONS.get(season) ?? ''} ${year}`],
  [/(\d{4})\s?年\s?(\d{1,2})\s?月\s?([上中下])旬/g, (_, year = '', month = '', third = '') => `${THIRDS.get(third) ?? ''} ${month}/${year}`],
  [/(?:約|约|약)\s?(?=\d)/g, () => 'circa '],
  [/^(.*\d\s?[年月日]?)\s?(?:頃|ごろ|ころ|左右|경)$/, (_, date = '') => `circa ${date}`],
  [/(午前|午後|上午|下午|오전|오후)\s?(\d{1,2})\s?[時时시](?:\s?(\d{1,2})\s?[分분])?/g, (_, half = '', hour = '', minute = '00') =>
    `${hour}:${(minute ?? '00').padStart(2, '0')} ${'午前上午오전'.includes(half) ? 'am' : 'pm'}`],
  [/(\d{1,2})\s?[時时시点]\s?(\d{1,2})\s?[分분](?:\s?(\d{1,2})\s?[秒초])?/g, (_, hour = '', minute = '', second = '') =>
    [hour, minute, ...((second ?? '') === '' ? [] : [second])].map((part) => part.padStart(2, '0')).join(':')],
  [/(\d{1,2})\s?[時时시]/g, (_, hour = '') => `${hour}h`],
];

const FULL_WIDTH_ZERO = 0xff10;

const EAST_ASIAN = /[年月日年前約约약頃世時时点기년월일시세]/;

/**
 * A date of East Asia with its words as other languages have them: eras of Japan as years of the common era, `昭和20年` as `1945年`; centuries, decades,
 * seasons, times of day. The units 年, 月 and 日 stay.
 */
export function plainEastAsian(text: string): string {
  if (!EAST_ASIAN.test(text)) return text;
  let plain = text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO));
  for (const [pattern, replacement] of PHRASES) plain = plain.replace(pattern, replacement as (...found: readonly unknown[]) => string);
  return plain;
}

/** Whether a date counts its year from an era of Japan. */
export const hasJapaneseYear = (text: string): boolean => new RegExp(JAPANESE_YEAR.source).test(text);
