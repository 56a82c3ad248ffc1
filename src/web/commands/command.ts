import type { Size } from '../../core/base/geometry.ts';
import type { Messages } from '../../core/i18n/messages.ts';
import type { Player } from '../playback/player.ts';
import type { Store } from '../store/store.ts';

/** What commands act on: the store, and the few things of the page that are no part of the view. */
export interface CommandContext {
  readonly store: Store;
  readonly player: Player;
  /** Pixels that the map has on screen. */
  readonly mapSize: () => Size;
  /** Whether the system asks for dark colours. */
  readonly systemIsDark: () => boolean;
  readonly focusSearch: () => void;
  /** Puts the keyboard focus on the selected event in the list. */
  readonly focusSelected: () => void;
  readonly showKeys: () => void;
  readonly showExport: () => void;
  /** Writes the story to the file that it was opened from, or hands over a copy; where a page has nothing to save, it is left out. */
  readonly save?: () => void;
  /** Tells what was done, in a sentence that leaves by itself. */
  readonly tell: (sentence: string) => void;
}

/** Something a person can do with a key. */
export interface Command {
  readonly id: string;
  /** What it does, as a short phrase. */
  readonly label: (messages: Messages) => string;
  /**
   * Names of keys as in `KeyboardEvent.key`, with `Shift+`, `Alt+` or `$mod+` before those that are held with them: `$mod` is ⌘ on a Mac, Ctrl elsewhere.
   * Each of them does it. The first is shown.
   */
  readonly keys: readonly [string, ...string[]];
  /** Whether its keys are for it wherever the focus is, in a field too. */
  readonly isEverywhere?: true;
  readonly enabled: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void;
}
