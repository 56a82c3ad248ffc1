/** Files a person gives or takes. */
export interface Files {
  /** Asks for a file; `undefined` when none was chosen. `accept` is a list as in an input's `accept`. */
  readonly pick: (accept: string) => Promise<File | undefined>;
  /** Hands over a file to keep. */
  readonly save: (name: string, blob: Blob) => void;
}

/** Files through the browser's own dialogs. */
export function browserFiles(page: Document): Files {
  return {
    pick: (accept) =>
      new Promise((resolve) => {
        const input = page.createElement('input');
        input.type = 'file';
        input.accept = accept;
        input.addEventListener('change', () => resolve(input.files?.[0]));
        input.addEventListener('cancel', () => resolve(undefined));
        input.click();
      }),
    save: (name, blob) => {
      const url = URL.createObjectURL(blob);
      const link = page.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      // The download has taken its own hold of the blob by the next turn of the event loop.
      setTimeout(() => URL.revokeObjectURL(url));
    },
  };
}

/** Files in memory: gives the files of a list in turn, and keeps what is saved. */
export function memoryFiles(offered: readonly File[] = []): Files & { readonly saved: ReadonlyMap<string, Blob> } {
  const waiting = [...offered];
  const saved = new Map<string, Blob>();
  return {
    saved,
    pick: () => Promise.resolve(waiting.shift()),
    save: (name, blob) => {
      saved.set(name, blob);
    },
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
