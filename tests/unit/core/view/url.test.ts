import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../../src/core/model/event.ts';
import { FACET_IDS, type FacetId } from '../../../../src/core/query/facets.ts';
import { instant } from '../../../../src/core/time/instant.ts';
import { fromSearch, toSearch, type Link } from '../../../../src/core/view/url.ts';
import { INITIAL_VIEW, LANE_HEIGHTS, SPACINGS, STAGES, THEMES, type LaneView, type ViewState } from '../../../../src/core/view/view-state.ts';

const link = (view: Partial<ViewState>, story?: string): Link => ({ view: { ...INITIAL_VIEW, ...view }, story });

const wellFormed = fc.string({ unit: 'grapheme' });
const decimal = (min: number, max: number, decimals: number) =>
  fc.integer({ min: Math.ceil(min * 10 ** decimals), max: Math.floor(max * 10 ** decimals) }).map((units) => units / 10 ** decimals);

const anyInstant = fc.oneof(
  fc.integer({ min: -8e15, max: 8e15 }),
  fc.integer({ min: -13_800_000_000, max: 5_000_000_000 }).map((year) => Math.round((year - 1970) * 365.2425) * 86_400_000),
);

const anyWindow = fc
  .tuple(anyInstant, anyInstant)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: instant(Math.min(a, b)), end: instant(Math.max(a, b)) }));

const anyBox = fc
  .record({ west: decimal(-180, 180, 5), south: decimal(-90, 90, 5), east: decimal(-180, 180, 5), north: decimal(-90, 90, 5) })
  .map(({ south, north, ...box }) => ({ ...box, south: Math.min(south, north), north: Math.max(south, north) }));

const anyLane = fc.array(wellFormed.filter((key) => !key.includes('\n')), { minLength: 1, maxLength: 2 }).map((keys) => keys.join('\n'));
const anyLanes: fc.Arbitrary<LaneView> = fc.record({
  by: fc.oneof(
    fc.constantFrom(...FACET_IDS).map((id) => [id] as const),
    fc.uniqueArray(fc.constantFrom(...FACET_IDS), { minLength: 2, maxLength: 2 }).map(([outer, inner]) => [outer, inner] as [FacetId, FacetId]),
  ),
  folded: fc.uniqueArray(anyLane),
  order: fc.uniqueArray(anyLane),
  heights: fc.uniqueArray(fc.tuple(anyLane, fc.integer({ min: LANE_HEIGHTS.least, max: LANE_HEIGHTS.most })), { selector: ([key]) => key }),
});

const anyView: fc.Arbitrary<ViewState> = fc.record({
  window: fc.option(anyWindow, { nil: undefined }),
  map: fc.option(fc.record({ lng: decimal(-540, 540, 5), lat: decimal(-90, 90, 5), zoom: decimal(0, 24, 3) }), { nil: undefined }),
  selected: fc.option(wellFormed, { nil: undefined }),
  hovered: fc.constant(undefined),
  place: fc.option(wellFormed, { nil: undefined }),
  area: fc.oneof(fc.constantFrom(undefined, 'view' as const), anyBox),
  hiddenCategories: fc.uniqueArray(wellFormed),
  hiddenStatuses: fc.uniqueArray(fc.constantFrom(...STATUSES)),
  text: wellFormed,
  spacing: fc.constantFrom(...SPACINGS),
  lanes: anyLanes,
  zone: fc.constantFrom('UTC', 'Asia/Tehran', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Pacific/Apia'),
  theme: fc.constantFrom(...THEMES),
  stage: fc.constantFrom(...STAGES),
  divider: decimal(0.15, 0.85, 3),
  step: fc.option(fc.nat(500), { nil: undefined }),
});

describe('a link', () => {
  it('is empty for the first view', () => {
    expect(toSearch(link({}))).toBe('');
    expect(fromSearch('')).toEqual(link({}));
  });

  it('is readable by a person', () => {
    const view = link(
      {
        window: { start: instant(Date.UTC(2026, 0, 30)), end: instant(Date.UTC(2026, 1, 9, 5, 30)) },
        map: { lng: 53.1, lat: 27.5, zoom: 5.25 },
        selected: 'talks-oman',
        place: 'country:OMN',
        hiddenCategories: ['military', 'inside-iran'],
        hiddenStatuses: ['planned'],
        text: 'Hormuz, U.S.',
      },
      'iran-us-2026-02',
    );
    expect(toSearch(view)).toBe(
      'v=1&story=iran-us-2026-02&window=2026-01-30..2026-02-09T05:30Z&map=53.1,27.5,5.25&event=talks-oman&place=country:OMN' +
        '&hide=military,inside-iran&hide-status=planned&q=Hormuz,%20U.S.',
    );
  });

  it('spells the part of the map that filters, the lanes and the clocks so that a person can read them', () => {
    const view = link({
      area: { west: 48.5, south: 23.25, east: -170, north: 40.12346 },
      spacing: 'equal',
      lanes: { by: ['place', 'status'], folded: ['Tehran', 'Tehran\nplanned'], order: ['Muscat', ''], heights: [['Strait of Hormuz', 120], ['a/b:c', 48]] },
      zone: 'Asia/Tehran',
    });
    expect(toSearch(view)).toBe(
      'v=1&area=48.5,23.25,-170,40.12346&spacing=equal&lanes=place,status&fold=Tehran,Tehran/planned&order=Muscat,' +
        '&height=Strait%20of%20Hormuz:120,a%2Fb%3Ac:48&zone=Asia/Tehran',
    );
    expect(fromSearch(toSearch(view))).toEqual(view);
    expect(toSearch(link({ area: 'view' }))).toBe('v=1&area=view');
  });

  it('brings back every view', () => {
    fc.assert(
      fc.property(anyView, fc.option(wellFormed, { nil: undefined }), (view, story) => {
        expect(fromSearch(toSearch({ view, story }))).toEqual({ view, story });
      }),
    );
  });

  it('survives the address bar', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { hash } = new URL(`http://localhost/#${toSearch({ view, story: undefined })}`);
        expect(fromSearch(hash)).toEqual({ view, story: undefined });
      }),
    );
  });

  it('says nothing about what is under the pointer', () => {
    expect(toSearch(link({ hovered: 'drone' }))).toBe('');
  });

  it('is read with or without its leading sign', () => {
    expect(fromSearch('#event=a')).toEqual(link({ selected: 'a' }));
    expect(fromSearch('?event=a')).toEqual(link({ selected: 'a' }));
  });

  it('keeps years beyond four digits', () => {
    const window = { start: instant(-4.354e20), end: instant(0) };
    const written = toSearch(link({ window }));
    expect(written).toMatch(/^v=1&window=-\d{11}-\d\d-\d\d/);
    expect(fromSearch(written).view.window?.end).toBe(0);
  });
});

describe('a garbled link', () => {
  it('never fails, and yields a view that can be linked to again', () => {
    const noise = fc.array(fc.tuple(fc.constantFrom('window', 'map', 'event', 'hide', 'hide-status', 'divider', 'v', 'theme', 'area', 'lanes', 'fold', 'order', 'height', 'zone', '__proto__'), fc.string()));
    fc.assert(
      fc.property(fc.oneof(fc.string(), noise.map((members) => members.map(([key, value]) => `${key}=${value}`).join('&'))), (text) => {
        const read = fromSearch(text);
        expect(fromSearch(toSearch(read))).toEqual(read);
      }),
    );
  });

  it.each([
    ['a window that ends before it begins', 'window=2026-02-09..2026-02-01'],
    ['a day the calendar does not have', 'window=2026-02-30..2026-03-09'],
    ['a window with one end', 'window=2026-02-01'],
    ['an hour that does not exist', 'window=2026-02-01T25:00Z..2026-02-09'],
    ['a latitude beyond the pole', 'map=10,123,4'],
    ['a map without zoom', 'map=10,20'],
    ['a number in words', 'map=ten,20,4'],
    ['a box that stands on its head', 'area=0,10,5,-10'],
    ['a box with three sides', 'area=0,10,5'],
    ['a box beyond the pole', 'area=0,10,5,99'],
    ['lanes by what events do not have', 'lanes=colour'],
    ['lanes nested three deep', 'lanes=place,status,actor'],
    ['a lane whose name is cut short', 'fold=%E0%A4'],
    ['a height in words', 'height=military:tall'],
    ['a zone that no clock shows', 'zone=Mars/Olympus'],
    ['an unknown theme', 'theme=sepia'],
    ['an unknown status', 'hide-status=rumoured'],
    ['an escape cut short', 'event=%E0%A4'],
    ['an unknown member', 'colour=red'],
    ['a divider that is no number', 'divider=NaN'],
  ])('passes over %s', (_, text) => {
    expect(fromSearch(text)).toEqual(link({}));
  });

  it('holds the heights of lanes within their limits, and lanes by one thing twice to once', () => {
    expect(fromSearch('height=a:1,b:99999,a:50').view.lanes.heights).toEqual([['a', LANE_HEIGHTS.least], ['b', LANE_HEIGHTS.most]]);
    expect(fromSearch('lanes=status,status').view.lanes.by).toEqual(['status']);
  });

  it('holds the divider within its limits', () => {
    expect(fromSearch('divider=7').view.divider).toBe(0.85);
  });

  it('counts the first of a member given twice', () => {
    expect(fromSearch('event=a&event=b').view.selected).toBe('a');
  });
});
