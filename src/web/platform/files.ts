/** A file that a person has chosen, and where it lies, as far as the browser tells: there it can be written again. */
export interface ChosenFile {
  readonly file: File;
  readonly handle: FileSystemFileHandle | undefined;
}

/** Files a person gives or takes. */
export interface Files {
  /** Asks for files of any kind; none when none was chosen. */
  readonly pick: () => Promise<readonly ChosenFile[]>;
  /** Hands over a file to keep. */
  readonly save: (name: string, blob: Blob) => void;
  /** Writes a file where it lies, if the person allows it; answers whether it was written. */
  readonly write: (handle: FileSystemFileHandle, blob: Blob) => Promise<boolean>;
  /** Asks where to keep a file, and writes it there: answers where, or that it was not to be. `undefined` where a browser cannot ask. */
  readonly saveAs: ((name: string, blob: Blob) => Promise<FileSystemFileHandle | undefined>) | undefined;
}

/** The part of the File System Access interface that the compiler's library does not have (https://wicg.github.io/file-system-access/). */
interface FileAccess {
  readonly showOpenFilePicker?: (options: { readonly multiple: boolean }) => Promise<readonly FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
}

interface WithPermission {
  readonly requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

/** Files through the browser's own dialogs. */
export function browserFiles(page: Document): Files {
  const access = (page.defaultView ?? {}) as FileAccess;
  const { showOpenFilePicker, showSaveFilePicker } = access;
  return {
    pick: () => (showOpenFilePicker === undefined ? pickByInput(page) : pickByHandle((options) => showOpenFilePicker.call(access, options))),
    save: (name, blob) => {
      const url = URL.createObjectURL(blob);
      const link = page.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      // The download has taken its own hold of the blob by the next turn of the event loop.
      setTimeout(() => URL.revokeObjectURL(url));
    },
    write: writeTo,
    saveAs:
      showSaveFilePicker === undefined
        ? undefined
        : async (name, blob) => {
            const handle = await unlessGivenUp(showSaveFilePicker.call(access, { suggestedName: name }));
            return handle !== undefined && (await writeTo(handle, blob)) ? handle : undefined;
          },
  };
}

const pickByInput = (page: Document): Promise<readonly ChosenFile[]> =>
  new Promise((resolve) => {
    const input = page.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [], (file) => ({ file, handle: undefined }))));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

async function pickByHandle(ask: NonNullable<FileAccess['showOpenFilePicker']>): Promise<readonly ChosenFile[]> {
  const handles = (await unlessGivenUp(ask({ multiple: true }))) ?? [];
  return Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
}

/** What a person chose; `undefined` when they chose nothing. */
const unlessGivenUp = <T>(choosing: Promise<T>): Promise<T | undefined> =>
  choosing.catch((problem: unknown) => {
    if (problem instanceof DOMException && problem.name === 'AbortError') return undefined;
    throw problem;
  });

async function writeTo(handle: FileSystemFileHandle, blob: Blob): Promise<boolean> {
  try {
    const { requestPermission } = handle as WithPermission;
    if (requestPermission !== undefined && (await requestPermission.call(handle, { mode: 'readwrite' })) !== 'granted') return false;
    const stream = await handle.createWritable();
    await stream.write(blob);
    await stream.close();
    return true;
  } catch {
    return false;
  }
}

/** Files in memory: gives the files of a list in turn, and keeps what is saved. */
export function memoryFiles(offered: readonly File[] = []): Files & { readonly saved: ReadonlyMap<string, Blob> } {
  const waiting = [...offered];
  const saved = new Map<string, Blob>();
  return {
    saved,
    pick: () => Promise.resolve(waiting.splice(0, 1).map((file) => ({ file, handle: undefined }))),
    save: (name, blob) => {
      saved.set(name, blob);
    },
    write: (handle, blob) => {
      saved.set(handle.name, blob);
      return Promise.resolve(true);
    },
    saveAs: undefined,
  };
}

/** A file name from a title: letters and digits of any script, the rest as single hyphens; `fallback` when nothing is left. */
export function fileNameOf(title: string, extension: string, fallback: string): string {
  const stem = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return `${stem === '' ? fallback : stem}.${extension}`;
}
