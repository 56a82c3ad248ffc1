import { useSignal } from '@preact/signals';
import { describeWhenShort } from './describe-when-short.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import { RELATION_KINDS, type Relation, type RelationKind } from '../../../core/model/event.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Store } from '../../store/store.ts';
import { SelectField, TextField } from './fields.tsx';
import { findEvents } from './find-events.ts';

interface RelationFieldsProps {
  readonly store: Store;
  /** The event that is tied; `undefined` for one that is not in the story yet. */
  readonly id: string | undefined;
  readonly relations: readonly Relation[];
  /** Changes the ties as they stand by then, which may not be on show yet. */
  readonly onChange: (change: (now: readonly Relation[]) => readonly Relation[]) => void;
}

/** So many events are offered. */
const MOST = 6;

/** The ties of an event to others, which are found by words of their titles. */
export function RelationFields({ store, id, relations, onChange }: RelationFieldsProps) {
  const world = store.world.value;
  const words = editFormMessagesOf(world.messages).relations;
  const typed = useSignal('');
  const { dataset } = store.opened.value;
  const titleOf = (to: string): string => {
    const row = rowOf(dataset, to);
    return row === undefined ? to : eventAt(dataset, row).title;
  };
  const near = id ?? store.view.peek().selected;
  const around = (near === undefined ? undefined : rowOf(dataset, near)) ?? 0;
  const tied = new Set([...relations.map(({ to }) => to), ...(id === undefined ? [] : [id])]);
  const found = findEvents(dataset, typed.value, around, MOST, tied);
  return (
    <fieldset class="edit-part">
      <legend>{words.name}</legend>
      {relations.map(({ kind, to }) => (
        <div key={to} class="edit-entry edit-tie">
          <SelectField<RelationKind>
            label={words.kind}
            value={kind}
            options={RELATION_KINDS.map((known) => [known, words.kinds[known]] as const)}
            onChoose={(chosen) => onChange((now) => now.map((tie) => (tie.to === to ? { kind: chosen, to } : tie)))}
          />
          <p dir="auto">{titleOf(to)}</p>
          <button
            type="button"
            class="quiet-button edit-remove"
            aria-label={words.remove(titleOf(to))}
            title={words.remove(titleOf(to))}
            onClick={() => onChange((now) => now.filter((tie) => tie.to !== to))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <TextField
        label={words.add}
        value={typed.value}
        placeholder={words.find}
        hint={typed.value.trim() !== '' && found.length === 0 ? words.none : undefined}
        onWrite={(text) => {
          typed.value = text;
        }}
      />
      {found.length > 0 && (
        <ul class="edit-found" aria-label={words.found}>
          {found.map((event) => (
            <li key={event.id}>
              <button
                type="button"
                onClick={() => {
                  typed.value = '';
                  onChange((now) => (now.some(({ to }) => to === event.id) ? now : [...now, { kind: 'follows', to: event.id }]));
                }}
              >
                <span dir="auto">{event.title}</span> <span class="edit-suggestion-note">{describeWhenShort(event.when, world)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
