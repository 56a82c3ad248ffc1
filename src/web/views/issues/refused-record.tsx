import { useId, useRef, useState } from 'preact/hooks';
import { changeOf } from '../../../core/edit/change-of.ts';
import { describeInParts, describeIssue } from '../../../core/i18n/describe-issue.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { Refusal } from '../../../core/model/account.ts';
import { isMended } from '../../../core/model/mended.ts';
import { rowOf } from '../../../core/model/rows.ts';
import { mendRecord } from '../../../core/validate/mend-record.ts';
import { whileBusy } from '../../platform/busy.ts';
import { editingOf } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';

interface RefusedRecordProps {
  readonly refusal: Refusal;
  /** Its position among the refused records of the file. */
  readonly position: number;
  readonly store: Store;
}

/** A record that was set aside: where it stands, why, what would mend it, and a place to mend it in. */
export function RefusedRecord({ refusal, position, store }: RefusedRecordProps) {
  const { messages, formats } = store.world.value;
  const { account: words } = importMessagesOf(messages);
  const { dataset, imported } = store.opened.value;
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  /** What stands where the form was takes the focus that it had. */
  const takeFocus = (element: HTMLElement | null): void => {
    if (!wasOpen.current || element === null) return;
    wasOpen.current = false;
    element.focus();
  };
  const isDone = imported !== undefined && isMended(imported.account, position, dataset);
  const { issue } = refusal;
  const { reason, mend } = describeInParts(issue, messages);
  return (
    <li class="issue refused" data-severity={isDone ? 'mended' : 'error'}>
      <span class="issue-kind">
        {issue.place.line !== undefined && words.line(formats.number(issue.place.line))}
        {issue.place.member !== undefined && <span dir="auto">{issue.place.member}</span>}
      </span>
      <div>
        <p dir="auto">
          {reason} <span class="refused-mend">{mend}</span>
        </p>
        {isDone ? (
          <p class="refused-done" tabIndex={-1} ref={takeFocus}>
            {words.takenIn}
          </p>
        ) : isOpen && imported !== undefined ? (
          <MendForm
            refusal={refusal}
            position={position}
            store={store}
            onEnd={() => {
              wasOpen.current = true;
              setOpen(false);
            }}
          />
        ) : (
          <>
            <p class="refused-cells" dir="auto">
              {[...refusal.cells.values()].filter((cell) => cell.trim() !== '').join(' · ')}
            </p>
            {imported !== undefined && (
              <button
                type="button"
                class="link-button"
                ref={takeFocus}
                aria-label={`${words.mend}: ${describeIssue(issue, messages)}`}
                onClick={() => setOpen(true)}
              >
                {words.mend}
              </button>
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** The cells of a record, to be changed; taken in, they are read as the file was. */
function MendForm({ refusal, position, store, onEnd }: RefusedRecordProps & { readonly onEnd: () => void }) {
  const { messages } = store.world.value;
  const { account: words } = importMessagesOf(messages);
  const [cells, setCells] = useState(refusal.cells);
  const [problem, setProblem] = useState('');
  const status = useId();
  const takeIn = async (): Promise<void> => {
    const { imported } = store.opened.peek();
    if (imported === undefined) return;
    const mended = await whileBusy(mendRecord(cells, imported.about, imported.answers));
    if (!mended.ok || mended.value.events.length === 0) {
      const [issue] = mended.ok ? mended.value.issues : [mended.error];
      setProblem(words.stillRefused(issue === undefined ? words.nothing : describeIssue(issue, messages)));
      return;
    }
    const { dataset, imported: present } = store.opened.peek();
    // Another story may have been opened meanwhile.
    if (present?.account.refused[position] !== refusal) return;
    const editing = editingOf(store);
    const events = mended.value.events.map((event) => (rowOf(dataset, event.id) === undefined ? event : { ...event, id: editing.freshId() }));
    editing.apply({ ...changeOf(dataset, 'mend', { added: events.map((event) => ({ event })) }), mends: position });
    onEnd();
  };
  return (
    <form
      class="mend"
      aria-describedby={status}
      onSubmit={(submission) => {
        submission.preventDefault();
        void takeIn();
      }}
    >
      {[...cells].map(([name, value], position) => (
        <label key={name} class="mend-cell">
          <span dir="auto">{name === '' ? words.record : name}</span>
          <textarea
            rows={name === '' ? 4 : 1}
            dir="auto"
            value={value}
            // The first field takes the focus: the button that had it is gone.
            ref={position === 0 ? focusOnce : null}
            onInput={({ currentTarget }) => setCells(new Map([...cells, [name, currentTarget.value]]))}
          />
        </label>
      ))}
      <p id={status} role="status">
        {problem}
      </p>
      <p class="mend-actions">
        <button type="button" class="button" onClick={onEnd}>
          {words.stop}
        </button>
        <button type="submit" class="button button-main">
          {words.takeIn}
        </button>
      </p>
    </form>
  );
}

const focusOnce = (field: HTMLTextAreaElement | null): void => field?.focus();
