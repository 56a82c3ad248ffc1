import { batch } from '@preact/signals';
import { busy } from './busy.ts';

/** What a frame is timed by: the browser's, or a test's. */
export interface FrameHost {
  /** Calls back with the next picture of the screen, with its time in milliseconds; returns what calls it off. */
  readonly request: (onFrame: (now: number) => void) => () => void;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Whether anybody can see what is painted. */
  readonly isSeen: () => boolean;
  /** Calls back when that has changed. */
  readonly onSeen: (callback: () => void) => void;
  /** Takes an error that a piece of work has thrown; the rest of the frame goes on. */
  readonly report: (error: unknown) => void;
}

/** Tells the work of one owner from another's: an object or a name. */
export type FrameKey = object | string;

/**
 * The one owner of animation frames. All that a page does in answer to people happens in one of them, in this order: movements and
 * actions, as one change of all signals, with which layouts follow; painting; renderings of components; what comes after; and what can wait.
 * Work that is asked for in an earlier phase of a frame, or in the same one, is done in the same frame; so is painting that a rendering asks for.
 * Painting comes before rendering, because a canvas has the browser lay out the page for its letters: then there is nothing new to lay out yet.
 */
export interface Frame {
  /** Input, carried out at the start of the next frame: of all that came with one key, the last. */
  readonly act: (key: FrameKey, run: () => void) => void;
  /** Carries out now what `act` holds for a key. */
  readonly flush: (key: FrameKey) => void;
  /** Called at the start of every frame with its time in milliseconds, until it returns false or is stopped by what this returns. */
  readonly animate: (step: (now: number) => boolean) => () => void;
  /** Renders components. */
  readonly render: (run: () => void) => void;
  /** Paints, once a frame for each key. While the page is hidden it waits. */
  readonly paint: (key: FrameKey, run: () => void) => void;
  /** Called once when all is painted and rendered: to move the focus, or to begin what needs elements on the page. */
  readonly after: (run: () => void) => void;
  /** Work that can wait: the last of each key, as far as the frame has time for it. Returns true to be called again for more. */
  readonly later: (key: FrameKey, run: () => boolean | void) => void;
  /** Forgets what was asked for with a key. */
  readonly drop: (key: FrameKey) => void;
  /** Number of frames so far: what was read from the page in this one still holds. */
  readonly count: () => number;
}

/** From so many milliseconds into a frame on, what can wait waits for the next: half of a sixtieth of a second is the browser's own. */
const BUDGET_MS = 8;
/** But no longer than so many frames. */
const PATIENCE = 4;
/** Work that asks for more of itself in one frame more often than this has lost its way. */
const MOST_ROUNDS = 20;

/** Makes the owner of a host's frames. */
export function createFrame(host: FrameHost): Frame {
  const acts = new Map<FrameKey, () => void>();
  const steps = new Set<(now: number) => boolean>();
  const renders = new Map<FrameKey, () => void>();
  const paints = new Map<FrameKey, () => void>();
  const afters = new Map<FrameKey, () => void>();
  const laters = new Map<FrameKey, () => boolean | void>();
  let cancel: (() => void) | undefined;
  let done: (() => void) | undefined;
  let frames = 0;
  let waited = 0;
  let isRunning = false;

  const attempt = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      host.report(error);
    }
  };
  /** Takes the pieces of work out one by one, with those that they ask for. */
  const drain = (work: Map<FrameKey, () => void>): void => {
    for (let round = 0; work.size > 0 && round < MOST_ROUNDS; round += 1) {
      for (const [key, run] of Array.from(work)) {
        if (work.get(key) !== run) continue;
        work.delete(key);
        attempt(run);
      }
    }
  };
  const move = (now: number): void => {
    for (const step of Array.from(steps)) {
      let goesOn = false;
      attempt(() => {
        goesOn = steps.has(step) && step(now);
      });
      if (!goesOn) steps.delete(step);
    }
  };
  const finishLater = (began: number): void => {
    waited = laters.size === 0 ? 0 : waited + 1;
    for (const [key, run] of Array.from(laters)) {
      if (waited <= PATIENCE && host.now() - began >= BUDGET_MS) return;
      waited = 0;
      if (laters.get(key) !== run) continue;
      laters.delete(key);
      attempt(() => {
        if (run() === true && !laters.has(key)) laters.set(key, run);
      });
    }
  };
  const isWanted = (): boolean => acts.size + steps.size + renders.size + afters.size + laters.size > 0 || (paints.size > 0 && host.isSeen());
  const want = (): void => {
    if (isRunning || !isWanted()) return;
    done ??= busy();
    cancel ??= host.request(onFrame);
  };
  const onFrame = (now: number): void => {
    cancel = undefined;
    isRunning = true;
    const began = host.now();
    frames += 1;
    attempt(() =>
      batch(() => {
        move(now);
        drain(acts);
      }),
    );
    if (host.isSeen()) drain(paints);
    drain(renders);
    if (host.isSeen()) drain(paints);
    drain(afters);
    finishLater(began);
    isRunning = false;
    if (isWanted()) {
      want();
      return;
    }
    done?.();
    done = undefined;
  };
  // What was asked for in the one way of waiting is asked for anew in the other.
  let isWatching = false;
  const watch = (): void => {
    if (isWatching) return;
    isWatching = true;
    host.onSeen(() => {
      cancel?.();
      cancel = undefined;
      want();
    });
  };
  const put = <W extends readonly unknown[]>(add: (...work: W) => void) => (...work: W): void => {
    watch();
    add(...work);
    want();
  };

  return {
    act: put((key: FrameKey, run: () => void) => void acts.set(key, run)),
    flush: (key) => {
      const run = acts.get(key);
      if (acts.delete(key)) run?.();
    },
    animate: (step) => {
      put(() => void steps.add(step))();
      return () => void steps.delete(step);
    },
    render: put((run: () => void) => void renders.set(run, run)),
    paint: put((key: FrameKey, run: () => void) => void paints.set(key, run)),
    after: put((run: () => void) => void afters.set(run, run)),
    later: put((key: FrameKey, run: () => boolean | void) => void laters.set(key, run)),
    drop: (key) => {
      acts.delete(key);
      paints.delete(key);
      laters.delete(key);
    },
    count: () => frames,
  };
}

/** How often a page that nobody sees gets its work done, in milliseconds: components and layouts go on, so that it stands ready. */
const UNSEEN_MS = 250;

/** The frames of this page. A hidden one gets none from the browser: a timer stands in, and painting waits. */
const pageHost: FrameHost = {
  request: (onFrame) => {
    if (document.hidden) {
      const timer = setTimeout(() => onFrame(performance.now()), UNSEEN_MS);
      return () => clearTimeout(timer);
    }
    const handle = requestAnimationFrame(onFrame);
    return () => cancelAnimationFrame(handle);
  },
  now: () => performance.now(),
  isSeen: () => !document.hidden,
  onSeen: (callback) => document.addEventListener('visibilitychange', callback),
  report: (error) => reportError(error),
};

/** The owner of this page's frames. Nothing else on the page asks for one. */
export const frame: Frame = createFrame(pageHost);
