import type { Address } from '../platform/address.ts';

/** A view that stands in memory: whoever shows the story can set it, and hears of every change. */
export interface SetAddress extends Address {
  readonly set: (view: string) => void;
}

/** Keeps a view, beginning with `first`; `onWrite` is called when the story has changed it. */
export function setAddress(first: string, onWrite: (view: string) => void): SetAddress {
  let text = first;
  const listeners = new Set<() => void>();
  const write = (view: string): void => {
    text = view;
    onWrite(view);
  };
  return {
    read: () => text,
    replace: write,
    push: write,
    whole: () => `#${text}`,
    onChange: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    set: (view) => {
      if (view === text) return;
      text = view;
      for (const changed of listeners) changed();
    },
  };
}
