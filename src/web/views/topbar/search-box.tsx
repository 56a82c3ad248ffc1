import type { Ref } from 'preact';
import type { Store } from '../../store/store.ts';
import { SearchProgress } from './search-progress.tsx';

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
    if (store.view.peek().text === '') press.currentTarget.blur();
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
      <svg class="search-sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0 -11zM12.6 12.6l4.4 4.4" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
      </svg>
      {text === '' && (
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      )}
      <SearchProgress store={store} />
    </search>
  );
}
