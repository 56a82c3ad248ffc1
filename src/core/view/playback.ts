import { clamp } from '../base/geometry.ts';
import type { Interval } from '../time/instant.ts';
import type { Warp } from '../time/time-scale.ts';

/**
 * How a story plays: from event to event; or by a time window that grows from the beginning to the end, or that slides along at its own
 * length. Windows move evenly over the time line as it is drawn, so that a compressed gap is soon over.
 */
export const PLAYBACK_KINDS = ['events', 'growing', 'sliding'] as const;
export type PlaybackKind = (typeof PLAYBACK_KINDS)[number];
export type SweepKind = Exclude<PlaybackKind, 'events'>;

/** How many times as fast as it plays at first. */
export const PLAYBACK_SPEEDS = [0.5, 1, 2, 4] as const;
export type PlaybackSpeed = (typeof PLAYBACK_SPEEDS)[number];

export interface Playback {
  readonly kind: PlaybackKind;
  readonly speed: PlaybackSpeed;
  /** Whether it begins anew at the end. */
  readonly isLooped: boolean;
}

export const FIRST_PLAYBACK: Playback = { kind: 'events', speed: 1, isLooped: false };

/** Milliseconds at speed 1 that an event stands, and that a moving window takes for the whole way. */
export const STEP_MS = 1800;
export const SWEEP_MS = 20_000;

/** The way of a moving window. `width` is the length of a sliding one in milliseconds of drawn time. */
export interface Sweep {
  readonly kind: SweepKind;
  readonly whole: Interval;
  readonly warp: Warp;
  readonly width: number;
}

/** A sliding window nobody has set is so much of the whole, and one that is set is no longer than so much of it. */
const USUAL_SHARE = 1 / 8;
const MOST_SHARE = 3 / 4;
/** A growing window has so much of the whole at first. */
const FIRST_SHARE = 1 / 50;

/** The way over all of `whole`; a sliding window is as long as `window` where that is much shorter than the whole. */
export function sweepOver(kind: SweepKind, whole: Interval, window: Interval | undefined, warp: Warp): Sweep {
  const length = drawnLength(whole, warp);
  const set = window === undefined ? Infinity : drawnLength(window, warp);
  return { kind, whole, warp, width: set <= MOST_SHARE * length ? set : USUAL_SHARE * length };
}

const drawnLength = ({ start, end }: Interval, warp: Warp): number => warp.toWarped(end) - warp.toWarped(start);

/** The window after a share of the way, from 0 to 1. At the end it takes in the end of the whole. */
export function sweptWindow({ kind, whole, warp, width }: Sweep, share: number): Interval {
  const from = warp.toWarped(whole.start);
  const length = drawnLength(whole, warp);
  switch (kind) {
    case 'growing':
      return share >= 1 ? whole : { start: whole.start, end: warp.fromWarped(from + length * (FIRST_SHARE + share * (1 - FIRST_SHARE))) };
    case 'sliding': {
      const start = from + share * (length - width);
      return { start: warp.fromWarped(start), end: share >= 1 ? whole.end : warp.fromWarped(start + width) };
    }
  }
}

/** The share of the way at which a sliding window stands nearest to one that was set. */
export function shareAt({ whole, warp, width }: Sweep, window: Interval): number {
  const room = drawnLength(whole, warp) - width;
  return room > 0 ? clamp((warp.toWarped(window.start) - warp.toWarped(whole.start)) / room, 0, 1) : 0;
}

/** The longest step, as a share of the way, by which a window moves: of a sliding one half its own length, so that it passes over nothing. */
export function longestStep({ kind, whole, warp, width }: Sweep): number {
  const room = drawnLength(whole, warp) - width;
  return kind === 'growing' || room <= 0 ? 1 : width / 2 / room;
}
