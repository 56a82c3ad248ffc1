import { describe, expect, it } from 'vitest';
import { epochColumn, isSerialColumn, looksLikeDate, settleOrder, sharedDay } from '../../../../src/core/time/date-columns.ts';

describe('judging the order of day and month in a column', () => {
  it('finds the one order that a number above 12 proves', () => {
    expect(settleOrder(['05/06/2019', '13/07/2019', '01/02/2019'])).toEqual({
      order: 'day-first',
      evidence: ['13/07/2019'],
      counts: { dayFirst: 1, monthFirst: 0, either: 2 },
    });
    expect(settleOrder(['5/6/2019 10:20', '7/13/2019 10:20']).order).toBe('month-first');
  });

  it('settles nothing where dates contradict each other', () => {
    expect(settleOrder(['07/13/2019', '13/07/2019', '05/06/2019'])).toEqual({
      order: undefined,
      evidence: ['13/07/2019', '07/13/2019'],
      counts: { dayFirst: 1, monthFirst: 1, either: 1 },
    });
  });

  it('settles nothing where every date can be read both ways, and shows some', () => {
    expect(settleOrder(['01/02/2019', '03/04/2019', '05/06/2019', '07/08/2019', ' 01/02/2019'])).toEqual({
      order: undefined,
      evidence: ['01/02/2019', '03/04/2019', '05/06/2019'],
      counts: { dayFirst: 0, monthFirst: 0, either: 5 },
    });
  });

  it('learns nothing from other dates', () => {
    expect(settleOrder(['2019-07-13', '13 July 2019', '', 'soon', '1914']).counts).toEqual({ dayFirst: 0, monthFirst: 0, either: 0 });
  });
});

describe('telling columns of dates', () => {
  it.each<readonly [readonly string[], number, number]>([
    [['2019-07-04', '4 July 2019', '05/06/2019', ''], 1, 1],
    [['Battle of X', 'Siege of Y'], 0, 0],
    [['1914', '1918', '1939'], 0.5, 0.7],
    [['1', '2', '3', '12'], 0, 0],
    [['', 'n/a'], 0, 0],
    [['2019-07-04', 'soon'], 0.5, 0.5],
  ])('scores %j between %d and %d', (texts, least, most) => {
    const score = looksLikeDate(texts);
    expect(score).toBeGreaterThanOrEqual(least);
    expect(score).toBeLessThanOrEqual(most);
  });

  it('tells serial numbers of a spreadsheet from years and counts', () => {
    expect(isSerialColumn(['44197', '44197.5', '25569', '60'])).toBe(true);
    expect(isSerialColumn(['44197', '', 'n/a'])).toBe(true);
    expect(isSerialColumn(['1914', '1918'])).toBe(false);
    expect(isSerialColumn(['44197', 'soon'])).toBe(false);
    expect(isSerialColumn([])).toBe(false);
  });

  it('tells the unit of counts since 1970', () => {
    expect(epochColumn(['1562235630', '0', '946684800'])).toBe('s');
    expect(epochColumn(['1562235630123', ''])).toBe('ms');
    expect(epochColumn(['1562235630123456'])).toBe('µs');
    expect(epochColumn(['1562235630', '1562235630123'])).toBeUndefined();
    expect(epochColumn(['20190704'])).toBeUndefined();
  });

  it('sees what all dates share, and says nothing of few', () => {
    expect(sharedDay(['1914-01-01', '1918-01-01', '1939-01-01'])).toBe('first-of-year');
    expect(sharedDay(['1914-05-01', '1918-01-01', '1939-07-01'])).toBe('first-of-month');
    expect(sharedDay(['2019-07-04 00:00:00', '2019-07-05 00:00:00', '2019-07-06 00:00:00'])).toBe('midnight');
    expect(sharedDay(['1914-01-01', '1914-01-01', '1914-01-01'])).toBeUndefined();
    expect(sharedDay(['1914-01-01', '1918-01-01', '1939-01-02'])).toBeUndefined();
    expect(sharedDay(['1914', '1918', '1939'])).toBeUndefined();
  });
});
