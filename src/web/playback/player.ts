import { batch, effect, signal, type ReadonlySignal } from '@preact/signals';
import { FIRST_PLAYBACK, type Playback } from '../../core/view/playback.ts';
import type { Store } from '../store/store.ts';
import { playEvents } from './play-events.ts';
import { playSweep } from './play-sweep.ts';

/** Plays a story: one event after the other in time order, or a time window that moves. */
export interface Player {
  readonly playing: ReadonlySignal<boolean>;
  readonly playback: ReadonlySignal<Playback>;
  /** Plays otherwise from now on; what is playing goes on from where it stands. */
  readonly set: (change: Partial<Playback>) => void;
  /** Plays, or stops when playing. */
  readonly toggle: () => void;
  readonly stop: () => void;
}

/** What plays: it shows one thing after the other until it is halted, or ends by itself. */
export interface Performance {
  readonly halt: () => void;
  /** Whether the view is still as it was left; anything else means that a person has taken over. Reads signals. */
  readonly isUndisturbed: () => boolean;
}

/** What a performance is told: how to play, which may change while it plays, and whom to tell of its end. */
export interface Direction {
  readonly playback: () => Playback;
  readonly onEnd: () => void;
}

const players = new WeakMap<Store, Player>();

/** The one player of a store, shared by the key, the button and whatever else starts or stops it. */
export function playerOf(store: Store): Player {
  const known = players.get(store);
  if (known !== undefined) return known;
  const made = createPlayer(store);
  players.set(store, made);
  return made;
}

function createPlayer(store: Store): Player {
  const playing = signal(false);
  const playback = signal(FIRST_PLAYBACK);
  const performers = { events: playEvents(store), sweep: playSweep(store) };
  let running: Performance | undefined;

  const stop = (): void => {
    running?.halt();
    running = undefined;
    playing.value = false;
  };
  const start = (): void => {
    const direction: Direction = { playback: () => playback.peek(), onEnd: stop };
    const { kind } = playback.peek();
    running = kind === 'events' ? performers.events(direction) : performers.sweep(kind, direction);
    playing.value = running !== undefined;
  };
  // Whoever selects another event or moves the window meanwhile, or opens another file, takes over.
  effect(() => {
    if (playing.value && running?.isUndisturbed() === false) stop();
  });
  return {
    playing,
    playback,
    set: (change) => {
      const isOther = change.kind !== undefined && change.kind !== playback.peek().kind;
      batch(() => {
        const wasPlaying = playing.peek();
        if (isOther) stop();
        playback.value = { ...playback.peek(), ...change };
        if (isOther && wasPlaying) start();
      });
    },
    stop,
    toggle: () => (playing.peek() ? stop() : start()),
  };
}
