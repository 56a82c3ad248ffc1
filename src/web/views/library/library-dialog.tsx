import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { keepMessagesOf } from '../../../core/i18n/keep-messages.ts';
import type { Keeper } from '../../keep/keeper.ts';
import type { Outcome } from '../../keep/library.ts';
import { keepingOf } from '../../keep/keeping.ts';
import type { KeptStory } from '../../keep/disk.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { whileBusy } from '../../platform/busy.ts';
import type { Store } from '../../store/store.ts';
import './library.css';
import { KeptRow } from './kept-row.tsx';

interface LibraryDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
  readonly onImport: () => void;
  readonly onSaveFile: (name: string, file: Blob) => void;
}

/** All stories that are kept in this browser, and what can be done with each and with all of them. */
export function LibraryDialog(props: LibraryDialogProps) {
  const { messages } = props.store.world.value;
  const words = keepMessagesOf(messages);
  const { value: keeping } = keepingOf(props.store);
  return (
    <Dialog title={words.library.title} closeLabel={messages.app.close} onClose={props.onClose}>
      {keeping === undefined || typeof keeping === 'string' ? (
        <p class="library-intro">{keeping === 'off' ? words.off : words.library.reading}</p>
      ) : (
        <Shelves {...props} keeper={keeping} />
      )}
    </Dialog>
  );
}

/** So long a deleted story can be brought back, in milliseconds: 30 days. */
const KEPT_DELETED_MS = 30 * 86_400_000;

function Shelves({ store, keeper, onClose, onOpen, onImport, onSaveFile }: LibraryDialogProps & { readonly keeper: Keeper }) {
  const { messages } = store.world.value;
  const { library: words } = keepMessagesOf(messages);
  const { library } = keeper;
  const removed = useSignal<KeptStory | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  const isPacking = useSignal(false);
  useEffect(() => {
    // Where the disk cannot be read there is nothing to clear.
    whileBusy(library.refresh().then(() => library.clearBefore(Date.now() - KEPT_DELETED_MS))).catch(() => undefined);
  }, [library]);

  const told = async (work: Promise<Outcome>): Promise<boolean> => {
    const outcome = await whileBusy(work).catch(() => 'failed' as const);
    failure.value = outcome === 'done' ? undefined : words[outcome];
    return outcome === 'done';
  };
  const remove = async (story: KeptStory): Promise<void> => {
    if (await told(library.remove(story.id))) removed.value = story;
  };
  const bringBack = async (id: string): Promise<void> => {
    if (await told(library.bringBack(id))) removed.value = undefined;
  };
  const exportAll = async (): Promise<void> => {
    if (isPacking.peek()) return;
    isPacking.value = true;
    const packed = await whileBusy(library.pack(words.untitledFile)).catch(() => undefined);
    isPacking.value = false;
    failure.value = packed === undefined ? words.failed : undefined;
    if (packed !== undefined) onSaveFile(`${words.archive}.zip`, packed);
  };
  const openStory = (id: string): void => {
    onClose();
    onOpen(id);
  };

  const { value: stories } = library.stories;
  const present = stories?.filter(({ isDeleted }) => !isDeleted) ?? [];
  const deleted = stories?.filter(({ isDeleted }) => isDeleted) ?? [];
  return (
    <>
      <p class="library-intro">{words.intro}</p>
      <div role="status">
        {removed.value !== undefined && (
          <p class="library-note">
            <span dir="auto">{words.removed(removed.value.about.title)}</span>
            <button type="button" class="link-button" onClick={() => void bringBack(removed.peek()?.id ?? '')}>
              {words.undo}
            </button>
          </p>
        )}
        {failure.value !== undefined && <p class="library-note">{failure.value}</p>}
      </div>
      {stories === undefined && <p class="library-empty">{words.reading}</p>}
      {stories !== undefined && present.length === 0 && <p class="library-empty">{words.empty}</p>}
      <ul class="library">
        {present.map((story) => (
          <KeptRow
            key={story.id}
            store={store}
            story={story}
            isPresent={keeper.kept.value === story.id}
            onOpen={() => openStory(story.id)}
            onRename={(title) => void told(library.rename(story.id, title))}
            onDuplicate={() => void told(library.duplicate(story.id, words.copyOf(story.about.title)))}
            onRemove={() => void remove(story)}
          />
        ))}
      </ul>
      {deleted.length > 0 && (
        <details class="library-deleted">
          <summary>{words.deleted}</summary>
          <ul class="library">
            {deleted.map(({ id, about: { title } }) => (
              <li key={id} class="library-row">
                <span class="library-title" dir="auto">
                  {title === '' ? words.untitled : title}
                </span>
                <button type="button" class="link-button" aria-label={words.bringBackNamed(title)} onClick={() => void bringBack(id)}>
                  {words.bringBack}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="library-foot">
        <button type="button" class="button" onClick={() => {
          onClose();
          onImport();
        }}>
          {words.importFile}
        </button>
        <button type="button" class="button" disabled={present.length === 0 || isPacking.value} onClick={() => void exportAll()}>
          {isPacking.value ? words.exporting : words.exportAll}
        </button>
      </div>
    </>
  );
}
