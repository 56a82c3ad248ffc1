import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ViewState } from '../../../../src/core/view/view-state.ts';
import type { Desk } from '../../../../src/web/app/desk.ts';
import { followAddress, REST_MS } from '../../../../src/web/app/follow-address.ts';
import { memoryAddress } from '../../../../src/web/platform/address.ts';
import { isQuiet } from '../../../../src/web/platform/busy.ts';
import { storeOf } from '../support.ts';

function page(first = '') {
  const store = storeOf([{ when: '2026-02-03' }]);
  const address = memoryAddress(first);
  const story = signal<string | undefined>(undefined);
  const arrivals = signal(0);
  const openStory = vi.fn<(id: string | undefined, view?: ViewState) => Promise<void>>(() => Promise.resolve());
  const stay = vi.fn<() => void>();
  const desk = { story, arrivals, openStory, stay } as unknown as Desk;
  followAddress(store, desk, address);
  return { store, address, story, arrivals, openStory, stay };
}

describe('the address', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes the view when it rests, once for many changes', () => {
    const { store, address } = page();
    const replace = vi.spyOn(address, 'replace');
    store.dispatch({ kind: 'select', id: 'a' });
    store.dispatch({ kind: 'select', id: 'e0' });
    expect(isQuiet.value).toBe(false);
    vi.advanceTimersByTime(REST_MS);
    expect(address.read()).toBe('v=1&event=e0');
    expect(replace).toHaveBeenCalledTimes(1);
    expect(isQuiet.value).toBe(true);
  });

  it('is left alone while the view keeps changing, as in a drag', () => {
    const { store, address } = page();
    const replace = vi.spyOn(address, 'replace');
    for (const text of ['d', 'dr', 'dro', 'dron', 'drone']) {
      store.dispatch({ kind: 'set-text', text });
      vi.advanceTimersByTime(REST_MS - 1);
    }
    expect(replace).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(address.read()).toBe('v=1&q=drone');
    expect(replace).toHaveBeenCalledTimes(1);
  });

  it('does not change for what is under the pointer', () => {
    const { store, address } = page();
    vi.advanceTimersByTime(REST_MS);
    const replace = vi.spyOn(address, 'replace');
    store.dispatch({ kind: 'hover', id: 'e0' });
    expect(isQuiet.value).toBe(true);
    vi.advanceTimersByTime(REST_MS);
    expect(replace).not.toHaveBeenCalled();
  });

  it('gains a step for another story, and is gone back from it', () => {
    const { address, story, arrivals, openStory } = page();
    story.value = 'nuclear-tests';
    arrivals.value += 1;
    vi.advanceTimersByTime(REST_MS);
    expect(address.read()).toBe('v=1&story=nuclear-tests');
    address.back();
    expect(openStory).toHaveBeenCalledWith(undefined, expect.objectContaining({ selected: undefined }));
  });

  it('gains no step when the same story goes on under another name', () => {
    const { address, story, openStory } = page();
    story.value = 'kept:one';
    vi.advanceTimersByTime(REST_MS);
    expect(address.read()).toBe('v=1&story=kept:one');
    address.back();
    expect(openStory).not.toHaveBeenCalled();
  });

  it('stays with the story on the page when a person goes on from another before that came', () => {
    const { address, story, openStory, stay } = page();
    openStory.mockReturnValue(new Promise(() => undefined));
    address.push('v=1&story=nuclear-tests');
    address.push('v=1');
    address.push('v=1&q=drone');
    story.value = undefined;
    address.back();
    address.back();
    expect(stay).not.toHaveBeenCalled();
    address.back();
    expect([openStory.mock.calls.length, stay.mock.calls.length]).toEqual([1, 1]);
  });

  it('is followed when a person writes another view into it', () => {
    const { store, address } = page('v=1&event=e0');
    address.push('v=1&q=drone');
    address.push('v=1&event=e0&q=navy');
    address.back();
    expect(store.view.value).toMatchObject({ text: 'drone', selected: undefined });
  });
});
