import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftEdge, shiftEdtf, STEP_LENGTHS } from '../../../../src/core/edit/shift-edtf.ts';
import { parseEdtf, type Edtf } from '../../../../src/core/time/edtf.ts';
import { DAY, HOUR, MINUTE, YEAR } from '../../../../src/core/time/instant.ts';
import { ACCEPTED } from '../../../support/edtf-strings.ts';

function edtfOf(text: string): Edtf {
  const edtf = parseEdtf(text);
  if (!edtf.ok) throw new Error(`${text} is not EDTF`);
  return edtf.value;
}

describe('moving a date', () => {
  it.each([
    ['2026-02-27', 3 * DAY, '2026-03-02'],
    ['2026-02-27', 0.4 * DAY, '2026-02-27'],
    ['2024-02-29', YEAR, '2025-02-28'],
    ['2026-02-03?', -3 * DAY, '2026-01-31?'],
    ['2026-?02-~03', 40 * DAY, '2026-?03-~15'],
    ['2026-11', 61 * DAY, '2027-01'],
    ['2026-11', 10 * DAY, '2026-11'],
    ['2026', 300 * DAY, '2027'],
    ['-0001', YEAR, '0000'],
    ['0000', -YEAR, '-0001'],
    ['196X', 12 * YEAR, '197X'],
    ['19XX', 80 * YEAR, '20XX'],
    ['156X-12-25', 10 * YEAR, '157X-12-25'],
    ['2004-XX', YEAR, '2005-XX'],
    ['2004-06-XX', 31 * DAY, '2004-07-XX'],
    ['2001-24', 92 * DAY, '2002-21'],
    ['2001-30', 92 * DAY, '2002-31'],
    ['2001-36', 92 * DAY, '2002-33'],
    ['2001-41', 180 * DAY, '2002-40'],
    ['196', 10 * YEAR, '197'],
    ['18', 100 * YEAR, '19'],
    ['Y-170002', 2 * YEAR, 'Y-170000'],
    ['Y-17E7', 2e7 * YEAR, 'Y-15E7'],
    ['2026-02-03T23:30', 45 * MINUTE, '2026-02-04T00:15'],
    ['2026-02-03T17:54:59Z', HOUR, '2026-02-03T18:54:59Z'],
    ['2026-02-03T17:54:59+03:30', DAY, '2026-02-04T17:54:59+03:30'],
    ['2026-02-03/2026-03', 31 * DAY, '2026-03-06/2026-04'],
    ['2026-02-03/..', DAY, '2026-02-04/..'],
    ['/2026-02-03', DAY, '/2026-02-04'],
    ['[2026-02-05..2026-02-08]', DAY, '[2026-02-06..2026-02-09]'],
    ['{2026-02-05, 2026-02-08}', DAY, '{2026-02-06, 2026-02-09}'],
  ])('%s by %d ms is %s', (text, by, moved) => {
    expect(shiftEdtf(edtfOf(text), by)?.text).toBe(moved);
  });

  it('is not possible where no such date can be written', () => {
    expect(shiftEdtf(edtfOf('9999-12-31'), DAY)).toBeUndefined();
  });

  it('keeps how closely it is known, and leads back by as much', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACCEPTED), fc.integer({ min: -50, max: 50 }), (text, count) => {
        const edtf = edtfOf(text);
        if (edtf.kind === 'interval' || edtf.kind === 'set') return;
        const by = count * STEP_LENGTHS[edtf.precision];
        const moved = shiftEdtf(edtf, by);
        if (moved === undefined) return;
        expect([moved.precision, moved.qualifier]).toEqual([edtf.precision, edtf.qualifier]);
        expect(shiftEdtf(moved, -by)?.span).toEqual(edtf.span);
      }),
    );
  });
});

describe('moving an end of a date', () => {
  it.each([
    ['2026-02-03', 'end', 2, '2026-02-03/2026-02-05'],
    ['2026-02-03', 'start', -2, '2026-02-01/2026-02-03'],
    ['2026-02-03/2026-02-05', 'start', 2, '2026-02-05'],
    ['2026-02-03~/2026-02', 'end', 31, '2026-02-03~/2026-03'],
    ['2026-02-03/..', 'start', 1, '2026-02-04/..'],
    ['2026-02-03/2026-02-05', 'end', -4, undefined],
    ['2026-02-03/..', 'end', 1, undefined],
    ['/2026-02-03', 'start', 1, undefined],
    ['{2026-02-03, 2026-02-05}', 'end', 1, undefined],
  ] as const)('%s, its %s by %d days, is %s', (text, edge, days, moved) => {
    expect(shiftEdge(edtfOf(text), edge, days * DAY)?.text).toBe(moved);
  });
});
