import { tinykeys } from 'tinykeys';
import type { Command, CommandContext } from './command.ts';

/** Where every key belongs to what has the focus. */
const TAKES_ALL = 'input, textarea, select, dialog, [contenteditable], [role="menu"]';

/** Where the arrows move something, and the keys that do. */
const MOVERS = '[role="slider"], [role="separator"], [role="tablist"], [data-own-keys], [role="application"]';
const MOVING_KEYS = /^(?:Arrow|Home$|End$|Page)/;

/** Where Enter presses what has the focus. */
const PRESSABLE = 'a[href], button, summary, [role="button"]';

/** Listens for the keys of commands on a window, or on an element as long as it has the focus; returns the end of it. */
export function bindKeys(target: Window | HTMLElement, context: CommandContext, commands: readonly Command[]): () => void {
  const bindings = commands.flatMap((command) =>
    command.keys.flatMap(spellings).map((key) => [key, (press: KeyboardEvent) => onPress(command, context, press)] as const),
  );
  return tinykeys(target, Object.fromEntries(bindings));
}

/** Signs such as `?` lie on different keys in different countries, with Shift or without. */
const spellings = (key: string): readonly string[] => (/^[^\p{L}\p{N}]$/u.test(key) ? [key, `Shift+${key}`] : [key]);

function onPress(command: Command, context: CommandContext, press: KeyboardEvent): void {
  const isTaken = command.isEverywhere !== true && takesKey(press.composedPath()[0], press.key);
  if (press.defaultPrevented || press.isComposing || isTaken || !command.enabled(context)) return;
  press.preventDefault();
  command.run(context);
}

function takesKey(target: EventTarget | undefined, key: string): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(TAKES_ALL) !== null ||
    (MOVING_KEYS.test(key) && target.closest(MOVERS) !== null) ||
    (key === 'Enter' && target.closest(PRESSABLE) !== null)
  );
}
