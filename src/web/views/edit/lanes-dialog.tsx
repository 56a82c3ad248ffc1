import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Change } from '../../../core/edit/change.ts';
import { editCategories, editEras, type CategoryEdit, type EraEdit } from '../../../core/edit/edit-story.ts';
import { capitalised } from '../../../core/i18n/describe-event.ts';
import { describeEdtf } from '../../../core/i18n/describe-time.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import type { Category, Era } from '../../../core/model/story.ts';
import { civilOf } from '../../../core/time/calendar.ts';
import { yearText } from '../../../core/time/edtf-of.ts';
import { parseEdtf } from '../../../core/time/edtf.ts';
import { parseWritten } from '../../../core/time/written.ts';
import type { CommandContext } from '../../commands/command.ts';
import { tellLastDeed } from '../../commands/undo.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icon.tsx';
import { CategoryGlyph } from '../../parts/signs.tsx';
import { frame } from '../../platform/frame.ts';
import { draftingOf } from '../../store/drafting.ts';
import { editingOf } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';
import { endsOf } from './draft-when.ts';
import { TextField } from './fields.tsx';
import './edit.css';

/** The dialog that arranges the story's categories, which make its lanes, and its eras. Each step of it is a step of undo. */
export function LanesDialog({ context }: { readonly context: CommandContext }) {
  const { store } = context;
  const editing = editingOf(store);
  const { messages } = store.world.value;
  const { lanes: words, form } = editFormMessagesOf(messages);
  const apply: PartProps['onChange'] = (changeOf) => {
    const change = changeOf(store.opened.peek().dataset);
    if (change !== undefined && editing.apply(change)) tellLastDeed(context);
  };
  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      onClose={() => {
        draftingOf(store).isArranging.value = false;
      }}
    >
      {editing.lock.value !== undefined ? (
        <p>{form.locked[editing.lock.value]}</p>
      ) : (
        <div class="lanes-editor">
          <Categories store={store} onChange={apply} />
          <Eras store={store} onChange={apply} />
        </div>
      )}
    </Dialog>
  );
}

interface PartProps {
  readonly store: Store;
  /** Asks for a change of the story as it is by then, which may be another one than is on show; `undefined` where there is nothing to change. */
  readonly onChange: (changeOf: (dataset: Dataset) => Change | undefined) => void;
}

function Categories({ store, onChange }: PartProps) {
  const { messages, formats } = store.world.value;
  const { lanes: words } = editFormMessagesOf(messages);
  const { dataset } = store.opened.value;
  const { categories } = dataset.story;
  const counts = countsOf(store);
  const asked = useSignal<string | undefined>(undefined);
  const change = (id: string, edit: CategoryEdit): void =>
    onChange((present) => (isListed(present, id) === (edit.kind !== 'add') ? editCategories(present, edit) : undefined));
  const move = (id: string, by: 1 | -1): void =>
    onChange((present) => {
      const ids = present.story.categories.map((category) => category.id);
      const at = ids.indexOf(id);
      return at === -1 ? undefined : editCategories(present, { kind: 'order', ids: ids.toSpliced(at, 1).toSpliced(Math.max(at + by, 0), 0, id) });
    });
  const remove = (id: string): void => {
    if ((counts.get(id) ?? 0) === 0) change(id, { kind: 'delete', id, into: undefined });
    else asked.value = id;
  };
  const decide = (id: string, into: string | undefined): void => {
    asked.value = undefined;
    change(id, { kind: 'delete', id, into });
  };
  return (
    <>
      <h3>{words.categories}</h3>
      <p>{words.categoriesHint}</p>
      <ul class="lanes-editor">
        {categories.map(({ id, name }, position) => {
          const count = counts.get(id) ?? 0;
          return (
            <li key={id} class="lane-line">
              <CategoryGlyph store={store} position={position} />
              <Committed label={words.nameOf(name)} value={name} onCommit={(text) => text !== '' && change(id, { kind: 'rename', id, name: text })} />
              <p>{words.count(count, formats.number(count))}</p>
              <span class="lane-buttons">
                <Quiet label={words.up(name)} disabled={position === 0} onPress={() => move(id, -1)}>
                  ↑
                </Quiet>
                <Quiet label={words.down(name)} disabled={position === categories.length - 1} onPress={() => move(id, 1)}>
                  ↓
                </Quiet>
                <Quiet label={words.delete(name)} onPress={() => remove(id)}>
                  <Icon name="close" />
                </Quiet>
              </span>
              {asked.value === id && (
                <Asking
                  store={store}
                  category={{ id, name }}
                  count={words.count(count, formats.number(count))}
                  onDecide={(into) => decide(id, into)}
                  onKeep={() => {
                    asked.value = undefined;
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Adding label={words.add} button={words.plus} onAdd={(name) => name !== '' && change(name, { kind: 'add', category: { id: name, name } })} />
    </>
  );
}

interface AskingProps {
  readonly store: Store;
  readonly category: Category;
  readonly count: string;
  readonly onDecide: (into: string | undefined) => void;
  readonly onKeep: () => void;
}

/** What is to become of the events of a category that goes. */
function Asking({ store, category, count, onDecide, onKeep }: AskingProps) {
  const { lanes: words } = editFormMessagesOf(store.world.value.messages);
  const others = store.opened.value.dataset.story.categories.filter(({ id }) => id !== category.id);
  return (
    <div class="lane-asking" role="group" aria-label={words.confirm(category.name, count)}>
      <p>{words.confirm(category.name, count)}</p>
      {others.length > 0 && (
        <select
          aria-label={words.into}
          value=""
          onChange={({ currentTarget }) => (currentTarget.value === '' ? undefined : onDecide(currentTarget.value))}
        >
          <option value="">{words.into}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <button type="button" class="button" onClick={() => onDecide(undefined)}>
        {words.without}
      </button>
      <button type="button" class="button" ref={(button) => button?.focus()} onClick={onKeep}>
        {words.keep}
      </button>
    </div>
  );
}

function Eras({ store, onChange }: PartProps) {
  const world = store.world.value;
  const { lanes: words, when } = editFormMessagesOf(world.messages);
  const { eras } = store.opened.value.dataset.story;
  const wrong = useSignal<number | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const edit = (at: number, members: Partial<Era>): void =>
    onChange((present) => {
      const era = present.story.eras[at];
      return era === undefined ? undefined : editEras(present, { kind: 'edit', at, era: { ...era, ...members } });
    });
  const setWhen = (at: number, era: Era, typed: string): void => {
    const read = parseWritten(typed);
    wrong.value = read.ok ? undefined : at;
    if (read.ok && read.value.edtf.text !== era.when) edit(at, { when: read.value.edtf.text });
  };
  const add = (name: string): void => {
    const year = yearText(civilOf(world.now).year);
    if (name !== '') onChange((present) => editEras(present, { kind: 'add', era: { name, when: year } }));
  };
  const rearrange = (at: number, how: EraEdit): void =>
    onChange((present) => (at < present.story.eras.length ? editEras(present, how) : undefined));
  const move = (at: number, by: 1 | -1): void => {
    rearrange(at, { kind: 'move', at, by });
    // The focus goes with the era; at an end of the list to the way back.
    frame.after(() => {
      const buttons = list.current?.children[at + by]?.querySelectorAll<HTMLButtonElement>('.lane-buttons button:enabled');
      buttons?.[by === 1 && buttons.length === 3 ? 1 : 0]?.focus();
    });
  };
  return (
    <>
      <h3>{words.eras}</h3>
      <p>{words.erasHint}</p>
      <ul ref={list} class="lanes-editor">
        {eras.map((era, at) => (
          <li key={at} class="era-line">
            <Committed label={words.nameOf(era.name)} value={era.name} onCommit={(name) => name !== '' && edit(at, { name })} />
            <Committed
              label={words.eraWhenOf(era.name)}
              value={typedText(era.when, store)}
              hint={inWords(era.when, store)}
              problem={wrong.value === at ? when.problems.unreadable : undefined}
              onCommit={(typed) => setWhen(at, era, typed)}
            />
            <span class="lane-buttons">
              <Quiet label={words.eraUp(era.name)} disabled={at === 0} onPress={() => move(at, -1)}>
                ↑
              </Quiet>
              <Quiet label={words.eraDown(era.name)} disabled={at === eras.length - 1} onPress={() => move(at, 1)}>
                ↓
              </Quiet>
              <Quiet label={words.deleteEra(era.name)} onPress={() => rearrange(at, { kind: 'delete', at })}>
                <Icon name="close" />
              </Quiet>
            </span>
          </li>
        ))}
      </ul>
      <Adding label={words.addEra} button={words.plus} onAdd={add} />
    </>
  );
}

/** An era's dates as they can be typed. */
function typedText(text: string, store: Store): string {
  const edtf = parseEdtf(text);
  if (!edtf.ok) return text;
  const { start, end } = endsOf(edtf.value, store.world.value);
  return end === '' ? start : text;
}

function inWords(text: string, store: Store): string | undefined {
  const edtf = parseEdtf(text);
  return edtf.ok ? capitalised(describeEdtf(edtf.value, store.world.value), store.world.value) : undefined;
}

interface QuietProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** A small button of a line, told by its sign and its name. */
function Quiet({ label, disabled = false, onPress, children }: QuietProps) {
  return (
    <button type="button" class="quiet-button" aria-label={label} title={label} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}

interface CommittedProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly onCommit: (text: string) => unknown;
}

/** A text that counts when it is left, or at Enter. */
function Committed({ label, value, hint, problem, onCommit }: CommittedProps) {
  return (
    <div class="edit-field">
      <input
        type="text"
        dir="auto"
        aria-label={label}
        aria-invalid={problem !== undefined}
        defaultValue={value}
        key={value}
        onChange={({ currentTarget }) => onCommit(currentTarget.value.trim())}
      />
      {(problem ?? hint) !== undefined && (
        <p class="edit-said" data-wrong={problem !== undefined} role={problem === undefined ? undefined : 'alert'}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}

/** A field that adds what is written into it. */
function Adding({ label, button, onAdd }: { readonly label: string; readonly button: string; readonly onAdd: (name: string) => unknown }) {
  const typed = useSignal('');
  const add = (): void => {
    onAdd(typed.value.trim());
    typed.value = '';
  };
  return (
    <form
      class="many-set"
      onSubmit={(submission) => {
        submission.preventDefault();
        add();
      }}
    >
      <TextField label={label} value={typed.value} onWrite={(text) => {
        typed.value = text;
      }} />
      <button type="submit" class="button" aria-label={label}>
        <Icon name="plus" />
        {button}
      </button>
    </form>
  );
}

const isListed = (dataset: Dataset, sought: string): boolean => dataset.story.categories.some(({ id }) => id === sought);

/** How many events name each category. */
function countsOf(store: Store): ReadonlyMap<string, number> {
  const { codes, ids } = store.opened.value.dataset.columns.categories;
  const bySet = new Uint32Array(ids.length);
  for (const code of codes) bySet[code] = (bySet[code] ?? 0) + 1;
  const counts = new Map<string, number>();
  for (const [set, count] of bySet.entries()) for (const id of ids[set] ?? []) counts.set(id, (counts.get(id) ?? 0) + count);
  return counts;
}
