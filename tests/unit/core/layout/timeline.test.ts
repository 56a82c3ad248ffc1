import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOverlap, type Box, type Size } from '../../../../src/core/base/geometry.ts';
import { layoutOverview, overviewCounts } from '../../../../src/core/layout/overview.ts';
import { layoutTimelinePointer } from '../../../../src/core/layout/timeline-pointer.ts';
import { layoutTimeline, type TimelineLayout } from '../../../../src/core/layout/timeline.ts';
import type { TimelineOptions } from '../../../../src/core/layout/timeline-options.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { categoryAt } from '../../../../src/core/model/rows.ts';
import { selectVisible } from '../../../../src/core/query/select.ts';
import { datedRows } from '../../../../src/core/query/visible.ts';
import { hitTest } from '../../../../src/core/scene/hit-test.ts';
import type { BoxesMark, Mark, TextMark } from '../../../../src/core/scene/scene.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { DAY, instant } from '../../../../src/core/time/instant.ts';
import { panWindow } from '../../../../src/core/time/time-scale.ts';
import { boxesOf } from '../../../support/boxes-of.ts';
import { datasetOf, type EventSketch } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

const visibleOf = (dataset: Dataset) => selectVisible(dataset, { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' });
const layoutOf = (dataset: Dataset, options: Partial<TimelineOptions> = {}): TimelineLayout =>
  layoutTimeline({ dataset, visible: visibleOf(dataset), window: undefined, spacing: 'compressed', size: { width: 1040, height: 260 }, world: world(), ...options });

const flat = (marks: readonly Mark[]): readonly Mark[] => marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));
const marksOf = (layout: TimelineLayout, role: string): readonly Mark[] => flat(layout.scene.marks).filter((mark) => mark.role === role);
const textsOf = (layout: TimelineLayout, role: string): readonly string[] => marksOf(layout, role).map((mark) => (mark.kind === 'text' ? mark.text : ''));
const boxOf = ({ x, y, text, font }: TextMark): Box => ({ x, y: y - font.size * 0.75, width: world().measure(text, font), height: font.size });

const story = datasetOf(
  [
    { when: '2025-06', title: 'A war', category: 'Military' },
    { when: '2026-01', title: 'Protests', category: 'Inside', status: 'reported' },
    { when: '2026-02-03', partOfDay: 'early-morning', title: 'A drone shot down', category: 'Military', status: 'reported' },
    { when: '2026-02-03?', title: 'A ship challenged', category: 'Military', status: 'reported' },
    { when: '2026-02-04', title: 'A base visited', category: 'Military', status: 'reported' },
    { when: '2026-02-04', partOfDay: 'evening', title: 'Footage', category: 'Military', status: 'planned' },
    { when: '[2026-02-05..2026-02-08]', title: 'Talks in one town', category: 'Talks', status: 'planned' },
    { when: '2026-02-06', title: 'Talks in another', category: 'Talks', status: 'planned' },
    { when: null, title: 'Earlier talks', category: 'Talks' },
  ],
  { reportDate: { edtf: '2026-02-04', at: instantOf(2026, 2, 4) } },
);

describe('layoutTimeline', () => {
  it('labels every dated event of a small story, in lanes by category', () => {
    const layout = layoutOf(story);
    expect(layout.lanes.map(({ name }) => name)).toEqual(['Military', 'Inside', 'Talks']);
    expect(textsOf(layout, 'label').toSorted()).toEqual(
      ['A war', 'Protests', 'A drone shot down', 'A ship challenged\u00a0(?)', 'A base visited', 'Footage', 'Talks in one town', 'Talks in another'].toSorted(),
    );
    expect(layout.unlabelled).toBe(0);
    expect(layout.placeOf(8)).toBeUndefined();
  });

  it('gives months one label each, days their weekday, and the gap its length', () => {
    const layout = layoutOf(story);
    expect(textsOf(layout, 'tick')).toEqual(expect.arrayContaining(['2025', 'June', '2026', 'January', 'February 2026', 'Sun\u00a01', 'Tue\u00a03']));
    expect(textsOf(layout, 'gap-length')).toEqual(['6 months']);
    expect(marksOf(layout, 'scale-change')).toHaveLength(1);
    expect(marksOf(layoutOf(story, { spacing: 'true' }), 'gap')).toHaveLength(0);
  });

  it('draws what is not known as not known', () => {
    const layout = layoutOf(story);
    const { scale } = layout;
    const [war] = marksOf(layout, 'soft-bar');
    expect(war).toMatchObject({ event: 0, x: expect.closeTo(scale.xOf(instantOf(2025, 6)), 4) });
    expect(marksOf(layout, 'set')).toMatchObject([{ event: 6, x: expect.closeTo(scale.xOf(instantOf(2026, 2, 5)), 4), stroke: { dash: expect.anything() } }]);
    const sign = marksOf(layout, 'sign').find(({ event }) => event === 4);
    expect(sign).toMatchObject({ symbol: 'reported', x: expect.closeTo(scale.xOf(instantOf(2026, 2, 4, 12)), 4) });
    const early = marksOf(layout, 'sign').find(({ event }) => event === 2);
    const noon = marksOf(layout, 'sign').find(({ event }) => event === 3);
    expect((early as { x: number }).x).toBeLessThan((noon as { x: number }).x);
  });

  it('shows a whole day under its sign where hours can be told apart', () => {
    const layout = layoutOf(story, { window: { start: instantOf(2026, 2, 3), end: instantOf(2026, 2, 5) } });
    expect(marksOf(layout, 'whisker')).toHaveLength(4);
    expect(marksOf(layoutOf(story), 'whisker')).toHaveLength(0);
  });

  it('marks the report, and shades what comes after it', () => {
    const layout = layoutOf(story);
    expect(textsOf(layout, 'report-text')).toEqual(['report published']);
    const [line] = marksOf(layout, 'report-line');
    expect(line).toMatchObject({ x1: expect.closeTo(layout.scale.xOf(instantOf(2026, 2, 4)) + 0.62 * (layout.scale.xOf(DAY) - layout.scale.xOf(0)), 4) });
    expect(marksOf(layout, 'future')).toMatchObject([{ x: (line as { x1: number }).x1 }]);
    expect(marksOf(layoutOf(story, { window: { start: instantOf(2025, 5), end: instantOf(2025, 6) } }), 'report-sign')).toHaveLength(0);
  });

  it('shows a report known to the day as that day, once the day is wide, and the future after it', () => {
    const layout = layoutOf(story, { window: { start: instantOf(2026, 2, 3), end: instantOf(2026, 2, 6) } });
    const [start, end] = [layout.scale.xOf(instantOf(2026, 2, 4)), layout.scale.xOf(instantOf(2026, 2, 5))];
    expect(marksOf(layout, 'report-line')).toEqual([]);
    expect(marksOf(layout, 'report-day')).toMatchObject([{ x: expect.closeTo(start, 4), width: expect.closeTo(end - start, 4) }]);
    expect(marksOf(layout, 'report-edge')).toMatchObject([{ x1: expect.closeTo(start, 4) }, { x1: expect.closeTo(end, 4) }]);
    expect(marksOf(layout, 'future')).toMatchObject([{ x: expect.closeTo(end, 4) }]);
    const [sign] = marksOf(layout, 'report-sign') as readonly Box[];
    expect(sign?.x).toBeGreaterThanOrEqual(start);
    expect((sign?.x ?? 0) + (sign?.width ?? 0)).toBeLessThanOrEqual(end);
  });

  it('breaks the report’s line where a label crosses it', () => {
    const crossing = datasetOf([{ when: '2026-01-10', title: 'A first' }, { when: '2026-01-28', title: 'A title too long for one side of the line' }, { when: '2026-02-20', title: 'A last' }], {
      reportDate: { edtf: '2026-02-04', at: instantOf(2026, 2, 4) },
    });
    const layout = layoutOf(crossing, { size: { width: 460, height: 200 }, interactive: false });
    const [label] = marksOf(layout, 'label').filter(({ event }) => event === 1) as readonly TextMark[];
    const line = marksOf(layout, 'report-line') as readonly { readonly x1: number; readonly y1: number; readonly y2: number }[];
    expect(line).toHaveLength(2);
    const box = boxOf(label as TextMark);
    expect([box.x < (line[0]?.x1 ?? 0), (line[0]?.x1 ?? 0) < box.x + box.width]).toEqual([true, true]);
    for (const { y1, y2 } of line) expect(y2 <= box.y || y1 >= box.y + box.height - 1).toBe(true);
  });

  it('sets rows closer and then lets lanes go on below the picture before it drops a label', () => {
    const roomy = layoutOf(story, { size: { width: 700, height: 400 } });
    const low = layoutOf(story, { size: { width: 700, height: 160 } });
    expect(roomy.overflow).toBe(0);
    expect(low.overflow).toBeGreaterThan(0);
    expect([roomy.unlabelled, low.unlabelled]).toEqual([0, 0]);
    expect(low.lanes.at(-1)?.box.y).toBeGreaterThan(low.plot.y + low.plot.height - low.overflow - 1);
    expect(marksOf(low, 'more')).toHaveLength(1);
    expect(layoutOf(story, { size: { width: 700, height: 160 }, interactive: false }).overflow).toBe(0);
  });

  it('moves lanes, but not the axis, when it is scrolled, and no further than they go on', () => {
    const size = { width: 700, height: 160 };
    const top = layoutOf(story, { size });
    const end = layoutOf(story, { size, scroll: 1e4 });
    expect(end.placeOf(7)?.box.y).toBeCloseTo((top.placeOf(7)?.box.y ?? NaN) - top.overflow, 6);
    const last = end.lanes.at(-1)?.box;
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeCloseTo(end.plot.y + end.plot.height, 6);
    expect(marksOf(end, 'tick')).toEqual(marksOf(top, 'tick'));
    const { box } = end.placeOf(7) as { box: Box };
    expect(hitTest(end.scene, box.x + box.width / 2, box.y + box.height / 2, 2)?.event).toBe(7);
  });

  it('writes whole titles where all have room, and leaves tall pictures empty below its lanes', () => {
    const titled = datasetOf([
      { when: '2026-02-03', title: 'A drone shot down over the sea', shortTitle: 'A drone', category: 'Military' },
      { when: '2026-02-04', title: 'A call for talks from the capital', shortTitle: 'A call', category: 'Talks' },
    ]);
    const tall = layoutOf(titled, { size: { width: 1040, height: 800 } });
    expect(tall.labels).toBe('full');
    expect(textsOf(tall, 'label')).toEqual(['A drone shot down over the sea', 'A call for talks from the capital']);
    expect(tall.plot.height).toBeLessThan(200);
    const flatOne = layoutOf(titled, { size: { width: 1040, height: 110 } });
    expect(flatOne.labels).toBe('short');
    expect(textsOf(flatOne, 'label')).toEqual(['A drone', 'A call']);
  });

  it('begins beside the buttons of its corner on the page, whether lanes have names or not, and at the edge in a picture', () => {
    const nameless = datasetOf([{ when: '2026-02-03' }, { when: '2026-02-05' }]);
    const [onPage, inPicture] = [layoutOf(nameless), layoutOf(nameless, { interactive: false })].map(({ plot }) => plot.x);
    expect(onPage).toBeGreaterThan(100);
    expect(inPicture).toBeLessThan(30);
    expect(layoutOf(nameless, { size: { width: 380, height: 260 } }).plot.x).toBeLessThan(30);
  });

  it('stays within its size at any width', () => {
    for (const width of [320, 390, 480, 640, 1040, 1900]) {
      const layout = layoutOf(story, { size: { width, height: 420 }, interactive: false });
      for (const mark of flat(layout.scene.marks)) {
        if (mark.kind !== 'text') continue;
        const width0 = world().measure(mark.text, mark.font);
        const left = mark.anchor === 'middle' ? mark.x - width0 / 2 : mark.x;
        expect(left, mark.text).toBeGreaterThanOrEqual(0);
        expect(left + width0, mark.text).toBeLessThanOrEqual(width + 0.01);
      }
    }
  });

  it('says so when there is nothing to show', () => {
    expect(textsOf(layoutOf(datasetOf([{ when: null }])), 'empty')).toEqual(['No dated events to show.']);
  });

  it('finds every event under its own sign or bar', () => {
    const layout = layoutOf(story);
    for (const i of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const { box } = layout.placeOf(i) as { box: Box };
      expect(hitTest(layout.scene, box.x + box.width / 2, box.y + box.height / 2, 2)?.event).toBe(i);
    }
  });

  const sketches = fc.array(
    fc.record({
      when: fc.oneof(
        fc.integer({ min: 1, max: 27 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
        fc.constantFrom('2026-02', '2026-01', '2026', '2026-02-03/2026-02-09', '[2026-02-05..2026-02-08]', '2026-02-10/..', '2026-02-14T12:30Z', '2026~'),
      ),
      category: fc.constantFrom('a', 'b', 'c'),
      title: fc.constantFrom('Talks', 'A headline of some length', 'A ship challenged in the strait'),
      status: fc.constantFrom('confirmed', 'reported', 'planned'),
    }) satisfies fc.Arbitrary<EventSketch>,
    { minLength: 1, maxLength: 60 },
  );

  it('draws or counts every event exactly once, and lets no two labels overlap', () => {
    fc.assert(
      fc.property(sketches, fc.constantFrom(160, 260, 500), (list, height) => {
        const dataset = datasetOf(list);
        const layout = layoutOf(dataset, { size: { width: 900, height } });
        const drawn = new Set(flat(layout.scene.marks).flatMap(({ event }) => event ?? []));
        const counted = layout.counted.flatMap((key) => layout.closeUpAt(key, 0)?.events(list.length) ?? []);
        expect(new Set(counted).size).toBe(counted.length);
        expect(counted.filter((i) => drawn.has(i))).toEqual([]);
        expect(drawn.size + counted.length).toBe(list.length);
        const labels = marksOf(layout, 'label').map((mark) => boxOf(mark as TextMark));
        labels.forEach((a, i) => labels.slice(i + 1).forEach((b) => expect(boxesOverlap(a, b)).toBe(false)));
      }),
      { numRuns: 60 },
    );
  });

  it('moves no event to another row when it is panned', () => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: -300, max: 300 }), (list, dx) => {
        const dataset = datasetOf(list);
        const visible = visibleOf(dataset);
        const first = layoutOf(dataset, { visible, window: { start: instantOf(2026, 2, 2), end: instantOf(2026, 2, 12) } });
        const second = layoutOf(dataset, { visible, window: panWindow(first.scale, dx) });
        first.lanes.forEach((lane, k) => {
          if (lane.isDense || second.lanes[k]?.isDense === true) return;
          for (const i of datedRows(visible)) {
            const [a, b] = [first.placeOf(i), second.placeOf(i)];
            if (a !== undefined && b !== undefined && categoryAt(dataset, i) === lane.category) expect(b.box.y).toBeCloseTo(a.box.y, 6);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('counts thousands in columns that sum to all of them', () => {
    const many = datasetOf(Array.from({ length: 3000 }, (_, k) => ({ when: `${1945 + (k % 50)}-0${(k % 9) + 1}-1${k % 10}`, category: 'tests' })));
    const layout = layoutOf(many);
    expect(layout.lanes).toMatchObject([{ isDense: true }]);
    expect(layout.lanes).toMatchObject([{ count: 3000, drawn: 3000 }]);
    expect(textsOf(layout, 'peak')).toHaveLength(1);
    const [columns] = marksOf(layout, 'density') as readonly BoxesMark[];
    const middles = boxesOf(columns).map(({ x, width }) => x + width / 2);
    const counted = middles.map((x) => layout.closeUpAt(columns?.key ?? '', x));
    expect(counted.reduce((sum, closeUp) => sum + (closeUp?.count ?? 0), 0)).toBe(3000);
    for (const closeUp of counted) expect(closeUp?.events(3000)).toHaveLength(closeUp?.count ?? -1);
    expect(layout.placeOf(7)).toMatchObject({ event: 7, label: undefined });
    expect(middles.length).toBeLessThan(260);
  });

  it('has room for all at the height that it asks for', () => {
    fc.assert(
      fc.property(sketches, (list) => {
        const dataset = datasetOf(list);
        const { naturalHeight } = layoutOf(dataset, { interactive: false });
        expect(layoutOf(dataset, { interactive: false, size: { width: 1040, height: naturalHeight } }).unlabelled).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('layoutTimelinePointer', () => {
  const dataset = story;
  it('boxes the selected event in ink with its label, and the hovered one more lightly', () => {
    const layout = layoutOf(story);
    const scene = layoutTimelinePointer(layout, { selected: 7, hovered: 4 }, { dataset, world: world() });
    const roles = flat(scene.marks).map(({ role }) => role);
    expect(roles.filter((role) => role === 'selected')).toHaveLength(1);
    expect(roles.filter((role) => role === 'hovered')).toHaveLength(1);
    expect(flat(scene.marks).flatMap((mark) => (mark.kind === 'text' ? mark.text : []))).toEqual(['A base visited', 'Talks in another']);
  });

  it('brings up the sign and label of an event that is only counted', () => {
    const many = datasetOf(Array.from({ length: 400 }, (_, k) => ({ when: `19${50 + (k % 40)}-01-01`, title: `Test ${k}` })));
    const layout = layoutOf(many);
    const scene = layoutTimelinePointer(layout, { selected: 123, hovered: undefined }, { dataset: many, world: world() });
    expect(flat(scene.marks).map(({ kind }) => kind)).toEqual(['rect', 'symbol', 'text']);
  });

  it('is empty for nothing, and for what is outside the window', () => {
    const layout = layoutOf(story, { window: { start: instantOf(2030), end: instantOf(2031) } });
    expect(layoutTimelinePointer(layout, { selected: 2, hovered: undefined }, { dataset, world: world() }).marks).toEqual([]);
  });
});

describe('layoutOverview', () => {
  const options = (window: TimelineOptions['window']) => ({ dataset: story, visible: visibleOf(story), window, spacing: 'compressed' as const, size: { width: 900, height: 36 }, world: world() });

  it('puts the brush over the time window, and over all when there is none', () => {
    const all = layoutOverview(options(undefined));
    expect([all.brush.x0, all.brush.x1]).toEqual([all.scale.x0, all.scale.x1].map((x) => expect.closeTo(x, 6)));
    const window = { start: instantOf(2026, 2, 3), end: instantOf(2026, 2, 5) };
    const part = layoutOverview(options(window));
    expect(part.brush.x0).toBeCloseTo(part.scale.xOf(window.start), 6);
    expect(part.brush.x1).toBeCloseTo(part.scale.xOf(window.end), 6);
  });

  it('keeps the strip under the brush as it is while nothing but the window moves', () => {
    const visible = visibleOf(story);
    const { world: same, ...rest } = options(undefined);
    const groundFor = (window: TimelineOptions['window'], size: Size = rest.size) => layoutOverview({ ...rest, world: same, visible, window, size }).ground;
    const first = groundFor(undefined);
    expect(first.marks.filter(({ role }) => role === 'column').length).toBeGreaterThan(2);
    expect(groundFor({ start: instantOf(2026, 2, 3), end: instantOf(2026, 2, 5) })).toBe(first);
    expect(groundFor(undefined, { width: 800, height: 36 }).size.width).toBe(800);
  });

  it('keeps its handles apart and on the strip, however short or far the window', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e13, max: 1e13, noNaN: true }), fc.double({ min: 1000, max: 1e13, noNaN: true }), (start, length) => {
        const { brush } = layoutOverview(options({ start: instant(start), end: instant(start + length) }));
        expect(brush.x0).toBeGreaterThanOrEqual(0);
        expect(brush.x1).toBeLessThanOrEqual(900);
        expect(brush.x1 - brush.x0).toBeGreaterThanOrEqual(11.99);
      }),
    );
  });

  it('counts each event once, an inexact one over all the columns that it may be in', () => {
    const { scale } = layoutOverview(options(undefined));
    const counts = overviewCounts(story, visibleOf(story), scale, 60);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeCloseTo(8, 6);
    const column = Math.floor(((scale.xOf(instantOf(2025, 6, 15)) - scale.x0) / (scale.x1 - scale.x0)) * 60);
    expect(counts[column]).toBeGreaterThan(0);
    expect(counts[column]).toBeLessThan(0.5);
  });
});
