import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { TimelineEvent } from '../../../core/model/event.ts';
import type { ChangedEvent } from '../../../core/validate/re-import.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ListEnd } from '../../parts/list-end.tsx';
import type { Store } from '../../store/store.ts';
import type { ComparisonAsked } from './asked.ts';
import { dateInWords } from './date-in-words.ts';
import { memberInWords } from './member-in-words.ts';
import './import.css';

interface ComparisonDialogProps {
  readonly store: Store;
  readonly asked: ComparisonAsked;
}

const idsOf = (events: readonly TimelineEvent[]): ReadonlySet<string> => new Set(events.map(({ id }) => id));
const NONE: ReadonlySet<string> = new Set();

/** What a file that is opened again changes in the story: what is new, what is told otherwise, what it does not have, each to be chosen. */
export function ComparisonDialog({ store, asked: { fileName, comparison, decide } }: ComparisonDialogProps) {
  const world = store.world.value;
  const { comparison: words, close } = importMessagesOf(world.messages);
  const { number } = world.formats;
  const { added, changed, removed, same } = comparison;
  const changedEvents = changed.map(({ after }) => after);
  const [chosen, setChosen] = useState({ added: idsOf(added), changed: idsOf(changedEvents), removed: NONE });
  const count = chosen.added.size + chosen.changed.size + chosen.removed.size;
  return (
    <Dialog title={words.title(fileName)} closeLabel={close} onClose={() => decide(undefined)}>
      <form
        class="import import-comparison"
        onSubmit={(submission) => {
          submission.preventDefault();
          decide(chosen);
        }}
      >
        <div class="import-what">
          <p class="import-hint">{words.same(same, number(same))}</p>
          <Part
            title={words.added(number(added.length))}
            world={world}
            events={added}
            chosen={chosen.added}
            onChoose={(change) => setChosen((now) => ({ ...now, added: change(now.added) }))}
            line={(event) => <EventLine event={event} world={world} />}
          />
          <Part
            title={words.changed(number(changed.length))}
            world={world}
            events={changedEvents}
            chosen={chosen.changed}
            onChoose={(change) => setChosen((now) => ({ ...now, changed: change(now.changed) }))}
            line={(event, position) => <ChangedLine change={changed[position]} event={event} world={world} />}
          />
          <Part
            title={words.removed(number(removed.length))}
            hint={words.removedHint}
            world={world}
            events={removed}
            chosen={chosen.removed}
            onChoose={(change) => setChosen((now) => ({ ...now, removed: change(now.removed) }))}
            line={(event) => <EventLine event={event} world={world} />}
          />
        </div>
        <footer class="import-foot">
          <button type="button" class="button" onClick={() => decide(undefined)}>
            {words.cancel}
          </button>
          <button type="submit" class="button button-main" autofocus disabled={count === 0}>
            {words.apply(number(count))}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

/** How many lines stand in a list at first, and how many come with each step towards its end. */
const STEP = 60;

interface PartProps {
  readonly title: string;
  readonly hint?: string;
  readonly world: World;
  readonly events: readonly TimelineEvent[];
  readonly chosen: ReadonlySet<string>;
  /** Changes what is chosen by then, which may not be on show yet. */
  readonly onChoose: (change: (now: ReadonlySet<string>) => ReadonlySet<string>) => void;
  readonly line: (event: TimelineEvent, position: number) => ComponentChildren;
}

/** One of the lists, with a tick for each of its events and for all. */
function Part({ title, hint, world, events, chosen, onChoose, line }: PartProps) {
  const { comparison: words, review } = importMessagesOf(world.messages);
  const [length, setLength] = useState(STEP);
  if (events.length === 0) return null;
  return (
    <section class="import-part" aria-label={title}>
      <div class="import-part-head">
        <h3>{title}</h3>
        <button type="button" class="link-button" onClick={() => onChoose(() => idsOf(events))}>
          {words.all}
        </button>
        <button type="button" class="link-button" onClick={() => onChoose(() => NONE)}>
          {words.none}
        </button>
      </div>
      {hint !== undefined && <p class="import-hint">{hint}</p>}
      <ul class="import-ticks">
        {events.slice(0, length).map((event, position) => (
          <li key={event.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(event.id)}
                onChange={({ currentTarget: { checked } }) => onChoose((now) => new Set(checked ? [...now, event.id] : [...now].filter((id) => id !== event.id)))}
              />
              <span>{line(event, position)}</span>
            </label>
          </li>
        ))}
      </ul>
      <ListEnd
        count={Math.max(events.length - length, 0)}
        label={review.events(events.length - length, world.formats.number(events.length - length))}
        onReach={() => setLength((before) => before + STEP)}
      />
    </section>
  );
}

function EventLine({ event, world }: { readonly event: TimelineEvent; readonly world: World }) {
  return (
    <>
      <span class="import-title" dir="auto">
        {event.title}
      </span>{' '}
      <span class="import-hint" dir="auto">
        {dateInWords(event, world)}
      </span>
    </>
  );
}

interface ChangedLineProps {
  readonly change: ChangedEvent | undefined;
  readonly event: TimelineEvent;
  readonly world: World;
}

/** A changed event: each member that differs, as it is here and as it is in the file. */
function ChangedLine({ change, event, world }: ChangedLineProps) {
  const { comparison: words } = importMessagesOf(world.messages);
  return (
    <>
      <EventLine event={change?.before ?? event} world={world} />
      <dl class="import-members">
        {change?.members.map((member) => (
          <div key={member}>
            <dt>{words.members[member]}</dt>
            <dd>
              <del dir="auto">
                <span class="for-screen-readers">{words.before}: </span>
                {memberInWords(change.before, member, world)}
              </del>
              <ins dir="auto">
                <span class="for-screen-readers">{words.after}: </span>
                {memberInWords(change.after, member, world)}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
