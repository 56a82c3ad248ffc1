import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Change } from '../../../core/edit/change.ts';
import { deleteEvents, duplicateEvents } from '../../../core/edit/edit-events.ts';
import { editMany, type ManyEdit } from '../../../core/edit/edit-many.ts';
import { mergeEvents, type MergeChoice } from '../../../core/edit/merge-events.ts';
import { mergeQuestions } from '../../../core/edit/merge-questions.ts';
import { capitalised } from '../../../core/i18n/describe-event.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { STATUSES, type Status, type TimelineEvent } from '../../../core/model/event.ts';
import { eventAt, rowOf } from '../../../core/model/rows.ts';
import { clocksOf } from '../../../core/time/zone.ts';
import type { CommandContext } from '../../commands/command.ts';
import { tellLastDeed } from '../../commands/undo.ts';
import { draftingOf } from '../../store/drafting.ts';
import { editingOf } from '../../store/history.ts';
import { SelectField, TextField } from './fields.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import './edit.css';

/** So many events are changed in one step, at most: more of them would be long to undo and to keep. */
const MOST = 50_000;

/** The bar for the chosen events: what they have in common can be changed at once. */
export function ManyBar({ context }: { readonly context: CommandContext }) {
  const { store } = context;
  const drafting = draftingOf(store);
  const editing = editingOf(store);
  const { formats, messages } = store.world.value;
  const words = editFormMessagesOf(messages);
  const { many } = words;
  const { dataset } = store.opened.value;
  const category = useSignal('');
  const zone = useSignal('');
  const days = useSignal('');
  const isMerging = useSignal(false);
  const ids = [...drafting.chosen.value].filter((id) => rowOf(dataset, id) !== undefined);
  const count = ids.length;
  const shown = store.visible.value.count;
  const isIdle = count === 0 || count > MOST || editing.isReadOnly.value;
  useEffect(() => {
    const chosen = [...drafting.chosen.peek()];
    const present = chosen.filter((id) => rowOf(store.opened.peek().dataset, id) !== undefined);
    if (present.length < chosen.length) drafting.chosen.value = new Set(present);
  }, [dataset]);
  const end = (): void => {
    drafting.chosen.value = new Set();
    drafting.isChoosing.value = false;
  };
  const chooseAll = (): void => {
    const visible = store.visible.peek();
    const all = Array.from({ length: Math.min(visible.count, MOST) }, (_, k) => visible.nth(k)).flatMap((i) => (i === undefined ? [] : [eventAt(visible.dataset, i).id]));
    drafting.chosen.value = new Set(all);
  };
  // Of the story as it is by then: two presses may come before the next render.
  const apply = (changeOf: (dataset: Dataset) => Change): void => {
    const present = store.opened.peek().dataset;
    if (isIdle || ids.some((id) => rowOf(present, id) === undefined)) return;
    if (editing.apply(changeOf(present))) tellLastDeed(context);
  };
  const questions = isMerging.value ? mergeQuestions(eventsOf(dataset, ids)) : [];
  const merge = (choice: MergeChoice): void => {
    isMerging.value = false;
    apply((present) => mergeEvents(present, ids, choice));
  };
  const askToMerge = (): void => {
    if (mergeQuestions(eventsOf(dataset, ids)).length === 0) merge({});
    else isMerging.value = true;
  };
  const edit = (what: ManyEdit): void => apply((present) => editMany(present, ids, what));
  const { categories } = dataset.story;
  const shiftDays = /^[+-]?\d{1,7}$/.test(days.value.trim()) ? Number(days.value) : undefined;
  const namedZone = zone.value.trim() === '' || clocksOf(zone.value.trim()) === undefined ? undefined : zone.value.trim();
  return (
    <>
      <section
        class="many-bar"
        aria-label={many.name}
        onKeyDown={(key) => {
          if (key.key !== 'Escape') return;
          key.preventDefault();
          end();
        }}
      >
        <div class="many-head">
          <strong role="status">{count === 0 ? many.hint : many.count(count, formats.number(count))}</strong>
          <button type="button" class="link-button" onClick={chooseAll}>
            {many.all(formats.number(Math.min(shown, MOST)))}
          </button>
          <button type="button" class="link-button" onClick={end}>
            {many.clear}
          </button>
        </div>
        {count > MOST && <p>{many.tooMany(formats.number(MOST))}</p>}
        {editing.lock.value !== undefined && <p>{words.form.locked[editing.lock.value]}</p>}
        {count > 0 && (
          <>
            <div class="many-fields">
              <div class="many-set many-wide">
                <SelectField
                  label={many.category}
                  value={category.value}
                  options={[['', many.choose], ...categories.map(({ id, name }) => [id, name] as const)]}
                  onChoose={(id) => {
                    category.value = id;
                  }}
                />
                <button type="button" class="button" disabled={isIdle || category.value === ''} onClick={() => edit({ addCategory: category.value })}>
                  {many.addCategory}
                </button>
                <button type="button" class="button" disabled={isIdle || category.value === ''} onClick={() => edit({ removeCategory: category.value })}>
                  {many.removeCategory}
                </button>
              </div>
              <SelectField<Status | ''>
                label={many.status}
                value=""
                options={[['', many.choose], ...STATUSES.map((status) => [status, capitalised(messages.model.status[status], store.world.value)] as const)]}
                onChoose={(status) => (status === '' ? undefined : edit({ status }))}
              />
              <div class="many-set">
                <TextField label={many.shift} value={days.value} placeholder="+7" mode="decimal" onWrite={(text) => {
                  days.value = text;
                }} />
                <button type="button" class="button" disabled={isIdle || shiftDays === undefined || shiftDays === 0} onClick={() => edit({ shiftDays: shiftDays ?? 0 })}>
                  {many.apply}
                </button>
              </div>
              <div class="many-set">
                <TextField label={many.zone} value={zone.value} placeholder="Asia/Tehran" onWrite={(text) => {
                  zone.value = text;
                }} />
                <button type="button" class="button" disabled={isIdle || namedZone === undefined} onClick={() => edit({ zone: namedZone ?? 'local' })}>
                  {many.apply}
                </button>
              </div>
            </div>
            <div class="many-row">
              <button type="button" class="button" disabled={isIdle || count < 2} onClick={askToMerge}>
                {many.merge}
              </button>
              <button type="button" class="button" disabled={isIdle} onClick={() => apply((present) => duplicateEvents(present, ids, editing.freshId))}>
                {many.duplicate}
              </button>
              <button type="button" class="button edit-delete" disabled={isIdle} onClick={() => apply((present) => deleteEvents(present, ids))}>
                {many.delete}
              </button>
            </div>
          </>
        )}
      </section>
      {questions.length > 0 && (
        <MergeDialog
          store={store}
          count={count}
          questions={questions}
          onMerge={merge}
          onClose={() => {
            isMerging.value = false;
          }}
        />
      )}
    </>
  );
}

const eventsOf = (dataset: Dataset, ids: readonly string[]): readonly TimelineEvent[] =>
  ids.flatMap((id) => {
    const row = rowOf(dataset, id);
    return row === undefined ? [] : [eventAt(dataset, row)];
  });
