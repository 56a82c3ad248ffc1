import type { ComponentChildren } from 'preact';
import { Icon } from '../../parts/icon.tsx';

interface EntryListProps<T> {
  readonly name: string;
  readonly entries: readonly T[];
  readonly addLabel: string;
  readonly removeLabel: (entry: T) => string;
  readonly empty: T;
  /** Changes the entries as they stand by then, which may not be on show yet. */
  readonly onChange: (change: (now: readonly T[]) => readonly T[]) => void;
  readonly children: (entry: T, position: number, set: (change: Partial<T>) => void) => ComponentChildren;
}

/** A list of entries with fields of their own, to which some can be added and from which each can be taken. */
export function EntryList<T extends object>({ name, entries, addLabel, removeLabel, empty, onChange, children }: EntryListProps<T>) {
  return (
    <fieldset class="edit-part">
      <legend>{name}</legend>
      {entries.map((entry, position) => (
        <div key={position} class="edit-entry">
          {children(entry, position, (change) => onChange((now) => now.map((one, at) => (at === position ? { ...one, ...change } : one))))}
          <button
            type="button"
            class="quiet-button edit-remove"
            aria-label={removeLabel(entry)}
            title={removeLabel(entry)}
            onClick={() => onChange((now) => now.toSpliced(position, 1))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button type="button" class="link-button" onClick={() => onChange((now) => [...now, empty])}>
        {addLabel}
      </button>
    </fieldset>
  );
}
