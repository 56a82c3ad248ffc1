import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fitWindow, warpFor } from '../../../../src/core/layout/gaps.ts';
import { instant, type Interval } from '../../../../src/core/time/instant.ts';
import { SWEEP_MS } from '../../../../src/core/view/playback.ts';
import { playerOf } from '../../../../src/web/playback/player.ts';
import type { Store } from '../../../../src/web/store/store.ts';
import { storeOf } from '../support.ts';

const FRAME_MS = 20;
const opened: Store[] = [];
function story(): Store {
  const store = storeOf([{ when: '2026-02-01' }, { when: '2026-02-03' }, { when: '2026-02-09' }]);
  opened.push(store);
  return store;
}
const windowOf = (store: Store): Interval | undefined => store.view.value.window;
const wholeOf = (store: Store): Interval | undefined => fitWindow(store.opened.value.dataset, warpFor(store.opened.value.dataset, store.view.value.spacing));

/** A page whose frames come when a test lets time pass. */
function standPage(isStill: boolean): void {
  let now = 0;
  vi.stubGlobal('document', { hidden: false, addEventListener: () => undefined });
  vi.stubGlobal('matchMedia', () => ({ matches: isStill }));
  vi.stubGlobal('requestAnimationFrame', (onFrame: (now: number) => void) =>
    setTimeout(() => {
      now += FRAME_MS;
      onFrame(now);
    }, FRAME_MS),
  );
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => clearTimeout(handle));
}

describe('playing a story by its time window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    standPage(false);
  });
  afterEach(() => {
    // All pages of a test have one owner of frames, which is to be at rest for the next.
    for (const store of opened.splice(0)) playerOf(store).stop();
    vi.runOnlyPendingTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('lets a growing window come to the whole, and brings back what stood before', () => {
    const store = story();
    playerOf(store).set({ kind: 'growing' });
    playerOf(store).toggle();
    const first = windowOf(store);
    vi.advanceTimersByTime(SWEEP_MS + 3 * FRAME_MS);
    expect(windowOf(store)).toEqual(wholeOf(store));
    expect(first?.end).toBeLessThan(windowOf(store)?.end ?? 0);
    vi.advanceTimersByTime(SWEEP_MS);
    expect([windowOf(store), playerOf(store).playing.value]).toEqual([undefined, false]);
  });

  it('slides a window that is set from where it stands, at its own length', () => {
    const store = story();
    store.dispatch({ kind: 'set-spacing', spacing: 'true' });
    const set = { start: instant(Date.UTC(2026, 1, 3)), end: instant(Date.UTC(2026, 1, 4)) };
    store.dispatch({ kind: 'set-window', window: set });
    playerOf(store).set({ kind: 'sliding' });
    playerOf(store).toggle();
    expect(windowOf(store)).toEqual(set);
    vi.advanceTimersByTime(SWEEP_MS / 4);
    const later = windowOf(store);
    expect(later?.start).toBeGreaterThan(set.start);
    expect((later?.end ?? 0) - (later?.start ?? 0)).toBeCloseTo(set.end - set.start, -1);
  });

  it('goes on where it was stopped', () => {
    const store = story();
    playerOf(store).set({ kind: 'growing' });
    playerOf(store).toggle();
    vi.advanceTimersByTime(SWEEP_MS / 2);
    playerOf(store).toggle();
    const stopped = windowOf(store);
    vi.advanceTimersByTime(SWEEP_MS);
    expect(windowOf(store)).toBe(stopped);
    playerOf(store).toggle();
    expect(windowOf(store)).toEqual(stopped);
  });

  it('gives way to a person who moves the window', () => {
    const store = story();
    playerOf(store).set({ kind: 'growing' });
    playerOf(store).toggle();
    const own = { start: instant(0), end: instant(1000) };
    store.dispatch({ kind: 'set-window', window: own });
    vi.advanceTimersByTime(SWEEP_MS);
    expect([windowOf(store), playerOf(store).playing.value]).toEqual([own, false]);
  });

  it('lets a person look at events meanwhile', () => {
    const store = story();
    playerOf(store).set({ kind: 'growing' });
    playerOf(store).toggle();
    store.dispatch({ kind: 'select', id: 'e1' });
    expect(playerOf(store).playing.value).toBe(true);
  });

  it('goes on from event to event when it is told to play so meanwhile', () => {
    const store = story();
    playerOf(store).set({ kind: 'growing' });
    playerOf(store).toggle();
    playerOf(store).set({ kind: 'events' });
    expect([store.view.value.selected, playerOf(store).playing.value]).toEqual(['e0', true]);
  });

  it('begins again at the end when asked to', () => {
    const store = story();
    playerOf(store).set({ kind: 'sliding', isLooped: true, speed: 4 });
    playerOf(store).toggle();
    vi.advanceTimersByTime(3 * SWEEP_MS);
    expect(playerOf(store).playing.value).toBe(true);
  });

  it('moves once a second where motion is unwelcome', () => {
    standPage(true);
    const store = story();
    playerOf(store).set({ kind: 'growing' });
    playerOf(store).toggle();
    const first = windowOf(store);
    vi.advanceTimersByTime(900);
    expect(windowOf(store)).toBe(first);
    vi.advanceTimersByTime(200);
    expect(windowOf(store)).not.toBe(first);
  });
});
