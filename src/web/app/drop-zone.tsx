import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Messages } from '../../core/i18n/messages.ts';
import type { ChosenFile } from '../platform/files.ts';

interface DropZoneProps {
  readonly messages: Messages;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

/**
 * Takes files that are dropped anywhere on the page, and says so while they are held over it; and those, or a text, that are pasted beside
 * any field.
 */
export function DropZone({ messages, onFiles }: DropZoneProps) {
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
      if (!holdsFile(drag) || drag.dataTransfer === null) return;
      drag.preventDefault();
      isOver.value = false;
      void filesOf(drag.dataTransfer).then((files) => files.length > 0 && onFiles(files));
    };
    const onPaste = (paste: ClipboardEvent): void => {
      if (paste.clipboardData === null || takesText(paste.target)) return;
      const files = pastedFiles(paste.clipboardData, messages.app.drop.pasted);
      if (files.length === 0) return;
      paste.preventDefault();
      onFiles(files);
    };
    const { body } = document;
    body.addEventListener('dragover', onOver);
    body.addEventListener('dragleave', onLeave);
    body.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      body.removeEventListener('dragover', onOver);
      body.removeEventListener('dragleave', onLeave);
      body.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, [onFiles, isOver, messages]);
  return isOver.value ? (
    <div class="drop-zone">
      <p class="drop-title">{messages.app.drop.title}</p>
      <p>{messages.app.drop.hint}</p>
    </div>
  ) : null;
}

/** What the compiler's library does not have yet (https://wicg.github.io/file-system-access/#drag-and-drop). */
interface WithHandle {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** The dropped files. All are asked for at once, for a drop holds them no longer than its event. */
async function filesOf({ items, files }: DataTransfer): Promise<readonly ChosenFile[]> {
  const dropped = Array.from(items).filter(({ kind }) => kind === 'file').map((item) => {
    const file = item.getAsFile();
    return { file, handle: (item as WithHandle).getAsFileSystemHandle?.().catch(() => null) };
  });
  const chosen = await Promise.all(dropped.map(async ({ file, handle }) => ({ file, handle: await handle })));
  const known = chosen.flatMap(({ file, handle }) => (file === null ? [] : [{ file, handle: isFileHandle(handle) ? handle : undefined }]));
  return known.length > 0 ? known : Array.from(files, (file) => ({ file, handle: undefined }));
}

const isFileHandle = (handle: FileSystemHandle | null | undefined): handle is FileSystemFileHandle => handle?.kind === 'file';

/** Whether a paste belongs to what it is aimed at. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') !== null;

/** The pasted files; or the pasted text as one, where it is more than a word or a line. */
function pastedFiles(pasted: DataTransfer, name: string): readonly ChosenFile[] {
  if (pasted.files.length > 0) return Array.from(pasted.files, (file) => ({ file, handle: undefined }));
  const text = pasted.getData('text/plain');
  const isFile = /\S[\r\n]+\s*\S/.test(text) || /^\s*[[{<]/.test(text);
  return isFile ? [{ file: new File([text], name, { type: 'text/plain' }), handle: undefined }] : [];
}
