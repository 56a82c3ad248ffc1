import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../../src/core/time/edtf.ts';
import { intervalBetween } from '../../../../../src/core/validate/table/interval-between.ts';
import { valueOf } from '../../../../support/result.ts';

const edtf = (text: string): Parameters<typeof intervalBetween>[0] => (text === '..' ? 'open' : text === '' ? 'unknown' : valueOf(parseEdtf(text)));

describe('the interval between two dates', () => {
  it.each([
    ['1914', '1918', '1914/1918'],
    ['2020-01-01', '2020-01-01', '2020-01-01'],
    ['2020-01-01', '2020-02', '2020-01-01/2020-02'],
    ['2020-01-01T10:00', '2020-01-01T12:00', '2020-01-01T10:00/2020-01-01T12:00'],
    ['1914', '..', '1914/..'],
    ['', '1918', '/1918'],
    ['1914/1915', '1917/1918', '1914/1918'],
    ['2020-21', '2020-22', '2020-03/2020-08'],
    ['[1667..1672]', '1680', '1667/1680'],
    ['19', '2005', '1900/2005'],
    ['Y-17000', '-0043', 'Y-17000/-0043'],
  ])('from %j to %j is %j', (from, to, text) => {
    const interval = valueOf(intervalBetween(edtf(from), edtf(to)));
    expect(interval.text).toBe(text);
    expect(interval).toEqual(valueOf(parseEdtf(text)));
  });

  it('runs forwards', () => {
    expect(intervalBetween(edtf('2020-05'), edtf('2020-04'))).toEqual({ ok: false, error: 'backwards' });
  });

  it('is read back from its text, whatever days it goes between', () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = [one, other].sort() as [string, string];
        const interval = valueOf(intervalBetween(edtf(from), edtf(to)));
        expect(valueOf(parseEdtf(interval.text))).toEqual(interval);
      }),
    );
  });
});
