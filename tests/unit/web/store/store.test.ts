import { batch } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { datedRows } from '../../../../src/core/query/visible.ts';
import { instantOf } from '../../../../src/core/time/calendar.ts';
import { SEARCHED_AT_ONCE } from '../../../../src/core/query/crossfilter.ts';
import { storeOf } from '../support.ts';

const story = () =>
  storeOf([
    { when: '2026-02-01', category: 'a', place: 'Tehran' },
    { when: '2026-02-02', category: 'b', place: 'Muscat' },
    { when: '2026-02-03', category: 'a', place: 'Ankara' },
  ]);
const shown = (store: ReturnType<typeof storeOf>) => datedRows(store.visible.value);

describe('the filter of a page', () => {
  it('stays the same while nothing that filters changes', () => {
    const store = story();
    const before = store.visible.value;
    store.dispatch({ kind: 'hover', id: 'e1' });
    store.dispatch({ kind: 'select', id: 'e1' });
    store.dispatch({ kind: 'set-theme', theme: 'dark' });
    store.dispatch({ kind: 'set-map', map: { lng: 50, lat: 30, zoom: 4 } });
    expect(store.visible.value).toBe(before);
  });

  it('filters each view by all clauses but those named as its own', () => {
    const store = story();
    store.dispatch({ kind: 'set-window', window: { start: instantOf(2026, 2, 2), end: instantOf(2026, 2, 4) } });
    store.dispatch({ kind: 'set-area', area: { west: 50, south: 30, east: 52, north: 40 } });
    expect(shown(store)).toEqual([]);
    expect(datedRows(store.visibleExcept('time').value)).toEqual([0]);
    expect(datedRows(store.visibleExcept('place', 'area').value)).toEqual([1, 2]);
    expect(store.visibleExcept('area', 'place')).toBe(store.visibleExcept('place', 'area'));
  });

  it('takes several changes made together as one', () => {
    const store = story();
    let rounds = 0;
    const stop = store.visible.subscribe(() => (rounds += 1));
    batch(() => {
      store.dispatch({ kind: 'show-category', id: 'a', shown: false });
      store.dispatch({ kind: 'set-text', text: 'event' });
      store.dispatch({ kind: 'show-status', status: 'denied', shown: false });
    });
    stop();
    expect(rounds).toBe(2);
    expect(shown(store)).toEqual([1]);
  });

  it('follows the map where it is asked to, and not by less than a pixel', () => {
    const store = story();
    const size = { width: 600, height: 450 };
    store.setShownMap({ viewport: { lng: 55, lat: 30, zoom: 5 }, size });
    expect(shown(store)).toEqual([0, 1, 2]);
    store.dispatch({ kind: 'set-area', area: 'view' });
    const before = store.visible.value;
    expect(shown(store)).toEqual([0, 1]);
    store.setShownMap({ viewport: { lng: 55.0001, lat: 30.0001, zoom: 5 }, size });
    expect(store.visible.value).toBe(before);
    store.setShownMap({ viewport: { lng: 33, lat: 38, zoom: 5 }, size });
    expect(shown(store)).toEqual([2]);
    store.setShownMap(undefined);
    expect(shown(store)).toEqual([0, 1, 2]);
  });

  it('opens another story and its view at once', () => {
    const store = story();
    store.dispatch({ kind: 'show-category', id: 'a', shown: false });
    const seen: number[] = [];
    const stop = store.visible.subscribe((visible) => void seen.push(visible.count));
    store.open(storeOf([{ when: '2026-05-01', category: 'a' }]).opened.value);
    stop();
    expect(seen).toEqual([1, 1]);
    expect(store.visible.value.dataset).toBe(store.opened.value.dataset);
  });
});

describe('searching very many events', () => {
  const many = () => storeOf(Array.from({ length: SEARCHED_AT_ONCE + 5 }, (_, i) => ({ when: '2026-02-01', title: i % 2 === 0 ? 'Talks' : 'Ships' })));

  it('shows what is found as it comes, and leaves what it has not come to as it was', () => {
    const store = many();
    const { count } = store.visible.value;
    store.dispatch({ kind: 'set-text', text: 'talks' });
    expect([store.visible.value.count, store.unsearched.value]).toEqual([count, count]);
    expect(store.searchOn(1000)).toBe(count - 1000);
    expect(store.visible.value.count).toBe(count);
    store.showFound();
    expect([store.visible.value.count, store.unsearched.value]).toEqual([count - 500, count - 1000]);
    expect(store.searchOn(count)).toBe(0);
    store.showFound();
    expect([store.visible.value.count, store.unsearched.value]).toEqual([Math.ceil(count / 2), 0]);
  });

  it('gives up a search when other words are sought', () => {
    const store = many();
    store.dispatch({ kind: 'set-text', text: 'talks' });
    store.searchOn(1000);
    store.dispatch({ kind: 'set-text', text: 'nowhere' });
    expect(store.unsearched.value).toBe(store.opened.value.dataset.size);
    store.searchOn(Infinity);
    store.showFound();
    expect(store.visible.value.count).toBe(0);
    store.dispatch({ kind: 'set-text', text: '' });
    expect([store.visible.value.count, store.unsearched.value]).toEqual([store.opened.value.dataset.size, 0]);
  });
});
