import { describe, expect, it } from 'vitest';
import type { GroupUnit } from '../../../../../src/web/views/list/groups.ts';
import { inZone } from '../../../../../src/core/time/edtf-zone.ts';
import { describeDate, describeWhen, gutterText } from '../../../../../src/web/views/list/dates.ts';
import { eventOf, type EventSketch } from '../../../../support/dataset.ts';
import { world } from '../../../../support/world.ts';

const gutter = (sketch: EventSketch, unit: GroupUnit | undefined) => gutterText(eventOf(sketch, 0).when, { unit, isMixed: false }, world());
const when = (sketch: EventSketch) => describeWhen(eventOf(sketch, 0).when, world());

describe('the gutter of a card', () => {
  it.each([
    ['is empty where the heading says it all', { when: '2026-02-03' }, 'day', ''],
    ['says the part of the day', { when: '2026-02-03', partOfDay: 'early-morning' }, 'day', 'early'],
    ['says the time of day', { when: '2026-02-03T05:30' }, 'day', '05:30'],
    ['says the time in UTC, as the headings have it', { when: '2026-02-03T01:30+03:30' }, 'day', '22:00 UTC'],
    ['says that a date is not sure', { when: '2026-02-03?' }, 'day', 'perhaps'],
    ['says that a date is estimated', { when: '1850~' }, undefined, 'about'],
    ['says the day under a month', { when: '2026-02-03' }, 'month', '3 Feb'],
    ['says the days under a month', { when: '1863-07-01/1863-07-03' }, 'month', '1 Jul–3 Jul'],
    ['says nothing more of a month under its month', { when: '1863-07' }, 'month', ''],
    ['is empty for an undated event', { when: null }, undefined, ''],
  ] as const)('%s', (_, sketch, unit, text) => {
    expect(gutter(sketch, unit)).toBe(text);
  });
});

describe('the gutter of a card under a heading that it shares with longer dates', () => {
  it('says the time by the clocks that are shown, with its day where the heading has another', () => {
    const inTehran = (text: string) => gutterText(eventOf({ when: text }, 0).when, { unit: 'day', isMixed: false }, { ...world(), zone: 'Asia/Tehran' });
    expect(inTehran('2026-02-03T06:00Z')).toBe('09:30 UTC+3:30');
    expect(inTehran('2026-02-03T22:00Z')).toBe('4 Feb, 01:30 UTC+3:30');
    expect(inTehran('2026-02-03T06:00')).toBe('06:00');
  });

  const mixed = (sketch: EventSketch, unit: GroupUnit | undefined) => gutterText(eventOf(sketch, 0).when, { unit, isMixed: true }, world());

  it('says when a date ends that the heading does not hold, or all of it where it has no end of its own', () => {
    expect(mixed({ when: '2026-02-03/2026-02-05' }, undefined)).toBe('until 5 Feb 2026');
    expect(mixed({ when: '2026-02' }, 'day')).toBe('Feb 2026');
  });

  it('says no more than needed of a date that it holds', () => {
    expect(mixed({ when: '2026-02-03T05:30' }, 'day')).toBe('05:30');
    expect(mixed({ when: '2026-02-03' }, 'day')).toBe('');
  });
});

describe('when an event was', () => {
  it('names the wording and what it was read as', () => {
    expect(when({ when: '2026-02-06', wording: 'Friday' })).toEqual(['“Friday” read as 6 February 2026']);
    expect(when({ when: '[2026-02-05..2026-02-08]', wording: 'later this week' })).toEqual([
      '“later this week” read as some time between 5 and 8 February 2026',
    ]);
  });

  it('keeps the part of the day', () => {
    expect(when({ when: '2026-02-03', partOfDay: 'early-morning' })).toEqual(['3 February 2026, early in the morning']);
  });

  it('says whose clock a time without zone is read from', () => {
    expect(when({ when: '2026-02-03T05:30' }).at(-1)).toBe('local time, zone not known');
    expect(describeWhen({ ...eventOf({ when: '2026-02-03T05:30' }, 0).when, zone: 'Asia/Tehran' }, world()).at(-1)).toBe('time in Asia/Tehran');
    expect(when({ when: '2026-02-03T05:30Z' })).toHaveLength(1);
  });

  it.each(['2026-02-03T05:30/2026-02-03T07:00', '{2026-02-03T05:30,2026-02-04T05:30}', '[2026-02-03T05:30..2026-02-03T07:00]'])(
    'says whose clock the times of %s are read from',
    (text) => {
      const { when: read } = eventOf({ when: text }, 0);
      const zone = 'Asia/Tehran';
      expect(when({ when: text }).at(-1)).toBe('local time, zone not known');
      expect(describeWhen({ ...read, edtf: read.edtf && inZone(read.edtf, zone), zone }, world()).at(-1)).toBe('time in Asia/Tehran');
    },
  );

  it('says what a date was inferred from', () => {
    const { when: stated } = eventOf({ when: '2026-02-03?' }, 0);
    const basis = { kind: 'inferred', from: 'the sentence before' } as const;
    expect(describeWhen({ ...stated, basis }, world()).at(-1)).toBe('inferred from the sentence before');
  });

  it('names no clock for an interval of days', () => {
    expect(when({ when: '2026-02-03/2026-02-05' })).toHaveLength(1);
  });

  it('says of an undated event what the source says', () => {
    expect(when({ when: null, wording: 'in the past' })).toEqual(['The source states no date.', 'The source says “in the past”.']);
  });
});

describe('the date of a source', () => {
  it('is short, and stands as it is where it cannot be read', () => {
    expect(describeDate('2026-02-04', world())).toBe('4 Feb 2026');
    expect(describeDate('last Tuesday', world())).toBe('last Tuesday');
  });
});
