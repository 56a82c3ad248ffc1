import type { Ref } from 'preact';
import type { Store } from '../../store/store.ts';

interface SearchBoxProps {
  readonly store: Store;
  readonly field: Ref<HTMLInputElement>;
}

/** Filters by words as they are written. Esc empties the field, and leaves it when it is empty. */
export function SearchBox({ store, field }: SearchBoxProps) {
  const { messages } = store.world.value;
  const { text } = store.view.value;
  const onKeyDown = (press: KeyboardEvent & { readonly currentTarget: HTMLInputElement }): void => {
    if (press.key !== 'Escape') return;
    press.preventDefault();
    if (text === '') press.currentTarget.blur();
    else store.dispatch({ kind: 'set-text', text: '' });
  };
  return (
    <search class="search">
      <input
        ref={field}
        class="search-field"
        type="search"
        dir="auto"
        value={text}
        placeholder={messages.app.search.label}
        aria-label={messages.app.search.label}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => store.dispatch({ kind: 'set-text', text: currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      {text === '' && (
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      )}
    </search>
  );
}
