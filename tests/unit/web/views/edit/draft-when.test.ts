import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf, type Edtf } from '../../../../../src/core/time/edtf.ts';
import { endsOf, qualified, readWhen, type WhenDraft } from '../../../../../src/web/views/edit/draft-when.ts';
import { world } from '../../../../support/world.ts';

const EMPTY: WhenDraft = { start: '', end: '', order: undefined, zone: '', partOfDay: '', wording: '' };
const read = (draft: Partial<WhenDraft>, year?: number) => readWhen({ ...EMPTY, ...draft }, year);

function textOf(draft: Partial<WhenDraft>, year?: number): string {
  const reading = read(draft, year);
  return reading.kind === 'read' ? reading.edtf.text : reading.kind;
}

function edtfOf(text: string): Edtf {
  const edtf = parseEdtf(text);
  if (!edtf.ok) throw new Error(text);
  return edtf.value;
}

describe('the date in a form', () => {
  it.each([
    ['early Feb 2026', '[2026-02-01~..2026-02-10~]'],
    ['c. 1850', '1850~'],
    ['3–5 March 2026', '2026-03-03/2026-03-05'],
    ['۱۵ بهمن ۱۴۰۴', '2026-02-04'],
    ['44 BCE', '-0043'],
  ])('is what people type: %s', (start, edtf) => {
    expect(textOf({ start })).toBe(edtf);
  });

  it('has the year of the event where none is typed', () => {
    expect(textOf({ start: '3–5 March' }, 2026)).toBe('2026-03-03/2026-03-05');
  });

  it('keeps the words that say more than the reading', () => {
    expect(read({ start: 'early Feb 2026' })).toMatchObject({ wording: 'early Feb 2026' });
    expect(read({ start: '3 Feb 2026' })).toMatchObject({ wording: undefined });
  });

  it('is no date where nothing is typed', () => {
    expect(read({}).kind).toBe('undated');
  });

  it('offers two readings, and takes the one that was chosen', () => {
    expect(read({ start: '05/06/2019' })).toMatchObject({ kind: 'ambiguous', dayFirst: { text: '2019-06-05' }, monthFirst: { text: '2019-05-06' } });
    expect(textOf({ start: '05/06/2019', order: 'month-first' })).toBe('2019-05-06');
  });

  it.each([
    [{ start: 'Feb 30 2026' }, 'start', 'impossible'],
    [{ start: 'soonish' }, 'start', 'unreadable'],
    [{ start: '3 Feb 2026', end: '1 Feb 2026' }, 'end', 'backwards'],
    [{ start: '3–5 Feb 2026', end: '9 Feb 2026' }, 'end', 'two-ends'],
    [{ start: '3 Feb 2026', end: '8–9 Feb 2026' }, 'end', 'end-is-stretch'],
    [{ start: '3 Feb 2026', zone: 'Mars/Olympus' }, 'zone', 'zone-unknown'],
  ] as const)('says what is wrong and where: %o', (draft, field, problem) => {
    expect(read(draft)).toEqual({ kind: 'problem', field, problem });
  });
});

describe('the end in a form', () => {
  it('makes an interval, and takes the year of the start', () => {
    expect(textOf({ start: '3 Feb 2026', end: '9 March' }, 1999)).toBe('2026-02-03/2026-03-09');
  });

  it('may be open or not known', () => {
    expect(textOf({ start: '1979', end: 'ongoing' })).toBe('1979/..');
    expect(textOf({ start: '1979', end: '?' })).toBe('1979/');
  });

  it('may stand alone: the start is not known', () => {
    expect(textOf({ end: '1979' })).toBe('/1979');
  });
});

describe('times of day in a form', () => {
  it('are those of the zone that is named', () => {
    const reading = read({ start: '3 Feb 2026 14:30', zone: 'Asia/Tehran' });
    expect(reading).toMatchObject({ zone: 'Asia/Tehran', edtf: { span: { earliestStart: Date.UTC(2026, 1, 3, 11) } } });
  });

  it('leave dates without a time to the calendar', () => {
    expect(read({ start: '3 Feb 2026', end: '4 Feb 2026', zone: 'Asia/Tehran' })).toMatchObject({ zone: 'local' });
  });
});

describe('a date shown in a form', () => {
  it.each(['2026-02-03', '2026-02', '1850~', '-0043', '199X', '2026-02-03T14:30', 'Y-66E6', '1986-21', '2026-02-03/2026-02-08', '1979/..', '../1979', '1979/', '[1667,1668]', '{1667,1668}', '2004-06~-11'])(
    '%s is read as itself again',
    (text) => {
      expect(textOf(endsOf(edtfOf(text), world()))).toBe(text);
    },
  );

  it('is in words where they say the same', () => {
    expect(endsOf(edtfOf('2026-02-03/..'), world())).toEqual({ start: '3 February 2026', end: 'open' });
  });

  it('is read as itself again, whatever day it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, day) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(textOf(endsOf(edtfOf(text), world()))).toBe(text);
      }),
    );
  });
});

describe('how sure a date is', () => {
  it.each([
    ['2026-02-03', '~', '2026-02-03~'],
    ['2026-02-03~', '', '2026-02-03'],
    ['1979?/..', '%', '1979%/..'],
  ] as const)('is said of all of %s by %s', (text, mark, after) => {
    expect(qualified(edtfOf(text), mark)?.text).toBe(after);
  });

  it.each(['2004-06~-11', '[1667,1668]', 'Y-66E6'])('is not said of all of %s', (text) => {
    expect(qualified(edtfOf(text), '~')).toBeUndefined();
  });
});
