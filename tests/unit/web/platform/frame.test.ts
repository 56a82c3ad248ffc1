import { effect, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../../../src/web/platform/busy.ts';
import { createFrame, type Frame, type FrameHost } from '../../../../src/web/platform/frame.ts';

interface Screen {
  readonly frame: Frame;
  /** Shows the next picture of the screen, after so many milliseconds; tells whether any was asked for. */
  readonly show: (ms?: number) => boolean;
  /** Lets time go by within a frame. */
  readonly spend: (ms: number) => void;
  readonly hide: (isHidden: boolean) => void;
  readonly errors: readonly unknown[];
}

/** A screen whose clock stands still unless a test moves it. */
function screen(): Screen {
  const errors: unknown[] = [];
  const watchers: (() => void)[] = [];
  let asked: ((now: number) => void) | undefined;
  let now = 1000;
  let isHidden = false;
  const host: FrameHost = {
    request: (onFrame) => {
      if (asked !== undefined) throw new Error('a second frame was asked for');
      asked = onFrame;
      return () => {
        asked = undefined;
      };
    },
    now: () => now,
    isSeen: () => !isHidden,
    onSeen: (callback) => watchers.push(callback),
    report: (error) => errors.push(error),
  };
  return {
    frame: createFrame(host),
    errors,
    show: (ms = 16) => {
      now += ms;
      const run = asked;
      asked = undefined;
      run?.(now);
      return run !== undefined;
    },
    spend: (ms) => {
      now += ms;
    },
    hide: (hidden) => {
      isHidden = hidden;
      for (const watcher of watchers) watcher();
    },
  };
}

describe('createFrame', () => {
  it('moves and acts, paints, renders, does what comes after and then what can wait, in one frame whatever the order of asking', () => {
    const { frame, show } = screen();
    const done: string[] = [];
    frame.later('k', () => void done.push('later'));
    frame.after(() => void done.push('after'));
    frame.paint('k', () => void done.push('paint'));
    frame.render(() => void done.push('render'));
    frame.act('k', () => void done.push('act'));
    frame.animate(() => done.push('move') < 0);
    expect(done).toEqual([]);
    expect(show()).toBe(true);
    expect(done).toEqual(['move', 'act', 'paint', 'render', 'after', 'later']);
    expect(show()).toBe(false);
  });

  it('does in the same frame what earlier phases ask for', () => {
    const { frame, show } = screen();
    const done: string[] = [];
    frame.act('k', () => {
      frame.render(() => {
        frame.paint('k', () => void done.push('painted'));
        done.push('rendered');
      });
    });
    show();
    expect(done).toEqual(['rendered', 'painted']);
  });

  it('carries out the last of many inputs of a kind, and lets all that follows from a frame’s inputs be worked out once', () => {
    const { frame, show } = screen();
    const [left, right] = [signal(0), signal(0)];
    const seen: number[] = [];
    const stop = effect(() => void seen.push(left.value + right.value));
    for (let x = 1; x <= 10; x += 1) frame.act('left', () => void (left.value = x));
    frame.act('right', () => void (right.value = 100));
    show();
    stop();
    expect(seen).toEqual([0, 110]);
  });

  it('carries out at once what is held for a key when that is asked, and not again', () => {
    const { frame, show } = screen();
    let count = 0;
    frame.act('k', () => void (count += 1));
    frame.flush('k');
    expect(count).toBe(1);
    show();
    expect(count).toBe(1);
  });

  it('paints each key once a frame, with what was asked for last, and none that was dropped', () => {
    const { frame, show } = screen();
    const painted: string[] = [];
    frame.paint('map', () => void painted.push('old map'));
    frame.paint('map', () => void painted.push('new map'));
    frame.paint('axis', () => void painted.push('axis'));
    frame.drop('axis');
    show();
    expect(painted).toEqual(['new map']);
  });

  it('calls a movement in every frame until it has arrived or is stopped', () => {
    const { frame, show } = screen();
    const times: number[] = [];
    frame.animate((now) => times.push(now) < 3);
    const stop = frame.animate(() => true);
    while (times.length < 3) expect(show(10)).toBe(true);
    expect(times).toEqual([1010, 1020, 1030]);
    expect(show()).toBe(true);
    stop();
    show();
    expect(show()).toBe(false);
  });

  it('does what can wait as far as there is time, and goes on in the frames after', () => {
    const { frame, show, spend } = screen();
    const done: number[] = [];
    for (let piece = 0; piece < 6; piece += 1) {
      frame.later(`piece ${piece}`, () => {
        spend(5);
        done.push(piece);
      });
    }
    show();
    expect(done).toEqual([0, 1]);
    show();
    expect(done).toEqual([0, 1, 2, 3]);
    while (show());
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('lets work that can wait come back for more until it has none', () => {
    const { frame, show } = screen();
    let left = 3;
    frame.later('k', () => (left -= 1) > 0);
    while (show());
    expect(left).toBe(0);
  });

  it('does not let a busy hand keep waiting work from ever being done', () => {
    const { frame, show, spend } = screen();
    const done: string[] = [];
    frame.later('k', () => void done.push('k'));
    let frames = 0;
    for (; done.length === 0 && frames < 20; frames += 1) {
      frame.act('drag', () => spend(12));
      show();
    }
    expect(frames).toBeGreaterThan(1);
    expect(frames).toBeLessThan(8);
  });

  it('holds painting back while nobody sees the page, acts and renders meanwhile, and paints once on return', () => {
    const { frame, show, hide } = screen();
    const done: string[] = [];
    hide(true);
    for (let round = 0; round < 5; round += 1) {
      frame.paint('map', () => void done.push('paint'));
      frame.act('k', () => void done.push('act'));
      show();
    }
    expect(done).toEqual(Array.from({ length: 5 }, () => 'act'));
    expect(show()).toBe(false);
    expect(isQuiet.value).toBe(true);
    hide(false);
    expect(show()).toBe(true);
    expect(done.filter((what) => what === 'paint')).toHaveLength(1);
    expect(show()).toBe(false);
  });

  it('is quiet when all is done, and not before', () => {
    const { frame, show } = screen();
    expect(isQuiet.value).toBe(true);
    frame.paint('k', () => undefined);
    frame.act('k', () => undefined);
    expect(isQuiet.value).toBe(false);
    show();
    expect(isQuiet.value).toBe(true);
  });

  it('goes on after a piece of work that throws, reports it, and calls a movement that threw no more', () => {
    const { frame, show, errors } = screen();
    const problem = new Error('no');
    const fail = (): never => {
      throw problem;
    };
    let isPainted = false;
    frame.animate(fail);
    frame.act('k', fail);
    frame.paint('k', () => void (isPainted = true));
    show();
    expect(isPainted).toBe(true);
    expect(errors).toEqual([problem, problem]);
    expect(show()).toBe(false);
  });

  it('counts frames, so that what was read in one is not read again', () => {
    const { frame, show } = screen();
    expect(frame.count()).toBe(0);
    frame.after(() => undefined);
    show();
    expect(frame.count()).toBe(1);
  });
});
