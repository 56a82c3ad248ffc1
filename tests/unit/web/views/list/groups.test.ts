import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../../src/core/model/dataset.ts';
import { eventAt } from '../../../../../src/core/model/rows.ts';
import { describeHeading } from '../../../../../src/web/views/list/dates.ts';
import { groupEvents, groupUnitFor, GROUP_UNITS, type GroupUnit } from '../../../../../src/web/views/list/groups.ts';
import { datasetOf } from '../../../../support/dataset.ts';
import { world } from '../../../../support/world.ts';

const datedOf = (dataset: Dataset) => Array.from({ length: dataset.dated }, (_, i) => i);

const headings = (dates: readonly string[], unit: GroupUnit) => {
  const dataset = datasetOf(dates.map((when) => ({ when })));
  return groupEvents(dataset, datedOf(dataset), unit).map((group) => [
    describeHeading(group, world()),
    group.events.map((i) => eventAt(dataset, i).when.edtf?.text),
  ]);
};

function unitOf(dates: readonly string[]): GroupUnit {
  const dataset = datasetOf(dates.map((when) => ({ when })));
  return groupUnitFor(dataset, datedOf(dataset));
}

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
        const dataset = datasetOf(dates.map((when) => ({ when })));
        const groups = groupEvents(dataset, datedOf(dataset), unit);
        expect(groups.flatMap(({ events }) => events).toSorted((a, b) => a - b)).toEqual(datedOf(dataset).toSorted((a, b) => a - b));
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        for (const group of groups) expect(describeHeading(group, world())).not.toBe('');
      }),
    );
  });
});

describe('the unit of the headings', () => {
  it('is the day for a short list', () => {
    expect(unitOf(everyNth(30, 12))).toBe('day');
  });

  it('is the month when most days of a long list have one event', () => {
    expect(unitOf(everyNth(5, 200))).toBe('month');
  });

  it('is the year when most months have one', () => {
    expect(unitOf(everyNth(40, 200))).toBe('year');
  });
});
