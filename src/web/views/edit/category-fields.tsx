import { useSignal } from '@preact/signals';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import { CategoryGlyph } from '../../parts/signs.tsx';
import type { Store } from '../../store/store.ts';

interface CategoryFieldsProps {
  readonly store: Store;
  readonly chosen: readonly string[];
  /** Changes what is chosen by then, which may not be on show yet. */
  readonly onChange: (change: (now: readonly string[]) => readonly string[]) => void;
}

/** The categories of an event: those of the story to press, and a field for another one. */
export function CategoryFields({ store, chosen, onChange }: CategoryFieldsProps) {
  const words = editFormMessagesOf(store.world.value.messages).categories;
  const typed = useSignal('');
  const { categories } = store.opened.value.dataset.story;
  const others = chosen.filter((id) => !categories.some((category) => category.id === id));
  const toggle = (id: string): void => onChange((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id]));
  const add = (): void => {
    const name = typed.value.trim();
    if (name === '') return;
    const id = categories.find((category) => category.name === name)?.id ?? name;
    onChange((now) => (now.includes(id) ? now : [...now, id]));
    typed.value = '';
  };
  return (
    <fieldset class="edit-part">
      <legend>{words.name}</legend>
      <div class="edit-chips">
        {categories.map(({ id, name }, position) => (
          <button key={id} type="button" class="edit-chip" aria-pressed={chosen.includes(id)} onClick={() => toggle(id)}>
            <CategoryGlyph store={store} position={position} />
            {name}
          </button>
        ))}
        {others.map((id) => (
          <button key={id} type="button" class="edit-chip" aria-pressed="true" onClick={() => toggle(id)}>
            {id}
          </button>
        ))}
        <input
          type="text"
          class="edit-chip-field"
          dir="auto"
          aria-label={words.add}
          placeholder={words.add}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
          onBlur={add}
          onKeyDown={(key) => {
            if (key.key !== 'Enter' || key.ctrlKey || key.metaKey) return;
            key.preventDefault();
            add();
          }}
        />
      </div>
      {chosen.length > 1 && <p class="edit-said">{words.first}</p>}
    </fieldset>
  );
}
