import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Messages } from '../../core/i18n/messages.ts';

interface DropZoneProps {
  readonly messages: Messages;
  readonly onFile: (file: File) => void;
}

/** Takes a file that is dropped anywhere on the page, and says so while one is held over it. */
export function DropZone({ messages, onFile }: DropZoneProps) {
  const isOver = useSignal(false);
  useEffect(() => {
    const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
    const onOver = (drag: DragEvent): void => {
      if (!holdsFile(drag)) return;
      drag.preventDefault();
      isOver.value = true;
    };
    const onLeave = (drag: DragEvent): void => {
      if (drag.relatedTarget === null) isOver.value = false;
    };
    const onDrop = (drag: DragEvent): void => {
      if (!holdsFile(drag)) return;
      drag.preventDefault();
      isOver.value = false;
      const file = drag.dataTransfer?.files[0];
      if (file !== undefined) onFile(file);
    };
    const { body } = document;
    body.addEventListener('dragover', onOver);
    body.addEventListener('dragleave', onLeave);
    body.addEventListener('drop', onDrop);
    return () => {
      body.removeEventListener('dragover', onOver);
      body.removeEventListener('dragleave', onLeave);
      body.removeEventListener('drop', onDrop);
    };
  }, [onFile, isOver]);
  return isOver.value ? (
    <div class="drop-zone">
      <p class="drop-title">{messages.app.drop.title}</p>
      <p>{messages.app.drop.hint}</p>
    </div>
  ) : null;
}
