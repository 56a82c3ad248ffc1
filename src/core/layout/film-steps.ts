import type { EventNumber } from '../model/event.ts';
import { instant, type Interval } from '../time/instant.ts';
import { longestStep, STEP_MS, sweepOver, sweptWindow, SWEEP_MS, type Playback, type Sweep } from '../view/playback.ts';
import type { ContentOptions } from './figure-content.ts';
import { fitWindow, warpFor } from './gaps.ts';

/** How a film plays. */
export interface FilmPace {
  readonly playback: Pick<Playback, 'kind' | 'speed'>;
  /** Frames a second of a window that moves. */
  readonly rate: number;
}

/** What a frame shows: the stretch of time that has been played, and the event that it has come to. */
export interface FilmStep {
  readonly window: Interval;
  readonly event: EventNumber | undefined;
  /** Whether what lies before the window is past, and no more to be seen. */
  readonly isSliding: boolean;
}

/** All steps of a film, and how long each stands, in milliseconds. */
export interface FilmSteps {
  readonly length: number;
  readonly ms: number;
  readonly at: (step: number) => FilmStep;
}

/** The steps in which a story plays. */
export function filmSteps({ playback: { kind, speed }, rate }: FilmPace, { dataset, visible, view, scope, world }: ContentOptions): FilmSteps {
  const warp = warpFor(dataset, view.spacing);
  const fitted = fitWindow(dataset, warp) ?? { start: world.now, end: instant(world.now + 1) };
  const whole = (scope === 'view' ? view.window : undefined) ?? fitted;
  if (kind === 'events') {
    const { earliestStart } = dataset.columns;
    return {
      length: visible.datedCount,
      ms: STEP_MS / speed,
      at: (step) => {
        const event = visible.nth(step);
        const start = Math.max(event === undefined ? whole.end : (earliestStart[event] ?? whole.start), whole.start);
        return { window: { start: scope === 'view' ? whole.start : instant(-Infinity), end: instant(start + 1) }, event, isSliding: false };
      },
    };
  }
  const sweep: Sweep = sweepOver(kind, whole, scope === 'view' ? undefined : view.window, warp);
  const wanted = (SWEEP_MS / speed / 1000) * rate;
  const ways = Math.ceil(Math.max(wanted, 1 / longestStep(sweep)));
  return {
    length: visible.datedCount === 0 ? 0 : ways + 1,
    ms: 1000 / rate,
    at: (step) => ({ window: sweptWindow(sweep, step / ways), event: undefined, isSliding: kind === 'sliding' }),
  };
}
