import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { editWalk, type WalkEdit } from '../../../core/edit/edit-walk.ts';
import { walkMessagesOf } from '../../../core/i18n/walk-messages.ts';
import type { WalkStep } from '../../../core/model/story.ts';
import { keptOfView } from '../../../core/view/walk.ts';
import type { CommandContext } from '../../commands/command.ts';
import { tellLastDeed } from '../../commands/undo.ts';
import { Icon } from '../../parts/icon.tsx';
import { storyText } from '../../parts/story-text.ts';
import { editingOf } from '../../store/history.ts';
import { walkingOf } from '../../store/walking.ts';

const TEXT_ROWS = 4;

/** The steps of the walk as they are written: each is a change that can be taken back. */
export function WalkEditor({ context }: { readonly context: CommandContext }) {
  const { store } = context;
  const words = walkMessagesOf(store.world.value.messages);
  const { formats } = store.world.value;
  const walking = walkingOf(store);
  const { dataset } = store.opened.value;
  const { walk } = dataset.story;
  const edit = (change: WalkEdit, goTo?: number): void => {
    const present = store.opened.peek().dataset;
    // What is pressed may have left the walk already, though not the page.
    if (change.kind !== 'add' && [change.at, change.kind === 'move' ? change.to : 0].some((at) => at >= present.story.walk.length)) return;
    if (!editingOf(store).apply(editWalk(present, change))) return;
    tellLastDeed(context);
    if (goTo !== undefined) walking.goTo(goTo);
  };
  /** Writes words of a step, if they are others than it has by then. */
  const write = (at: number, written: Partial<WalkStep>): void => {
    const now = store.opened.peek().dataset.story.walk[at];
    const next = { ...now, ...written };
    if (now !== undefined && (next.title !== now.title || next.text !== now.text)) edit({ kind: 'edit', at, step: written });
  };
  const viewNow = (): string => keptOfView(store.view.peek());
  return (
    <div class="walk-steps walk-editor">
      {walk.length === 0 && <p class="walk-empty">{words.empty}</p>}
      <ol>
        {walk.map((step, position) => {
          const name = step.title === '' ? words.untitled(formats.number(position + 1)) : step.title;
          return (
            <li key={position} class="walk-step" aria-current={position === walking.step.value ? 'step' : undefined}>
              <div class="walk-step-head">
                <button type="button" class="link-button" onClick={() => walking.goTo(position)}>
                  {words.untitled(formats.number(position + 1))}
                </button>
                <span>
                  <button type="button" class="quiet-button" aria-label={words.up(name)} disabled={position === 0} onClick={() => edit({ kind: 'move', at: position, to: position - 1 }, position - 1)}>
                    ↑
                  </button>
                  <button type="button" class="quiet-button" aria-label={words.down(name)} disabled={position === walk.length - 1} onClick={() => edit({ kind: 'move', at: position, to: position + 1 }, position + 1)}>
                    ↓
                  </button>
                  <button type="button" class="quiet-button" aria-label={words.delete(name)} onClick={() => edit({ kind: 'delete', at: position })}>
                    <Icon name="close" />
                  </button>
                </span>
              </div>
              <StepFields step={step} words={words} text={storyText(store)} onCommit={(written) => write(position, written)} />
              <button type="button" class="link-button" onClick={() => edit({ kind: 'edit', at: position, step: { view: viewNow() } })}>
                {words.retake}
              </button>
            </li>
          );
        })}
      </ol>
      <button type="button" class="button button-main" onClick={() => edit({ kind: 'add', step: { title: '', text: '', view: viewNow() } }, store.opened.peek().dataset.story.walk.length)}>
        <Icon name="plus" />
        {words.add}
      </button>
    </div>
  );
}

interface StepFieldsProps {
  readonly step: WalkStep;
  readonly words: ReturnType<typeof walkMessagesOf>;
  readonly text: ReturnType<typeof storyText>;
  readonly onCommit: (members: Partial<WalkStep>) => void;
}

/** Headline and text of a step; what is written is a change when the field is left. */
function StepFields({ step, words, text, onCommit }: StepFieldsProps) {
  const id = useId();
  const title = useSignal<string | undefined>(undefined);
  const body = useSignal<string | undefined>(undefined);
  const commit = (): void => {
    // What was not written is not committed: the step may be another one by now than is on show.
    const [typedTitle, typedBody] = [title.peek(), body.peek()];
    title.value = undefined;
    body.value = undefined;
    onCommit({ ...(typedTitle !== undefined && { title: typedTitle }), ...(typedBody !== undefined && { text: typedBody }) });
  };
  return (
    <div class="walk-fields" onChange={commit}>
      <label for={`${id}-title`}>{words.title}</label>
      <input
        id={`${id}-title`}
        type="text"
        autocomplete="off"
        {...text}
        value={title.value ?? step.title}
        onInput={({ currentTarget }) => {
          title.value = currentTarget.value;
        }}
      />
      <label for={`${id}-text`}>{words.text}</label>
      <textarea
        id={`${id}-text`}
        rows={TEXT_ROWS}
        {...text}
        value={body.value ?? step.text}
        onInput={({ currentTarget }) => {
          body.value = currentTarget.value;
        }}
      />
    </div>
  );
}
