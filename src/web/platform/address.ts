/** The part of the page's address after `#`: it is kept, shared and gone back to, and never sent to a server. */
export interface Address {
  /** Without the `#`. */
  readonly read: () => string;
  /** Puts a text in place of the present one. */
  readonly replace: (text: string) => void;
  /** Adds a step that the back button undoes. */
  readonly push: (text: string) => void;
  /** The whole address, to be given to somebody. */
  readonly whole: () => string;
  /** Calls back when a person goes back, forward, or writes another address; returns the end of it. */
  readonly onChange: (changed: () => void) => () => void;
}

/** The address bar. */
export function browserAddress(window: Window): Address {
  const written = (text: string): string => (text === '' ? window.location.pathname + window.location.search : `#${text}`);
  return {
    read: () => window.location.hash.replace(/^#/, ''),
    replace: (text) => window.history.replaceState(null, '', written(text)),
    push: (text) => window.history.pushState(null, '', written(text)),
    whole: () => window.location.href,
    onChange: (changed) => {
      window.addEventListener('popstate', changed);
      return () => window.removeEventListener('popstate', changed);
    },
  };
}

/** An address in memory, with a history to go back in. */
export function memoryAddress(first = ''): Address & { readonly back: () => void } {
  const history = [first];
  const listeners = new Set<() => void>();
  const read = (): string => history.at(-1) ?? '';
  return {
    read,
    replace: (text) => {
      history[history.length - 1] = text;
    },
    push: (text) => {
      history.push(text);
    },
    whole: () => `memory:#${read()}`,
    onChange: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    back: () => {
      if (history.length > 1) history.pop();
      for (const changed of listeners) changed();
    },
  };
}
