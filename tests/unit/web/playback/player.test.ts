import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STEP_MS } from '../../../../src/core/view/playback.ts';
import { playerOf } from '../../../../src/web/playback/player.ts';
import { storeOf } from '../support.ts';

const story = () => storeOf([{ when: '2026-02-06' }, { when: '2026-02-03' }, { when: null }, { when: '2026-02-04' }]);

describe('playing a story', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows one dated event after the other and ends after the last', () => {
    const store = story();
    const player = playerOf(store);
    const shown: unknown[] = [];
    player.toggle();
    while (player.playing.value) {
      shown.push(store.view.value.selected);
      vi.advanceTimersByTime(STEP_MS);
    }
    expect(shown).toEqual(['e1', 'e3', 'e0']);
  });

  it('goes on from the selected event', () => {
    const store = story();
    store.dispatch({ kind: 'select', id: 'e1' });
    playerOf(store).toggle();
    expect(store.view.value.selected).toBe('e3');
  });

  it('begins anew from the last', () => {
    const store = story();
    store.dispatch({ kind: 'select', id: 'e0' });
    playerOf(store).toggle();
    expect(store.view.value.selected).toBe('e1');
  });

  it('stops at once when asked to', () => {
    const store = story();
    playerOf(store).toggle();
    playerOf(store).toggle();
    vi.advanceTimersByTime(10 * STEP_MS);
    expect(store.view.value.selected).toBe('e1');
  });

  it('gives way to a person who selects another event', () => {
    const store = story();
    playerOf(store).toggle();
    store.dispatch({ kind: 'select', id: 'e2' });
    vi.advanceTimersByTime(10 * STEP_MS);
    expect([store.view.value.selected, playerOf(store).playing.value]).toEqual(['e2', false]);
  });

  it('stops when its event is filtered away', () => {
    const store = story();
    playerOf(store).toggle();
    store.dispatch({ kind: 'set-text', text: 'Event 0' });
    vi.advanceTimersByTime(STEP_MS);
    expect(playerOf(store).playing.value).toBe(false);
  });

  it('has nothing to play without dated events', () => {
    const store = storeOf([{ when: null }]);
    playerOf(store).toggle();
    expect(playerOf(store).playing.value).toBe(false);
  });

  it('shows events of one instant one by one', () => {
    const store = storeOf([{ when: '2026-02-03' }, { when: '2026-02-03' }, { when: '2026-02-03' }]);
    const shown: unknown[] = [];
    playerOf(store).toggle();
    while (playerOf(store).playing.value) {
      shown.push(store.view.value.selected);
      vi.advanceTimersByTime(STEP_MS);
    }
    expect(shown).toEqual(['e0', 'e1', 'e2']);
  });

  it('plays as fast as it is asked to, from the next event on', () => {
    const store = story();
    playerOf(store).set({ speed: 4 });
    playerOf(store).toggle();
    vi.advanceTimersByTime(STEP_MS / 4);
    expect(store.view.value.selected).toBe('e3');
  });

  it('begins again at the end when asked to', () => {
    const store = story();
    playerOf(store).set({ isLooped: true });
    playerOf(store).toggle();
    vi.advanceTimersByTime(3 * STEP_MS);
    expect([store.view.value.selected, playerOf(store).playing.value]).toEqual(['e1', true]);
  });

  it('is one for all who ask', () => {
    const store = story();
    expect(playerOf(store)).toBe(playerOf(store));
    expect(playerOf(story())).not.toBe(playerOf(store));
  });
});
