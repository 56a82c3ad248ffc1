import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../../src/core/model/event.ts';
import { selectVisible, type Clauses } from '../../../../src/core/query/select.ts';
import { foldText } from '../../../../src/core/query/text-clause.ts';
import { certainlyIn, possiblyIn } from '../../../../src/core/query/time-clause.ts';
import { CLAUSE_SOURCES, type ClauseSource } from '../../../../src/core/query/visible.ts';
import { DAY, instant, type Interval } from '../../../../src/core/time/instant.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { datasetOf, type EventSketch } from '../../../support/dataset.ts';

const EVERYTHING: Clauses = { window: undefined, place: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' };
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
    expect([visible.dated, visible.undated]).toEqual([[1, 0, 2], [3]]);
    expect([...visible.passes]).toEqual([1, 1, 1, 1]);
    expect(visible.hiddenBy.size).toBe(0);
  });

  it('keeps an event of a month in every window of that month, and undated events always', () => {
    const visible = selectVisible(story, { ...EVERYTHING, window: days(10, 12) });
    expect([visible.dated, visible.undated]).toEqual([[1], [3]]);
    expect(visible.hiddenBy).toEqual(new Map([['time', 2]]));
  });

  it('counts a day as outside the window that begins when it ends', () => {
    expect(selectVisible(story, { ...EVERYTHING, window: days(4, 5) }).dated).toEqual([1]);
    expect(selectVisible(story, { ...EVERYTHING, window: days(2, 3) }).dated).toEqual([1]);
    expect(selectVisible(story, { ...EVERYTHING, window: days(3, 4) }).dated).toEqual([1, 0]);
  });

  it('hides by category only events that have no shown category', () => {
    const both = datasetOf([{ when: '2026', categories: ['a', 'b'] }, { when: '2026', categories: ['a'] }, { when: '2026' }]);
    expect(selectVisible(both, { ...EVERYTHING, hiddenCategories: ['a'] }).dated).toEqual([0, 2]);
  });

  it('counts what each facet has under the other clauses, and what each clause alone hides', () => {
    const visible = selectVisible(story, { ...EVERYTHING, hiddenCategories: ['military'], hiddenStatuses: ['planned'] });
    expect(visible.categoryCounts).toEqual(new Map([['military', 1], ['diplomacy', 2]]));
    expect(visible.statusCounts.get('planned')).toBe(1);
    expect(visible.statusCounts.get('reported')).toBe(0);
    expect(visible.hiddenBy).toEqual(new Map([['category', 1], ['status', 1]]));
  });

  it('finds the events of a place by its key, and nothing for a key it does not know', () => {
    const oman = story.places.find(({ place }) => place.name === 'Oman')?.key;
    expect(selectVisible(story, { ...EVERYTHING, place: oman })).toMatchObject({ dated: [2], undated: [3] });
    expect(selectVisible(story, { ...EVERYTHING, place: 'nowhere' })).toMatchObject({ dated: [], undated: [] });
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
    const found = (text: string): readonly number[] => selectVisible(texts, { ...EVERYTHING, text }).dated;
    expect(found('TALKS')).toEqual([0, 1]);
    expect(found(' muscat ')).toEqual([2]);
    expect(found('hurriyet')).toEqual([3]);
    expect(found('state tv')).toEqual([4]);
    expect(found('reuters')).toEqual([5]);
  });

  it('agrees with a filter that asks every clause of every event', () => {
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 12 }), clauses, fc.constantFrom<ClauseSource | undefined>(undefined, ...CLAUSE_SOURCES), (sketches, asked, except) => {
        const dataset = datasetOf(sketches);
        const visible = selectVisible(dataset, asked, except);
        const tests = slowTests(asked, except);
        const failed = dataset.events.map((_, i) => tests.filter(([, passes]) => !passes(sketches[i] ?? {})).map(([source]) => source));
        expect([...visible.passes]).toEqual(failed.map((sources) => (sources.length === 0 ? 1 : 0)));
        expect([...visible.dated, ...visible.undated].sort()).toEqual(failed.flatMap((sources, i) => (sources.length === 0 ? [i] : [])).sort());
        for (const source of CLAUSE_SOURCES) {
          expect(visible.hiddenBy.get(source) ?? 0).toBe(failed.filter((sources) => sources.length === 1 && sources[0] === source).length);
        }
      }),
    );
  });
});

const DATES = ['2026-02-01', '2026-02-03', '2026-02-05', '2026-02', '2026-03-01', null] as const;
const sketch: fc.Arbitrary<EventSketch> = fc.record({
  when: fc.constantFrom(...DATES),
  category: fc.constantFrom('a', 'b', 'c'),
  status: fc.constantFrom(...STATUSES),
  title: fc.constantFrom('Émeute', 'Talks', 'Ship'),
});
const clauses: fc.Arbitrary<Clauses> = fc.record({
  window: fc.option(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 })).map(([from, length]) => days(from, from + length)), { nil: undefined }),
  place: fc.constant(undefined),
  hiddenCategories: fc.subarray(['a', 'b', 'c']),
  hiddenStatuses: fc.subarray([...STATUSES]),
  text: fc.constantFrom('', 'emeute', 'TALK', 'x'),
});

function slowTests(asked: Clauses, except: ClauseSource | undefined): readonly (readonly [ClauseSource, (event: EventSketch) => boolean])[] {
  const all: readonly (readonly [ClauseSource, (event: EventSketch) => boolean])[] = [
    [
      'time',
      ({ when }) => {
        if (asked.window === undefined || when === undefined || when === null) return true;
        const [, month = 1, day] = when.split('-').map(Number);
        const end = day === undefined ? instantOf(2026, month + 1) : instantOf(2026, month, day + 1);
        return instantOf(2026, month, day ?? 1) < asked.window.end && end > asked.window.start;
      },
    ],
    ['category', ({ category }) => !asked.hiddenCategories.includes(category ?? '')],
    ['status', ({ status }) => !asked.hiddenStatuses.includes(status ?? 'confirmed')],
    ['text', ({ title }) => (title === 'Émeute' ? 'emeute' : (title ?? '').toLowerCase()).includes(asked.text.toLowerCase())],
  ];
  return all.filter(([source]) => source !== except);
}

describe('the time clause', () => {
  it('takes an event without length into the window that holds its instant', () => {
    const at = instantOf(2026, 2, 3);
    const columns = { ...story.columns, earliestStart: new Float64Array([at]), latestStart: new Float64Array([at]), earliestEnd: new Float64Array([at]), latestEnd: new Float64Array([at]) };
    expect(possiblyIn(columns, 0, { start: at, end: instant(at + DAY) })).toBe(true);
    expect(possiblyIn(columns, 0, { start: instant(at - DAY), end: at })).toBe(false);
    expect(certainlyIn(columns, 0, { start: at, end: instant(at + DAY) })).toBe(true);
  });

  it('is sure of an event of a month only where the window holds the whole month', () => {
    expect(certainlyIn(story.columns, 1, days(1, 29))).toBe(true);
    expect(certainlyIn(story.columns, 1, days(1, 28))).toBe(false);
    expect(certainlyIn(story.columns, 1, days(2, 29))).toBe(false);
  });

  it('never is sure of what it does not hold possible', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 9 }), (bounds, from, length) => {
        const [a = 0, b = 0, c = 0, d = 0] = [...bounds].sort((x, y) => x - y);
        const columns = { ...story.columns, earliestStart: new Float64Array([a]), latestStart: new Float64Array([b]), earliestEnd: new Float64Array([c]), latestEnd: new Float64Array([d]) };
        const window = { start: instant(from), end: instant(from + length) };
        if (certainlyIn(columns, 0, window)) expect(possiblyIn(columns, 0, window)).toBe(true);
      }),
    );
  });
});

describe('foldText', () => {
  it.each([
    ['Hürriyet', 'hurriyet'],
    ['ISTANBUL İstanbul ıstanbul', 'istanbul istanbul istanbul'],
    ['Łódź', 'lodz'],
    ['هرمز كتاب علي', 'هرمز کتاب علی'],
    ['۱۲٣', '123'],
    ['“talks”\u00a0in\tOman', '"talks" in oman'],
    ['ﬁle', 'file'],
  ])('reads %s as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing a second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)));
  });
});
