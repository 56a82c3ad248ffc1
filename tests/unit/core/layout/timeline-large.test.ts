import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOverlap, type Box } from '../../../../src/core/base/geometry.ts';
import { laneCoding } from '../../../../src/core/layout/lane-coding.ts';
import { addStarts, countReaching, laneCounting, rowsReaching, type Slots } from '../../../../src/core/layout/lane-counts.ts';
import { rowAt } from '../../../../src/core/layout/time-index.ts';
import { layoutTimeline, type TimelineLayout } from '../../../../src/core/layout/timeline.ts';
import type { TimelineOptions } from '../../../../src/core/layout/timeline-options.ts';
import { NO_CATEGORY, type Dataset } from '../../../../src/core/model/dataset.ts';
import { categoryAt, statusAt } from '../../../../src/core/model/rows.ts';
import { NO_CLAUSES, type Clauses } from '../../../../src/core/query/clauses.ts';
import { createCrossfilter } from '../../../../src/core/query/crossfilter.ts';
import { selectVisible } from '../../../../src/core/query/select.ts';
import { possiblyIn } from '../../../../src/core/query/time-clause.ts';
import { datedRows } from '../../../../src/core/query/visible.ts';
import { hitTest } from '../../../../src/core/scene/hit-test.ts';
import type { BoxesMark, Mark, TextMark } from '../../../../src/core/scene/scene.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { DAY, instant, type Interval } from '../../../../src/core/time/instant.ts';
import { panWindow, zoomWindow } from '../../../../src/core/time/time-scale.ts';
import { boxesOf } from '../../../support/boxes-of.ts';
import { datasetOf, type EventSketch } from '../../../support/dataset.ts';
import { generatedDataset } from '../../../support/generated.ts';
import { world } from '../../../support/world.ts';

/** Nothing is packed as a whole: what holds for a million events is tried on some dozens. */
const layoutOf = (dataset: Dataset, options: Partial<TimelineOptions> = {}): TimelineLayout =>
  layoutTimeline({
    dataset, visible: selectVisible(dataset, NO_CLAUSES, 'time'), window: undefined, spacing: 'true', size: { width: 900, height: 300 }, world: world(), wholeUpTo: 0, ...options,
  });

const flat = (marks: readonly Mark[]): readonly Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));
const marksOf = (layout: TimelineLayout, role: string): readonly Mark[] => flat(layout.scene.marks).filter((mark) => mark.role === role);
const textBoxOf = ({ x, y, text, font }: TextMark): Box => ({ x, y: y - font.size * 0.75, width: world().measure(text, font), height: font.size });
const inWindow = (dataset: Dataset, window: Interval): readonly number[] =>
  datedRows(selectVisible(dataset, NO_CLAUSES, 'time')).filter((i) => possiblyIn(dataset.columns, i, window));

const whens = fc.oneof(
  fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
  fc.tuple(fc.integer({ min: 1, max: 27 }), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => `2026-02-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:30Z`),
  fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 28 })).map(([from, to]) => `2026-02-${String(from).padStart(2, '0')}/2026-02-${to}`),
  fc.constantFrom('2026-02', '2026-01', '2026', '2025', '2026-02-10/..', '/2026-02-05', '[2026-02-05..2026-02-08]', '2026-02-14~'),
);
const sketches = fc.array(
  fc.record({
    when: whens,
    category: fc.constantFrom('a', 'b', 'c'),
    title: fc.constantFrom('Talks', 'A headline of some length', 'A ship challenged in the strait'),
    status: fc.constantFrom('confirmed', 'reported', 'planned'),
  }) satisfies fc.Arbitrary<EventSketch>,
  { minLength: 1, maxLength: 120 },
);
const FROM = instantOf(2026, 1, 20);
const windows = fc
  .tuple(fc.integer({ min: 0, max: 45 * 24 }), fc.integer({ min: 1, max: 40 * 24 }))
  .map(([hours, length]): Interval => ({ start: instant(FROM + (hours * DAY) / 24), end: instant(FROM + ((hours + length) * DAY) / 24) }));

describe('layoutTimeline of a large dataset', () => {
  it('draws or counts every event in the window, in each lane and in all, at any size and however lanes are cut', () => {
    const cuts = fc.constantFrom<TimelineOptions['lanes']>(
      undefined,
      { by: ['status'], folded: ['planned'], order: [], heights: [['reported', 80]] },
      { by: ['status', 'category'], folded: ['confirmed'], order: ['reported'], heights: [] },
    );
    fc.assert(
      fc.property(sketches, windows, fc.constantFrom(260, 900), cuts, fc.constantFrom(0, 1000), (list, window, height, lanes, wholeUpTo) => {
        const dataset = datasetOf(list);
        const layout = layoutOf(dataset, { window, size: { width: 800, height: 2 * height }, wholeUpTo, ...(lanes && { lanes }) });
        for (const lane of layout.lanes) expect(lane.drawn, lane.name).toBe(lane.count);
        expect(layout.lanes.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(inWindow(dataset, window).length);
      }),
      { numRuns: 100 },
    );
  });

  it('names in its rings, at its edge and in its columns just the events that it counts there', () => {
    fc.assert(
      fc.property(sketches, windows, (list, window) => {
        const dataset = datasetOf(list);
        const layout = layoutOf(dataset, { window, size: { width: 800, height: 900 } });
        const single = new Set(flat(layout.scene.marks).flatMap(({ event }) => event ?? []));
        const all = inWindow(dataset, window);
        for (const lane of layout.lanes) {
          if (lane.detail < 1) continue;
          const counted = layout.counted.filter((key) => key.startsWith('shared') && key.endsWith(` ${lane.key}`)).flatMap((key) => {
            const closeUp = layout.closeUpAt(key, 0);
            const events = (closeUp?.events(200) ?? []).filter((i) => all.includes(i));
            expect(events).toHaveLength(closeUp?.count ?? -1);
            return events;
          });
          expect(new Set(counted).size).toBe(counted.length);
          expect(counted.filter((i) => single.has(i))).toEqual([]);
          for (const i of counted) expect(dataset.story.categories[categoryAt(dataset, i)]?.id).toBe(lane.key);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lets no label overlap another, nor a ring or a sign', () => {
    fc.assert(
      fc.property(sketches, windows, fc.constantFrom(150, 300, 900), (list, window, height) => {
        const layout = layoutOf(datasetOf(list), { window, size: { width: 800, height } });
        if (layout.lanes.some(({ detail }) => detail < 1)) return;
        const labels = marksOf(layout, 'label') as readonly TextMark[];
        const signs = flat(layout.scene.marks).flatMap((mark) => (mark.kind === 'symbol' && mark.role === 'sign' ? [mark] : []));
        labels.forEach((label, k) => {
          const box = textBoxOf(label);
          for (const other of labels.slice(k + 1)) expect(boxesOverlap(box, textBoxOf(other)), `${label.text} | ${other.text}`).toBe(false);
          for (const { x, y, event } of signs) {
            if (event !== label.event) expect(boxesOverlap(box, { x: x - 5, y: y - 5, width: 10, height: 10 }), label.text).toBe(false);
          }
        });
      }),
      { numRuns: 80 },
    );
  });

  it('moves no event to another row while it stays on screen, however the picture is moved', () => {
    fc.assert(
      fc.property(sketches, fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 12 }), (list, steps) => {
        const dataset = datasetOf(list);
        const options = { visible: selectVisible(dataset, NO_CLAUSES, 'time'), size: { width: 800, height: 700 } };
        let layout = layoutOf(dataset, { ...options, window: { start: instantOf(2026, 2, 8), end: instantOf(2026, 2, 12) } });
        for (const step of steps) {
          const next = layoutOf(dataset, { ...options, window: panWindow(layout.scale, step) });
          const before = new Map(marksOf(layout, 'sign').map((mark) => [mark.event, (mark as { y: number }).y]));
          for (const mark of marksOf(next, 'sign')) {
            const y = before.get(mark.event);
            if (y !== undefined && isSeen(mark, layout) && isSeen(mark, next)) expect((mark as { y: number }).y).toBeCloseTo(y, 6);
          }
          layout = next;
        }
      }),
      { numRuns: 40 },
    );
  });

  const isSeen = (mark: Mark, { plot, placeOf }: TimelineLayout): boolean => {
    const box = mark.event === undefined ? undefined : placeOf(mark.event)?.box;
    return box !== undefined && box.x + box.width > plot.x && box.x < plot.x + plot.width;
  };

  it('gives the same scene for the same input', () => {
    fc.assert(
      fc.property(sketches, windows, (list, window) => {
        expect(JSON.stringify(layoutOf(datasetOf(list), { window }).scene)).toBe(JSON.stringify(layoutOf(datasetOf(list), { window }).scene));
      }),
      { numRuns: 30 },
    );
  });

  it('follows a filter as if it were laid out anew', () => {
    fc.assert(
      fc.property(sketches, windows, fc.array(fc.constantFrom<Partial<Clauses>>({ hiddenCategories: ['a'] }, { hiddenStatuses: ['planned'] }, {}), { maxLength: 4 }), (list, window, filters) => {
        const dataset = datasetOf(list);
        const filter = createCrossfilter(dataset);
        for (const clauses of [{}, ...filters]) {
          filter.apply({ ...NO_CLAUSES, ...clauses });
          const followed = layoutOf(dataset, { visible: filter.visible('time'), window });
          const anew = layoutOf(dataset, { visible: selectVisible(dataset, { ...NO_CLAUSES, ...clauses }, 'time'), window });
          expect(JSON.stringify(followed.scene)).toBe(JSON.stringify(anew.scene));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a generated dataset', () => {
  const dataset = generatedDataset(12_000);
  const visible = selectVisible(dataset, NO_CLAUSES, 'time');
  const layoutAt = (window: Interval | undefined): TimelineLayout => layoutOf(dataset, { visible, window, spacing: 'compressed', size: { width: 1000, height: 420 } });

  it('counts to the last event at every zoom from ten years to an hour, with a bounded number of marks', () => {
    let layout = layoutAt(undefined);
    for (let step = 0; step < 40; step += 1) {
      const { window } = layout.scale;
      expect(layout.lanes.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(inWindow(dataset, window).length);
      expect(flat(layout.scene.marks).length).toBeLessThan(2500);
      layout = layoutAt(zoomWindow(layout.scale, 520, 1.35));
    }
  });

  it('passes from columns to marks by degrees', () => {
    let layout = layoutAt(undefined);
    const details: (readonly number[])[] = [];
    while (layout.scale.window.end - layout.scale.window.start > DAY) {
      details.push(layout.lanes.map(({ detail }) => detail));
      layout = layoutAt(zoomWindow(layout.scale, 520, 1.1));
    }
    expect(details[0]).toEqual(details[0]?.map(() => 0));
    expect(details.at(-1)).toEqual(details[0]?.map(() => 1));
    const between = details.flat().filter((detail) => detail > 0.02 && detail < 0.98);
    expect(between.length).toBeGreaterThan(12);
  });

  it('tells of a column pressed how many events it has, and shows them from there', () => {
    const layout = layoutAt(undefined);
    const columns = (marksOf(layout, 'density') as readonly BoxesMark[]).find(({ key }) => key === 'columns weather');
    const column = boxesOf(columns)[20] ?? { x: 0, y: 0, width: 0, height: 0 };
    const [x, y] = [column.x + column.width / 2, column.y + column.height / 2];
    expect(hitTest(layout.scene, x, y, 2)?.key).toBe('columns weather');
    const closeUp = layout.closeUpAt('columns weather', x);
    const events = closeUp?.events(100_000) ?? [];
    expect(events).toHaveLength(closeUp?.count ?? -1);
    for (const i of events) expect(dataset.story.categories[categoryAt(dataset, i)]?.id).toBe('weather');
    expect(closeUp?.events(3)).toHaveLength(3);
  });

  it('finds the place of any event in the window, drawn or counted, and of none outside but a sign cut by the edge', () => {
    const window = { start: instantOf(2019, 3), end: instantOf(2019, 9) };
    const layout = layoutAt(window);
    for (let i = 0; i < dataset.dated; i += 97) {
      const place = layout.placeOf(i);
      const isAtEdge = place !== undefined && (place.box.x + place.box.width < layout.plot.x + 15 || place.box.x > layout.plot.x + layout.plot.width - 15);
      if (!isAtEdge) expect(place !== undefined, `row ${i}`).toBe(possiblyIn(dataset.columns, i, window));
    }
  });

  it('counts a crowd in a ring where it is short, and in columns all along where each of it is as long as the window', () => {
    const windowed = { window: { start: instantOf(2018, 11, 28), end: instantOf(2019, 1, 4) } };
    const crowd = (when: string) => layoutOf(datasetOf(Array.from({ length: 500 }, () => ({ when, category: 'a' }))), windowed);
    expect(crowd('2018-12-10').lanes.map(({ isDense }) => isDense)).toEqual([false]);
    const layout = crowd('2018-12');
    expect(layout.lanes.map(({ isDense, drawn }) => [isDense, drawn])).toEqual([[true, 500]]);
    const columns = (marksOf(layout, 'density') as readonly BoxesMark[]).flatMap(boxesOf);
    expect(columns.length).toBeGreaterThanOrEqual(31);
  });

  it('spreads what is known to the month over the month', () => {
    const many = datasetOf([
      ...Array.from({ length: 400 }, () => ({ when: '2026-02', category: 'a' })),
      ...Array.from({ length: 56 }, (_, k) => ({ when: `2026-02-${String(1 + (k % 28)).padStart(2, '0')}`, category: 'a' })),
    ]);
    const layout = layoutOf(many, { window: { start: instantOf(2026, 2), end: instantOf(2026, 3) }, lanes: { by: ['category'], folded: ['a'], order: [], heights: [] } });
    const heights = (marksOf(layout, 'density') as readonly BoxesMark[]).flatMap((columns) => boxesOf(columns).map(({ height }) => height));
    expect(layout.lanes).toMatchObject([{ isDense: true, drawn: 456 }]);
    expect(Math.min(...heights)).toBeGreaterThan(0.7 * Math.max(...heights));
  });
});

describe('lane counts', () => {
  it('count what a plain look at every event counts', () => {
    fc.assert(
      fc.property(sketches, windows, fc.array(fc.constantFrom<Partial<Clauses>>({ hiddenCategories: ['b'] }, { hiddenStatuses: ['reported'] }, { text: 'ship' }, {}), { minLength: 1, maxLength: 5 }), (list, window, filters) => {
        const dataset = datasetOf(list);
        const coding = laneCoding(dataset, ['status', 'category']);
        const slots: Slots = { size: coding.size, slotOf: Int32Array.from({ length: coding.size }, (_, code) => code), codes: Uint32Array.from({ length: coding.size }, (_, code) => code) };
        const filter = createCrossfilter(dataset);
        for (const clauses of filters) {
          filter.apply({ ...NO_CLAUSES, ...clauses });
          const visible = filter.visible('time');
          const counts = visible.counted(laneCounting(coding));
          const codeOf = (i: number): number => coding.codes[i] ?? -1;
          const plain = (passes: (i: number) => boolean): readonly number[] => {
            const result = Array.from({ length: coding.size }, () => 0);
            for (const i of datedRows(visible)) if (passes(i)) result[codeOf(i)] = (result[codeOf(i)] ?? 0) + 1;
            return result;
          };
          const { earliestStart, latestEnd } = dataset.columns;
          const starting = new Uint32Array(coding.size);
          addStarts(counts, visible, slots, rowAt(dataset, window.start), rowAt(dataset, window.end), starting);
          expect([...starting]).toEqual(plain((i) => (earliestStart[i] ?? 0) >= window.start && (earliestStart[i] ?? 0) < window.end));
          const reaches = (i: number): boolean => (earliestStart[i] ?? 0) < window.start && (latestEnd[i] ?? 0) > window.start;
          expect([...countReaching(counts, visible, slots, window.start)]).toEqual(plain(reaches));
          expect([...rowsReaching(counts, visible, slots, window.start, rowAt(dataset, window.start), 1000)].reverse()).toEqual(datedRows(visible).filter(reaches));
          expect([...counts.total]).toEqual(plain(() => true));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('lanes', () => {
  const dataset = datasetOf([
    { when: '2026-02-01', category: 'a', status: 'reported' },
    { when: '2026-02-02', category: 'b', status: 'confirmed' },
    { when: '2026-02-03', category: 'a', status: 'confirmed' },
    { when: '2026-02-04' },
  ]);

  it('nest two deep, in a given order, those within a folded one not shown', () => {
    const lanes = (folded: readonly string[], order: readonly string[] = []) =>
      layoutOf(dataset, { lanes: { by: ['status', 'category'], folded, order, heights: [] } }).lanes.map(({ key, name, depth, kind }) => [key, name, depth, kind]);
    expect(lanes([])).toEqual([
      ['confirmed', 'Confirmed', 0, 'head'],
      ['confirmed\na', 'a', 1, 'open'],
      ['confirmed\nb', 'b', 1, 'open'],
      ['confirmed\n', 'Other', 1, 'open'],
      ['reported', 'Reported', 0, 'head'],
      ['reported\na', 'a', 1, 'open'],
    ]);
    expect(lanes(['confirmed'], ['reported'])).toEqual([
      ['reported', 'Reported', 0, 'head'],
      ['reported\na', 'a', 1, 'open'],
      ['confirmed', 'Confirmed', 0, 'folded'],
    ]);
  });

  it('have the heights that they were given, and lie one under the other', () => {
    const { lanes, plot } = layoutOf(dataset, { lanes: { by: ['category'], folded: ['b'], order: ['b', 'a'], heights: [['a', 120]] } });
    expect(lanes.map(({ key }) => key)).toEqual(['b', 'a', '']);
    expect(lanes[1]?.box.height).toBe(120);
    let y = plot.y;
    for (const { box } of lanes) {
      expect(box.y).toBeCloseTo(y, 6);
      y += box.height;
    }
  });

  it('are found by their heads', () => {
    const layout = layoutOf(dataset, { lanes: { by: ['status'], folded: ['reported'], order: [], heights: [] } });
    const name = (marksOf(layout, 'lane-name') as readonly TextMark[]).find(({ text }) => text === 'Reported');
    expect(hitTest(layout.scene, (name?.x ?? 0) + 4, (name?.y ?? 0) - 4, 2)?.key).toBe('lane reported');
  });

  it('scroll where they are more than have room, and only those in sight are drawn', () => {
    const many = datasetOf(Array.from({ length: 300 }, (_, k) => ({ when: `2026-02-${String(1 + (k % 28)).padStart(2, '0')}`, actors: [`Actor ${k % 100}`] })));
    const lanes = { by: ['actor'], folded: [], order: [], heights: [] } as const;
    const top = layoutOf(many, { lanes });
    expect(top.lanes).toHaveLength(100);
    expect(top.overflow).toBeGreaterThan(2000);
    expect(marksOf(top, 'lane-name').length).toBeLessThan(12);
    const end = layoutOf(many, { lanes, scroll: 1e5 });
    expect(end.lanes.at(-1)?.count).toBe(3);
    expect(top.lanes.at(-1)?.count).toBe(0);
    const i = datedRows(selectVisible(many, NO_CLAUSES)).find((row) => many.columns.actor.values[many.columns.actor.codes[row] ?? 0] === 'Actor 99') ?? -1;
    expect(top.placeOf(i)?.box.y).toBeGreaterThan(top.plot.y + top.plot.height);
    expect(statusAt(many, i)).toBe('confirmed');
    expect(categoryAt(many, i)).toBe(NO_CATEGORY);
  });
});
