import { useId } from 'preact/hooks';
import { capitalised } from '../../../core/i18n/describe-event.ts';
import { describeEdtf } from '../../../core/i18n/describe-time.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import { PARTS_OF_DAY, type PartOfDay } from '../../../core/model/event.ts';
import type { DateOrder } from '../../../core/time/date-habits.ts';
import type { Edtf } from '../../../core/time/edtf.ts';
import { endsOf, qualified, type WhenDraft, type WhenField, type WhenProblem, type WhenReading } from './draft-when.ts';
import { SelectField, TextField } from './fields.tsx';

interface WhenFieldsProps {
  readonly draft: WhenDraft;
  readonly reading: WhenReading;
  readonly world: World;
  readonly onChange: (change: Partial<WhenDraft>) => void;
}

/** When it happened, as people write it, and what that was understood as. */
export function WhenFields({ draft, reading, world, onChange: set }: WhenFieldsProps) {
  const words = editFormMessagesOf(world.messages).when;
  const problemIn = (field: WhenField): string | undefined =>
    reading.kind === 'problem' && reading.field === field ? sentenceOf(reading.problem, draft.zone, world) : undefined;
  const zones = useId();
  return (
    <fieldset class="edit-part">
      <legend>{words.name}</legend>
      <div class="edit-pair edit-dates">
        <TextField
          label={words.start}
          value={draft.start}
          placeholder={draft.end === '' ? words.startHint : ''}
          part="when"
          problem={problemIn('start')}
          onWrite={(start) => set({ start, order: undefined })}
        />
        <TextField label={words.end} value={draft.end} problem={problemIn('end')} onWrite={(end) => set({ end, order: undefined })} />
      </div>
      <Understood reading={reading} draft={draft} world={world} onOrder={(order) => set({ order })} />
      <Sureness reading={reading} world={world} onDate={(edtf) => set({ ...endsOf(edtf, world), order: undefined })} />
      <details class="edit-more" open={draft.partOfDay !== '' || draft.zone !== '' || draft.wording !== '' || problemIn('zone') !== undefined}>
        <summary>{words.more}</summary>
        <div class="edit-pair">
          <SelectField<PartOfDay | ''>
            label={words.partOfDay}
            value={draft.partOfDay}
            options={[['', words.noPart], ...PARTS_OF_DAY.map((part) => [part, capitalised(world.messages.list.partOfDay[part], world)] as const)]}
            onChoose={(partOfDay) => set({ partOfDay })}
          />
          <TextField
            label={words.zone}
            value={draft.zone}
            placeholder={words.zoneLocal}
            list={zones}
            problem={problemIn('zone')}
            onWrite={(zone) => set({ zone })}
          />
          <datalist id={zones}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
        <TextField label={words.wording} value={draft.wording} placeholder={words.wordingHint} onWrite={(wording) => set({ wording })} />
      </details>
    </fieldset>
  );
}

interface UnderstoodProps {
  readonly reading: WhenReading;
  readonly draft: WhenDraft;
  readonly world: World;
  readonly onOrder: (order: DateOrder) => void;
}

/** What the words were understood as, told as they are typed; two readings are offered to choose from. */
function Understood({ reading, world, draft, onOrder }: UnderstoodProps) {
  const words = editFormMessagesOf(world.messages).when;
  const phrase = (edtf: Edtf): string => capitalised(describeEdtf(edtf, world), world);
  return (
    <div class="edit-understood" role="status">
      {reading.kind === 'undated' && <p>{words.undated}</p>}
      {reading.kind === 'read' && (
        <p>
          <strong>{phrase(reading.edtf)}</strong>
          {reading.zone !== 'local' && draft.zone === '' && <span> {world.messages.list.zone.named(reading.zone)}</span>}
        </p>
      )}
      {reading.kind === 'ambiguous' && (
        <>
          <p>{words.ambiguous}</p>
          <p class="edit-choices">
            <button type="button" class="button" onClick={() => onOrder('day-first')}>
              {phrase(reading.dayFirst)}
            </button>
            <button type="button" class="button" onClick={() => onOrder('month-first')}>
              {phrase(reading.monthFirst)}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

interface SurenessProps {
  readonly reading: WhenReading;
  readonly world: World;
  readonly onDate: (edtf: Edtf) => void;
}

/** Whether the date is approximate or in doubt, where that can be said of all of it. */
function Sureness({ reading, world, onDate }: SurenessProps) {
  const words = editFormMessagesOf(world.messages).when;
  const edtf = reading.kind === 'read' ? reading.edtf : undefined;
  const { approximate, uncertain } = edtf?.qualifier ?? { approximate: false, uncertain: false };
  if (edtf === undefined || qualified(edtf, '') === undefined) return null;
  const set = (about: boolean, unsure: boolean): void => {
    const next = qualified(edtf, about ? (unsure ? '%' : '~') : unsure ? '?' : '');
    if (next !== undefined) onDate(next);
  };
  return (
    <p class="edit-checks">
      <label>
        <input type="checkbox" checked={approximate} onChange={({ currentTarget }) => set(currentTarget.checked, uncertain)} /> {words.about}
      </label>
      <label>
        <input type="checkbox" checked={uncertain} onChange={({ currentTarget }) => set(approximate, currentTarget.checked)} /> {words.unsure}
      </label>
    </p>
  );
}

function sentenceOf(problem: WhenProblem, zone: string, { messages }: World): string {
  const words = editFormMessagesOf(messages).when;
  switch (problem) {
    case 'backwards':
      return words.backwards;
    case 'two-ends':
      return words.twoEnds;
    case 'end-is-stretch':
      return words.endIsStretch;
    case 'zone-unknown':
      return words.zoneUnknown(zone);
    default:
      return words.problems[problem];
  }
}
