import { batch, untracked, useComputed } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { addEvent, editEvent } from '../../../core/edit/edit-events.ts';
import { withMembers } from '../../../core/edit/with-members.ts';
import type { Change } from '../../../core/edit/change.ts';
import { capitalised } from '../../../core/i18n/describe-event.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import { buildEvent } from '../../../core/model/build-event.ts';
import { STATUSES, type Status, type TimelineEvent } from '../../../core/model/event.ts';
import type { CommandContext } from '../../commands/command.ts';
import { tellLastDeed } from '../../commands/undo.ts';
import { frame } from '../../platform/frame.ts';
import { draftingOf, type FormRequest } from '../../store/drafting.ts';
import { editingOf } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';
import { eventIn, firstDraft, keptDraft, yearNear } from './begin-draft.ts';
import { CategoryFields } from './category-fields.tsx';
import { EMPTY_PLACE, placeAtHand, readPlace, type PlaceDraft } from './draft-places.ts';
import { hasChanges, readDraft, type EventDraft, type FormReading } from './event-draft.ts';
import { SelectField, TextField } from './fields.tsx';
import { draftText, keepDraft } from './kept-drafts.ts';
import { MoreFields } from './more-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { WhenFields } from './when-fields.tsx';
import { WholeEvent } from './whole-event.tsx';
import './edit.css';

interface EventFormProps {
  readonly context: CommandContext;
}

/** The form that is asked for: of an event of the story, or of a new one. */
export function EventForm({ context }: EventFormProps) {
  const request = draftingOf(context.store).form.value;
  return request === undefined ? null : <Form key={request.id ?? ''} context={context} request={request} />;
}

function Form({ context, request }: EventFormProps & { readonly request: FormRequest }) {
  const { store } = context;
  const drafting = draftingOf(store);
  const editing = editingOf(store);
  const world = store.world.value;
  const words = editFormMessagesOf(world.messages);
  const { id } = request;
  const event = useComputed(() => eventIn(store, id)).value;
  const form = useRef<HTMLFormElement>(null);
  const begun = useMemo(() => firstDraft(store, request), [store, request]);
  const kept = useMemo(() => keptDraft(untracked(() => draftText(store, id))), [store, request]);
  const [draft, showDraft] = useState<EventDraft>(kept ?? begun);
  // Keys can follow each other faster than frames: what was typed last counts, not what is on the page already.
  const typed = useRef(draft);
  const [isAsking, setAsking] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const [isResumed, setResumed] = useState(kept !== undefined);
  const readTyped = (text: EventDraft): FormReading => readDraft(text, event, world, yearNear(store, event));
  const reading = readTyped(draft);
  const isChanged = hasChanges(draft, begun);
  const setDraft = (next: EventDraft): void => {
    typed.current = next;
    showDraft(next);
  };
  const set = (change: (now: EventDraft) => Partial<EventDraft>): void => {
    setDraft({ ...typed.current, ...change(typed.current) });
    setRefused(false);
  };
  const setPlace = (position: number, change: (place: PlaceDraft) => PlaceDraft): void =>
    setDraft({ ...typed.current, places: typed.current.places.map((place, at) => (at === position ? change(place) : place)) });
  const lock = editing.lock.value;
  const isReadOnly = lock !== undefined;

  useEffect(() => keepDraft(store, id, isChanged ? JSON.stringify(draft) : undefined), [draft, isChanged]);
  useEffect(() => {
    drafting.inHand.value = {
      places: draft.places.flatMap((place, position) => {
        const read = readPlace(place);
        // A country is not moved, nor is a shape by its middle.
        const point = read.kind === 'place' && (read.place.kind === 'exact' || read.place.kind === 'near') ? read.place : undefined;
        return point === undefined ? [] : [{ position, name: point.name, at: point.at }];
      }),
      onMove: (position, at) => setPlace(position, (place) => placeAtHand(place, at)),
    };
  }, [draft.places]);
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(`[data-part="${request.part ?? 'title'}"]`);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
    return () => {
      drafting.inHand.value = undefined;
      drafting.picking.value = undefined;
    };
  }, []);

  const close = (): void => {
    drafting.form.value = undefined;
    frame.after(context.focusSelected);
  };
  /** Whether it can be saved still: a second press may come before the form that was saved has left the page. */
  const isOpen = (): boolean => {
    const open = drafting.form.peek();
    return open !== undefined && open.id === id && editing.lock.peek() === undefined;
  };
  const discard = (): void => {
    keepDraft(store, id, undefined);
    close();
  };
  const askToClose = (): void => {
    if (hasChanges(typed.current, begun)) setAsking(true);
    else discard();
  };
  const carryOut = (change: Change): void => {
    if (!isOpen()) return;
    batch(() => {
      if (editing.apply(change)) tellLastDeed(context);
      discard();
    });
  };
  const save = (): void => {
    if (!isOpen()) return;
    const last = readTyped(typed.current);
    if (last.problems.length > 0) {
      setRefused(true);
      frame.after(() => TO_MEND.map((place) => form.current?.querySelector<HTMLElement>(place)).find((place) => place)?.focus());
      return;
    }
    carryOut(changeBy(store, id, event, last));
  };
  const pick = (position: number): void => {
    const giveUp = (): void => {
      drafting.picking.value = undefined;
      frame.after(() => form.current?.querySelectorAll<HTMLElement>('.edit-position .button')[position]?.focus());
    };
    drafting.picking.value = {
      name: typed.current.places[position]?.name ?? '',
      onPick: (at) => {
        setPlace(position, (place) => placeAtHand(place, at));
        giveUp();
      },
      onCancel: giveUp,
    };
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    if ((key.key === 'Enter' || key.key === 's') && (key.ctrlKey || key.metaKey)) save();
    else if (key.key === 'Escape') (isAsking ? () => setAsking(false) : askToClose)();
    else return;
    key.preventDefault();
    key.stopPropagation();
  };

  return (
    <form
      ref={form}
      class="edit-form"
      data-picking={drafting.picking.value !== undefined}
      aria-label={id === undefined ? words.form.add : words.form.edit}
      onKeyDown={onKeyDown}
      onSubmit={(submission) => {
        submission.preventDefault();
        save();
      }}
    >
      <header class="edit-head">
        <h2>{id === undefined ? words.form.add : words.form.edit}</h2>
        <button type="button" class="quiet-button" aria-label={words.form.close} onClick={askToClose}>
          ×
        </button>
      </header>
      <div class="edit-body">
        {lock !== undefined && <p class="edit-note">{words.form.locked[lock]}</p>}
        {id !== undefined && event === undefined && <p class="edit-note">{words.form.gone}</p>}
        {isResumed && (
          <p class="edit-note">
            {words.form.resumed}{' '}
            <button
              type="button"
              class="link-button"
              onClick={() => {
                setDraft(begun);
                setResumed(false);
              }}
            >
              {words.form.startOver}
            </button>
          </p>
        )}
        <TextField
          label={words.title}
          value={draft.title}
          rows={2}
          part="title"
          problem={isRefused && reading.problems.some(({ part }) => part === 'title') ? words.form.titleMissing : undefined}
          onWrite={(title) => set(() => ({ title: title.replaceAll('\n', ' ') }))}
        />
        <WhenFields draft={draft.when} reading={reading.when} world={world} onChange={(change) => set(({ when }) => ({ when: { ...when, ...change } }))} />
        {draft.places.map((place, position) => (
          <PlaceFields
            key={position}
            draft={place}
            title={draft.places.length === 1 ? words.place.name : words.place.many(world.formats.number(position + 1))}
            world={world}
            onChange={(change) => setPlace(position, change)}
            onPick={() => pick(position)}
            onRemove={draft.places.length === 1 ? undefined : () => set(({ places }) => ({ places: places.toSpliced(position, 1) }))}
          />
        ))}
        <button type="button" class="link-button edit-add" onClick={() => set(({ places }) => ({ places: [...places, EMPTY_PLACE] }))}>
          {words.place.add}
        </button>
        <TextField label={words.description} value={draft.description} rows={4} onWrite={(description) => set(() => ({ description }))} />
        <CategoryFields store={store} chosen={draft.categories} onChange={(change) => set(({ categories }) => ({ categories: change(categories) }))} />
        <div class="edit-pair">
          <SelectField<Status>
            label={words.status}
            value={draft.status}
            options={STATUSES.map((status) => [status, capitalised(world.messages.model.status[status], world)] as const)}
            onChoose={(status) => set(() => ({ status }))}
          />
          <TextField label={words.attribution} value={draft.attribution} onWrite={(attribution) => set(() => ({ attribution }))} />
        </div>
        <MoreFields store={store} id={id} draft={draft} problems={reading.problems} onChange={set} />
        {event !== undefined && id !== undefined && !isReadOnly && (
          <WholeEvent store={store} event={event} onChange={carryOut} />
        )}
      </div>
      <footer class="edit-foot">
        {isAsking ? (
          <div class="edit-asking" role="alertdialog" aria-label={words.form.unsaved}>
            <p>{words.form.unsaved}</p>
            <button type="button" class="button" ref={(button) => button?.focus()} onClick={() => setAsking(false)}>
              {words.form.goOn}
            </button>
            <button type="button" class="button" onClick={close}>
              {words.form.keep}
            </button>
            <button type="button" class="button" onClick={discard}>
              {words.form.discard}
            </button>
          </div>
        ) : (
          <>
            <p role="alert">{isRefused ? words.form.mend : ''}</p>
            <button type="button" class="button" onClick={askToClose}>
              {words.form.cancel}
            </button>
            <button type="submit" class="button button-main" disabled={isReadOnly || (id !== undefined && event === undefined)} title={words.form.saveKey}>
              {words.form.save}
            </button>
          </>
        )}
      </footer>
    </form>
  );
}

/** Where the keyboard focus goes in a form that cannot be saved, the first that there is. */
const TO_MEND = ['[aria-invalid="true"]', '.edit-choices .button', '[data-part="title"]'] as const;

function changeBy(store: Store, id: string | undefined, event: TimelineEvent | undefined, { members }: FormReading): Change {
  const { dataset } = store.opened.peek();
  if (id !== undefined && event !== undefined) return editEvent(dataset, id, members);
  return addEvent(dataset, withMembers(buildEvent({ id: editingOf(store).freshId(), title: members.title }), members));
}
