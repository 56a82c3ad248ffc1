import { describe, expect, it } from 'vitest';
import { listDates, metaOf } from '../../../../src/core/layout/figure-words.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import type { TimelineEvent } from '../../../../src/core/model/event.ts';
import { inZone } from '../../../../src/core/time/edtf-zone.ts';
import { eventOf } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

/** An event whose time is read from the clocks of an IANA zone. */
function eventIn(zone: string, when: string): TimelineEvent {
  const event = eventOf({ when }, 0);
  return { ...event, when: { ...event.when, edtf: event.when.edtf && inZone(event.when.edtf, zone), zone } };
}

const timeOf = (event: TimelineEvent): string | undefined => metaOf(event, world()).split(' · ').at(1);

describe('metaOf', () => {
  it.each([
    ['as it is stated where its zone is not known', '2026-02-03T06:00', '06:00'],
    ['in UTC where it is stated so', '2026-02-03T06:00Z', '06:00 UTC'],
    ['in UTC, as its day is, where an offset is stated', '2026-02-03T01:30+03:30', '22:00 UTC'],
  ])('gives a time of day %s', (_, when, text) => {
    expect(timeOf(eventOf({ when }, 0))).toBe(text);
  });

  it('gives the time by the clocks of a named zone in UTC, as its day is', () => {
    expect(timeOf(eventIn('Asia/Tehran', '2026-02-03T06:00'))).toBe('02:30 UTC');
  });

  it('gives the time by the clocks that are shown', () => {
    expect(metaOf(eventOf({ when: '2026-02-03T22:00Z' }, 0), { ...world(), zone: 'Asia/Tehran' })).toContain('01:30 UTC+3:30');
  });

  it('gives the part of the day where no hour is stated', () => {
    expect(timeOf(eventOf({ when: '2026-02-03', partOfDay: 'early-morning' }, 0))).toBe('early in the morning');
  });
});

describe('listDates', () => {
  const early = eventIn('Asia/Tehran', '2026-02-03T02:00');
  const datasetWith = (...events: readonly TimelineEvent[]): Dataset => buildDataset(buildStory({ title: 'A story', language: 'en' }), events);

  it('gives the day of UTC for a time with a zone, beside which its time stands', () => {
    expect(listDates(datasetWith(early), [0], world())).toEqual(['Mon 2 Feb 2026']);
  });

  it('gives the day of the clocks that are shown', () => {
    expect(listDates(datasetWith(early), [0], { ...world(), zone: 'Asia/Tehran' })).toEqual(['Tue 3 Feb 2026']);
  });

  it('leaves the year out after a date that states it, and nowhere else', () => {
    const dated = (...written: readonly string[]): readonly string[] =>
      listDates(datasetWith(...written.map((when, k) => eventOf({ when }, k))), written.map((_, k) => k), world());
    expect(dated('2026-01', '2026-02-03', '2026-02-03', '2026-02-04/2026-02-06')).toEqual(['Jan 2026', 'Tue 3 Feb', 'Tue 3 Feb', '4–6 Feb']);
    expect(dated('2026-02-03', '2026-02-04')).toEqual(['Tue 3 Feb 2026', 'Wed 4 Feb']);
    expect(dated('2030', '2031-03', '2032-04-05', '2032-04-06')).toEqual(['2030', 'Mar 2031', 'Mon 5 Apr 2032', 'Tue 6 Apr']);
    expect(dated('2032-04-05', '2032-07/2033-02', '2032-12-30')).toEqual(['Mon 5 Apr 2032', expect.stringMatching(/^Jul 2032.–.Feb 2033$/), 'Thu 30 Dec 2032']);
    expect(dated('2026-02-04/2026-02-06', '2026-02-07')).toEqual(['4–6 Feb 2026', 'Sat 7 Feb']);
  });

  it('gives the day and its year, without the time, where the years differ', () => {
    expect(listDates(datasetWith(early, eventOf({ when: '1990-05-01' }, 1)), [1, 0], world())).toEqual(['2 Feb 2026', '1 May 1990']);
  });
});
