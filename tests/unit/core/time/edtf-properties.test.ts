import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth } from '../../../../src/core/time/calendar.ts';
import { printEdtf } from '../../../../src/core/time/edtf-print.ts';
import { PRECISIONS, parseEdtf, serializeEdtf, type Edtf } from '../../../../src/core/time/edtf.ts';

function read(text: string): Edtf {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return result.value;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const between = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const year = between(-9999, 9999).map((value) => (value < 0 ? `-${pad(-value, 4)}` : pad(value, 4)));
const month = between(1, 12).map((value) => pad(value, 2));
const day = fc
  .record({ year, month, wanted: between(1, 31) })
  .map((date) => `${date.year}-${date.month}-${pad(Math.min(date.wanted, daysInMonth(Number(date.year), Number(date.month))), 2)}`);
const yearMonth = fc.tuple(year, month).map((parts) => parts.join('-'));
const plainDate = fc.oneof(year, yearMonth, day);

const mark = fc.constantFrom('', '?', '~', '%');
const qualifiedDate = fc.tuple(plainDate, fc.array(fc.tuple(mark, mark), { minLength: 3, maxLength: 3 })).map(([text, marks]) =>
  text
    .replace(/^-/, 'minus')
    .split('-')
    .map((part, position) => `${marks[position]?.[0]}${part.replace('minus', '-')}${marks[position]?.[1]}`)
    .join('-'));

const zone = fc.oneof(
  fc.constantFrom('', 'Z', '+14:00', '-1200', '+00'),
  fc.tuple(fc.constantFrom('+', '-'), between(1, 11), between(0, 59)).map(([sign, h, m]) => `${sign}${pad(h, 2)}:${pad(m, 2)}`),
);
const fraction = fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,8}$/));
const dateTime = fc
  .tuple(day, between(0, 23), between(0, 59), between(0, 59), fraction, zone)
  .map(([date, h, m, s, part, offset]) => `${date}T${pad(h, 2)}:${pad(m, 2)}:${pad(s, 2)}${part}${offset}`);

/** A date with the digits at some places not stated. Only days that every month has, so that any month may be meant. */
const maskedDate = fc
  .tuple(year, month, between(1, 28), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), between(1, 3))
  .map(([y, m, d, hidden, parts]) => {
    const digits = `${y}${m}${pad(d, 2)}`;
    const sign = digits.startsWith('-') ? '-' : '';
    const text = Array.from(digits.slice(sign.length), (digit, position) => (hidden[position] ? 'X' : digit)).join('');
    return sign + [text.slice(0, 4), text.slice(4, 6), text.slice(6)].slice(0, parts).join('-');
  })
  .filter((text) => !text.startsWith('-0000'));

const season = fc.tuple(year, between(21, 41), mark).map(([y, code, qualifier]) => `${y}-${code}${qualifier}`);
const longYear = fc.oneof(
  between(10_000, 999_999_999).map((value) => `Y${value}`),
  between(10_000, 999_999_999).map((value) => `Y-${value}`),
  fc.tuple(fc.constantFrom('Y', 'Y-'), between(1, 999), between(1, 9)).map(([sign, digits, power]) => `${sign}${digits}E${power}`),
  fc.tuple(fc.constantFrom('Y', 'Y-'), between(10_000, 9_999_999), between(1, 5)).map(([sign, digits, n]) => `${sign}${digits}S${n}`),
);
const yearGroup = fc
  .tuple(between(0, 999), between(2, 3), mark)
  .map(([value, length, qualifier]) => pad(value, length).slice(-length) + qualifier);

const end = fc.oneof(plainDate, qualifiedDate, dateTime, maskedDate, longYear);
const point = fc.oneof(end, season, yearGroup);

/** Two dates in the order of their beginnings. */
const pair = fc.tuple(end, end).map((ends) => ends.toSorted((a, b) => read(a).span.earliestStart - read(b).span.earliestStart));
const interval = fc.oneof(
  pair.map((ends) => ends.join('/')),
  fc.tuple(end, fc.constantFrom('', '..')).map((ends) => ends.join('/')),
  fc.tuple(fc.constantFrom('', '..'), end).map((ends) => ends.join('/')),
);
const entry = fc.oneof(end, pair.map((ends) => ends.join('..')));
const set = fc
  .tuple(fc.constantFrom('[]', '{}'), fc.array(entry, { minLength: 1, maxLength: 4 }), fc.constantFrom('none', 'first', 'last'), end)
  .map(([brackets, entries, open, edge]) => {
    const all = open === 'first' ? [`..${edge}`, ...entries] : open === 'last' ? [...entries, `${edge}..`] : entries;
    return `${brackets[0]}${all.join(', ')}${brackets[1]}`;
  });

const anyEdtf = fc.oneof(point, interval, set);

describe('every EDTF string', () => {
  it('comes back as it was written, from its text and from its parts', () => {
    fc.assert(
      fc.property(anyEdtf, (text) => {
        const edtf = read(text);
        expect(serializeEdtf(edtf)).toBe(text);
        expect(printEdtf(edtf)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('has bounds in order', () => {
    fc.assert(
      fc.property(anyEdtf, (text) => {
        const { earliestStart, latestStart, earliestEnd, latestEnd } = read(text).span;
        expect(earliestStart).toBeLessThan(latestEnd);
        expect(earliestStart).toBeLessThanOrEqual(latestStart);
        expect(earliestEnd).toBeLessThanOrEqual(latestEnd);
        expect(latestStart).toBeLessThanOrEqual(latestEnd);
        expect(earliestStart).toBeLessThanOrEqual(earliestEnd);
      }),
      { numRuns: 2000 },
    );
  });

  it('is finite unless an end is open or unknown', () => {
    fc.assert(
      fc.property(anyEdtf, (text) => {
        const { span, start, end: last } = read(text);
        expect(Number.isFinite(span.earliestStart)).toBe(start === 'stated');
        expect(Number.isFinite(span.latestEnd)).toBe(last === 'stated');
      }),
      { numRuns: 1000 },
    );
  });

  it('has a qualifier exactly when a mark is in it', () => {
    fc.assert(
      fc.property(anyEdtf, (text) => {
        expect(read(text).qualifier).toEqual({ uncertain: /[?%]/.test(text), approximate: /[~%]/.test(text) });
      }),
    );
  });
});

describe('a single date', () => {
  it('keeps its bounds whatever its qualifiers', () => {
    fc.assert(
      fc.property(qualifiedDate, (text) => {
        expect(read(text).span).toEqual(read(text.replaceAll(/[?~%]/g, '')).span);
      }),
    );
  });

  it('lies within the date without its last part', () => {
    fc.assert(
      fc.property(fc.oneof(day, yearMonth), (text) => {
        const [fine, coarse] = [read(text), read(text.replace(/-\d\d$/, ''))];
        expect(coarse.span.earliestStart).toBeLessThanOrEqual(fine.span.earliestStart);
        expect(coarse.span.latestEnd).toBeGreaterThanOrEqual(fine.span.latestEnd);
        expect(PRECISIONS.indexOf(coarse.precision)).toBeGreaterThan(PRECISIONS.indexOf(fine.precision));
      }),
    );
  });

  it('lies within the same date with digits not stated', () => {
    fc.assert(
      fc.property(day, fc.array(fc.boolean(), { minLength: 10, maxLength: 11 }), (text, hidden) => {
        const masked = Array.from(text, (digit, position) => (hidden[position] && digit !== '-' ? 'X' : digit)).join('');
        fc.pre(!masked.startsWith('-0000'));
        const [fine, coarse] = [read(text), read(masked)];
        expect(coarse.span.earliestStart).toBeLessThanOrEqual(fine.span.earliestStart);
        expect(coarse.span.latestEnd).toBeGreaterThanOrEqual(fine.span.latestEnd);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same instant in whatever zone it is written', () => {
    fc.assert(
      fc.property(day, between(0, 23), between(-11, 14), (date, hour, zoneHours) => {
        const offset = `${zoneHours < 0 ? '-' : '+'}${pad(Math.abs(zoneHours), 2)}:30`;
        fc.pre(zoneHours < 14);
        const [local, zoned] = [read(`${date}T${pad(hour, 2)}:00:00`), read(`${date}T${pad(hour, 2)}:00:00${offset}`)];
        const minutes = (zoneHours < 0 ? -1 : 1) * (Math.abs(zoneHours) * 60 + 30);
        expect(local.span.earliestStart - zoned.span.earliestStart).toBe(minutes * 60_000);
      }),
    );
  });
});

describe('an interval and a set', () => {
  it('reach from the first of their dates to the last', () => {
    fc.assert(
      fc.property(pair, (ends) => {
        const spans = ends.map((text) => read(text).span);
        const first = Math.min(...spans.map(({ earliestStart }) => earliestStart));
        const last = spans[1]?.latestEnd;
        for (const text of [ends.join('/'), `[${ends.join('..')}]`, `{${ends.join('..')}}`]) {
          expect(read(text).span).toMatchObject({ earliestStart: first, latestEnd: last });
        }
      }),
    );
  });

  it('refuse to run backwards', () => {
    fc.assert(
      fc.property(pair, (ends) => {
        const [before, after] = ends.map((text) => read(text).span);
        fc.pre(before !== undefined && after !== undefined && before.latestEnd <= after.earliestStart);
        for (const text of [ends.toReversed().join('/'), `[${ends.toReversed().join('..')}]`]) expect(parseEdtf(text).ok).toBe(false);
      }),
    );
  });
});

describe('any string', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'0123456789XYETZS-+:./[]{},?~% '), maxLength: 30 });

  it('is read or refused with a place in it, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), letters), (text) => {
        const result = parseEdtf(text);
        if (result.ok) {
          expect(serializeEdtf(result.value)).toBe(text);
        } else {
          expect(result.error.at).toBeGreaterThanOrEqual(1);
          expect(result.error.at).toBeLessThanOrEqual(text.length + 1);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('that is EDTF but for one character is read or refused, and never throws', () => {
    fc.assert(
      fc.property(anyEdtf, fc.nat(60), letters, (text, position, inserted) => {
        const place = Math.min(position, text.length);
        const spoilt = text.slice(0, place) + inserted.slice(0, 1) + text.slice(place + 1);
        const result = parseEdtf(spoilt);
        expect(result.ok ? serializeEdtf(result.value) : result.error.at).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  });
});
