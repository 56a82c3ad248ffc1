import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../../src/core/model/event.ts';
import { instant } from '../../../../src/core/time/instant.ts';
import { fromSearch, toSearch, type Link } from '../../../../src/core/view/url.ts';
import { INITIAL_VIEW, SPACINGS, STAGES, THEMES, type ViewState } from '../../../../src/core/view/view-state.ts';

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

const anyView: fc.Arbitrary<ViewState> = fc.record({
  window: fc.option(anyWindow, { nil: undefined }),
  map: fc.option(fc.record({ lng: decimal(-540, 540, 5), lat: decimal(-90, 90, 5), zoom: decimal(0, 24, 3) }), { nil: undefined }),
  selected: fc.option(wellFormed, { nil: undefined }),
  hovered: fc.constant(undefined),
  place: fc.option(wellFormed, { nil: undefined }),
  hiddenCategories: fc.uniqueArray(wellFormed),
  hiddenStatuses: fc.uniqueArray(fc.constantFrom(...STATUSES)),
  text: wellFormed,
  spacing: fc.constantFrom(...SPACINGS),
  theme: fc.constantFrom(...THEMES),
  stage: fc.constantFrom(...STAGES),
  divider: decimal(0.15, 0.85, 3),
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
    const noise = fc.array(fc.tuple(fc.constantFrom('window', 'map', 'event', 'hide', 'hide-status', 'divider', 'v', 'theme', '__proto__'), fc.string()));
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
    ['an unknown theme', 'theme=sepia'],
    ['an unknown status', 'hide-status=rumoured'],
    ['an escape cut short', 'event=%E0%A4'],
    ['an unknown member', 'colour=red'],
    ['a divider that is no number', 'divider=NaN'],
  ])('passes over %s', (_, text) => {
    expect(fromSearch(text)).toEqual(link({}));
  });

  it('holds the divider within its limits', () => {
    expect(fromSearch('divider=7').view.divider).toBe(0.85);
  });

  it('counts the first of a member given twice', () => {
    expect(fromSearch('event=a&event=b').view.selected).toBe('a');
  });
});
