import type { Command } from '../../commands/command.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { hasAppleKeys } from '../../platform/apple-keys.ts';
import type { Store } from '../../store/store.ts';

interface CommandKeysProps {
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Shows the keys of commands, and what the pointer does. */
export function CommandKeys({ store, commands, onClose }: CommandKeysProps) {
  const { messages } = store.world.value;
  const { app } = messages;
  const { names, appleNames, held } = app.keys;
  const isApple = hasAppleKeys(navigator);
  const nameOf = (key: string): string => (isApple ? appleNames[key] : undefined) ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const namesOf = (keys: string): string => {
    const parts = keys.split(/\+(?!$)/);
    return parts.length === 1 ? (names[keys] ?? keys) : parts.map(nameOf).join(isApple ? '' : held);
  };
  return (
    <Dialog title={app.keys.title} closeLabel={app.close} onClose={onClose}>
      <dl class="keys">
        {commands.map(({ id, keys, label }) => (
          <div key={id} class="key-line">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{namesOf(key)}</kbd>
              ))}
            </dt>
            <dd>{label(messages)}</dd>
          </div>
        ))}
      </dl>
      <h3 class="keys-heading">{app.keys.pointer}</h3>
      <dl class="keys">
        {app.keys.gestures.map(([gesture, effect]) => (
          <div key={gesture} class="key-line">
            <dt>{gesture}</dt>
            <dd>{effect}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
