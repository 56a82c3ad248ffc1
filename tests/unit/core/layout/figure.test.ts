import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBaseMap, type CountriesFile } from '../../../../src/core/geo/build-base-map.ts';
import { customFigureSize, FIGURE_PRESETS, figureSizeOf } from '../../../../src/core/layout/figure-size.ts';
import type { FigureOptions } from '../../../../src/core/layout/figure-options.ts';
import { FIGURE_PARTS } from '../../../../src/core/layout/figure-request.ts';
import { layoutFigure, type FigureLayout } from '../../../../src/core/layout/figure.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { placeKey } from '../../../../src/core/model/place.ts';
import { eventAt, placeAt, placesOfRow, rowsOfPlace } from '../../../../src/core/model/rows.ts';
import { measureText } from '../../../../src/core/scene/measure.ts';
import type { GroupMark, Mark, Scene, TextMark } from '../../../../src/core/scene/scene.ts';
import { textMarksOf, textsOf } from '../../../../src/core/scene/texts.ts';
import { openText } from '../../../../src/core/validate/open.ts';
import { figureViewport } from '../../../../src/core/layout/figure-map.ts';
import { lngLatOf, pointOf, projectionOf } from '../../../../src/core/geo/mercator.ts';
import { everything } from './map-world.ts';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { datasetOf, type EventSketch } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

const DATA = join(import.meta.dirname, '../../../../data');
const base = buildBaseMap({ countries: JSON.parse(readFileSync(join(DATA, 'basemap/countries-110m.topo.json'), 'utf8')) as CountriesFile });

function storyOf(name: string): Dataset {
  const opened = openText(readFileSync(join(DATA, 'stories', name), 'utf8'));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.dataset;
}

const story = storyOf('iran-us-2026-02.geojson');
/** Its events by row. */
const events = Array.from({ length: story.size }, (_, i) => eventAt(story, i));
const located = events.filter((_, i) => placesOfRow(story, i).length > 0).length;

const figureOf = (dataset: Dataset, options: Partial<FigureOptions> = {}): FigureLayout =>
  layoutFigure({ dataset, view: INITIAL_VIEW, parts: 'both', scope: 'story', size: figureSizeOf('social'), world: world(), base, ...options });

/** Lines of text with their true position in the picture. */
function placedTexts(scene: Scene): readonly TextMark[] {
  const walk = (marks: readonly Mark[], dx: number, dy: number): readonly TextMark[] =>
    marks.flatMap((mark) => {
      if (mark.kind === 'text') return [{ ...mark, x: mark.x + dx, y: mark.y + dy }];
      return mark.kind === 'group' ? walk(mark.marks, dx + (mark.translate?.x ?? 0), dy + (mark.translate?.y ?? 0)) : [];
    });
  return walk(scene.marks, 0, 0);
}

/** A text without its spaces: lines end at spaces, and after hyphens too. */
const unspaced = (text: string): string => text.replaceAll(/\s/gu, '');

/** Titles written out in a figure, their lines joined again, unspaced. */
function titlesIn(scene: Scene): ReadonlySet<string> {
  const lines = new Map<number, string[]>();
  for (const { event, key, role, text } of placedTexts(scene)) {
    // A label with a key names a place.
    if (event === undefined || key !== undefined || (role !== 'title' && role !== 'label')) continue;
    lines.set(event, [...(lines.get(event) ?? []), text]);
  }
  return new Set([...lines.values()].map((parts) => unspaced(parts.join('')).replace(/\(\?\)$/, '')));
}

const wholeText = (scene: Scene): string => textsOf(scene).join(' ').replaceAll('\u00A0', ' ');

/** A day so many days after the first of 2020, as EDTF. */
const dayAfter = (days: number): string => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);

/** The events that marks stand for. */
const eventsIn = (marks: readonly Mark[]): readonly number[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? eventsIn(mark.marks) : mark.event === undefined ? [] : [mark.event]));

const rolesIn = (marks: readonly Mark[], role: string): number =>
  marks.reduce((sum, mark) => sum + (mark.role === role ? 1 : 0) + (mark.kind === 'group' ? rolesIn(mark.marks, role) : 0), 0);

const hasRole = (marks: readonly Mark[], role: string): boolean =>
  marks.some((mark) => mark.role === role || (mark.kind === 'group' && hasRole((mark as GroupMark).marks, role)));

const boxOf = ({ x, y, text, font, anchor }: TextMark) => {
  const width = measureText(text, font);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - font.size * 0.72, width, height: font.size * 0.9 };
};

const CASES = FIGURE_PRESETS.flatMap(({ id }) => FIGURE_PARTS.map((parts) => ({ id, parts })));

describe('layoutFigure', () => {
  it.each(CASES)('fills the preset $id with $parts and keeps all words inside', ({ id, parts }) => {
    const size = figureSizeOf(id);
    const { scene } = figureOf(story, { size, parts });
    expect(scene.size.width).toBe(size.width);
    if (size.height !== undefined) expect(scene.size.height).toBe(size.height);
    for (const mark of placedTexts(scene)) {
      const box = boxOf(mark);
      expect(box.x, mark.text).toBeGreaterThanOrEqual(0);
      expect(box.y, mark.text).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, mark.text).toBeLessThanOrEqual(scene.size.width);
      expect(box.y + box.height, mark.text).toBeLessThanOrEqual(scene.size.height);
    }
  });

  it.each(CASES.filter(({ parts }) => parts !== 'storyboard'))('writes out every title in the preset $id with $parts', ({ id, parts }) => {
    const { scene, unnamed } = figureOf(story, { size: figureSizeOf(id), parts });
    expect(unnamed).toBe(0);
    const said = titlesIn(scene);
    const text = wholeText(scene);
    for (const { title } of events) expect(said.has(unspaced(title)) || text.includes(title), title).toBe(true);
  });

  it.each(CASES.filter(({ parts }) => parts === 'both'))('lets no two lines of a list touch in the preset $id', ({ id }) => {
    const { scene } = figureOf(story, { size: figureSizeOf(id) });
    const lines = placedTexts(scene).filter(({ role }) => role === 'title' || role === 'meta' || role === 'date' || role === 'headline' || role === 'deck');
    const boxes = lines.map(boxOf);
    for (const [i, a] of boxes.entries()) {
      for (const [j, b] of boxes.entries()) {
        const apart = i <= j || a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
        expect(apart, `“${lines[i]?.text}” and “${lines[j]?.text}”`).toBe(true);
      }
    }
  });

  it('ties list and map by the same numbers, one for each event that has a place', () => {
    const { scene } = figureOf(story);
    const numbers = placedTexts(scene).filter(({ role }) => role === 'number');
    const inList = numbers.filter(({ event, anchor }) => event !== undefined && anchor === 'end').map(({ text }) => Number(text));
    expect(inList).toEqual(Array.from({ length: located }, (_, position) => position + 1));
    const onMap = numbers.filter(({ anchor }) => anchor === 'middle').flatMap(({ text }) => text.split(', ').flatMap(expandRun));
    expect(onMap.toSorted((a, b) => a - b)).toEqual(inList);
  });

  it('names sources, date and the map’s origin, and explains its signs', () => {
    const text = wholeText(figureOf(story).scene);
    expect(text).toContain('Source: Hürriyet Daily News with AP, 4 February 2026. As of that day. Map: Natural Earth.');
    expect(text).toContain('only the country is known');
    expect(wholeText(figureOf(story, { parts: 'timeline' }).scene)).not.toContain('Natural Earth');
    for (const parts of FIGURE_PARTS) expect(hasRole(figureOf(story, { parts }).scene.marks, 'legend')).toBe(true);
  });

  it('ties the titles under a map alone to its discs, and lists what has no place without a number', () => {
    const numbers = placedTexts(figureOf(story, { parts: 'map' }).scene).filter(({ role }) => role === 'number');
    const expected = Array.from({ length: located }, (_, position) => position + 1);
    const inIndex = numbers.filter(({ anchor }) => anchor === 'start').map(({ text }) => text);
    expect(inIndex).toEqual([...expected.map(String), ...events.slice(located).map(() => '–')]);
    const onMap = numbers.filter(({ anchor }) => anchor === 'middle').flatMap(({ text }) => text.split(', ').flatMap(expandRun));
    expect(onMap.toSorted((a, b) => a - b)).toEqual(expected);
  });

  it('says that a map of a crowd counts what it does not name', () => {
    const { scene, unnamed } = figureOf(storyOf('nuclear-tests.geojson'), { parts: 'map' });
    expect(unnamed).toBeGreaterThan(2000);
    expect(wholeText(scene)).toContain('2,051 events; rings show how many');
  });

  it('shows of a view the whole part of the world that the page shows', () => {
    const shown = { viewport: { lng: 45, lat: 30, zoom: 5 }, size: { width: 700, height: 500 } };
    for (const size of [figureSizeOf('social'), figureSizeOf('story')]) {
      const panel = { width: size.width / 3, height: 300 };
      const options = { dataset: story, visible: everything(story), view: INITIAL_VIEW, scope: 'view', shownMap: shown, size: panel, numbers: undefined, world: world(), base: undefined } as const;
      const corners = [lngLatOf(projectionOf(shown.viewport, shown.size), { x: 0, y: 0 }), lngLatOf(projectionOf(shown.viewport, shown.size), { x: 700, y: 500 })];
      const projection = projectionOf(figureViewport(options), panel);
      for (const corner of corners) {
        const { x, y } = pointOf(projection, corner);
        expect(x).toBeGreaterThanOrEqual(-1e-6);
        expect(x).toBeLessThanOrEqual(panel.width + 1e-6);
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y).toBeLessThanOrEqual(panel.height + 1e-6);
      }
    }
  });

  it('draws the line of the report between what it tells and what it expects', () => {
    const texts = placedTexts(figureOf(story).scene);
    const y = texts.find(({ role }) => role === 'report')?.y ?? NaN;
    for (const [i, event] of events.entries()) {
      const title = texts.find((mark) => mark.event === i && mark.role === 'title');
      if (event.when.edtf === undefined) continue;
      expect((title?.y ?? NaN) > y, event.title).toBe(event.status === 'planned');
    }
  });

  it('takes a headline, a deck and a credit in place of the story’s own', () => {
    const { scene } = figureOf(story, { title: 'Another headline', deck: '', credit: 'Graphic: A. Person' });
    expect(scene.title).toBe('Another headline');
    expect(wholeText(scene)).toContain('Another headline');
    expect(wholeText(scene)).toContain('Graphic: A. Person.');
    expect(placedTexts(scene).some(({ role }) => role === 'deck')).toBe(false);
  });

  it('shows of a view only what passes its filters', () => {
    const view = { ...INITIAL_VIEW, hiddenCategories: ['military', 'inside-iran'] };
    const filtered = figureOf(story, { view, scope: 'view' }).scene;
    const expected = events.filter(({ categories }) => categories[0] === 'diplomacy').map(({ title }) => unspaced(title));
    expect([...titlesIn(filtered)].toSorted()).toEqual(expected.toSorted());
    expect(titlesIn(figureOf(story, { view, scope: 'story' }).scene).size).toBe(events.length);
  });

  it('mentions what it cannot place in time or on the map', () => {
    expect(wholeText(figureOf(story, { parts: 'map' }).scene)).toContain('2 events have no place on the map.');
    expect(wholeText(figureOf(story, { parts: 'timeline', size: customFigureSize(1400, undefined) }).scene)).toContain('Without a date: Oman hosts earlier rounds');
  });

  it('describes itself in words, event by event', () => {
    const { scene } = figureOf(story);
    for (const { title } of events) expect(scene.description).toContain(title);
    expect(scene.language).toBe('en');
  });

  it('counts along a time axis what is too much for a list', () => {
    const crowd = storyOf('nuclear-tests.geojson');
    const { scene } = figureOf(crowd);
    const text = wholeText(scene);
    expect(text).toContain('1,032 events');
    expect(scene.description).toContain('2,051 events');
  });

  it('names or counts every event, however many there are and however small the figure', () => {
    fc.assert(
      fc.property(fc.constantFrom('both', 'map', 'table'), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 320, max: 1400 }), fc.integer({ min: 320, max: 1400 }), (parts, count, width, height) => {
        const sketches = Array.from({ length: count }, (_, i): EventSketch => ({ when: `2026-02-${String(1 + (i % 28)).padStart(2, '0')}`, place: 'Tehran' }));
        const { scene, unnamed } = figureOf(datasetOf(sketches), { parts, size: customFigureSize(width, height), base: undefined });
        expect(titlesIn(scene).size + unnamed).toBe(count);
        if (unnamed > 0) expect(wholeText(scene)).toMatch(new RegExp(`and ${unnamed} more events?`));
      }),
      { numRuns: 40 },
    );
  });

  it('draws or counts every event along a time axis, in a figure of any shape', () => {
    const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2000 })), { minLength: 61, maxLength: 260 });
    fc.assert(
      fc.property(story, fc.integer({ min: 400, max: 1600 }), fc.integer({ min: 400, max: 1600 }), (days, width, height) => {
        const sketches = days.map(([category, day]): EventSketch => ({ ...(category < 4 && { when: dayAfter(day) }), category: `c${category % 4}` }));
        const { scene, unnamed } = figureOf(datasetOf(sketches), { parts: 'timeline', size: customFigureSize(width, height), base: undefined });
        // A lane without any other needs no name, and no number of its own.
        fc.pre(new Set(days.flatMap(([category]) => (category < 4 ? [category] : []))).size > 1);
        const undated = sketches.filter(({ when }) => when === undefined).length;
        const drawn = new Set(eventsIn(scene.marks));
        const counted = textMarksOf(scene.marks).filter(({ role }) => role === 'count' || role === 'lane-count').reduce((sum, { text }) => sum + Number.parseInt(text.replaceAll(',', ''), 10), 0);
        expect(drawn.size + counted).toBe(days.length - undated);
        expect(titlesIn(scene).size).toBeLessThanOrEqual(days.length - undated);
        if (unnamed > 0) expect(wholeText(scene)).toContain(`${days.length - undated} events; columns and rings show how many`);
        if (undated > 0) expect(wholeText(scene)).toMatch(undated > 3 ? `${undated} events have no date.` : 'Without a date: ');
      }),
      { numRuns: 12 },
    );
  });

  it('names on a poster, or counts, every event of every row', () => {
    const sketches = Array.from({ length: 150 }, (_, i): EventSketch => ({ when: dayAfter(i * 40), category: `c${i % 3}` }));
    const { scene, unnamed } = figureOf(datasetOf(sketches), { parts: 'timeline', size: figureSizeOf('poster'), base: undefined });
    expect(titlesIn(scene).size + unnamed).toBe(150);
    expect(rolesIn(scene.marks, 'row')).toBeGreaterThan(2);
    const drawn = new Set(eventsIn(scene.marks));
    const rings = textMarksOf(scene.marks).filter(({ role }) => role === 'count').reduce((sum, { text }) => sum + Number(text), 0);
    expect(drawn.size + rings).toBe(150);
  });

  it('keeps the sources in a list of their own, in the line below, or to itself', () => {
    const source = (title: string) => ({ publisher: 'A press', title, url: `https://www.example.org/${title}/`, date: '2026-02-03', locator: undefined });
    const dataset = datasetOf([{ when: '2026', sources: [source('one'), source('two')] }]);
    const listed = placedTexts(figureOf(dataset, { sources: 'list' }).scene);
    expect(listed.filter(({ role }) => role === 'source').map(({ text }) => text.replaceAll('\u00A0', ' '))).toEqual(['A press, one, 3 February 2026', 'A press, two, 3 February 2026']);
    expect(listed.filter(({ role }) => role === 'address').map(({ text }) => text)).toEqual(['example.org/one', 'example.org/two']);
    expect(wholeText(figureOf(dataset).scene)).toContain('Sources: A press, one, 3 February 2026; A press, two, 3 February 2026.');
    expect(wholeText(figureOf(dataset, { sources: 'off' }).scene)).not.toContain('A press');
  });

  it('shows the state of the story’s day, of another day, or says nothing of it', () => {
    expect(wholeText(figureOf(story, { asOf: '2026-03' }).scene)).toContain('As of Mar 2026.');
    expect(wholeText(figureOf(story, { asOf: 'Friday noon' }).scene)).toContain('As of Friday noon.');
    expect(wholeText(figureOf(story, { asOf: '' }).scene)).not.toContain('As of');
  });

  it('stands without a legend when none is wanted', () => {
    const shown = figureOf(story, { legend: false }).scene;
    expect(placedTexts(shown).some(({ role }) => role === 'legend')).toBe(false);
  });

  it('shows the selected event alone, or the events of the chosen place', () => {
    const selected = events.find(({ title }) => title.startsWith('Witkoff'));
    const one = figureOf(story, { scope: 'selection', view: { ...INITIAL_VIEW, selected: selected?.id } });
    expect([...titlesIn(one.scene)]).toEqual([unspaced(selected?.title ?? '')]);
    expect(one.scene.title).toBe(story.story.title);
    const place = placeKey(placeAt(story, 0));
    const there = figureOf(story, { scope: 'selection', view: { ...INITIAL_VIEW, place } });
    expect(titlesIn(there.scene).size).toBe(rowsOfPlace(story, 0).length);
    expect(titlesIn(figureOf(story, { scope: 'selection' }).scene).size).toBe(0);
  });

  it('takes a description in place of the drafted one, and none when it is empty', () => {
    expect(figureOf(story, { alt: 'What it shows.' }).scene.description).toBe('What it shows.');
    expect(figureOf(story, { alt: '' }).scene.description).toBeUndefined();
    expect(figureOf(story, { parts: 'map' }).scene.description).toContain('Map of 12 events, from Jun 2025 to 6 Feb 2026.');
  });

  it('says in a table of each event its date, place, status and source', () => {
    const { scene } = figureOf(story, { parts: 'table' });
    const cells = (role: string) => placedTexts(scene).filter((mark) => mark.role === role);
    for (const role of ['place', 'status', 'source']) expect(new Set(cells(role).map(({ event }) => event)).size, role).toBe(events.length);
    expect(cells('column').map(({ text }) => text)).toEqual(['Date', 'Event', 'Place', 'Status', 'Source']);
    expect(cells('number').map(({ text }) => Number(text))).toEqual(Array.from({ length: located }, (_, position) => position + 1));
  });

  it('shows each place of the world once, however wide the map is', () => {
    const ends = datasetOf([-150, -60, 0, 60, 170].map((lng): EventSketch => ({ when: '2026', place: { kind: 'exact', name: `At ${lng}`, at: [lng, 10], basis: { kind: 'stated' }, wording: undefined } })));
    const { scene } = figureOf(ends, { parts: 'map', size: customFigureSize(1600, 420) });
    const numbers = placedTexts(scene).filter(({ role, anchor }) => role === 'number' && anchor === 'middle');
    expect(numbers.map(({ text }) => text).toSorted()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('explains the signs of events only where any stand there', () => {
    const crowd = datasetOf(Array.from({ length: 4000 }, (_, i): EventSketch => ({ when: dayAfter(i % 90), status: i % 2 === 0 ? 'planned' : 'reported', category: `c${i % 2}` })));
    const { scene } = figureOf(crowd, { parts: 'timeline', base: undefined });
    expect(new Set(eventsIn(scene.marks)).size).toBe(0);
    expect(wholeText(scene)).not.toContain('planned');
    expect(wholeText(figureOf(story, { parts: 'timeline' }).scene)).toContain('planned');
  });

  it('sets few events larger than many, and leaves out of a small figure the deck before anything else', () => {
    const few = datasetOf([{ when: '2026-02-03', place: 'Tehran' }, { when: '2026-02-04', place: 'Muscat' }], { deck: 'A deck of many words, which takes several lines of a small figure and would leave no room for anything that happened' });
    const sizeOf = (scene: Scene): number => placedTexts(scene).find(({ role }) => role === 'title')?.font.size ?? 0;
    expect(sizeOf(figureOf(few).scene)).toBeGreaterThan(1.1 * sizeOf(figureOf(story).scene));
    const small = placedTexts(figureOf(few, { size: customFigureSize(320, 320) }).scene);
    expect(small.some(({ role }) => role === 'deck')).toBe(false);
    expect(small.some(({ role }) => role === 'title')).toBe(true);
  });

  it('pages a long table by columns', () => {
    const sketches = Array.from({ length: 30 }, (_, i): EventSketch => ({ when: dayAfter(i) }));
    const { scene, unnamed } = figureOf(datasetOf(sketches), { parts: 'table' });
    expect(unnamed).toBe(0);
    expect(rolesIn(scene.marks, 'page')).toBe(2);
  });

  it('stands without events, places or words', () => {
    const { scene, unnamed } = figureOf(datasetOf([], { title: '' }), { base: undefined });
    expect(unnamed).toBe(0);
    expect(scene.size).toEqual({ width: 1200, height: 675 });
    expect(wholeText(figureOf(datasetOf([]), { size: figureSizeOf('story') }).scene)).toContain('No events to show.');
  });
});

/** "4–6" is 4, 5, 6. */
function expandRun(text: string): readonly number[] {
  const [first = NaN, last = first] = text.split('–').map(Number);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
