import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateHabits } from '../../../../src/core/time/date-habits.ts';
import { parseEdtf } from '../../../../src/core/time/edtf.ts';
import { isoDateIn, parseWritten, type Written, type WrittenError } from '../../../../src/core/time/written.ts';

function read(text: string, habits?: DateHabits): Written {
  const result = parseWritten(text, habits);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return result.value;
}

function fault(text: string, habits?: DateHabits): WrittenError['kind'] | undefined {
  const result = parseWritten(text, habits);
  return result.ok ? undefined : result.error.kind;
}

describe('reading dates as they are written', () => {
  it.each([
    ['1914-uu', '1914-XX'], ['2021~', '2021~'], ['c. 1850', '1850~'], ['1850s', '185X'], ['18th century', '[1701..1800]'],
    ['1939/1945', '1939/1945'], ['-0043-03-15', '-0043-03-15'], ['44 BC', '-0043'], ['1984?', '1984?'], ['2021-21', '2021-21'],
    ['2019-07-04', '2019-07-04'], ['2019-07', '2019-07'], ['2019', '2019'], ['4 July 2019', '2019-07-04'], ['July 4, 2019', '2019-07-04'],
    ['2019-07-04T10:20:30Z', '2019-07-04T10:20:30Z'], ['2019-07-04T10:20:30+02:00', '2019-07-04T10:20:30+02:00'],
    ['04.07.2019', '2019-07-04'], ['07/13/2019', '2019-07-13'], ['13/07/2019', '2019-07-13'], ['2019-W27-4', '2019-07-04'],
    ['2019-W27', '[2019-07-01..2019-07-07]'], ['2019W274', '2019-07-04'], ['2019-185', '2019-07-04'], ['20190704', '2019-07-04'],
    ['20190704T102030Z', '2019-07-04T10:20:30Z'], ['20190704102030', '2019-07-04T10:20:30'],
    ['2019-07-04 10:20:30.123456', '2019-07-04T10:20:30.123456'], ['2019-07-04T10:20:30+0000', '2019-07-04T10:20:30Z'],
    ['2019-07-04 10:20 UTC', '2019-07-04T10:20Z'], ['Jul 2019', '2019-07'],
    ['Sat May 20 1961 00:00:00 GMT-0600', '1961-05-20T00:00:00-06:00'],
    ['Sat May 20 1961 00:00:00 GMT-0600 (Mountain Daylight Time)', '1961-05-20T00:00:00-06:00'],
    ['Wed, 04 Feb 2026 17:54:00 +0330', '2026-02-04T17:54:00+03:30'], ['12:30 PM, 4 July 2019', '2019-07-04T12:30'],
    ['3–5 March 2026', '2026-03-03/2026-03-05'], ['3-5 March 2026', '2026-03-03/2026-03-05'],
    ['March 3-5, 2026', '2026-03-03/2026-03-05'], ['28 Feb – 3 March 2026', '2026-02-28/2026-03-03'], ['1914-1918', '1914/1918'],
    ['1914–18', '1914/1918'], ['1914-18', '1914/1918'], ['1939-45', '1939/1945'], ['between 1850 and 1860', '[1850..1860]'],
    ['from 1850 to 1860', '1850/1860'], ['from 3 March 2020 to 5 May 2021', '2020-03-03/2021-05-05'], ['since 1990', '1990/..'],
    ['by 1990', '../1990'], ['until 1990', '../1990'], ['1990–present', '1990/..'], ['2019 - present', '2019/..'], ['1990-', '1990/..'],
    ['1990–?', '1990/'], ['?–1990', '/1990'], ['ca. 1850', '1850~'], ['circa 1850', '1850~'], ['about 1850', '1850~'],
    ['~ 1850', '1850~'], ['vers 1850', '1850~'], ['um 1850', '1850~'], ['yaklaşık 1850', '1850~'], ['حدود 1850', '1850~'],
    ['1850?', '1850?'], ['1850 (?)', '1850?'], ['spring 2021', '2021-21'], ['winter 2020/21', '2020-24'], ['winter 2020–2021', '2020-24'],
    ['Q3 2024', '2024-35'], ['2024 Q3', '2024-35'], ['2024-Q3', '2024-35'], ['1990s', '199X'], ['the 1850s', '185X'], ['44 BCE', '-0043'],
    ['AD 79', '0079'], ['79 AD', '0079'], ['c. 3000 BC', '-2999~'], ['12,000 BP', 'Y-10050~'], ['2.5 Ma', 'Y-25E5'],
    ['13.8 billion years ago', 'Y-138E8'], ['66 million years ago', 'Y-66E6'], ['1404/11/15', '1404-11-15'],
    ['۴ ژوئیه ۲۰۱۹', '2019-07-04'], ['٤ يوليو ٢٠١٩', '2019-07-04'], ['4 تموز 2019', '2019-07-04'], ['２０１９-０７-０４', '2019-07-04'],
    ['2019年7月4日', '2019-07-04'], ['4 Temmuz 2019', '2019-07-04'], ['4 juillet 2019', '2019-07-04'], ['1er janvier 2020', '2020-01-01'],
    ['4. Juli 2019', '2019-07-04'], ['4. Juli 2019 17 Uhr', '2019-07-04T17'], ['4 de julio de 2019', '2019-07-04'],
    ['4 de julho de 2019', '2019-07-04'], ['4 luglio 2019', '2019-07-04'], ['4 juli 2019', '2019-07-04'],
    ['4 июля 2019 г.', '2019-07-04'], ['XIX век', '[1801..1900]'], ['siglo XIX', '[1801..1900]'], ['XIXe siècle', '[1801..1900]'],
    ['19. Jahrhundert', '[1801..1900]'], ['19. yüzyıl', '[1801..1900]'], ['قرن ۱۹', '[1801..1900]'], ['5th century BC', '[-0499..-0400]'],
    ['300–200 BC', '-0299/-0199'], ['44 BC – AD 14', '-0043/0014'], ['850', '0850'], ['1852 or 1853', '[1852,1853]'],
    ['5 and 6 March 2026', '{2026-03-05,2026-03-06}'], ['5 or 6 March 2026', '[2026-03-05,2026-03-06]'],
    ['04/Jul/2019:10:20:30 +0200', '2019-07-04T10:20:30+02:00'], ['2019:07:04 10:20:30', '2019-07-04T10:20:30'],
    ['Thu Jul  4 10:20:30 2019', '2019-07-04T10:20:30'], ['Thu Jul 4 10:20:30 UTC 2019', '2019-07-04T10:20:30Z'],
    ['4 July 2019 10:00–12:00', '2019-07-04T10:00/2019-07-04T12:00'],
    ['4 July 2019 10:00 – 5 July 2019 12:00', '2019-07-04T10:00/2019-07-05T12:00'], ['4.–8. Juli 2019', '2019-07-04/2019-07-08'],
    ['04.-08.07.2019', '2019-07-04/2019-07-08'], ['04.07.-08.07.2019', '2019-07-04/2019-07-08'],
    ['30/04/2019 - 05/05/2019', '2019-04-30/2019-05-05'], ['Feb 28–Mar 3, 2026', '2026-02-28/2026-03-03'],
    ['Dec 28, 2025 – Jan 3, 2026', '2025-12-28/2026-01-03'], ['March–May 2020', '2020-03/2020-05'],
    ['March - May 2020', '2020-03/2020-05'], ['Dec 2019 – Feb 2020', '2019-12/2020-02'], ['1850\'ler', '185X'],
    ['1990\'dan beri', '1990/..'], ['1990\'lı yıllar', '199X'], ['1850-е годы', '185X'], ['années 1850', '185X'], ['anni 1850', '185X'],
    ['década de 1850', '185X'], ['first half of the 19th century', '[1801..1850]'],
    ['second half of March 2020', '[2020-03-17..2020-03-31]'], ['H1 2024', '2024-40'], ['week 27 2019', '[2019-07-01..2019-07-07]'],
    ['2019-00-00', '2019'], ['2019-07-00', '2019-07'], ['00/00/1985', '1985'], ['2019-07-04/08', '2019-07-04/2019-07-08'],
    ['2019-07-04/2019-07-08', '2019-07-04/2019-07-08'], ['the 4th of July, 2019', '2019-07-04'], ['4th July 2019', '2019-07-04'],
    ['July 4th 2019', '2019-07-04'], ['2019, 4 July', '2019-07-04'], ['1,066', '1066'],
    ['2019-07-04T10:20:30.123+02:00[Europe/Berlin]', '2019-07-04T10:20:30.123+02:00'],
    ['2019-07-04 10:20 Europe/Berlin', '2019-07-04T10:20'], ['2019-07-04 10:20 EST', '2019-07-04T10:20-05:00'],
    ['no earlier than 2026-02-05', '2026-02-05/..'], ['1850-60', '1850/1860'], ['c. 1850–60', '1850~/1860~'],
    ['c. 1850–1860', '1850~/1860~'], ['1852–3', '1852/1853'], ['1990 onwards', '1990/..'], ['1950 - 1960', '1950/1960'],
    ['1950 to 1960', '1950/1960'], ['12-15 AD', '0012/0015'], ['9999-12-31', '9999-12-31'], ['10000 BC', '-9999'], ['Y17E7', 'Y17E7'],
    ['201907', '2019-07'], ['18--', '18XX'], ['MÖ 44', '-0043'], ['44 v. Chr.', '-0043'], ['44 av. J.-C.', '-0043'], ['ق.م 44', '-0043'],
    ['44 ق.م', '-0043'], ['44 до н. э.', '-0043'], ['24:00 4 July 2019', '2019-07-04T24:00'], ['2019.07.04', '2019-07-04'],
    ['2019 07 04', '2019-07-04'], ['2019-7-4', '2019-07-04'], ['13-Mar-2020', '2020-03-13'], ['March 2020 – present', '2020-03/..'],
    ['1956-', '1956/..'], ['[1850]', '[1850]'], ['(1850)', '1850'], ['1850.', '1850'], ['around 4 July 2019', '2019-07-04~'],
    ['probably 1850', '1850?'], ['-44', '-0044'], ['-500/-400', '-0500/-0400'], ['-500 - -400', '-0500/-0400'], ['2021-25', '2021/2025'],
    ['2022-23', '2022-23'], ['1939-41', '1939/1941'], ['2019/20', '2019/2020'], ['7/2019', '2019-07'], ['07-2019', '2019-07'],
    ['1985-12-31T24:00:00', '1985-12-31T24:00:00'], ['Thursday, 4 July 2019', '2019-07-04'], ['4 July 2019 (Thursday)', '2019-07-04'],
    ['January 5th, 1999, 5:30 p.m.', '1999-01-05T17:30'], ['at noon on 5 May 1999', '1999-05-05T12'], ['1944/45', '1944/1945'],
    ['Jan/Feb 2020', '2020-01/2020-02'], ['≤1900', '../1900'], ['1900+', '1900/..'], ['Sept. 11, 2001', '2001-09-11'],
    ['11 Sept. 2001', '2001-09-11'], ['June 1944?', '1944-06?'], ['c.1850', '1850~'], ['ca.1850', '1850~'], ['1850 (approx.)', '1850~'],
    ['1850 ca.', '1850~'], ['approx. 1850', '1850~'], ['1850 or later', '1850/..'], ['1914 – 18', '1914/1918'],
    ['01.02.2019 – 05.02.2019', '2019-02-01/2019-02-05'], ['1.–3.2.2019', '2019-02-01/2019-02-03'],
    ['2019-07-04T10:20/2019-07-05', '2019-07-04T10:20/2019-07-05'], ['10.05.2019 14:30 Uhr', '2019-05-10T14:30'],
    ['10 May 2019 at 14:30 CET', '2019-05-10T14:30+01:00'], ['2019-07-04 10:20 PM', '2019-07-04T22:20'],
    ['20:15, 4.7.2019', '2019-07-04T20:15'], ['4.7.2019, 10:20:30', '2019-07-04T10:20:30'],
    ['2019-07-04 10:20:30 -0500', '2019-07-04T10:20:30-05:00'], ['2019-07-04 10h20', '2019-07-04T10:20'],
    ['le 4 juillet 2019 à 10h20', '2019-07-04T10:20'], ['4 Temmuz 2019 Perşembe saat 10:20', '2019-07-04T10:20'],
    ['الخميس 4 يوليو 2019 الساعة 10:20 ص', '2019-07-04T10:20'], ['3rd millennium BC', '[-2999..-2000]'], ['19th c.', '[1801..1900]'],
    ['the nineteenth century', '[1801..1900]'], ['300s BC', '[-0398..-0299]'], ['1900s', '19XX'], ['2000s', '200X'],
    ['480s BC', '[-0488..-0479]'], ['May 2019 - June 2019', '2019-05/2019-06'], ['12 May - 3 June 2019', '2019-05-12/2019-06-03'],
    ['Nov 1918', '1918-11'], ['11/11/1918', '1918-11-11'], ['June 28, 1914 – November 11, 1918', '1914-06-28/1918-11-11'],
    ['28.6.1914-11.11.1918', '1914-06-28/1918-11-11'], ['1914/1918', '1914/1918'], ['circa 1200-1300 AD', '1200~/1300~'],
    ['c. 100 BC – AD 100', '-0099~/0100'], ['1st century AD', '[0001..0100]'], ['1st century BC', '[-0099..0000]'],
    ['ca. 1850-1860?', '1850~/1860?'], ['possibly 1850', '1850?'], ['Winter 1944–45', '1944-24'], ['Spring 44 BC', '-0043-21'],
    ['4 Mar 44 BC', '-0043-03-04'], ['-44-03-15', '-0044-03-15'], ['15 March 44 BC', '-0043-03-15'], ['March 15, 44 BC', '-0043-03-15'],
    ['2019-07-04 (Thu)', '2019-07-04'], ['1.2.2019 - 3.2.2019', '2019-02-01/2019-02-03'], ['2.5 million years ago', 'Y-25E5'],
    ['4.6 Ga', 'Y-46E8'], ['1850-1860 AD', '1850/1860'], ['2001-02-03 04:05:06,789', '2001-02-03T04:05:06.789'],
    ['2001-02-03T04:05:06.789Z', '2001-02-03T04:05:06.789Z'], ['01-Feb-2001', '2001-02-01'], ['1-Feb-2001 04:05', '2001-02-01T04:05'],
    ['20010203T0405', '2001-02-03T04:05'], ['2001-034', '2001-02-03'], ['2001-1', '2001-01'], ['1/2001', '2001-01'],
    ['mars 2020', '2020-03'], ['ekim 1923', '1923-10'], ['29 Ekim 1923', '1923-10-29'], ['29.10.1923', '1923-10-29'],
    ['29/10/1923', '1923-10-29'], ['٢٠١٩/٠٧/٠٤', '2019-07-04'], ['4 كانون الثاني 2020', '2020-01-04'], ['1 janv. 2020', '2020-01-01'],
    ['14 juil. 1789', '1789-07-14'], ['26 févr. 1815', '1815-02-26'], ['7 Dec. 1941 (Sunday)', '1941-12-07'],
    ['Dec 7 1941', '1941-12-07'], ['7 de diciembre de 1941', '1941-12-07'], ['entre 1850 y 1860', '[1850..1860]'],
    ['zwischen 1850 und 1860', '[1850..1860]'], ['entre 1850 et 1860', '[1850..1860]'], ['tra il 1850 e il 1860', '[1850..1860]'],
    ['von 1850 bis 1860', '1850/1860'], ['de 1850 à 1860', '1850/1860'], ['du 3 au 5 mars 2020', '2020-03-03/2020-03-05'],
    ['del 3 al 5 de marzo de 2020', '2020-03-03/2020-03-05'], ['dal 3 al 5 marzo 2020', '2020-03-03/2020-03-05'],
    ['с 3 по 5 марта 2020', '2020-03-03/2020-03-05'], ['от 1914 до 1918', '1914/1918'], ['1850 ile 1860 arası', '1850/1860'],
    ['3-5 Mart 2020', '2020-03-03/2020-03-05'], ['seit 1990', '1990/..'], ['depuis 1990', '1990/..'], ['desde 1990', '1990/..'],
    ['dal 1990', '1990/..'], ['с 1990', '1990/..'], ['до 1990', '../1990'], ['از ۱۹۹۰ تا ۲۰۰۰', '1990/2000'],
    ['من 1990 إلى 2000', '1990/2000'], ['بین ۱۹۹۰ و ۲۰۰۰', '[1990..2000]'], ['2020 Mar 3', '2020-03-03'], ['2020-Mar-03', '2020-03-03'],
    ['2020/Mar/03', '2020-03-03'], ['1939 Sept 1', '1939-09-01'], ['2020-03-15 to 2020-03-20', '2020-03-15/2020-03-20'],
    ['1/13/2003-4/5/2006', '2003-01-13/2006-04-05'], ['1850 AD - 1860 AD', '1850/1860'], ['AD 30-33', '0030/0033'],
    ['30-33 AD', '0030/0033'], ['c. AD 30', '0030~'], ['ca 30 CE', '0030~'], ['2e siècle av. J.-C.', '[-0199..-0100]'],
    ['2. Jh. v. Chr.', '[-0199..-0100]'], ['II век до н. э.', '[-0199..-0100]'], ['s. XIX', '[1801..1900]'],
    ['IV secolo a.C.', '[-0399..-0300]'], ['-1', '-0001'], ['2019-', '2019/..'], ['July-August 2019', '2019-07/2019-08'],
    ['Jul–Aug 2019', '2019-07/2019-08'], ['12/2019', '2019-12'], ['2019 AD', '2019'], ['1 BC', '0000'], ['1 BC - 1 AD', '0000/0001'],
    ['AD 2019-07-04', '2019-07-04'],
  ])('reads %j as %j, and needs no other words for it', (text, edtf) => {
    expect(read(text).edtf.text).toBe(edtf);
    expect(read(text).exactText).toBe(true);
  });

  it.each([
    ['before 1066', '../1066'], ['after 1990', '1990/..'], ['early Feb 2026', '[2026-02-01~..2026-02-10~]'],
    ['mid-1950s', '[1954~..1956~]'], ['late 19th century', '[1867~..1900~]'], ['mid 1914', '1914-38~'], ['early 1914', '1914-37~'],
    ['late February 2026', '[2026-02-21~..2026-02-28~]'], ['۱۵ بهمن ۱۴۰۴', '2026-02-04'], ['15 Bahman 1404', '2026-02-04'],
    ['1404/11/15 ه.ش', '2026-02-04'], ['AH 1445', '[2023-07-19~..2024-07-07~]'], ['1445 هـ', '[2023-07-19~..2024-07-07~]'],
    ['9 Ramadan 1445', '2024-03-19~'], ['Ramadan 1445', '[2024-03-11~..2024-04-09~]'], ['18th–19th century', '1701/1900'],
    ['Mid-February 2026', '[2026-02-11~..2026-02-20~]'], ['ende 2019', '2019-39~'], ['Anfang März 2020', '[2020-03-01~..2020-03-10~]'],
    ['Mitte des 19. Jahrhunderts', '[1834~..1866~]'], ['début 2020', '2020-37~'], ['mi-février 2020', '[2020-02-11~..2020-02-20~]'],
    ['fin 2019', '2019-39~'], ['principios de 1914', '1914-37~'], ['اوایل بهمن ۱۴۰۴', '[2026-01-21~..2026-01-30~]'],
    ['1914 başları', '1914-37~'], ['5000 years ago', '-3000~'], ['12,000 years ago', 'Y-10000~'],
    ['Late 1944/early 1945', '1944-09~/1945-04~'], ['pre-1900', '../1900'], ['post-1945', '1945/..'], ['<1900', '../1900'],
    ['by the end of 2019', '../2019-12~'], ['پنجشنبه ۱۳ تیر ۱۳۹۸ ساعت ۱۰:۲۰', '2019-07-04T10:20'],
    ['late 1st century BC', '[-0033~..0000~]'], ['before 1850?', '../1850?'], ['10 ka', '-8000~'],
    ['آذر ۱۳۵۷', '[1978-11-22..1978-12-21]'], ['1990\'dan önce', '../1990'], ['1990 öncesi', '../1990'], ['vor 1990', '../1990'],
    ['avant 1990', '../1990'], ['antes de 1990', '../1990'], ['پیش از ۱۹۹۰', '../1990'], ['قبل 1990', '../1990'],
    ['Q1 1990 - Q2 1991', '1990-01/1991-06'], ['Early 20th century', '[1901~..1933~]'], ['Middle of the 19th century', '[1834~..1866~]'],
    ['Mid 18th century', '[1734~..1766~]'],
  ])('reads %j as %j, which says less or more than the words', (text, edtf) => {
    expect(read(text).edtf.text).toBe(edtf);
    expect(read(text).exactText).toBe(false);
  });

  it.each([
    '', ' ', 'NA', 'N/A', 'n/a', 'NULL', '\\N', '-', '—', '***', 'unknown', 'Unknown', 'n.d.', 's.d.', 's. d.', '0000-00-00', '0000-00-00 00:00:00', 'bilinmiyor', 'نامشخص', '?', '\u00a0',
  ])('takes %j for no date at all', (text) => {
    expect(fault(text)).toBe('absent');
  });

  it.each([
    'soon', '5', '79', '12000', '1562235630', 'Ides of March', 'today', '18 brumaire an VIII', '1e5', '1.5', '2019.5', '+1', '9/11', '24/7', 'v1.2.3',
    '192.168.1.1', '12 monkeys', 'Sat', '1914,1918', '<b>', '__proto__', '0x7e3', 'Infinity', '4 July 2019 4 July 2019', 'to', 'c.', 'before',
  ])('does not guess at %j', (text) => {
    expect(fault(text)).toBe('unreadable');
  });

  it.each([
    '2019-02-30', '31/02/2019', '4 July 2019 25:00', '31 Feb 2020', '13/13/2013', '2019-13-01', '0 BC', '2019-07-04T10:61', '1918-1914', '5 March 2020 – 3 March 2020',
  ])('says that %j does not exist', (text) => {
    expect(fault(text)).toBe('impossible');
  });

  it.each([['4-Jul-19'], ['04/07/19'], ['’98'], ['190704'], ['summer of ’69'], ['the 80s']])('does not choose a century for %j', (text) => {
    expect(fault(text)).toBe('short-year');
  });

  it.each([['4 July'], ['July'], ['May 12–14'], ['15-20 March'], ['Mar. 3']])('misses the year in %j', (text) => {
    expect(fault(text)).toBe('year-missing');
  });

  it('tells a time of day without a day', () => {
    expect(fault('10:20')).toBe('time-without-date');
    expect(fault('3 pm')).toBe('time-without-date');
  });

  it('says when a year is too far away to be dated', () => {
    expect(fault('5000 billion years ago')).toBe('out-of-range');
  });

  it('gives both readings of a date that may be either', () => {
    const result = parseWritten('05/06/2019');
    expect(result).toMatchObject({ ok: false, error: { kind: 'ambiguous', dayFirst: { text: '2019-06-05' }, monthFirst: { text: '2019-05-06' } } });
    expect(fault('1/2/2003-4/5/2006')).toBe('ambiguous');
    expect(read('1/13/2003-4/5/2006').edtf.text).toBe('2003-01-13/2006-04-05');
  });

  it.each<readonly [string, Written['order']]>([
    ['13/07/2019', 'proven-day-first'], ['07/13/2019', 'proven-month-first'], ['07/07/2019', 'none'], ['2019-07-04', 'none'], ['4 July 2019', 'none'],
    ['04.07.2019', 'either'], ['30/04/2019 - 05/05/2019', 'proven-day-first'],
  ])('tells of %j that its order is %s', (text, order) => {
    expect(read(text).order).toBe(order);
  });

  it.each<readonly [string, DateHabits, string]>([
    ['05/06/2019', { order: 'day-first' }, '2019-06-05'],
    ['05/06/2019', { order: 'month-first' }, '2019-05-06'],
    ['05.06.2019', { order: 'month-first' }, '2019-05-06'],
    ['13/06/2019', { order: 'month-first' }, '2019-06-13'],
    ['7/4/19 10:20', { order: 'month-first', pivot: 1930 }, '2019-07-04T10:20'],
    ['4-Jul-19', { pivot: 1930 }, '2019-07-04'],
    ['Jul-98', { pivot: 1930 }, '1998-07'],
    ['’98', { pivot: 1930 }, '1998'],
    ['190704', { pivot: 1950 }, '2019-07-04'],
    ['the 80s', { pivot: 1930 }, '198X'],
    ['summer of ’69', { pivot: 1930 }, '1969-22'],
    ['-44', {}, '-0044'],
    ['-44', { years: 'astronomical' }, '-0044'],
    ['-44', { years: 'historical' }, '-0043'],
    ['-0044-03-15', { years: 'historical' }, '-0043-03-15'],
    ['-0500/-0400~', { years: 'historical' }, '-0499/-0399~'],
    ['44 BC', { years: 'historical' }, '-0043'],
    ['5 Feb', { year: 2026 }, '2026-02-05'],
    ['3–5 Feb', { year: 2026 }, '2026-02-03/2026-02-05'],
    ['1404/11/15', { calendar: 'solar-hijri' }, '2026-02-04'],
    ['۱۴۰۴/۱۱/۱۵ ۱۷:۵۴', { calendar: 'solar-hijri' }, '2026-02-04T17:54'],
    ['1404-11', { calendar: 'solar-hijri' }, '[2026-01-21..2026-02-19]'],
    ['1404', { calendar: 'solar-hijri' }, '[2025-03-21..2026-03-20]'],
  ])('reads %j by the habits %j as %j', (text, habits, edtf) => {
    expect(read(text, habits).edtf.text).toBe(edtf);
  });

  it('takes the zone of a time from the text, else from habit', () => {
    const habits = { zone: 'Europe/Berlin' };
    expect(read('2019-07-04 10:20', habits)).toMatchObject({ zone: 'Europe/Berlin', edtf: { zoned: true, span: { earliestStart: Date.UTC(2019, 6, 4, 8, 20) } } });
    expect(read('4 July 2019, 10:20 Asia/Tehran', habits)).toMatchObject({ zone: 'Asia/Tehran', edtf: { span: { earliestStart: Date.UTC(2019, 6, 4, 5, 50) } } });
    expect(read('2019-07-04T10:20Z', habits)).toMatchObject({ zone: 'local', edtf: { zoned: true } });
    expect(read('2019-07-04', habits).zone).toBe('local');
    expect(read('2019-07-04 10:20')).toMatchObject({ zone: 'local', edtf: { zoned: false } });
  });

  it('reads usual dates exactly as EDTF does', () => {
    for (const text of ['2019-07-04', '2019-07-04T10:20', '2019-07-04T10:20:30', '2019-07-04T10:20:30.5', '2019-07-04T10:20:30.123456Z', '2019-07-04T00:00:00+03:30']) {
      expect(read(text).edtf).toEqual(parseEdtf(text).ok && (parseEdtf(text) as { value: unknown }).value);
    }
  });

  it('reads ISO dates out of bytes', () => {
    const bytes = new TextEncoder().encode('a,2019-07-04,2019-07-04T10:20:30Z,4 July 2019');
    expect(isoDateIn(bytes, 2, 12)?.text).toBe('2019-07-04');
    expect(isoDateIn(bytes, 13, 33)?.text).toBe('2019-07-04T10:20:30Z');
    expect(isoDateIn(bytes, 34, 45)).toBeUndefined();
  });

  const days = fc.record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
  const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');

  it('reads back every day in every usual shape', () => {
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const [y, name] = [pad(year, 4), ENGLISH[month - 1] ?? ''];
        const iso = `${y}-${pad(month, 2)}-${pad(day, 2)}`;
        for (const text of [
          iso, `${y}/${month}/${day}`, `${y}${pad(month, 2)}${pad(day, 2)}`, `${day}.${month}.${y}`, `${day} ${name} ${y}`, `${name} ${day}, ${y}`,
          `${name.slice(0, 3)} ${day} ${y}`, `${day}-${name.slice(0, 3)}-${y}`, `the ${day}th of ${name}, ${y}`, `${iso} `, `\u200e${iso}`,
        ]) expect([text, read(text).edtf.text]).toEqual([text, iso]);
        expect(read(`${day}/${month}/${y}`, { order: 'day-first' }).edtf.text).toBe(iso);
        expect(read(`${month}/${day}/${y}`, { order: 'month-first' }).edtf.text).toBe(iso);
      }),
    );
  });

  it('never throws, and reads nothing that is not EDTF again', () => {
    const word = fc.constantFrom(
      'c.', '?', '~', '-', '–', '/', '.', ',', 'to', 'BC', 'AD', 'July', 'mid', 'century', '19th', '1850s', '4', '2019', '00', '10:20', 'PM', 'Z', 'before', 'between', 'and',
      'spring', 'Q3', 'Ma', 'W27', '(', ')', '[', ']', '\'', '99', '۱۴۰۴', 'بهمن', 'رمضان', '1445', 'or', 'present', 'half of', 'first', 'T', '+02:00', '-44', 'X',
    );
    const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')), fc.array(word, { maxLength: 8 }).map((words) => words.join('')));
    const habits = fc.record(
      {
        order: fc.constantFrom('day-first' as const, 'month-first' as const),
        years: fc.constantFrom('historical' as const, 'astronomical' as const),
        pivot: fc.constant(1930),
        year: fc.constant(2026),
        zone: fc.constantFrom('Europe/Berlin', 'local', 'No/Where'),
        calendar: fc.constant('solar-hijri' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(texts, habits, (text, habit) => {
        const result = parseWritten(text, habit);
        if (result.ok) expect(parseEdtf(result.value.edtf.text).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['1', '1-', '1/', ' ', '1 to ', 'c. ', '(', '2019-07-04 ', 'a', 'بهمن ', '[1..', '1,000,', '–'])('takes no longer for 100 kB of %j than for a look', (piece) => {
    const started = performance.now();
    parseWritten(piece.repeat(100_000 / piece.length));
    parseWritten(piece.repeat(Math.floor(150 / piece.length)));
    expect(performance.now() - started).toBeLessThan(100);
  });
});
