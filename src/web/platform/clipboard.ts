/** Where copied text goes. */
export interface Clipboard {
  /** Copies text; `false` when the browser or the person does not allow it. */
  readonly writeText: (text: string) => Promise<boolean>;
}

/** The system's clipboard, which pages may reach only over HTTPS or on the own machine. */
export function browserClipboard(navigator: Navigator): Clipboard {
  return {
    writeText: async (text) => {
      // The member is missing where the page was not served securely, whatever the types say.
      const clipboard: Navigator['clipboard'] | undefined = navigator.clipboard;
      if (clipboard === undefined) return false;
      try {
        await clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** A clipboard in memory, holding what was copied last. */
export function memoryClipboard(): Clipboard & { readonly text: () => string | undefined } {
  let held: string | undefined;
  return {
    text: () => held,
    writeText: (text) => {
      held = text;
      return Promise.resolve(true);
    },
  };
}
