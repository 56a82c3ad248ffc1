import { useSignal, useSignalEffect } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { PlaceMeant } from '../../../core/geo/gazetteer-look-up.ts';
import type { Gazetteer } from '../../../core/geo/gazetteer.ts';
import { suggestPlaces } from '../../../core/geo/suggest-places.ts';
import type { World } from '../../../core/layout/world.ts';
import type { PlaceKind } from '../../../core/model/event.ts';
import { fetchGazetteer } from '../../parts/gazetteer.ts';
import { Icon } from '../../parts/icon.tsx';
import { kindsFor, placeMeant, readPlace, type PlaceDraft } from './draft-places.ts';
import { Field, SelectField, TextField } from './fields.tsx';

interface PlaceFieldsProps {
  readonly draft: PlaceDraft;
  /** Name of the part: one place, or which of several. */
  readonly title: string;
  readonly world: World;
  /** Changes the place as it stands by then, which may not be on show yet. */
  readonly onChange: (change: (now: PlaceDraft) => PlaceDraft) => void;
  readonly onPick: () => void;
  readonly onRemove: (() => void) | undefined;
}

/** Where it happened: by name, by position, or by a press on the map; and how exactly that is known. */
export function PlaceFields({ draft, title, world, onChange, onPick, onRemove }: PlaceFieldsProps) {
  const words = editFormMessagesOf(world.messages).place;
  const set = (change: Partial<PlaceDraft>): void => onChange((now) => ({ ...now, ...change }));
  const reading = readPlace(draft);
  const problem = reading.kind === 'problem' ? reading.problem : undefined;
  const isNowhere = draft.kind === 'withheld' || draft.kind === 'not-stated';
  const isUnplaced = reading.kind !== 'problem' && (reading.kind === 'nothing' || reading.place.kind === 'not-stated');
  const typePosition = (position: string): void =>
    onChange((now) => ({
      ...now,
      position,
      basis: { kind: 'stated' },
      code: undefined,
      kind: now.kind === 'country' || now.kind === 'region' ? 'exact' : now.kind,
    }));
  return (
    <fieldset class="edit-part">
      <legend>{title}</legend>
      {onRemove !== undefined && (
        <button type="button" class="quiet-button edit-remove" aria-label={words.remove(draft.name)} title={words.remove(draft.name)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
      <PlaceName draft={draft} world={world} onChange={onChange} />
      {!isNowhere && (
        <div class="edit-pair edit-position">
          <TextField
            label={words.position}
            value={draft.position}
            placeholder={words.positionHint}
            problem={problem === 'unreadable' ? words.unreadable : problem === 'outside' ? words.outside : undefined}
            onWrite={typePosition}
          />
          <button type="button" class="button" onClick={onPick}>
            {words.pick}
          </button>
        </div>
      )}
      <div class="edit-pair">
        <SelectField<PlaceKind>
          label={words.kind}
          value={draft.kind}
          options={kindsFor(draft).map((kind) => [kind, words.kinds[kind]] as const)}
          onChoose={(kind) => set({ kind })}
        />
        {draft.kind === 'near' && (
          <TextField
            label={words.radius}
            value={draft.radiusKm}
            mode="decimal"
            problem={problem === 'radius-missing' ? words.radiusMissing : undefined}
            onWrite={(radiusKm) => set({ radiusKm })}
          />
        )}
      </div>
      {isUnplaced && <p class="edit-understood">{words.noPosition}</p>}
      <details class="edit-more" open={draft.wording !== ''}>
        <summary>{words.wording}</summary>
        <TextField label={words.wording} value={draft.wording} onWrite={(wording) => set({ wording })} />
      </details>
    </fieldset>
  );
}

/** So many places of a name are shown. */
const MOST = 6;

type PlaceNameProps = Pick<PlaceFieldsProps, 'draft' | 'world' | 'onChange'>;

/** The name of a place, and below it the places that the gazetteer knows by it. */
function PlaceName({ draft, world, onChange }: PlaceNameProps) {
  const words = editFormMessagesOf(world.messages).place;
  const id = useId();
  const typed = useSignal('');
  const gazetteer = useSignal<Gazetteer | undefined>(undefined);
  const found = useSignal<readonly PlaceMeant[]>([]);
  const at = useSignal(-1);
  const isMissing = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const [name, known] = [typed.value.trim(), gazetteer.value];
    found.value = name === '' || known === undefined ? [] : suggestPlaces(known, name, MOST);
    at.value = -1;
  });
  const fetch = (): void => {
    if (gazetteer.peek() !== undefined) return;
    const arrive = (fetched: Gazetteer | undefined): void => {
      gazetteer.value = fetched;
      isMissing.value = fetched === undefined;
    };
    void fetchGazetteer().then(arrive);
  };
  const fold = (): void => {
    typed.value = '';
  };
  const take = (meant: PlaceMeant | undefined): void => {
    if (meant !== undefined) onChange((now) => placeMeant(now, meant));
    fold();
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    const { length } = found.value;
    if (length === 0) return;
    const step = key.key === 'ArrowDown' ? 1 : key.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) at.value = (Math.max(at.value, step < 0 ? 0 : -1) + step + length) % length;
    else if (key.key === 'Enter' && !key.ctrlKey && !key.metaKey && at.value >= 0) take(found.value[at.value]);
    else if (key.key === 'Escape') fold();
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  const isOpen = found.value.length > 0;
  return (
    <div
      ref={root}
      class="edit-suggesting"
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || root.current?.contains(relatedTarget) !== true) fold();
      }}
    >
      <Field label={words.placeName} hint={isMissing.value ? words.unavailable : undefined}>
        {(ties) => (
          <input
            {...ties}
            type="text"
            role="combobox"
            dir="auto"
            autocomplete="off"
            data-part="places"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-activedescendant={at.value < 0 ? undefined : `${id}-${at.value}`}
            placeholder={words.placeHint}
            value={draft.name}
            onFocus={fetch}
            onKeyDown={onKeyDown}
            onInput={({ currentTarget }) => {
              const { value: name } = currentTarget;
              fetch();
              onChange((now) => ({ ...now, name }));
              typed.value = name;
            }}
          />
        )}
      </Field>
      <ul id={`${id}-list`} class="edit-suggestions" role="listbox" aria-label={words.suggestions} hidden={!isOpen}>
        {found.value.map((meant, position) => (
          <li
            key={`${meant.name} ${meant.at.join(' ')}`}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === at.value}
            // The field keeps the focus.
            onPointerDown={(pointer) => pointer.preventDefault()}
            onClick={() => take(meant)}
          >
            <span>{meant.name}</span>
            <span class="edit-suggestion-note">
              {words.suggestion(words.terrains[meant.terrain], meant.terrain === 'country' ? '' : (gazetteer.value?.byCode.get(meant.country)?.name ?? ''))}
              {' · '}
              {words.confidence(world.formats.number(Math.round(100 * meant.confidence)))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
