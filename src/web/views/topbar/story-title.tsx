import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Messages } from '../../../core/i18n/messages.ts';
import { frame } from '../../platform/frame.ts';
import type { StoryText } from '../../parts/story-text.ts';

interface StoryTitleProps {
  readonly title: string;
  readonly text: StoryText;
  readonly messages: Messages;
  /** Whether it can be read alone. */
  readonly isLocked: boolean;
  readonly onRename: (title: string) => void;
}

/** The story's title; a press makes it a field. Enter or leaving keeps what was written, Esc does not, and an empty title is no title. */
export function StoryTitle({ title, text, messages, isLocked, onRename }: StoryTitleProps) {
  const editing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isEditing = editing.value && !isLocked;
  useLayoutEffect(() => {
    if (isEditing) field.current?.select();
  }, [isEditing]);

  const keep = (): void => {
    const written = field.current?.value.trim() ?? '';
    if (editing.peek() && written !== '' && written !== title) onRename(written);
    editing.value = false;
  };
  const onKeyDown = (press: KeyboardEvent): void => {
    if (press.isComposing || (press.key !== 'Enter' && press.key !== 'Escape')) return;
    if (press.key === 'Enter') keep();
    editing.value = false;
    frame.after(() => button.current?.focus());
  };

  return (
    <h1 class="story-title">
      {isEditing ? (
        <input
          ref={field}
          class="story-title-field"
          type="text"
          {...text}
          defaultValue={title}
          aria-label={messages.app.story.title}
          onKeyDown={onKeyDown}
          onBlur={keep}
        />
      ) : (
        <button
          ref={button}
          type="button"
          class="story-title-button"
          {...text}
          disabled={isLocked}
          title={isLocked ? undefined : messages.app.story.rename}
          onClick={() => {
            editing.value = true;
          }}
        >
          {title}
        </button>
      )}
    </h1>
  );
}
