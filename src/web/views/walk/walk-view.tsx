import { useEffect, useRef } from 'preact/hooks';
import { walkMessagesOf } from '../../../core/i18n/walk-messages.ts';
import { isReadOnly } from '../../keep/keeping.ts';
import type { CommandContext } from '../../commands/command.ts';
import { Icon } from '../../parts/icon.tsx';
import { storyText } from '../../parts/story-text.ts';
import { walkingOf } from '../../store/walking.ts';
import { attachStepScrolling } from './step-scrolling.ts';
import { StepText } from './step-text.tsx';
import { WalkEditor } from './walk-editor.tsx';
import './walk.css';

/** The walk through the story in place of the list: its steps, read by scrolling, by keys or by buttons, or written. */
export function WalkView({ context }: { readonly context: CommandContext }) {
  const { store } = context;
  const { messages, formats } = store.world.value;
  const words = walkMessagesOf(messages);
  const walking = walkingOf(store);
  const { walk } = store.opened.value.dataset.story;
  const step = walking.step.value;
  const isTelling = walking.isTelling.value && !isReadOnly(store);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => (scroller.current === null ? undefined : attachStepScrolling(scroller.current, walking)), [isTelling]);
  const text = storyText(store);
  return (
    <section class="walk" aria-label={words.name}>
      <header class="walk-head">
        <h2>{words.name}</h2>
        {!isReadOnly(store) && (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              walking.isTelling.value = !isTelling;
              if (!isTelling || walk.length > 0) return;
              walking.leave();
            }}
          >
            {isTelling ? words.done : words.edit}
          </button>
        )}
        <button type="button" class="link-button" onClick={walking.leave}>
          {words.leave}
        </button>
      </header>
      {isTelling ? (
        <WalkEditor context={context} />
      ) : (
        <>
          <div class="walk-steps" ref={scroller} tabIndex={0} role="group" aria-label={words.name}>
            <ol>
              {walk.map((one, position) => (
                <li key={position} class="walk-step" aria-current={position === step ? 'step' : undefined} data-step={position}>
                  <StepText step={one} name={words.untitled(formats.number(position + 1))} text={text} onPress={() => walking.goTo(position)} />
                </li>
              ))}
            </ol>
          </div>
          <footer class="walk-foot">
            <button type="button" class="button" disabled={step === undefined || step === 0} onClick={() => walking.goTo((step ?? 0) - 1)}>
              <Icon name="back" />
              {words.previous}
            </button>
            <span aria-hidden="true">{step === undefined ? '' : words.position(formats.number(step + 1), formats.number(walk.length))}</span>
            <button type="button" class="button button-main" disabled={step === walk.length - 1} onClick={() => walking.goTo((step ?? -1) + 1)}>
              {words.next}
              <Icon name="forward" />
            </button>
          </footer>
          <p class="for-screen-readers" role="status">
            {step === undefined ? '' : words.shown(formats.number(step + 1), formats.number(walk.length), walk[step]?.title ?? '')}
          </p>
        </>
      )}
    </section>
  );
}
