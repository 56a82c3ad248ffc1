import { describe, expect, it } from 'vitest';
import { instant } from '../../../../src/core/time/instant.ts';
import { DARK } from '../../../../src/core/scene/palette.ts';
import { clearSelection } from '../../../../src/web/commands/clear-selection.ts';
import { exportImage } from '../../../../src/web/commands/export-image.ts';
import { fit } from '../../../../src/web/commands/fit.ts';
import { goToSelected } from '../../../../src/web/commands/go-to-selected.ts';
import { COMMANDS } from '../../../../src/web/commands/index.ts';
import { save } from '../../../../src/web/commands/save.ts';
import { search } from '../../../../src/web/commands/search.ts';
import { showKeys } from '../../../../src/web/commands/show-keys.ts';
import { switchTheme } from '../../../../src/web/commands/switch-theme.ts';
import { world } from '../../../support/world.ts';
import { contextOf, storeOf } from '../support.ts';

const day = (date: number) => instant(Date.UTC(2026, 1, date));
const stories = () => storeOf([{ when: '2026-02-03', place: 'Tehran' }, { when: '2026-02-20', place: 'Oman' }, { when: null }]);

function fittedZoom(id: string): number {
  const store = stories();
  store.dispatch({ kind: 'select', id });
  fit.run(contextOf(store));
  return store.view.value.map?.zoom ?? NaN;
}

describe('the commands', () => {
  it('have different names, keys and labels', () => {
    const { messages } = world();
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
    expect(new Set(COMMANDS.map(({ label }) => label(messages))).size).toBe(COMMANDS.length);
  });

  it.each([
    [search, 'focus search'],
    [showKeys, 'show keys'],
    [exportImage, 'show export'],
    [save, 'save'],
    [goToSelected, 'focus selected'],
  ])('ask the page for what only the page can do: %o', (command, what) => {
    const context = contextOf(storeOf([]));
    command.run(context);
    expect(context.asked).toEqual([what]);
  });
});

describe('Esc', () => {
  it('clears the selection first, then the chosen place, then has nothing to do', () => {
    const store = storeOf([{ when: '2026-02-03', place: 'Tehran' }]);
    const context = contextOf(store);
    store.dispatch({ kind: 'choose-place', key: 'some place' });
    store.dispatch({ kind: 'select', id: 'e0' });
    clearSelection.run(context);
    expect([store.view.value.selected, store.view.value.place]).toEqual([undefined, 'some place']);
    clearSelection.run(context);
    expect(store.view.value.place).toBeUndefined();
    expect(clearSelection.enabled(context)).toBe(false);
  });
});

describe('fitting', () => {
  it('shows the selected event with a day around it, and its place', () => {
    const store = stories();
    store.dispatch({ kind: 'select', id: 'e0' });
    fit.run(contextOf(store));
    expect(store.view.value.window).toEqual({ start: day(2), end: day(5) });
    expect(store.view.value.map?.lng).toBeCloseTo(51.4215, 1);
    expect(store.view.value.map?.lat).toBeCloseTo(35.694, 1);
  });

  it('comes less close to a place that is known only as a country', () => {
    expect(fittedZoom('e1')).toBeLessThan(fittedZoom('e0'));
  });

  it('shows everything the second time', () => {
    const store = stories();
    store.dispatch({ kind: 'select', id: 'e0' });
    fit.run(contextOf(store));
    fit.run(contextOf(store));
    expect([store.view.value.window, store.view.value.map]).toEqual([undefined, undefined]);
  });

  it('shows everything when nothing is selected', () => {
    const store = stories();
    store.dispatch({ kind: 'set-window', window: { start: day(1), end: day(2) } });
    fit.run(contextOf(store));
    expect(store.view.value.window).toBeUndefined();
  });

  it('shows everything when the selected event has neither place nor date', () => {
    const store = stories();
    const window = { start: day(1), end: day(2) };
    store.dispatch({ kind: 'set-window', window });
    store.dispatch({ kind: 'set-map', map: { lng: 10, lat: 20, zoom: 3 } });
    store.dispatch({ kind: 'select', id: 'e2' });
    fit.run(contextOf(store));
    expect([store.view.value.window, store.view.value.map]).toEqual([undefined, undefined]);
  });
});

describe('switching the theme', () => {
  it('goes from light to dark where the system is light', () => {
    const store = storeOf([]);
    switchTheme.run(contextOf(store));
    expect(store.view.value.theme).toBe('dark');
  });

  it('follows the system again when that comes to the same', () => {
    const store = storeOf([]);
    store.setWorld({ ...store.world.value, palette: DARK });
    store.dispatch({ kind: 'set-theme', theme: 'dark' });
    switchTheme.run(contextOf(store));
    expect(store.view.value.theme).toBe('auto');
  });
});
