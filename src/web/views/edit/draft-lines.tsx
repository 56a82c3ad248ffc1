import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { draftingOf } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';
import { draftedEvents, keepDraft } from './kept-drafts.ts';
import './edit.css';

/** Tells of forms that were left unsaved, each with the way back to it. */
export function DraftLines({ store }: { readonly store: Store }) {
  const words = editFormMessagesOf(store.world.value.messages).drafts;
  const { dataset } = store.opened.value;
  const drafted = draftedEvents(store).filter((id) => id === '' || rowOf(dataset, id) !== undefined);
  if (drafted.length === 0) return null;
  return (
    <ul class="draft-lines">
      {drafted.map((id) => {
        const row = id === '' ? undefined : rowOf(dataset, id);
        return (
          <li key={id}>
            <span dir="auto">{row === undefined ? words.ofNew : words.of(eventAt(dataset, row).title)}</span>
            <button
              type="button"
              class="link-button"
              onClick={() => {
                draftingOf(store).form.value = { id: id === '' ? undefined : id };
              }}
            >
              {words.goOn}
            </button>
            <button type="button" class="link-button" onClick={() => keepDraft(store, id === '' ? undefined : id, undefined)}>
              {words.discard}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
