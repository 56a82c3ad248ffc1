import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventAt } from '../../../../../src/core/model/rows.ts';
import { selectVisible } from '../../../../../src/core/query/select.ts';
import { datedRows, type Visible } from '../../../../../src/core/query/visible.ts';
import { INITIAL_VIEW } from '../../../../../src/core/view/view-state.ts';
import { describeHeading } from '../../../../../src/web/views/list/dates.ts';
import { groupUnitFor, GROUP_UNITS, type GroupUnit } from '../../../../../src/web/views/list/groups.ts';
import { listOrder, type Piece } from '../../../../../src/web/views/list/order.ts';
import { datasetOf } from '../../../../support/dataset.ts';
import { world } from '../../../../support/world.ts';

const visibleOf = (dates: readonly string[]) => selectVisible(datasetOf(dates.map((when) => ({ when }))), { ...INITIAL_VIEW, area: undefined });

const piecesOf = (visible: Visible, unit: GroupUnit): readonly Piece[] => listOrder(visible, unit).pieces(0, visible.datedCount);

const headings = (dates: readonly string[], unit: GroupUnit) => {
  const visible = visibleOf(dates);
  return piecesOf(visible, unit).map(({ group, rows }) => [
    describeHeading(group, world()),
    rows.map((i) => eventAt(visible.dataset, i).when.edtf?.text),
  ]);
};

const unitOf = (dates: readonly string[]): GroupUnit => groupUnitFor(visibleOf(dates));

/** A date every so many days from 1960 on. */
const everyNth = (days: number, count: number) =>
  Array.from({ length: count }, (_, step) => new Date(Date.UTC(1960, 0, 1) + step * days * 86_400_000).toISOString().slice(0, 10));

describe('headings of the list', () => {
  it('name the day', () => {
    expect(headings(['2026-02-03', '2026-02-04', '2026-02-03T05:30'], 'day')).toEqual([
      ['Tuesday 3 February 2026', ['2026-02-03', '2026-02-03T05:30']],
      ['Wednesday 4 February 2026', ['2026-02-04']],
    ]);
  });

  it('name the hour of a day, by the clocks of the zone that is shown', () => {
    const visible = visibleOf(['2026-02-03T14:05Z', '2026-02-03T14:50Z', '2026-02-03']);
    const groups = piecesOf(visible, 'hour').map(({ group }) => group);
    expect(groups.map((group) => describeHeading(group, world()))).toEqual(['Tuesday 3 February 2026', 'Tuesday 3 February 2026, 14:00–15:00']);
    expect(groups.map((group) => describeHeading(group, { ...world(), zone: 'Asia/Tehran' }))).toEqual([
      'Tuesday 3 February 2026',
      'Tuesday 3 February 2026, 17:30–18:30 UTC+3:30',
    ]);
  });

  it('name a stretch of days as the calendar has it, whatever clocks are shown', () => {
    const [piece] = piecesOf(visibleOf(['1980/1999']), 'year');
    if (piece === undefined) throw new Error('the list has no heading');
    expect(describeHeading(piece.group, { ...world(), zone: 'America/New_York' })).toBe('Jan 1980 – Dec 1999');
  });

  it('name a month or year where no more is known, never its first day', () => {
    expect(headings(['2025', '2025-06', '2026-02-03'], 'day')).toEqual([
      ['2025', ['2025']],
      ['June 2025', ['2025-06']],
      ['Tuesday 3 February 2026', ['2026-02-03']],
    ]);
  });

  it('name the stretch that a date leaves open', () => {
    expect(headings(['[2026-02-05..2026-02-08]', '2026-01-30/2026-02-02'], 'day').map(([heading]) => heading)).toEqual([
      '30 January – 2 February 2026',
      '5–8 February 2026',
    ]);
  });

  it('gather what is finer under a month or a year', () => {
    expect(headings(['1863-07-01/1863-07-03', '1863-07-04', '1863'], 'month')).toEqual([
      ['1863', ['1863']],
      ['July 1863', ['1863-07-01/1863-07-03', '1863-07-04']],
    ]);
  });

  it('say of an open end that it is open', () => {
    expect(headings(['2026-02-03/..'], 'day').map(([heading]) => heading)).toEqual(['from 3 Feb 2026']);
    expect(headings(['../2026-02-03'], 'day').map(([heading]) => heading)).toEqual(['until 3 Feb 2026']);
  });

  it('hold every event once', () => {
    const date = fc.oneof(
      fc.date({ min: new Date('1800-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
      fc.constantFrom('1850', '1850-05', '1850/1860', '1850/..', '../1900', '-0500', 'Y-170000000', '185X', '18'),
    );
    fc.assert(
      fc.property(fc.array(date, { maxLength: 30 }), fc.constantFrom(...GROUP_UNITS), (dates, unit) => {
        const visible = visibleOf(dates);
        const pieces = piecesOf(visible, unit);
        expect(pieces.flatMap(({ rows }) => rows).toSorted((a, b) => a - b)).toEqual(datedRows(visible));
        expect(new Set(pieces.map(({ group }) => group.key)).size).toBe(pieces.length);
        for (const { group, rows } of pieces) expect([describeHeading(group, world()) === '', group.count]).toEqual([false, rows.length]);
      }),
    );
  });
});

describe('a busy day', () => {
  const days = Array.from({ length: 250 }, () => '2026-02-03');

  it('has one heading for all that reaches beyond it, whenever that ends', () => {
    const found = headings([...days, '2026-02-03/2026-02-05', '2026-02-03/2026-02-09', '2026-02-04'], 'day');
    expect(found.map(([heading, texts]) => [heading, texts?.length])).toEqual([
      ['Tuesday 3 February 2026', 250],
      ['from 3 Feb 2026', 2],
      ['Wednesday 4 February 2026', 1],
    ]);
  });

  it('has the heading of what all of its dates are, or of all that begins with it, where it is too long to be cut', () => {
    const headingOf = (dates: readonly string[]) => headings(dates, 'day').map(([heading]) => heading);
    expect(headingOf(Array.from({ length: 20_000 }, () => '2018-12'))).toEqual(['December 2018']);
    expect(headingOf(Array.from({ length: 20_000 }, () => '2018-12-01'))).toEqual(['Saturday 1 December 2018']);
    expect(headingOf(Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? '2018-12-01' : '2018-12')))).toEqual(['from 1 Dec 2018']);
  });

  it('keeps headings of their own for whole months and years', () => {
    const found = headings([...Array.from({ length: 250 }, () => '2026-02-01'), '2026-02'], 'day');
    expect(found.map(([heading]) => heading)).toEqual(['Sunday 1 February 2026', 'February 2026']);
  });
});

describe('the unit of the headings', () => {
  it('is the day for a short list', () => {
    expect(unitOf(everyNth(30, 12))).toBe('day');
  });

  it('is the month when most days of a long list have one event', () => {
    expect(unitOf(everyNth(5, 200))).toBe('month');
  });

  it('is the hour when days are long and are told to the minute', () => {
    const minutes = Array.from({ length: 240 }, (_, minute) => new Date(Date.UTC(2026, 1, 3, 8, minute)).toISOString().slice(0, 16));
    expect(unitOf(minutes)).toBe('hour');
    expect(unitOf(minutes.map((minute) => minute.slice(0, 10)))).toBe('day');
  });

  it('is the same for a list that is too long to count as for one that is counted', () => {
    expect(unitOf(everyNth(1, 4000).flatMap((date) => [date, date]))).toBe('day');
    expect(unitOf(everyNth(5, 4000))).toBe('month');
    expect(unitOf(everyNth(40, 3000))).toBe('year');
  });

  it('is the year when most months have one', () => {
    expect(unitOf(everyNth(40, 200))).toBe('year');
  });
});
