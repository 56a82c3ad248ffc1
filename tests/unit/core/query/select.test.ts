import { describe, expect, it } from 'vitest';
import { placeKey } from '../../../../src/core/model/place.ts';
import { eventAt } from '../../../../src/core/model/rows.ts';
import { NO_CLAUSES as EVERYTHING } from '../../../../src/core/query/clauses.ts';
import { selectVisible } from '../../../../src/core/query/select.ts';
import { datedRows, undatedRows, type Visible } from '../../../../src/core/query/visible.ts';
import type { Interval } from '../../../../src/core/time/instant.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { datasetOf, PLACES } from '../../../support/dataset.ts';

/** Titles of the dated events that pass in time order, and of the undated ones. */
const titlesOf = (visible: Visible): readonly (readonly string[])[] =>
  [datedRows(visible), undatedRows(visible)].map((rows) => rows.map((i) => eventAt(visible.dataset, i).title));

const days = (from: number, to: number): Interval => ({ start: instantOf(2026, 2, from), end: instantOf(2026, 2, to) });

const story = datasetOf([
  { when: '2026-02-03', category: 'military', place: 'Strait of Hormuz', status: 'reported' },
  { when: '2026-02', category: 'diplomacy', place: 'Tehran', status: 'confirmed' },
  { when: '2026-02-06', category: 'diplomacy', place: 'Oman', status: 'planned' },
  { when: null, category: 'diplomacy', place: 'Oman', status: 'confirmed' },
]);

describe('selectVisible', () => {
  it('lets everything pass when nothing is asked', () => {
    const visible = selectVisible(story, EVERYTHING);
    expect(titlesOf(visible)).toEqual([['Event 1', 'Event 0', 'Event 2'], ['Event 3']]);
    expect([visible.count, visible.datedCount, visible.undatedCount]).toEqual([4, 3, 1]);
    expect(visible.hiddenBy.size).toBe(0);
  });

  it('keeps an event of a month in every window of that month, and undated events always', () => {
    const visible = selectVisible(story, { ...EVERYTHING, window: days(10, 12) });
    expect(titlesOf(visible)).toEqual([['Event 1'], ['Event 3']]);
    expect(visible.hiddenBy).toEqual(new Map([['time', 2]]));
  });

  it('counts a day as outside the window that begins when it ends', () => {
    const shown = (window: Interval) => titlesOf(selectVisible(story, { ...EVERYTHING, window }))[0];
    expect(shown(days(4, 5))).toEqual(['Event 1']);
    expect(shown(days(2, 3))).toEqual(['Event 1']);
    expect(shown(days(3, 4))).toEqual(['Event 1', 'Event 0']);
  });

  it('hides by category only events that have no shown category', () => {
    const both = datasetOf([{ when: '2026', categories: ['a', 'b'] }, { when: '2026', categories: ['a'] }, { when: '2026' }]);
    expect(datedRows(selectVisible(both, { ...EVERYTHING, hiddenCategories: ['a'] }))).toEqual([0, 2]);
  });

  it('counts what each facet has under the other clauses, and what each clause alone hides', () => {
    const visible = selectVisible(story, { ...EVERYTHING, hiddenCategories: ['military'], hiddenStatuses: ['planned'] });
    expect(visible.categoryCounts).toEqual(new Map([['military', 1], ['diplomacy', 2]]));
    expect(visible.statusCounts.get('planned')).toBe(1);
    expect(visible.statusCounts.get('reported')).toBe(0);
    expect(visible.hiddenBy).toEqual(new Map([['category', 1], ['status', 1]]));
  });

  it('finds the events of a place by its key, and nothing for a key it does not know', () => {
    expect(titlesOf(selectVisible(story, { ...EVERYTHING, place: placeKey(PLACES.Oman) }))).toEqual([['Event 2'], ['Event 3']]);
    expect(titlesOf(selectVisible(story, { ...EVERYTHING, place: 'nowhere' }))).toEqual([[], []]);
  });

  it('searches titles, descriptions, places, people and sources', () => {
    const texts = datasetOf([
      { when: '2026', title: 'Talks' },
      { when: '2026', description: 'about the talks' },
      { when: '2026', place: 'Muscat' },
      { when: '2026', actors: ['Hürriyet'] },
      { when: '2026', attribution: 'state TV' },
      { when: '2026', sources: [{ publisher: 'Reuters', title: 'Talks', url: undefined, date: undefined, locator: undefined }] },
    ]);
    const found = (text: string): readonly number[] => datedRows(selectVisible(texts, { ...EVERYTHING, text }));
    expect(found('TALKS')).toEqual([0, 1]);
    expect(found(' muscat ')).toEqual([2]);
    expect(found('hurriyet')).toEqual([3]);
    expect(found('state tv')).toEqual([4]);
    expect(found('reuters')).toEqual([5]);
  });
});
