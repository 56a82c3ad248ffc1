import { COMMANDS } from '../../commands/index.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Store } from '../../store/store.ts';

interface KeysDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
}

/** Shows every key, and what the pointer does. */
export function KeysDialog({ store, onClose }: KeysDialogProps) {
  const { messages } = store.world.value;
  const { app } = messages;
  const nameOf = (key: string): string => app.keys.names[key] ?? key;
  return (
    <Dialog title={app.keys.title} closeLabel={app.close} onClose={onClose}>
      <dl class="keys">
        {COMMANDS.map(({ id, keys, label }) => (
          <div key={id} class="key-line">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{nameOf(key)}</kbd>
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
