import { signal } from '@preact/signals';
import { offlineMessagesOf } from '../../core/i18n/offline-messages.ts';
import { isQuiet } from '../platform/busy.ts';
import type { Store } from '../store/store.ts';
import { watchVersions } from './versions.ts';
import './version-bar.css';

/** What takes the newer version into use; `undefined` while there is none, or nobody wants to hear of it. */
const waiting = signal<(() => void) | undefined>(undefined);

/** Starts to keep the page on the machine, once nothing else is on its way. Returns what gives that up. */
export function startKeepingPage(window: Window): () => void {
  const stop = isQuiet.subscribe((quiet) => {
    if (!quiet) return;
    // A subscription cannot end itself while it is made.
    queueMicrotask(() => stop());
    // A page that cannot be kept works as before.
    watchVersions(window, (takeOver) => {
      waiting.value = takeOver;
    }).catch(() => undefined);
  });
  return stop;
}

/** Says that a newer version of the page is there. Nothing happens to the present one until a person asks for it. */
export function VersionBar({ store }: { readonly store: Store }) {
  const words = offlineMessagesOf(store.world.value.messages);
  const { value: takeOver } = waiting;
  return (
    <div role="status">
      {takeOver !== undefined && (
        <div class="version-bar">
          <p>{words.newVersion}</p>
          <button type="button" class="button" onClick={takeOver}>
            {words.reload}
          </button>
          <button
            type="button"
            class="quiet-button"
            aria-label={words.keepPresent}
            onClick={() => {
              waiting.value = undefined;
            }}
          >
            ×
          </button>
        </div>
      )}
    </div>
  );
}
