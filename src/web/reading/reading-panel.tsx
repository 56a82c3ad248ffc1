import { useRef } from 'preact/hooks';
import { readingMessagesOf } from '../../core/i18n/reading-messages.ts';
import type { CommandContext } from '../commands/command.ts';
import { switchTheme } from '../commands/switch-theme.ts';
import { walkingOf } from '../store/walking.ts';
import { EventList } from '../views/list/event-list.tsx';
import { useFollowSelection } from '../views/list/follow-selection.ts';
import { Trays } from '../views/list/trays.tsx';
import { Filters } from '../views/filters/filters.tsx';
import { WalkBar } from '../views/walk/walk-bar.tsx';
import { WalkView } from '../views/walk/walk-view.tsx';

/** The side of a story that is read: filters, the list, and at the foot what has no place or no date; or the walk through it. */
export function ReadingPanel({ context }: { readonly context: CommandContext }) {
  const { store } = context;
  const panel = useRef<HTMLElement>(null);
  useFollowSelection(store, panel);
  const { messages, palette } = store.world.value;
  const { app } = messages;
  return (
    <section ref={panel} class="panel" aria-label={app.events} tabIndex={-1}>
      {walkingOf(store).isOpen.value ? (
        <WalkView context={context} />
      ) : (
        <>
          <WalkBar store={store} />
          <Filters store={store} />
          <div class="panel-list">
            <EventList store={store} onOpenFile={undefined} />
          </div>
          <Trays store={store} />
        </>
      )}
      <footer class="panel-foot">
        <button type="button" class="foot-button" onClick={context.showKeys}>
          {app.keys.button}
        </button>
        <button type="button" class="foot-button" onClick={() => switchTheme.run(context)}>
          {palette.theme === 'light' ? app.theme.toDark : app.theme.toLight}
        </button>
        <span class="panel-foot-credit">{readingMessagesOf(messages).madeWith}</span>
      </footer>
    </section>
  );
}
