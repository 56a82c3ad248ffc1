import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatAgo } from '../../../core/i18n/format-ago.ts';
import { formatBytes } from '../../../core/i18n/format-bytes.ts';
import { keepMessagesOf } from '../../../core/i18n/keep-messages.ts';
import type { KeptStory } from '../../keep/disk.ts';
import { frame } from '../../platform/frame.ts';
import type { Store } from '../../store/store.ts';

interface KeptRowProps {
  readonly store: Store;
  readonly story: KeptStory;
  /** Whether it is the story on the page. */
  readonly isPresent: boolean;
  readonly onOpen: () => void;
  readonly onRename: (title: string) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

/** A kept story: a press on its title opens it. */
export function KeptRow({ store, story, isPresent, onOpen, onRename, onDuplicate, onRemove }: KeptRowProps) {
  const { messages, formats } = store.world.value;
  const { library: words } = keepMessagesOf(messages);
  const { title, events, changed } = story.about;
  const isRenaming = useSignal(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  return (
    <li class="library-row">
      <div class="library-story">
        {isRenaming.value ? (
          <TitleField
            title={title}
            label={words.newTitle(title)}
            onDone={(written) => {
              isRenaming.value = false;
              if (written !== undefined) onRename(written);
              frame.after(() => renameButton.current?.focus());
            }}
          />
        ) : (
          <button type="button" class="library-title" dir="auto" onClick={onOpen}>
            {title === '' ? words.untitled : title}
          </button>
        )}
        <p class="library-about">
          {isPresent && <span class="library-present">{words.present}</span>}
          {words.about(events, formats.number(events), formatAgo(Date.now() - changed, formats.locale), formatBytes(story.length, formats.locale))}
        </p>
      </div>
      <div class="library-actions">
        <button ref={renameButton} type="button" class="link-button" aria-label={words.renameNamed(title)} onClick={() => {
          isRenaming.value = true;
        }}>
          {words.rename}
        </button>
        <button type="button" class="link-button" aria-label={words.duplicateNamed(title)} onClick={onDuplicate}>
          {words.duplicate}
        </button>
        <button type="button" class="link-button" aria-label={words.removeNamed(title)} onClick={onRemove}>
          {words.remove}
        </button>
      </div>
    </li>
  );
}

interface TitleFieldProps {
  readonly title: string;
  readonly label: string;
  /** Is told the new title; nothing when it stays as it is. */
  readonly onDone: (written: string | undefined) => void;
}

/** A field for a title. Enter or leaving it keeps what was written, Esc does not, and an empty title is no title. */
function TitleField({ title, label, onDone }: TitleFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => field.current?.select(), []);
  const done = (isKept: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const written = field.current?.value.trim() ?? '';
    onDone(isKept && written !== '' && written !== title ? written : undefined);
  };
  const onKeyDown = (press: KeyboardEvent): void => {
    if (press.isComposing || (press.key !== 'Enter' && press.key !== 'Escape')) return;
    // The dialog itself is closed by Escape as well.
    press.preventDefault();
    done(press.key === 'Enter');
  };
  return (
    <input ref={field} class="library-field" type="text" dir="auto" defaultValue={title} aria-label={label} onKeyDown={onKeyDown} onBlur={() => done(true)} />
  );
}
