import { useSignal } from '@preact/signals';
import { unreachable } from '../../../core/base/result.ts';
import type { ChosenMember, MergeChoice } from '../../../core/edit/merge-events.ts';
import type { MergeQuestion } from '../../../core/edit/merge-questions.ts';
import { capitalised } from '../../../core/i18n/describe-event.ts';
import { describeEdtf } from '../../../core/i18n/describe-time.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Store } from '../../store/store.ts';
import './edit.css';

interface MergeDialogProps {
  readonly store: Store;
  /** How many events become one. */
  readonly count: number;
  /** Of what they say different things. */
  readonly questions: readonly MergeQuestion[];
  readonly onMerge: (choice: MergeChoice) => void;
  readonly onClose: () => void;
}

/** So many values of one member are shown; the rest can be had by merging fewer events at once. */
const MOST = 12;

/** Asks which value of each member a merged event is to have, where its events have several. */
export function MergeDialog({ store, count, questions, onMerge, onClose }: MergeDialogProps) {
  const { messages, formats } = store.world.value;
  const { merge: words, form } = editFormMessagesOf(messages);
  const choice = useSignal<MergeChoice>({});
  return (
    <Dialog title={words.title(formats.number(count))} closeLabel={form.cancel} onClose={onClose}>
      <form
        class="merge-form"
        onSubmit={(submission) => {
          submission.preventDefault();
          onMerge(choice.value);
        }}
      >
        <p>{words.intro}</p>
        {questions.map(({ member, events }) => (
          <fieldset key={member} class="merge-member">
            <legend>{words.members[member]}</legend>
            {events.slice(0, MOST).map((event, position) => (
              <label key={event.id} class="merge-value">
                <input
                  type="radio"
                  name={`merge-${member}`}
                  checked={(choice.value[member] ?? events[0]?.id) === event.id}
                  autoFocus={position === 0 && member === questions[0]?.member}
                  onChange={() => {
                    choice.value = { ...choice.value, [member]: event.id };
                  }}
                />
                <Value event={event} member={member} store={store} />
              </label>
            ))}
            {events.length > MOST && <p>{words.others(formats.number(events.length - MOST))}</p>}
          </fieldset>
        ))}
        <p class="merge-kept">{words.joined}</p>
        <div class="merge-foot">
          <button type="button" class="button" onClick={onClose}>
            {form.cancel}
          </button>
          <button type="submit" class="button button-main">
            {words.merge}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What an event says of a member; besides the title, of which event it is. */
function Value({ event, member, store }: { readonly event: TimelineEvent; readonly member: ChosenMember; readonly store: Store }) {
  return (
    <span class="merge-said">
      <bdi>{valueIn(event, member, store.world.value)}</bdi>
      {member !== 'title' && <bdi class="merge-of">{event.title}</bdi>}
    </span>
  );
}

function valueIn({ title, shortTitle, when, status, attribution }: TimelineEvent, member: ChosenMember, world: World): string {
  switch (member) {
    case 'title':
      return title;
    case 'shortTitle':
      return shortTitle ?? '';
    case 'when':
      return when.edtf === undefined ? '' : capitalised(describeEdtf(when.edtf, world), world);
    case 'status':
      return capitalised(world.messages.model.status[status], world);
    case 'attribution':
      return attribution ?? '';
    default:
      return unreachable(member);
  }
}
